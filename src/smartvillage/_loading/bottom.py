"""The bottom of a chain: which ruleset an overlay that is read by itself comes down to.

The rule: each step is found as when overlays are resolved, by its id and in its own folders alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from smartvillage._faults import overlays as faulty
from smartvillage.diagnostics import Diagnostic
from smartvillage.document import Limits

from . import folder, shelf
from .entries import Origin
from .extends import extended
from .homes import INNER, Homes
from .installed import installed
from .overlay import read_overlay


def bottom_of(origin: Origin, limits: Limits, faults: list[Diagnostic]) -> Path | None:
    """Return where the ruleset lies that an overlay extends, be it over others; nothing after adding why not."""
    names: list[str] = []
    while True:
        overlay = read_overlay(origin, faults)
        place = origin.place(("overlay", "extends"))
        wanted = None if overlay is None else extended(place, overlay.header.extends, faults)
        if overlay is None or wanted is None:
            return None
        names.append(overlay.id)
        if wanted.id in names:
            faults.append(faulty.extends_cycle(place, (*names[names.index(wanted.id) :], wanted.id)))
            return None
        if len(names) > limits.max_extends:
            faults.append(faulty.chain_too_long(place, limits.max_extends))
            return None
        found = _next(wanted.id, origin, limits, faults)
        if found is None or isinstance(found, Path):
            return found
        origin = found


def _next(name: str, origin: Origin, limits: Limits, faults: list[Diagnostic]) -> Origin | Path | None:
    """Return the overlay or the ruleset of a name."""
    around = Path(origin.file).resolve().parent
    homes = Homes(around.parent if around.name == INNER else None, None)
    place = origin.place(("overlay", "extends"))
    if homes.home is not None and homes.home.name == name:
        return homes.home
    if name in shelf.shipped():
        return shelf.shipped()[name]
    for file, root in homes.candidates(name, around):
        if not file.is_file():
            continue
        if not file.resolve().is_relative_to(root.resolve()):
            faults.append(faulty.extends_link(place, name, str(file)))
            return None
        found = folder.read(file, limits, root)
        return found if isinstance(found.data, Mapping) and "overlay" in found.data else file
    near = shelf.find_near(name, around) or shelf.find_near(name, homes.home) or installed().sets.get(name)
    if near is None:
        faults.append(faulty.unknown_base(place, name, homes.known(around)))
    return near
