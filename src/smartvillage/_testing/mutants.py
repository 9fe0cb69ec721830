"""Mutants: a ruleset's data with one small mistake in it, each with the place where that mistake would stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from smartvillage.diagnostics import Words
from smartvillage.model.facts import RECORD_NEEDS

from .operators import Change, Operators
from .selections import Selections

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from smartvillage.diagnostics import Place
    from smartvillage.model.ruleset import Ruleset

    from .operators import Path

#: The sections whose entries say what comes out.
_SECTIONS = ("facts", "limits", "measures", "groups", "criteria", "decisions", "evidence_types")


@dataclass(frozen=True, slots=True, eq=False)
class Mutant:
    """One mistake."""

    section: str
    """The section of the ruleset that it is in."""
    entry: str
    """Whose data it is in: a criterion, a decision, a fact and so on; empty for the header."""
    path: Path
    """The path in the ruleset's data of what is replaced."""
    new: Any
    """What stands there instead."""
    shown: str
    """The path of ids to what is changed, as ``criteria/2.13/rule/at_least``."""
    place: Place | None
    """Where the file says what is changed."""
    words: Words
    """What was changed, in words."""

    @property
    def key(self) -> tuple[object, ...]:
        """What makes two mutants the same mistake, whatever overlays were resolved."""
        return (self.place or self.shown, self.words)

    def made(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """Return a ruleset's data with the mistake in it."""
        changed: dict[str, Any] = replaced(data, self.path, self.new)
        return changed


def mutants_of(ruleset: Ruleset, data: Mapping[str, Any]) -> Iterator[Mutant]:
    """Yield every mutant of a ruleset; ``data`` is the ruleset as plain data."""
    operators = Operators(data, Selections(data), ruleset.ruleset.numbers)
    partial = ruleset.ruleset.completeness == "partial"
    for change in operators.changes(data["ruleset"]["period"], ("period",)):
        yield _mutant(ruleset, "ruleset", "", ("ruleset",), change)
    for section in _SECTIONS:
        for key, entry in _entries(data.get(section) or {}):
            name = str(entry["id"]) if isinstance(key, int) else key
            for change in _changes(section, entry, operators, partial=partial):
                yield _mutant(ruleset, section, name, (section, key), change)


def _entries(section: Any) -> Iterator[tuple[str | int, Any]]:  # noqa: ANN401 - plain data
    yield from section.items() if isinstance(section, dict) else enumerate(section)


def _changes(section: str, entry: Any, operators: Operators, *, partial: bool) -> Iterator[Change]:  # noqa: ANN401 - plain data
    if section == "groups":
        told = Words("đổi `precondition`", "`precondition` turned round")
        yield Change(("precondition",), not entry["precondition"], ("precondition",), told)
    elif section == "facts":
        if entry["type"] in RECORD_NEEDS and entry.get("needs") is None:
            entry = {**entry, "needs": list(RECORD_NEEDS[entry["type"]])}
        yield from operators.changes({key: part for key, part in entry.items() if key != "fields"})
    else:
        yield from operators.changes(entry)
    if section == "decisions" and partial:
        other = "leave_out" if entry.get("unseen") == "keep_open" else "keep_open"
        told = Words(f"`unseen` đổi thành `{other}`", f"`unseen` becomes `{other}`")
        yield Change(("unseen",), other, ("unseen",), told)


def _mutant(ruleset: Ruleset, section: str, name: str, at: Path, change: Change) -> Mutant:
    sections = ruleset._derived.get("sections")  # noqa: SLF001 - who wrote what, and where
    entry = sections.entries.get(section, {}).get(name) if sections else None
    place = entry.place(*change.at) if entry is not None else None
    shown = "/".join(map(str, filter(None, (section, name, *map(str, change.at)))))
    return Mutant(section, name, (*at, *change.path), change.new, shown, place, change.words)


def replaced(data: Any, path: Path, new: Any) -> Any:  # noqa: ANN401 - plain data
    """Return data in which something else stands at a path; what is around it is copied, the rest shared."""
    if not path:
        return new
    step, *rest = path
    if isinstance(step, int):
        return [replaced(part, tuple(rest), new) if at == step else part for at, part in enumerate(data)]
    return {**data, step: replaced(data.get(step), tuple(rest), new)}
