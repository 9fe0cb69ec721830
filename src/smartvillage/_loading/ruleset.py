"""Loading a ruleset: from a name, a file, a folder, plain data or a loaded ruleset to one checked, resolved value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from smartvillage._faults.source import link_left_out
from smartvillage._faults.words import nearest
from smartvillage.diagnostics import Diagnostic, Severity
from smartvillage.document import Limits
from smartvillage.errors import NotFoundError, RulesetError
from smartvillage.model.ruleset import Ruleset

from . import folder, shelf
from .entries import Handed, Origin
from .resolve import Checked, resolve
from .sections import Sections, gather

if TYPE_CHECKING:
    from .overlay import Overlay

RulesetSource: TypeAlias = "str | Path | Mapping[str, Any] | Ruleset"
OverlaySource: TypeAlias = "str | Path | Mapping[str, Any]"
#: Where overlays are named: the ruleset's own folder, and the one that a village lies in.
Homes: TypeAlias = "tuple[Path | None, Path | None]"


def load_ruleset(
    source: RulesetSource,
    *,
    overlays: Sequence[OverlaySource] = (),
    near: Path | None = None,
    limits: Limits | None = None,
) -> Ruleset:
    """Load a ruleset, check it whole, and resolve overlays into it.

    Args:
        source: A name, a file, a folder, plain data or a loaded ruleset.
        overlays: Overlays by name, file or plain data; their order makes no difference.
        near: A folder whose rulesets may be named too.
        limits: Bounds on what files may hold.

    Raises:
        NotFoundError: Nothing bears that name.
        RulesetError: The text has faults; all of them, sorted by place.
    """
    ruleset, found = check_ruleset(source, overlays=overlays, near=near, limits=limits)
    if ruleset is None:
        raise RulesetError(fault for fault in found if fault.severity is Severity.ERROR)
    return ruleset


def check_ruleset(
    source: RulesetSource,
    *,
    overlays: Sequence[OverlaySource] = (),
    near: Path | None = None,
    limits: Limits | None = None,
) -> Checked:
    """Return the ruleset, or nothing where it has errors, and all errors and warnings sorted by place."""
    limits = limits or Limits()
    if isinstance(source, Ruleset):
        return _further(source, overlays, near, limits)
    home = None if isinstance(source, Mapping) else locate(source, near)
    faults: list[Diagnostic] = []
    sections = Sections()
    origins = [Handed(source, limits)] if isinstance(source, Mapping) else _read(home or Path(), limits)
    faults.extend(gather(origins, sections))
    if home is not None and home.is_dir():
        faults.extend(link_left_out(str(file)) for file in folder.left_out(home))
    brought = _overlays(overlays, (home, near), faults, limits)
    ruleset, found = resolve(sections, brought, faults, limits)
    if ruleset is not None:
        ruleset._derived["home"] = home  # noqa: SLF001 - the place for what stages derive
    return ruleset, found


def _further(ruleset: Ruleset, overlays: Sequence[OverlaySource], near: Path | None, limits: Limits) -> Checked:
    """Resolve overlays into a loaded ruleset; those it holds already are left out, so that twice is once."""
    held = {name.partition("@")[0] for name in ruleset.overlays}
    new = tuple(overlay for overlay in overlays if not (isinstance(overlay, str) and overlay in held))
    derived = ruleset._derived  # noqa: SLF001 - the place for what stages derive
    if not new:
        return ruleset, derived.get("warnings", ())
    named = all(isinstance(overlay, str) for overlay in new)
    if named and ("with", new, near) in derived:
        return check_ruleset(derived["with", new, near])
    home = derived.get("home") or shelf.shipped().get(ruleset.id)
    faults: list[Diagnostic] = []
    brought = [one for one in _overlays(new, (home, near), faults, limits) if one.name not in ruleset.overlays]
    if not brought and not faults:
        return ruleset, derived.get("warnings", ())
    resolved, found = resolve(_sections_of(ruleset, faults), brought, faults, limits)
    if resolved is not None:
        resolved._derived["home"] = home  # noqa: SLF001 - likewise
        if named:
            derived.setdefault(("with", new, near), resolved)
    return resolved, found


def _sections_of(ruleset: Ruleset, faults: list[Diagnostic]) -> Sections:
    """Return the entries that a ruleset was made of, with their places; of one from elsewhere, its own data."""
    kept = ruleset._derived.get("sections")  # noqa: SLF001 - the place for what stages derive
    sections = Sections() if kept is None else kept.copy()
    if kept is None:
        faults.extend(gather([Handed(ruleset.model_dump())], sections))
    sections.overlays, sections.borrowed = ruleset.overlays, ruleset.borrowed
    return sections


def locate(source: str | Path, near: Path | None = None) -> Path:
    """Return where a ruleset given by name, file or folder lies.

    Raises:
        NotFoundError: Nothing bears the name.
    """
    if isinstance(source, Path) or not shelf.is_name(source) or source.endswith(shelf.ENDINGS):
        return Path(source)
    return shelf.find_ruleset(source, near)


def _read(home: Path, limits: Limits) -> Iterator[Origin]:
    for file in folder.ruleset_files(home):
        yield folder.read(file, limits)


def _overlays(
    sources: Sequence[OverlaySource], homes: Homes, faults: list[Diagnostic], limits: Limits
) -> list[Overlay]:
    if not sources:
        return []
    from .overlay import read_overlay

    read = (read_overlay(_overlay(source, homes, limits), faults) for source in dict.fromkeys(map(_hashable, sources)))
    return [overlay for overlay in read if overlay is not None]


class _Data:
    """Plain data compared by identity, so that one overlay given twice is one."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data


def _hashable(source: OverlaySource) -> str | Path | _Data:
    return _Data(source) if isinstance(source, Mapping) else source


def _overlay(source: str | Path | _Data, homes: Homes, limits: Limits) -> Origin:
    """Read an overlay: the ruleset's own of that name, one that lies near, or the file at a path."""
    if isinstance(source, _Data):
        return Handed(source.data, limits)
    home, near = homes
    own = folder.overlay_files(home) if home is not None and home.is_dir() else {}
    if isinstance(source, str) and source in own:
        return folder.read(own[source], limits)
    path = shelf.find_near(source, near) if isinstance(source, str) else None
    path = path or Path(source)
    if path.is_file():
        return folder.read(path, limits)
    if isinstance(source, Path) or not shelf.is_name(source) or source.endswith(shelf.ENDINGS):
        raise NotFoundError("file", str(source))
    raise NotFoundError("overlay", source, nearest(source, own), own)
