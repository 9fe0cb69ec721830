"""Loading a ruleset: from a name, a file, a folder, plain data or a loaded ruleset to one checked, resolved value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from smartvillage._faults.source import link_left_out
from smartvillage._faults.words import nearest
from smartvillage.diagnostics import Diagnostic, Severity, in_place_order
from smartvillage.document import Limits
from smartvillage.errors import NotFoundError, RulesetError
from smartvillage.model.ruleset import Ruleset

from . import folder, shelf
from .entries import Handed, Origin
from .finding import find_ruleset
from .homes import Homes
from .lending import CircleError, TooFarError
from .resolve import Checked, resolve
from .sections import Sections, gather, same_id

if TYPE_CHECKING:
    from .overlay import Overlay

RulesetSource: TypeAlias = "str | Path | Mapping[str, Any] | Ruleset"
OverlaySource: TypeAlias = "str | Path | Mapping[str, Any]"


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
    around: tuple[Path, ...] = (),
) -> Checked:
    """Return the ruleset, or nothing where it has errors, and all errors and warnings sorted by place.

    ``around`` are the sets that wait for this one because they borrow limits of it.
    """
    limits = limits or Limits()
    if isinstance(source, Ruleset):
        return _further(source, overlays, near, limits)
    home = None if isinstance(source, Mapping) else locate(source, near)
    faults: list[Diagnostic] = []
    sections = Sections()
    origins = [Handed(source, limits)] if isinstance(source, Mapping) else list(_read(home or Path(), limits))
    if home is not None and home.is_file() and _is_overlay(origins[0]):
        return _made_by(origins[0], home, overlays, near=near, limits=limits)
    faults.extend(gather(origins, sections))
    if home is not None and home.is_dir():
        faults.extend(link_left_out(str(file)) for file in folder.left_out(home))
    homes = Homes(home, near)
    sections.lend = _Lender(homes, limits, around)
    return _Followed(sections, homes, limits).resolve(overlays, faults)


def _is_overlay(origin: Origin) -> bool:
    return isinstance(origin.data, Mapping) and "overlay" in origin.data


def _made_by(
    origin: Origin, file: Path, overlays: Sequence[OverlaySource], *, near: Path | None, limits: Limits
) -> Checked:
    """Check what an overlay makes of the set at the bottom of what it extends."""
    from .bottom import bottom_of

    faults: list[Diagnostic] = []
    base = bottom_of(origin, limits, faults)
    if base is None:
        return None, in_place_order(faults)
    return check_ruleset(base, overlays=[file, *overlays], near=near or file.parent, limits=limits)


@dataclass(frozen=True, slots=True)
class _Lender:
    """Loads the sets whose limits are named: from the shelf, or from beside this set or the village."""

    homes: Homes
    limits: Limits
    around: tuple[Path, ...]

    @property
    def waiting(self) -> bool:
        """Whether some set around waits for this one."""
        return bool(self.around)

    def __call__(self, name: str) -> Checked:
        """Load a set."""
        home, path = self.homes.home, _beside(name, self.homes).resolve()
        own = (*self.around, home.resolve()) if home is not None else self.around
        if path in own:
            raise CircleError((*[one.stem for one in own[own.index(path) :]], path.stem))
        if len(own) > self.limits.max_extends:
            raise TooFarError(self.limits.max_extends)
        return check_ruleset(path, near=self.homes.near, limits=self.limits, around=own)


def _beside(name: str, homes: Homes) -> Path:
    """Return where the set of a name lies; what lies beside this one comes after the shelf and the village's folder."""
    if not shelf.is_name(name):
        raise NotFoundError("ruleset", name)
    try:
        return find_ruleset(name, homes.near)
    except NotFoundError:
        found = None if homes.home is None else shelf.find_near(name, homes.home.parent)
        if found is None:
            raise
        return found


