"""A criterion alone: a ruleset that holds one criterion and no other, so that asking it of many villages is quick.

The rule: a criterion that looks at other criteria, at measures or at decisions is never taken out of its set.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartvillage import api
from smartvillage.errors import SmartVillageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from smartvillage.model.findings import Finding
    from smartvillage.model.ruleset import Ruleset

#: Heads by which a criterion looks at more than facts.
_BEYOND = ("met", "not_met", "points", "grade", "measure", "decision")
_UNUSED = ("activities", "decisions", "criteria", "procedure", "measures", "overlays")


class Alone:
    """One criterion of a ruleset, to be asked of villages."""

    def __init__(self, data: Mapping[str, Any], criterion: str, fallback: Ruleset | None = None) -> None:
        """Take the criterion out of its set, or keep the set where it has to stay in it."""
        self.criterion = criterion
        self.rule: dict[str, Any] = next(one for one in data["criteria"] if one["id"] == criterion)
        self.ruleset = (
            (None if _looks_beyond(self.rule) else _cut_out(data, self.rule)) or fallback or api.load_ruleset(data)
        )

    def finding(self, facts: Mapping[str, Any], day: date) -> Finding | str | None:
        """Return the finding in a state; the name of an error where the state is none, nothing out of the set."""
        header = {"id": "state", "name": "state", "kind": self.ruleset.ruleset.subject}
        village = {"village": header, "ruleset": self.ruleset.id, "as_of": day, "facts": dict(facts)}
        try:
            assessment = api.evaluate(self.ruleset, village, day, overlays=())
        except SmartVillageError as error:
            return type(error).__name__
        return next((finding for finding in assessment.findings if finding.criterion == self.criterion), None)


def _cut_out(data: Mapping[str, Any], rule: dict[str, Any]) -> Ruleset | None:
    kept = {name: section for name, section in data.items() if name not in _UNUSED}
    decision = {"main": True, "if": {"met": [rule["id"]], "at_least": "all", "basis": "assumed"}, "basis": "assumed"}
    try:
        return api.load_ruleset({**kept, "criteria": [rule], "decisions": {"alone": decision}})
    except SmartVillageError:
        return None


def _looks_beyond(value: Any) -> bool:  # noqa: ANN401 - plain data
    if isinstance(value, dict):
        return any(value.get(head) is not None for head in _BEYOND) or any(map(_looks_beyond, value.values()))
    return isinstance(value, (list, tuple)) and any(map(_looks_beyond, value))


def pairs(value: Any, silent: frozenset[str] = frozenset()) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - plain data
    """Yield every key of plain data with what stands there, however deep; not what stands below silent keys."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield key, part
            if key not in silent:
                yield from pairs(part, silent)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from pairs(part, silent)
