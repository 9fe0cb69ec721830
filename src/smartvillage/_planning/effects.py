"""Effects: what activities promise, held against a village: which are granted, which hold already, what they open.

The rule: an effect is granted where another body decides, and sure where none does. What would change nothing holds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from smartvillage._program.bound import BLOCKS, LACKS
from smartvillage._program.literal import FLAG_LIKE, read_literal
from smartvillage.model.activities import FactEffect, LearnEffect, ListEffect, SettleEffect
from smartvillage.model.facts import JudgementFact, ListFact, RecordFact, ResultFact
from smartvillage.truth import TRUE

from .entities import list_holds
from .goals import goal
from .matching import typed
from .records import record_holds

if TYPE_CHECKING:
    from smartvillage._program.bound import Bound
    from smartvillage._program.literal import Tables
    from smartvillage._program.nodes import Exact
    from smartvillage.model.activities import AnyEffect
    from smartvillage.model.ruleset import Ruleset


@dataclass(frozen=True, slots=True)
class Deed:
    """One effect of one activity."""

    task: str
    number: int
    effect: AnyEffect


def decided_by_others(effect: AnyEffect, ruleset: Ruleset) -> bool:
    """Tell whether what an effect changes is a judgement or a result, on which the village never decides itself."""
    match effect:
        case FactEffect(fact=name):
            return isinstance(ruleset.facts[name], (JudgementFact, ResultFact))
        case ListEffect(list=name, with_=fields) if fields:
            declared = getattr(ruleset.facts[name], "fields", {})
            return any(isinstance(declared.get(field), (JudgementFact, ResultFact)) for field in fields)
        case _:
            return False


class Effects:
    """Every activity's deeds against one village: which are granted, which hold already, what they make of it."""

    def __init__(self, ruleset: Ruleset, bound: Bound, *, proven: bool = False) -> None:
        """Take the village as bound to the ruleset on the day of the replay.

        With ``proven`` what is so but proves nothing does not count as so, and activities leave their evidence.
        """
        self.ruleset, self.bound, self.village, self.proven = ruleset, bound, bound.village, proven
        self.program = bound.program
        ours = bound.program.tables
        self.tables: tuple[Tables, Tables] = (replace(ours, style=bound.village.numbers, days="vi"), ours)
        self.deeds = {
            name: tuple(Deed(name, number, effect) for number, effect in enumerate(activity.effects))
            for name, activity in ruleset.activities.items()
        }

    def granted(self, deed: Deed) -> bool:
        """Tell whether another body decides on it."""
        effect = deed.effect
        if isinstance(effect, (LearnEffect, SettleEffect)) or effect.granted_by is not None:
            return True
        return decided_by_others(effect, self.ruleset)

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
        value = typed(self.ruleset.facts[effect.learn], effect.hoped, self.tables[1])
        truth = isinstance(self.ruleset.facts[effect.learn], FLAG_LIKE)
        return value == TRUE if truth and value is not None else value

    def _open_slot(self, path: str) -> list[str]:
        limit = self.program.limits.get(path)
        if limit is not None:
            return [] if limit.slot is None else [self.program.slots[limit.slot].path]
        return [path] if any(info.path == path for info in self.program.slots) else []

    def _known(self, name: str) -> bool:
        if isinstance(self.ruleset.facts[name], ListFact):
            return self.village.facts.get(name) is not None
        reading = self.bound.readings.get(name)
        return reading is not None and reading.value is not None and not self._weak(name)

    def _weak(self, name: str) -> bool:
        """Tell whether a fact proves nothing as it stands, where that is asked."""
        reading = self.bound.readings.get(name)
        return self.proven and reading is not None and bool(reading.mask & (BLOCKS | LACKS))

    def holds(self, deed: Deed) -> bool:
        """Tell whether it would change nothing."""
        match deed.effect:
            case LearnEffect() | SettleEffect():
                return not self.open_paths(deed)
            case ListEffect() as effect:
                line, fact = self.line(effect.list), self.ruleset.facts[effect.list]
                return isinstance(fact, ListFact) and list_holds(line, effect, fact, self.tables)
            case FactEffect() as effect:
                return effect.add is None and not self._weak(effect.fact) and self._fact_holds(effect)
            case _:
                return False

    def _fact_holds(self, effect: FactEffect) -> bool:
        fact, now = self.ruleset.facts[effect.fact], self.now(effect.fact)
        if effect.becomes is not None:
            return now == read_literal(fact, effect.becomes, self.tables[1])
        if effect.reach is not None:
            level = goal(self.bound, effect.reach)
            return level is None or (now is not None and now >= level)
        if isinstance(fact, RecordFact):
            return now == TRUE and record_holds(self.line(effect.fact), effect, fact, self.tables)
        return now == TRUE

    def now(self, name: str) -> Exact | None:
        """Return a fact's value as it stands; nothing where it is missing."""
        reading = self.bound.readings.get(name)
        if reading is not None:
            return reading.value
        return typed(self.ruleset.facts[name], self.village.facts.get(name), self.tables[0])

    def line(self, name: str) -> Any:  # noqa: ANN401 - as the village wrote it
        """Return what the village says of a fact; of several statements the one that is used."""
        reading = self.bound.readings.get(name)
        return self.village.facts.get(name) if reading is None or reading.line is None else reading.line