def _further(ruleset: Ruleset, overlays: Sequence[OverlaySource], near: Path | None, limits: Limits) -> Checked:
    """Resolve overlays into a loaded ruleset; those it holds already are left out, so that twice is once."""
    held = {name.partition("@")[0] for one in (ruleset, *ruleset.amended.values()) for name in one.overlays}
    new = tuple(overlay for overlay in overlays if not (isinstance(overlay, str) and overlay in held))
    derived = ruleset._derived  # noqa: SLF001 - the place for what stages derive
    if not new:
        return ruleset, derived.get("warnings", ())
    named = all(isinstance(overlay, str) for overlay in new)
    if named and ("with", new, near) in derived:
        return check_ruleset(derived["with", new, near])
    home = derived.get("home") or shelf.shipped().get(ruleset.id)
    faults: list[Diagnostic] = []
    base, brought = derived.get("base") or (_sections_of(ruleset, faults), ())
    resolved, found = _Followed(base, Homes(home, near), limits, brought).resolve(new, faults)
    if resolved is not None and resolved == ruleset:
        return ruleset, derived.get("warnings", ())
    if resolved is not None and named:
        derived.setdefault(("with", new, near), resolved)
    return resolved, found


def _sections_of(ruleset: Ruleset, faults: list[Diagnostic]) -> Sections:
    """Return the entries of a ruleset from elsewhere, of which nobody knows where they stood."""
    sections = Sections()
    faults.extend(gather([Handed(ruleset.model_dump())], sections))
    return sections


@dataclass(frozen=True, slots=True)
class _Followed:
    """A set to bring overlays into, and where those that they extend are found."""

    base: Sections
    homes: Homes
    limits: Limits
    brought: tuple[Overlay, ...] = ()
    """The overlays that were brought into it before."""

    def resolve(self, sources: Sequence[OverlaySource], faults: list[Diagnostic]) -> Checked:
        """Follow overlays down to the set, and resolve them all into it."""
        overlays = self._overlays(sources, faults) if sources else []
        if overlays or self.base.amended:
            from .editions import resolve_editions

            ruleset, found = resolve_editions(self.base, overlays, faults, self.limits)
        else:
            ruleset, found = resolve(self.base, faults, self.limits)
        if ruleset is not None:
            ruleset._derived["home"] = self.homes.home  # noqa: SLF001 - the place for what stages derive
            ruleset._derived["base"] = self.base, tuple(overlays)  # noqa: SLF001 - likewise
        return ruleset, found

    def _overlays(self, sources: Sequence[OverlaySource], faults: list[Diagnostic]) -> list[Overlay]:
        from .extends import Chains

        header = self.base.header()
        bottom = {same_id(header.get("id", "")): str(header.get("version", ""))}
        bottom |= dict(name.partition("@")[::2] for name in self.base.overlays)
        known = {overlay.id: overlay for overlay in self.brought}
        chains = Chains(bottom, self.homes, faults, self.limits, dict(known), dict(known))
        return chains.read(_overlay(source, self.homes, self.limits) for source in sources)


def locate(source: str | Path, near: Path | None = None) -> Path:
    """Return where a ruleset given by name, file or folder lies.

    Raises:
        NotFoundError: Nothing bears the name.
    """
    if isinstance(source, Path) or not shelf.is_name(source) or source.endswith(shelf.ENDINGS):
        return Path(source)
    return find_ruleset(source, near)


def _read(home: Path, limits: Limits) -> Iterator[Origin]:
    for file in folder.ruleset_files(home):
        yield folder.read(file, limits, home)


def _overlay(source: OverlaySource, homes: Homes, limits: Limits) -> Origin:
    """Read an overlay: the ruleset's own of that name, one that lies near, or the file at a path."""
    if isinstance(source, Mapping):
        return Handed(source, limits)
    home, near = homes.home, homes.near
    own = folder.overlay_files(home) if home is not None and home.is_dir() else {}
    if isinstance(source, str) and source in own:
        return folder.read(own[source], limits, home)
    path = shelf.find_near(source, near) if isinstance(source, str) else None
    named = isinstance(source, str) and shelf.is_name(source) and not source.endswith(shelf.ENDINGS)
    path = path or (None if named else Path(source))
    if path is not None and path.is_file():
        return folder.read(path, limits)
    if not isinstance(source, str) or not named:
        raise NotFoundError("file", str(source))
    for file, root in homes.candidates(source, None):
        if file.is_file() and file.resolve().is_relative_to(root.resolve()):
            return folder.read(file, limits, root)
    from .installed import installed

    brought = shelf.find_near(source, Path()) or installed().sets.get(source)
    if brought is not None and brought.is_file():
        return folder.read(brought, limits)
    raise NotFoundError("overlay", source, nearest(source, own), own)
