"""Implied parts: what may be left out of a conjunction because something that stays in it fails wherever it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartvillage.diagnostics import Words
from smartvillage.model.conditions import TEST_WORDS
from smartvillage.model.findings import Outcome
from smartvillage.truth import FALSE, TRUE, UNKNOWN

from .alone import Alone
from .goals import days_of
from .rules import facts_in, is_simple, literals_in
from .selections import Selections
from .states import states_of, weakened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from smartvillage.model.findings import Finding
    from smartvillage.model.ruleset import Ruleset

    from .mutants import Mutant


def implied(ruleset: Ruleset, data: Mapping[str, Any], mutant: Mutant) -> Words | None:
    """Return which criterion that stays makes the one left out of a decision redundant; nothing where none does."""
    decision = data["decisions"][mutant.entry]
    before = list(_conjuncts(decision.get("if"), Selections(data)))
    after = list(_conjuncts(mutant.made(data)["decisions"][mutant.entry].get("if"), Selections(data)))
    if None in before or None in after:
        return None
    kept = set(after)
    left = [one for one in before if one is not None and one not in kept]
    if not left or kept - set(before):
        return None
    pairs = [(one, _stronger(ruleset, data, one, sorted(map(str, kept)))) for one in left]
    if any(stronger is None for _, stronger in pairs):
        return None
    told = ", ".join(f"`{one}` ≥ `{stronger}`" for one, stronger in pairs)
    return Words(
        f"tiêu chí ở lại trượt ở mọi trạng thái mà tiêu chí bị bỏ trượt ({told})",
        f"what stays fails in every state in which what was left out does ({told})",
    )


def _conjuncts(condition: Any, selections: Selections) -> Iterator[str | None]:  # noqa: ANN401 - plain data
    """Yield the criteria all of which must be met; nothing for a part that asks for anything else."""
    if isinstance(condition, dict) and condition.get("all_of"):
        for part in condition["all_of"]:
            yield from _conjuncts(part, selections)
    elif isinstance(condition, dict) and condition.get("met") and _asks_for_all(condition):
        yield from selections.ids(condition["met"])
    else:
        yield None


def _asks_for_all(condition: dict[str, Any]) -> bool:
    tests = {word: condition[word] for word in TEST_WORDS if condition.get(word) is not None}
    return list(tests) == ["at_least"] and tests["at_least"].get("value") == "all"


def _stronger(ruleset: Ruleset, data: Mapping[str, Any], one: str, others: list[str]) -> str | None:
    """Return a criterion that is never better off than another; nothing where there is none."""
    return next((other for other in others if _never_better(ruleset, data, other, one)), None)


def _never_better(ruleset: Ruleset, data: Mapping[str, Any], strong: str, weak: str) -> bool:
    """Tell whether a criterion is never better off than another, nor lacks less, whatever is known of their facts."""
    rules = [next(one for one in data["criteria"] if one["id"] == name) for name in (strong, weak)]
    facts = [set(facts_in(rule, data)) for rule in rules]
    if not facts[1] or facts[1] - facts[0] or any(not is_simple(rule) or rule.get("applies_if") for rule in rules):
        return False
    asked = [Alone(data, name) for name in (strong, weak)]
    literals = [literal for one in asked for literal in literals_in(one.rule, data)]
    states = states_of(sorted(facts[0]), data, literals, ruleset.ruleset.numbers)
    if not states.complete or not states.combinations:
        return False
    days = {day for one in asked for day in days_of(ruleset, one.rule, data)}
    told = (one for state in states.combinations for one in (state, *(weakened(state, fact) for fact in state)))
    pairs = ([one.finding(state, day) for one in asked] for state in told for day in days)
    return all(_covers(first, second) for first, second in pairs)


def _covers(strong: Finding | str | None, weak: Finding | str | None) -> bool:
    """Tell whether what one finding holds back and leaves open is all that another does."""
    if isinstance(strong, str) or isinstance(weak, str):
        return strong == weak  # both say that there is no such village
    if strong is None or weak is None:
        return weak is None
    if _TRUTHS[strong.outcome] != _TRUTHS[weak.outcome]:
        return _TRUTHS[strong.outcome] < _TRUTHS[weak.outcome]
    return set(weak.caveats) <= set(strong.caveats) and set(weak.open) <= set(strong.open)


_TRUTHS = {
    Outcome.NOT_MET: FALSE, Outcome.UNKNOWN: UNKNOWN, Outcome.NOT_ASSESSABLE: UNKNOWN, Outcome.MET: TRUE,
    Outcome.NOT_APPLICABLE: TRUE, None: TRUE,
}  # fmt: skip
