"""How many of a set: a number, a percentage, or ``all``, which is every one of them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from smartvillage.numbers import read_number

from .literal import LiteralFault, plain_text

if TYPE_CHECKING:
    from smartvillage.numbers import Style

    from .nodes import Exact


class Level(NamedTuple):
    """What something is held against; ``share`` where it is a part of a set."""

    value: Exact
    share: bool


ALL = "all"


def read_quota(written: object, style: Style) -> Level:
    """Read how many of a set are asked for.

    Raises:
        LiteralFault, NumberFault: it is no whole number, no percentage and not ``all``.
    """
    level = read_points(written, style)
    if not level.share and level.value.denominator != 1:
        raise LiteralFault("not_whole", plain_text(written))
    return level


def read_points(written: object, style: Style) -> Level:
    """Read a number of points, a percentage of the most, or ``all`` of it; points may be fractions.

    Raises:
        LiteralFault, NumberFault: it is no number, no percentage and not ``all``.
    """
    if written == ALL:
        return Level(1, share=True)
    if isinstance(written, bool) or not isinstance(written, (str, int, Decimal)):
        raise LiteralFault("no_literal", plain_text(written))
    number = read_number(written, style)
    if number.percent:
        if not 0 <= number.value <= 1:
            raise LiteralFault("over_whole" if number.value > 1 else "negative", number.text)
        return Level(number.value, share=True)
    if number.unit or number.part is not None:
        raise LiteralFault("unit_unwanted", number.text)
    return Level(number.value, share=False)
