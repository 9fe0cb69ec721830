"""Selections of criteria: what they name is there, and of what is selected something can be measured."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smartvillage._faults import references, scores
from smartvillage.diagnostics import Diagnostic
from smartvillage.model.conditions import GroupSelector, TagSelector

if TYPE_CHECKING:
    from smartvillage._loading.entries import Entry, Step
    from smartvillage.model.conditions import Selector
    from smartvillage.model.criteria import Criterion

    from .context import Loaded


def check_selection(loaded: Loaded, entry: Entry, chosen: Selector, steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the names in a selection."""
    match chosen:
        case GroupSelector():
            yield from loaded.refer("group", chosen.group, entry, *steps, "group")
        case TagSelector():
            loaded.use("tags", chosen.tag)
            if chosen.tag not in loaded.tags() and "criteria" not in loaded.sections.broken:
                yield references.empty_tag(entry.place(*steps, "tag"), chosen.tag, sorted(loaded.tags()))
        case tuple():
            for position, criterion in enumerate(chosen):
                yield from loaded.refer("criterion", criterion, entry, *steps, position)


def criteria_in(loaded: Loaded, chosen: Selector) -> list[Criterion] | None:
    """Return the criteria that are selected; nothing where some criterion or group has a fault of its own."""
    criteria = [one for one in loaded.values["criteria"].values() if one]
    groups = {name: group for name, group in loaded.values["groups"].items() if group}
    if loaded.sections.broken & {"criteria", "groups"} or len(criteria) < len(loaded.values["criteria"]):
        return None
    if len(groups) < len(loaded.values["groups"]):
        return None
    match chosen:
        case tuple():
            return [one for one in criteria if one.id in chosen]
        case GroupSelector(group=group):
            return [one for one in criteria if one.group == group]
        case TagSelector(tag=tag):
            return [one for one in criteria if tag in one.tags]
        case _:
            aside = {name for name, group in groups.items() if group.precondition}
            return [one for one in criteria if one.group not in aside]


def graded_scales(loaded: Loaded, chosen: Selector) -> list[str]:
    """Return the scales of the grades of selected criteria, each once."""
    criteria = criteria_in(loaded, chosen) or []
    return list(dict.fromkeys(one.grade.scale for one in criteria if one.grade is not None))


def check_points_given(loaded: Loaded, entry: Entry, chosen: Selector, steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    """Yield a fault where none of the selected criteria gives points."""
    yield from check_selection(loaded, entry, chosen, steps)
    criteria = criteria_in(loaded, chosen)
    if criteria is not None and all(one.points is None for one in criteria):
        yield scores.nothing_to_measure(entry.place(*steps), "points")


def check_grades_given(loaded: Loaded, entry: Entry, chosen: Selector, steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    """Yield a fault where none of the selected criteria has a grade, or not all grades have one scale."""
    yield from check_selection(loaded, entry, chosen, steps)
    if criteria_in(loaded, chosen) is None:
        return
    scales = graded_scales(loaded, chosen)
    if not scales:
        yield scores.nothing_to_measure(entry.place(*steps), "grade")
    for other in scales[1:]:
        yield scores.other_scale(entry.place(*steps), other, scales[0])
