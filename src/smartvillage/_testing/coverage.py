"""Coverage: of what a criterion can do, what the cases that pass have shown, and what lacks."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from smartvillage import api

from .goals import Goal, Side, day_goals, days_of, period_goals, reachable
from .limit_goals import limit_goals, owner_of, place_of
from .plain import plain
from .run import NOT_IN_FORCE, run_suite
from .sides import seen_sides

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from smartvillage.model.ruleset import Ruleset

    from .run import Result, Suite

#: Keys of ``expect`` by which a case asks for what a criterion itself comes to.
_ASKS = frozenset({"criteria", "points", "grades"})


@dataclass(frozen=True, slots=True)
class CoverageReport:
    """What should be shown, and what was."""

    goals: tuple[Goal, ...]
    """What should be shown, in the ruleset's order."""
    reached: frozenset[Goal]
    """What some passing case shows."""

    @property
    def lacking(self) -> tuple[Goal, ...]:
        """What no case shows, in the ruleset's order."""
        return tuple(goal for goal in self.goals if goal not in self.reached)

    def by_criterion(self) -> dict[str, tuple[int, int]]:
        """Return how much of how much is shown of each criterion, and under an empty id of the ruleset itself."""
        told: dict[str, tuple[int, int]] = {}
        for goal in self.goals:
            shown, all_ = told.get(goal.criterion, (0, 0))
            told[goal.criterion] = (shown + (goal in self.reached), all_ + 1)
        return told


def coverage(suites: Sequence[Suite]) -> CoverageReport:
    """Hold what the passing cases of some files show against all that there is to be shown of their ruleset."""
    results: dict[tuple[str | Path, ...], list[Result]] = defaultdict(list)
    outside: set[Goal] = set()
    for suite in suites:
        for result in run_suite(suite):
            if result.passed and result.assessment is not None:
                results[result.case.overlays or ()].append(result)
            elif result.passed and NOT_IN_FORCE in result.codes and result.day is not None:
                outside.add(Goal("", "day", result.day.isoformat()))
    goals: dict[Goal, None] = {}
    reached = set(outside)
    for overlays, ruleset in sorted(_rulesets(suites, results).items(), key=lambda pair: tuple(map(str, pair[0]))):
        data = plain(ruleset)
        goals.update(dict.fromkeys(_goals(ruleset, data, outcomes=not overlays)))
        reached.update(_reached(ruleset, data, results[overlays]))
    return CoverageReport(tuple(goals), frozenset(reached & goals.keys()))


def _rulesets(
    suites: Sequence[Suite], results: Mapping[tuple[str | Path, ...], Sequence[Result]]
) -> dict[tuple[str | Path, ...], Ruleset]:
    """Return the ruleset as it is, and with each choice of overlays that a passing case names."""
    found: dict[tuple[str | Path, ...], Ruleset] = {}
    for suite in suites:
        if suite.ruleset is not None:
            found[()] = suite.ruleset
    found.update({overlays: one.ruleset for overlays, (one, *_) in results.items() if one.ruleset is not None})
    return found


def _goals(ruleset: Ruleset, data: Mapping[str, Any], *, outcomes: bool) -> Iterator[Goal]:
    yield from period_goals(ruleset)
    for rule in data["criteria"]:
        possible = reachable(ruleset, data, rule["id"])
        yield from possible if outcomes else ()
        for goal in limit_goals(ruleset, data, rule["id"], days_of(ruleset, rule, data)):
            if not (goal.side is Side.SHORT and _fails_only_when_short(goal, possible)):
                yield goal
        yield from day_goals(ruleset, rule, data)
    for name, measure in data.get("measures", {}).items():
        yield from limit_goals(ruleset, data, f"measures/{name}", days_of(ruleset, measure, data))


def _fails_only_when_short(goal: Goal, possible: Sequence[Goal]) -> bool:
    """Tell whether no village can lie short of a known limit, since none can fail the criterion by its rule."""
    outcomes = {one.of for one in possible if one.what == "outcome"}
    return bool(outcomes) and "not_met" not in outcomes and not goal.of.endswith(("/low", "/high"))


def _reached(ruleset: Ruleset, data: Mapping[str, Any], results: Sequence[Result]) -> Iterator[Goal]:
    for result in results:
        if result.assessment is None or result.day is None:
            continue
        day = result.day.isoformat()
        yield Goal("", "day", day)
        asked = dict.fromkeys(one.name for one in result.case.expect if one.part in _ASKS)
        found = {finding.criterion: finding for finding in result.assessment.findings}
        decided = [one.name for one in result.case.expect if one.part == "decisions"] if data.get("measures") else []
        for name in dict.fromkeys([*asked, *decided]):
            yield Goal(name, "day", day)
            if name in found:
                yield Goal(name, "outcome", str(found[name].outcome))
                yield Goal(name, "points", str(found[name].points))
                yield Goal(name, "grade", str(found[name].grade))
            if name in found or name in decided:
                yield from _sides(ruleset, data, result, name)


def _sides(ruleset: Ruleset, data: Mapping[str, Any], result: Result, name: str) -> Iterator[Goal]:
    if result.village is None:
        return
    explanation = api.explain(ruleset, result.village, name, result.day, overlays=())
    for path, side in seen_sides(explanation, data):
        if owner_of(path) == name or path.startswith("measures/"):
            yield Goal(owner_of(path), "limit", path, side, place_of(ruleset, path))


__all__ = ["CoverageReport", "Goal", "Side", "coverage"]
