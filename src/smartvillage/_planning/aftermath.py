"""The aftermath: what deeds make of a village. A new village value, written as plain data, in scope and existing.

INVARIANT (order): effects on one fact combine as the most of every "reach" and of today's value with all that is
added, so the order of activities never changes the end state.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from smartvillage._program.domains import domain_of
from smartvillage._program.interval import Interval
from smartvillage._program.literal import read_literal
from smartvillage.model.activities import FactEffect, LearnEffect, ListEffect
from smartvillage.model.facts import CountFact, LevelFact, ListFact, RecordFact
from smartvillage.model.frozen import FrozenDict

from .entities import entities_after
from .goals import goal
from .leaving import complete, papers
from .records import record_after
from .writing import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from smartvillage._program.nodes import Exact
    from smartvillage.model.facts import AnyFact
    from smartvillage.model.village import Village

    from .effects import Deed, Effects


@dataclass(frozen=True, slots=True)
class Changed:
    """A village after some deeds, and what of it can only be said between two ends."""

    village: Village
    given: Mapping[str, Interval]


def after(effects: Effects, deeds: Iterable[Deed], opened: str | None = None) -> Changed:
    """Return the village after some deeds; what only makes things known is no change of the village.

    ``opened`` is the path of a fact of which nothing is said any more.
    """
    done = sorted(deeds, key=lambda deed: (deed.task, deed.number))
    facts, given = dict(effects.village.facts), dict[str, Interval]()
    for name, changes in _by_fact(done).items():
        line = _after(effects, name, changes)
        if isinstance(line, Interval):
            given[f"facts/{name}"] = line
            facts.pop(name, None)
        else:
            facts[name] = line
    if opened is not None:
        facts.pop(opened.removeprefix("facts/"), None)
        given.pop(opened, None)
    proof = _proof(effects, done, facts)
    changed = effects.village.model_copy(update={"facts": FrozenDict(facts), **proof})
    changed._kept = {}  # noqa: SLF001 - what was derived from the village before does not hold of this one
    return Changed(changed, given)


def _by_fact(deeds: Sequence[Deed]) -> dict[str, list[Deed]]:
    found: dict[str, list[Deed]] = {}
    for deed in deeds:
        match deed.effect:
            case FactEffect(fact=name) | ListEffect(list=name):
                found.setdefault(name, []).append(deed)
    return found


def _proof(effects: Effects, deeds: Sequence[Deed], facts: dict[str, Any]) -> dict[str, Any]:
    """Where things are to be proven: open the facts that are measured anew, and attach what the deeds leave."""
    if not effects.proven:
        return {}
    for deed in deeds:
        if isinstance(deed.effect, LearnEffect):
            facts.pop(deed.effect.learn, None)
    left = papers(effects.ruleset.activities, deeds, effects.program.day)
    return {"evidence": (*effects.village.evidence, *left)}


def _after(effects: Effects, name: str, deeds: list[Deed]) -> Any:  # noqa: ANN401 - plain data, or an interval
    fact = effects.ruleset.facts[name]
    if isinstance(fact, ListFact):
        changes = [(deed.task, deed.effect) for deed in deeds if isinstance(deed.effect, ListEffect)]
        return entities_after(effects.line(name), changes, fact, effects.tables)
    changed = [deed.effect for deed in deeds if isinstance(deed.effect, FactEffect)]
    exact = next((effect.becomes for effect in changed if effect.becomes is not None), None)
    if exact is not None:
        return written(fact, read_literal(fact, exact, effects.tables[1]), effects.tables[0])
    if any(effect.add is not None or effect.reach is not None for effect in changed):
        return _amount(effects, name, changed)
    if isinstance(fact, RecordFact):
        record = record_after(effects.line(name), changed, fact, (effects.tables, effects.program.day))
        return complete(record, fact, effects.program.day) if effects.proven else record
    return True


def _amount(effects: Effects, name: str, changed: list[FactEffect]) -> Any:  # noqa: ANN401 - plain data, or an interval
    fact, now = effects.ruleset.facts[name], effects.now(name)
    added = [_step(effects, fact, effect.add) for effect in changed if effect.add is not None]
    goals = [goal(effects.bound, effect.reach) for effect in changed if effect.reach is not None]
    levels = [level for level in goals if level is not None]
    if now is None and added:
        least = _capped(effects, fact, max([*levels, sum(added)]))
        domain = domain_of(fact, effects.tables[1])
        return Interval(least, None if domain is None else domain.high, whole=isinstance(fact, CountFact))
    if now is not None:
        levels.append(now + sum(added))
    if not levels:
        return effects.line(name)
    return written(fact, _capped(effects, fact, max(levels)), effects.tables[0])


def _step(effects: Effects, fact: AnyFact, add: Any) -> Exact:  # noqa: ANN401 - as the ruleset wrote it
    return int(add) if isinstance(fact, LevelFact) else read_literal(fact, add, effects.tables[1])


def _capped(effects: Effects, fact: AnyFact, value: Exact) -> Exact:
    """Stay within what the fact can be at all."""
    domain = domain_of(fact, effects.tables[1])
    return value if domain is None or domain.high is None else min(value, domain.high)
