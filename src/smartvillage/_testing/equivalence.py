"""Equivalence: showing that no village can tell a mutant from the ruleset. What is not shown is not assumed.

It is shown in one of two ways: both give the same finding in every state of the facts that the criterion reads; or what
was left out of a conjunction fails only where something that stays in it fails.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartvillage.diagnostics import Words
from smartvillage.model.findings import Outcome

from .alone import Alone
from .goals import days_of
from .implied import implied
from .rules import facts_in, is_simple, literals_in
from .states import states_of, weakened

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smartvillage.model.findings import Finding
    from smartvillage.model.ruleset import Ruleset

    from .mutants import Mutant

#: What of a criterion is no matter of the states of its facts.
_APART = ("valid", "points", "grade")


def shown_equal(ruleset: Ruleset, data: Mapping[str, Any], mutant: Mutant) -> Words | None:
    """Return how it is shown that a mutant says what the ruleset says; nothing where it is not."""
    if mutant.section == "decisions":
        return implied(ruleset, data, mutant)
    return _by_enumeration(ruleset, data, mutant) if mutant.section == "criteria" else None


#: Where evidence makes no difference.
_NEVER_MET = Words(
    "tiêu chí không đạt ở trạng thái nào, nên không bao giờ cần minh chứng",
    "the criterion is met in no state, so that evidence never matters",
)


def _doubtful(state: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return a state again with each of its facts in doubt: which caveats are left tells what the outcome rests on."""
    return [weakened(state, fact) for fact in state]


def _is_met(found: Finding | str | None) -> bool:
    return found is not None and not isinstance(found, str) and found.outcome is Outcome.MET


def _by_enumeration(ruleset: Ruleset, data: Mapping[str, Any], mutant: Mutant) -> Words | None:
    """Hold both against each other in every state of the facts that the criterion reads."""
    before, after = Alone(data, mutant.entry), Alone(mutant.made(data), mutant.entry)
    rules = (before.rule, after.rule)
    if not all(map(is_simple, rules)) or any(before.rule.get(key) != after.rule.get(key) for key in _APART):
        return None
    facts = sorted({name for rule in rules for name in facts_in(rule, data)})
    literals = [literal for rule in rules for literal in literals_in(rule, data)]
    states = states_of(facts, data, literals, ruleset.ruleset.numbers)
    if not states.complete or not states.combinations:
        return None
    days = days_of(ruleset, before.rule, data)
    told = [(one, day) for state in states.combinations for one in (state, *_doubtful(state)) for day in days]
    found = [(before.finding(state, day), after.finding(state, day)) for state, day in told]
    if any(one != other for one, other in found):
        return None
    if before.rule.get("evidence") != after.rule.get("evidence"):
        return None if any(_is_met(one) for one, _ in found) else _NEVER_MET
    number, named = len(states.combinations), ", ".join(f"`{fact}`" for fact in facts)
    return Words(f"như nhau trong cả {number} trạng thái của {named}", f"the same in all {number} states of {named}")
