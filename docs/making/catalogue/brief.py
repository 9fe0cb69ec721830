"""A criterion in brief: what it asks in one line, how much, and on what that rests; and how many rest on what.

The rule: what is said in brief here is said in full on the criterion's page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._reporting.view.scoring import scoring
from smartvillage.model.conditions import NoMethod

from .limits import edges_of, inside, limits_of
from .telling import weakest

if TYPE_CHECKING:
    from smartvillage.model.criteria import Criterion

    from .telling import Telling


def bases_of(telling: Telling, criterion: Criterion) -> list[str]:
    """Return the basis of each thing that a criterion asks, or of its rule where that has no limit."""
    found = []
    if criterion.rule is not None:
        found += [basis for one in limits_of(telling, criterion.rule) for basis in one.bases]
        found += [str(one.basis or "unknown") for one in inside(criterion.rule) if isinstance(one, NoMethod)]
        found = found or [str(criterion.rule.basis or "unknown")]
    if criterion.points is not None:
        found.append(str(criterion.points.basis or "unknown"))
    if criterion.grade is not None:
        found += [basis for one in edges_of(telling, criterion.grade) for basis in one.bases]
    return found


def tally(telling: Telling) -> str:
    """Count the criteria by the weakest basis of what they ask."""
    weak = [weakest(bases_of(telling, one)) for one in telling.ruleset.criteria]
    counts = ((basis, weak.count(basis)) for basis in ("stated", "wording", "inferred", "assumed", "unknown"))
    return " ".join(f"{telling.basis(basis)} {count}" for basis, count in counts if count) or "–"


def in_a_line(telling: Telling, criterion: Criterion) -> str:
    """Say in one line what a criterion asks."""
    if criterion.rule is not None:
        return telling.rules.rule(criterion.rule)
    told = [line[0].text for line in scoring(telling.rules, criterion)]
    return "; ".join(told)


def how_much(telling: Telling, criterion: Criterion) -> str:
    """Say only how much is asked; where there is nothing to measure, that it must be there."""
    truth = telling.say("truth.true")
    if criterion.rule is None:
        return telling("state.scored")
    if any(isinstance(one, NoMethod) for one in inside(criterion.rule)):
        return "–"
    tests = (one.test for one in limits_of(telling, criterion.rule))
    return ", ".join(dict.fromkeys(one for one in tests if one != truth)) or truth
