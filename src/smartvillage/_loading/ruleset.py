"""Loading a ruleset: text → documents → entries → grounds → values → checks → one ruleset, or all faults at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from smartvillage._faults import shape
from smartvillage.diagnostics import Diagnostic, Severity
from smartvillage.document import Limits
from smartvillage.errors import RulesetError
from smartvillage.model.ruleset import Ruleset

from . import folder, shelf
from .build import build
from .entries import Handed, Origin
from .ground import Claims, Ground, ground_entry, header_ground
from .grounds import check_claims, check_sources
from .sections import SECTIONS, Sections, gather, missing

RulesetSource: TypeAlias = "str | Path | Mapping[str, Any] | Ruleset"


def load_ruleset(
    source: RulesetSource,
    *,
    overlays: Sequence[RulesetSource] = (),
    near: Path | None = None,
    limits: Limits | None = None,
) -> Ruleset:
    """Load a ruleset, check it whole, and resolve overlays into it.

    Raises:
        NotFoundError: Nothing bears that name.
        RulesetError: The text has faults; all of them, sorted by place.
    """
    ruleset, found = check_ruleset(source, overlays=overlays, near=near, limits=limits)
    if ruleset is None:
        raise RulesetError([fault for fault in found if fault.severity is Severity.ERROR])
    return ruleset


def check_ruleset(
    source: RulesetSource,
    *,
    overlays: Sequence[RulesetSource] = (),
    near: Path | None = None,
    limits: Limits | None = None,
) -> tuple[Ruleset | None, tuple[Diagnostic, ...]]:
    """Return the ruleset, or nothing where it has errors, and all errors and warnings sorted by place."""
    limits = limits or Limits()
    if isinstance(source, Ruleset):
        return source, ()
    faults: list[Diagnostic] = []
    sections = Sections()
    faults.extend(gather(_origins(source, near, limits), sections))
    faults.extend(missing(sections))
    return _resolve(sections, (), faults, limits)


def _origins(source: RulesetSource, near: Path | None, limits: Limits) -> Iterator[Origin]:
    if isinstance(source, Mapping):
        yield Handed(source)
        return
    for file in folder.ruleset_files(locate(source, near)):
        yield folder.read(file, limits)


def locate(source: str | Path, near: Path | None = None) -> Path:
    """Return the path of a ruleset given by name, file or folder."""
    if isinstance(source, Path) or not shelf.is_name(source) or source.endswith(shelf.ENDINGS):
        return Path(source)
    return shelf.find_ruleset(source, near)


def _resolve(
    sections: Sections, overlays: tuple[str, ...], faults: list[Diagnostic], limits: Limits
) -> tuple[Ruleset | None, tuple[Diagnostic, ...]]:
    values, claims = _build(sections, faults)
    for made in claims:
        faults.extend(check_sources(made, values["sources"]))
    found = tuple(sorted(faults, key=_by_place))
    if any(fault.severity is Severity.ERROR for fault in found):
        return None, found
    ruleset = _assemble(sections, values, overlays)
    ruleset._derived["warnings"] = found  # noqa: SLF001 - the place for what stages derive
    return ruleset, found


def _build(sections: Sections, faults: list[Diagnostic]) -> tuple[dict[str, dict[str, Any]], list[Claims]]:
    ground = header_ground(sections.header())
    values: dict[str, dict[str, Any]] = {name: {} for name in SECTIONS}
    claims: list[Claims] = []
    for entry in sections:
        data, made = ground_entry(entry, ground)
        claims.append(made)
        faults.extend(check_claims(made))
        values[entry.section][entry.id] = build(entry, data, faults)
    return values, claims


def _by_place(fault: Diagnostic) -> tuple[Any, ...]:
    place = fault.place
    return (place.file, place.line, place.column, fault.code) if place else ("", 0, 0, fault.code)


def _assemble(sections: Sections, values: dict[str, dict[str, Any]], overlays: tuple[str, ...]) -> Ruleset:
    content = {name: dict(values[name]) if form == "mapping" else () for name, form in SECTIONS.items()}
    content["ruleset"] = values["ruleset"][""]
    content["groups"] = tuple(values["groups"].values())
    content["criteria"] = in_order(values)
    return Ruleset.model_construct(**content, overlays=overlays)


def in_order(values: dict[str, dict[str, Any]]) -> tuple[Any, ...]:
    """Return the criteria in the order of their groups, then as written; those without a group come last."""
    position = {name: index for index, name in enumerate(values["groups"])}
    last = len(position)
    return tuple(sorted(values["criteria"].values(), key=lambda criterion: position.get(criterion.group, last)))
