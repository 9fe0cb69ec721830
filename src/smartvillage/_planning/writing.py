"""Writing an exact value back as a village would, so that the evaluator reads from it what was meant.

The rule: reading back what is written here gives the very same number.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from smartvillage.exact import decimals_of, exact_text
from smartvillage.model.facts import ChoiceFact, CountFact, DateFact, LevelFact, QuantityFact, ShareFact
from smartvillage.truth import TRUE

if TYPE_CHECKING:
    from smartvillage._program.literal import Tables
    from smartvillage._program.nodes import Exact
    from smartvillage.model.facts import AnyFact


def written(fact: AnyFact, value: Exact, tables: Tables) -> Any:  # noqa: ANN401, PLR0911 - plain data, one return a type
    """Write a value by its fact's type, with the decimal mark of the village's style."""
    match fact:
        case CountFact():
            return int(value)
        case ShareFact():
            return _share(value, tables)
        case QuantityFact():
            return f"{_digits(value, tables)} {fact.unit}".removesuffix(" 1")
        case LevelFact():
            return tables.levels(fact)[int(value)]
        case ChoiceFact():
            return tables.choices(fact)[int(value)]
        case DateFact():
            return date.fromordinal(int(value)).isoformat()
        case _:
            return value == TRUE


def _share(value: Exact, tables: Tables) -> str:
    if decimals_of(value) is None:
        return f"{value.numerator}/{value.denominator}"
    return f"{_digits(value * 100, tables)} %"


def _digits(value: Exact, tables: Tables) -> str:
    """Write digits without group marks; a number whose decimals never end is no sum of written ones."""
    text = exact_text(value)
    return text.replace(".", ",") if tables.style == "vi" else text
