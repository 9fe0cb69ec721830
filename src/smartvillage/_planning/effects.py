"""Effects: what activities make of a village. A new village value, written as plain data, in scope and existing.

INVARIANT (order): effects on one fact combine as the most of every "reach" and of today's value with all that is
added, so the order of activities never changes the end state. An effect is granted where another body decides; all
others are sure.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from smartvillage._program.bound import BLOCKS, LACKS
from smartvillage._program.interval import Interval
from smartvillage._program.literal import FLAG_LIKE, read_literal
from smartvillage.model.activities import FactEffect, LearnEffect, ListEffect, SettleEffect
from smartvillage.model.facts import CountFact, JudgementFact, LevelFact, ListFact, RecordFact, ShareFact
from smartvillage.truth import TRUE

from .entities import entities_after, list_holds
from .goals import goal
from .leaving import complete, papers
from .matching import typed
from .records import record_after, record_holds
from .writing import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from smartvillage._program.bound import Bound
    from smartvillage._program.literal import Tables
    from smartvillage._program.nodes import Exact
    from smartvillage.model.activities import AnyEffect
    from smartvillage.model.ruleset import Ruleset
    from smartvillage.model.village import Village


@dataclass(frozen=True, slots=True)
class Deed:
    """One effect of one activity."""

    task: str
    number: int
    effect: AnyEffect


@dataclass(frozen=True, slots=True)
class Changed:
    """A village after some deeds, and what of it can only be said between two ends."""

    village: Village
    given: Mapping[str, Interval]


class Effects:
    """Every activity's deeds against one village: which are granted, which hold already, what they make of it."""

    def __init__(self, ruleset: Ruleset, bound: Bound, *, proven: bool = False) -> None:
        """Take the village as bound to the ruleset on the day of the replay.

        With ``proven`` what is so but proves nothing does not count as so, and activities leave their evidence.
        """
        self._ruleset, self._bound, self._village, self._proven = ruleset, bound, bound.village, proven
        self._program = bound.program
        ours = bound.program.tables
        self._tables: tuple[Tables, Tables] = (replace(ours, style=bound.village.numbers, days="vi"), ours)
        self.deeds = {
            name: tuple(Deed(name, number, effect) for number, effect in enumerate(activity.effects))
            for name, activity in ruleset.activities.items()
        }

    def granted(self, deed: Deed) -> bool:
        """Tell whether another body decides on it."""
        effect = deed.effect
        if isinstance(effect, (LearnEffect, SettleEffect)) or effect.granted_by is not None:
            return True
        return isinstance(effect, FactEffect) and isinstance(self._ruleset.facts[effect.fact], JudgementFact)

    def fact_of(self, deed: Deed) -> str | None:
        """Return the fact it changes or makes known; nothing where it settles a limit or a method."""
        match deed.effect:
            case FactEffect(fact=name) | ListEffect(list=name) | LearnEffect(learn=name):
                return name
            case _:
                return None

    def open_paths(self, deed: Deed) -> list[str]:
        """Return the paths of slots that it would fill with a value nobody knows yet."""
        match deed.effect:
            case LearnEffect(learn=name):
                return [] if self._known(name) else [f"facts/{name}"]
            case SettleEffect(settle=paths):
                return [slot for path in paths for slot in self._open_slot(path)]
            case _:
                return []

    def hoped(self, deed: Deed) -> Exact | bool | None:
        """Return the value that a measuring is hoped to find; nothing where none is written."""
        effect = deed.effect
        if not isinstance(effect, LearnEffect) or effect.hoped is None:
            return None
        value = typed(self._ruleset.facts[effect.learn], effect.hoped, self._tables[1])
        truth = isinstance(self._ruleset.facts[effect.learn], FLAG_LIKE)
        return value == TRUE if truth and value is not None else value

    def _open_slot(self, path: str) -> list[str]:
        limit = self._program.limits.get(path)
        if limit is not None:
            return [] if limit.slot is None else [self._program.slots[limit.slot].path]
        return [path] if any(info.path == path for info in self._program.slots) else []

    def _known(self, name: str) -> bool:
        if isinstance(self._ruleset.facts[name], ListFact):
            return self._village.facts.get(name) is not None
        reading = self._bound.readings.get(name)
        return reading is not None and reading.value is not None and not self._weak(name)

    def _weak(self, name: str) -> bool:
        """Tell whether a fact proves nothing as it stands, where that is asked."""
        reading = self._bound.readings.get(name)
        return self._proven and reading is not None and bool(reading.mask & (BLOCKS | LACKS))

    def holds(self, deed: Deed) -> bool:
        """Tell whether it would change nothing."""
        match deed.effect:
            case LearnEffect() | SettleEffect():
                return not self.open_paths(deed)
            case ListEffect() as effect:
                line, fact = self._line(effect.list), self._ruleset.facts[effect.list]
                return isinstance(fact, ListFact) and list_holds(line, effect, fact, self._tables)
            case FactEffect() as effect:
                return effect.add is None and not self._weak(effect.fact) and self._fact_holds(effect)
            case _:
                return False

    def _fact_holds(self, effect: FactEffect) -> bool:
        fact, now = self._ruleset.facts[effect.fact], self._now(effect.fact)
        if effect.becomes is not None:
            return now == read_literal(fact, effect.becomes, self._tables[1])
        if effect.reach is not None:
            level = goal(self._bound, effect.reach)
            return level is None or (now is not None and now >= level)
        if isinstance(fact, RecordFact):
            return now == TRUE and record_holds(self._line(effect.fact), effect, fact, self._tables)
        return now == TRUE

    def _now(self, name: str) -> Exact | None:
        reading = self._bound.readings.get(name)
        if reading is not None:
            return reading.value
        return typed(self._ruleset.facts[name], self._village.facts.get(name), self._tables[0])

    def _line(self, name: str) -> Any:  # noqa: ANN401 - as the village wrote it
        reading = self._bound.readings.get(name)
        return self._village.facts.get(name) if reading is None or reading.line is None else reading.line

    def after(self, deeds: Iterable[Deed], opened: str | None = None) -> Changed:
        """Return the village after some deeds; what only makes things known is no change of the village.

        ``opened`` is the path of a fact of which nothing is said any more.
        """
        done = sorted(deeds, key=lambda deed: (deed.task, deed.number))
        by_fact: dict[str, list[Deed]] = {}
        for deed in done:
            if isinstance(deed.effect, FactEffect):
                by_fact.setdefault(deed.effect.fact, []).append(deed)
            elif isinstance(deed.effect, ListEffect):
                by_fact.setdefault(deed.effect.list, []).append(deed)
        facts, given = dict(self._village.facts), dict[str, Interval]()
        for name, changes in by_fact.items():
            line = self._after(name, changes)
            if isinstance(line, Interval):
                given[f"facts/{name}"] = line
                facts.pop(name, None)
            else:
                facts[name] = line
        if opened is not None:
            facts.pop(opened.removeprefix("facts/"), None)
            given.pop(opened, None)
        update: dict[str, Any] = {"facts": facts}
        if self._proven:
            for deed in done:
                if isinstance(deed.effect, LearnEffect):
                    facts.pop(deed.effect.learn, None)
            left = papers(self._ruleset.activities, done, self._program.day)
            update["evidence"] = (*self._village.evidence, *left)
        changed = self._village.model_copy(update=update)
        changed._derived = {}  # noqa: SLF001 - what was derived from the village before does not hold of this one
        return Changed(changed, given)

    def _after(self, name: str, deeds: list[Deed]) -> Any:  # noqa: ANN401 - plain data, or an interval
        fact = self._ruleset.facts[name]
        if isinstance(fact, ListFact):
            changes = [(deed.task, deed.effect) for deed in deeds if isinstance(deed.effect, ListEffect)]
            return entities_after(self._line(name), changes, fact, self._tables)
        effects = [deed.effect for deed in deeds if isinstance(deed.effect, FactEffect)]
        exact = next((effect.becomes for effect in effects if effect.becomes is not None), None)
        if exact is not None:
            return written(fact, read_literal(fact, exact, self._tables[1]), self._tables[0])
        if any(effect.add is not None or effect.reach is not None for effect in effects):
            return self._amount(name, effects)
        if isinstance(fact, RecordFact):
            record = record_after(self._line(name), effects, fact, (self._tables, self._program.day))
            return complete(record, fact, self._program.day) if self._proven else record
        return True

    def _amount(self, name: str, effects: list[FactEffect]) -> Any:  # noqa: ANN401 - plain data, or an interval
        fact, now = self._ruleset.facts[name], self._now(name)
        added = [self._step(name, effect.add) for effect in effects if effect.add is not None]
        goals = [goal(self._bound, effect.reach) for effect in effects if effect.reach is not None]
        levels = [level for level in goals if level is not None]
        if now is None and added:
            return Interval(max([*levels, sum(added)]), None, whole=isinstance(fact, CountFact))
        if now is not None:
            levels.append(now + sum(added))
        if not levels:
            return self._line(name)
        return written(fact, self._capped(name, max(levels)), self._tables[0])

    def _step(self, name: str, add: Any) -> Exact:  # noqa: ANN401 - as the ruleset wrote it
        fact = self._ruleset.facts[name]
        return int(add) if isinstance(fact, LevelFact) else read_literal(fact, add, self._tables[1])

    def _capped(self, name: str, value: Exact) -> Exact:
        fact = self._ruleset.facts[name]
        if isinstance(fact, ShareFact):
            return min(value, 1)
        return min(value, len(self._tables[0].levels(fact)) - 1) if isinstance(fact, LevelFact) else value
