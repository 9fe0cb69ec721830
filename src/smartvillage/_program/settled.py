"""Settling: what a limit comes to for one village, where it follows from what the village says.

The rule: a limit that stands by itself is the program's; one that is a part of a fact, or a day of the village's year,
is found here and nowhere else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .closures import value_fn
from .interval import Interval
from .walk import compiled

if TYPE_CHECKING:
    from .closures import Values
    from .program import LimitInfo, Program


def in_village(program: Program, info: LimitInfo, values: Values) -> LimitInfo:
    """Return a limit with its value, or what it can be, for the village whose values are given."""
    if info.follows is None:
        return info
    found = value_fn(info.follows, compiled(program).layout)(values)
    return info._replace(domain=found) if isinstance(found, Interval) else info._replace(value=found)
