"""Resolving: entries and overlays → grounds → values → checks → one ruleset, or all faults at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from smartvillage._faults import shape
from smartvillage.diagnostics import Diagnostic, Severity, in_place_order
from smartvillage.model.frozen import FrozenDict
from smartvillage.model.ruleset import Ruleset

from .borrowing import borrow
from .build import build
from .checks import check_all
from .checks.context import Loaded
from .checks.unused import check_unused
from .claims import check_claims, check_grounded
from .ground import Claims, ground_entry, header_ground
from .sections import SECTIONS, Sections, missing

if TYPE_CHECKING:
    from smartvillage.document import Limits

#: A ruleset or nothing, and everything that was found.
Checked: TypeAlias = "tuple[Ruleset | None, tuple[Diagnostic, ...]]"


def resolve(sections: Sections, faults: list[Diagnostic], limits: Limits, overlays: Iterable[str] = ()) -> Checked:
    """Make a ruleset of entries; ``overlays`` are those that were brought into them."""
    borrow(sections, faults)
    faults.extend(missing(sections))
    faults.extend(_too_many(sections, limits))
    loaded = _build(sections, faults)
    faults.extend(check_all(loaded))
    if has_error(faults):
        return None, in_place_order(faults)
    found = in_place_order([*faults, *check_unused(loaded)])
    ruleset = _assemble(loaded.values, tuple(sorted({*sections.overlays, *overlays})), sections.borrowed)
    ruleset._derived["warnings"] = found  # noqa: SLF001 - the place for what stages derive
    ruleset._derived["left_out"] = frozenset(sections.dropped)  # noqa: SLF001 - likewise: what the sets beneath it have
    ruleset._derived["sections"] = sections  # noqa: SLF001 - likewise: who wrote what, and where
    return ruleset, found


def has_error(faults: Iterable[Diagnostic]) -> bool:
    """Tell whether anything that was found stops the load."""
    return any(fault.severity is Severity.ERROR for fault in faults)


def _too_many(sections: Sections, limits: Limits) -> Iterator[Diagnostic]:
    for name, bound in (("criteria", limits.max_criteria), ("activities", limits.max_activities)):
        count = len(sections.entries[name])
        if count > bound:
            last = list(sections.entries[name].values())[bound]
            yield shape.too_many(last.place(), name, count, bound)


def _build(sections: Sections, faults: list[Diagnostic]) -> Loaded:
    """Ground and build every entry; an entry with a fault keeps its id and has no value."""
    ground = header_ground(sections.header())
    values: dict[str, dict[str, Any]] = {name: {} for name in SECTIONS}
    claims: list[Claims] = []
    for entry in sections:
        data, made = ground_entry(entry, ground)
        if made.made or made.ungrounded or made.unknowns or made.deep:
            claims.append(made)
            faults.extend(check_claims(made))
        values[entry.section][entry.id] = build(entry, data, faults)
    faults.extend(check_grounded(claims, sections.entries["ruleset"].get("")))
    return Loaded(sections, values, claims)


def _assemble(values: dict[str, dict[str, Any]], overlays: tuple[str, ...], borrowed: tuple[str, ...]) -> Ruleset:
    content: dict[str, Any] = {name: FrozenDict(found) for name, found in values.items()}
    content["ruleset"] = values["ruleset"][""]
    content["groups"] = tuple(values["groups"].values())
    content["criteria"] = in_order(values)
    content["procedure"] = tuple(values["procedure"].values())
    return Ruleset.model_construct(**content, overlays=overlays, borrowed=borrowed)


def in_order(values: dict[str, dict[str, Any]]) -> tuple[Any, ...]:
    """Return the criteria in the order of their groups, then as written; those without a group come last."""
    position = {name: index for index, name in enumerate(values["groups"])}
    last = len(position)
    return tuple(sorted(values["criteria"].values(), key=lambda criterion: position.get(criterion.group, last)))
