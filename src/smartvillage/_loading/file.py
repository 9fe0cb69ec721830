"""Checking one file, whatever it is: a ruleset, an overlay or a village; its own keys tell which."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from smartvillage._faults import shape
from smartvillage.diagnostics import Diagnostic, in_place_order
from smartvillage.document import Document, Limits
from smartvillage.errors import NotFoundError
from smartvillage.model.ruleset import Ruleset
from smartvillage.model.village import Village

from . import folder, shelf
from .entries import Origin
from .ruleset import check_ruleset, locate
from .sections import Sections, gather
from .village import village_from


class CheckedFile(NamedTuple):
    """What is wrong with a file or folder, and what it holds as far as that is sound."""

    found: tuple[Diagnostic, ...]
    village: Village | None = None
    ruleset: Ruleset | None = None
    """The ruleset, or the one that an overlay makes of its base; nothing where it has errors."""


def check_file(source: str | Path | Document, *, limits: Limits | None = None) -> CheckedFile:
    """Return what is wrong with a file or folder, and what it holds.

    Raises:
        NotFoundError: There is no such file, folder or ruleset.
    """
    if isinstance(source, Document):  # a text without a file around it can only be a village
        village, found = village_from(source)
        return CheckedFile(found, village)
    limits = limits or Limits()
    path = locate(source)
    if path.is_dir():
        if not any((path / f"village{ending}").is_file() for ending in shelf.ENDINGS):
            return _checked(path, limits)
        path = folder.village_file(path)
    elif not path.is_file():
        raise NotFoundError("file", str(path))
    return _read(path, limits)


def _read(path: Path, limits: Limits) -> CheckedFile:
    origin = folder.read(path, limits)
    data = origin.data if isinstance(origin.data, Mapping) else {}
    if "village" in data or "as_of" in data or isinstance(data.get("ruleset"), str):
        village, found = village_from(origin)
        return CheckedFile(found, village)
    if "overlay" in data:
        return _check_overlay(path, origin, limits)
    if origin.data is None:  # what cannot be read need not be read again
        return CheckedFile(in_place_order(origin.faults))
    if "ruleset" in data:
        return _checked(path, limits)
    return CheckedFile(in_place_order([*origin.faults, shape.wrong_file(origin.place(()), "ruleset")]))


def _checked(path: Path, limits: Limits) -> CheckedFile:
    """Check a ruleset; where names lead nowhere, also tell which definitions they may have meant."""
    ruleset, found = check_ruleset(path, limits=limits)
    if ruleset is None:
        from .checks.orphans import LOST, check_orphans

        if not any(fault.code in LOST for fault in found):
            return CheckedFile(found)
        sections = Sections()
        list(gather((folder.read(file, limits, path) for file in folder.ruleset_files(path)), sections))
        found = in_place_order([*found, *check_orphans(sections, found)])
    return CheckedFile(found, None, ruleset)


def _check_overlay(path: Path, origin: Origin, limits: Limits) -> CheckedFile:
    """Check an overlay against the set at the bottom of what it extends."""
    from .bottom import bottom_of

    faults: list[Diagnostic] = []
    home = bottom_of(origin, limits, faults)
    if home is None:
        return CheckedFile(in_place_order(faults))
    ruleset, found = check_ruleset(home, overlays=[path], limits=limits)
    return CheckedFile(found, None, ruleset)
