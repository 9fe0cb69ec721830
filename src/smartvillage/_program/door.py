"""The door to programs: a ruleset on a day, lowered once and kept beside the ruleset.

The rule: a day outside the ruleset's period is an error, never an empty set; of a set that was amended the program is
that of the set as it stands on the day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from smartvillage.errors import NotInForceError

if TYPE_CHECKING:
    from datetime import date

    from smartvillage.model.ruleset import Ruleset

    from .program import Given, Program

#: Who asked for the day.
Asked: TypeAlias = Literal["on", "until", "as_of"]

#: How many programs are kept: a planner asks the same few again and again, a stranger may ask about ever other days.
_KEPT = 64


def program_for(ruleset: Ruleset, day: date, given: Given | None = None, asked: Asked = "on") -> Program:
    """Return the program of a ruleset for a day.

    Raises:
        NotInForceError: the day lies outside the ruleset's period; ``asked`` says where it came from.
    """
    kept: dict[object, Program] = ruleset._derived.setdefault("programs", {})  # noqa: SLF001 - the place for what stages derive
    key = (day, frozenset((path, type(value), value) for path, value in given.items()) if given else None)
    program = kept.get(key)
    if program is None:
        from .lower import lower

        period = ruleset.ruleset.period
        if day not in period:
            raise NotInForceError(ruleset.id, day, period.from_, period.until, asked)
        if len(kept) >= _KEPT:
            kept.clear()
        program = kept[key] = lower(ruleset.on(day), day, given)
    return program
