"""Extends: an overlay, what it extends, what that extends, down to the ruleset.

INVARIANT (inside): what is extended is found by its id alone, in the ruleset's own ``overlays``, beside the overlay's
file, near the village, or on the shelf. No scheme, no path, no ``..`` and no link out of those folders is followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from smartvillage._faults import overlays as faulty
from smartvillage._faults import shape
from smartvillage.diagnostics import Diagnostic, Place
from smartvillage.document import Limits

from . import folder, shelf
from .entries import Origin
from .homes import Homes
from .overlay import Overlay, read_overlay
from .sections import same_id
from .versions import Bounds, in_range, read_extends

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]+:")


class Extended(NamedTuple):
    """What an overlay extends: an id and the versions that will do."""

    id: str
    bounds: Bounds


def extended(place: Place | None, text: str, faults: list[Diagnostic]) -> Extended | None:
    """Read what an overlay extends; nothing after adding why it cannot be followed."""
    steps = re.split(r"[/\\]", text)
    read = read_extends(text)
    if _SCHEME.match(text):
        faults.append(faulty.extends_address(place, text))
    elif ".." in steps:
        faults.append(faulty.extends_upwards(place, text))
    elif len(steps) > 1 or ":" in text or text.startswith("~"):
        faults.append(faulty.extends_path(place, text))
    elif read is None:
        faults.append(faulty.bad_range(place, text))
    else:
        return Extended(same_id(read[0]), read[1])
    return None


@dataclass(slots=True)
class Chains:
    """Overlays being followed down to a ruleset."""

    base: Mapping[str, str]
    """What may be at the bottom: the ruleset, and overlays resolved into it of which nothing else is known."""
    homes: Homes
    faults: list[Diagnostic]
    limits: Limits
    given: dict[str, Overlay] = field(default_factory=dict)
    linked: dict[str, Overlay | None] = field(default_factory=dict)

    def read(self, origins: Iterable[Origin]) -> list[Overlay]:
        """Return overlays with all they extend, each once."""
        for origin in origins:
            overlay = read_overlay(origin, self.faults)
            if overlay is None or self.base.get(overlay.id) == overlay.header.version:
                continue  # faulty and told, or resolved into the set before it was written out
            first = self.given.setdefault(overlay.id, overlay)
            if first is not overlay and first.origin.data != origin.data:
                self.faults.append(shape.defined_twice(overlay.place("id"), overlay.id, first.place("id")))
        for overlay in list(self.given.values()):
            self._link(overlay, ())
        return [overlay for overlay in self.linked.values() if overlay is not None]

    def _link(self, overlay: Overlay, above: tuple[str, ...]) -> Overlay | None:
        """Return an overlay with its parent; nothing where that cannot be found."""
        if overlay.id not in self.linked:
            self.linked[overlay.id] = self._followed(overlay, (*above, overlay.id))
        return self.linked[overlay.id]

    def _followed(self, overlay: Overlay, above: tuple[str, ...]) -> Overlay | None:
        place = overlay.place("extends")
        wanted = extended(place, overlay.header.extends, self.faults)
        if wanted is None:
            return None
        if wanted.id in above:
            names = (*above[above.index(wanted.id) :], wanted.id)
            self.faults.append(faulty.extends_cycle(place, names))
            return None
        if wanted.id in self.base:
            return overlay if self._fits(overlay, wanted, self.base[wanted.id]) else None
        if len(above) >= self.limits.max_extends:
            self.faults.append(faulty.chain_too_long(place, self.limits.max_extends))
            return None
        found = self.given.get(wanted.id) or self._found(overlay, wanted)
        parent = None if found is None else self._link(found, above)
        if parent is None or not self._fits(overlay, wanted, parent.header.version):
            return None
        return replace(overlay, parent=parent)

    def _fits(self, overlay: Overlay, wanted: Extended, version: str) -> bool:
        """Tell whether a version will do; one that cannot be read is told where it stands."""
        try:
            fits = in_range(version, wanted.bounds)
        except ValueError:
            return True
        if not fits:
            place = overlay.place("extends")
            self.faults.append(faulty.other_base(place, overlay.header.extends, wanted.id, version))
        return fits

    def _found(self, overlay: Overlay, wanted: Extended) -> Overlay | None:
        """Read the overlay of an id from its file, or add why there is none."""
        beside = Path(overlay.origin.file).parent if overlay.origin.file else None
        place = overlay.place("extends")
        for file, root in self.homes.candidates(wanted.id, beside):
            if not file.is_file():
                continue
            if not file.resolve().is_relative_to(root.resolve()):
                self.faults.append(faulty.extends_link(place, wanted.id, str(file)))
                return None
            origin = folder.read(file, self.limits, root)
            if isinstance(origin.data, Mapping) and "overlay" not in origin.data:
                break  # a ruleset, and not the one that is loaded
            read = read_overlay(origin, self.faults)
            if read is None:
                return None
            if read.id == wanted.id:
                self.given[wanted.id] = read
                return read
        base = next(iter(self.base.items()))
        other = wanted.id in shelf.shipped() or shelf.find_near(wanted.id, beside) is not None
        known = [*self.base, *self.given, *self.homes.known(beside)]
        self.faults.append(
            faulty.other_base(place, overlay.header.extends, *base)
            if other
            else faulty.unknown_base(place, wanted.id, [name for name in dict.fromkeys(known) if name != overlay.id])
        )
        return None
