"""Trial values: what a fact is given in tried villages, written as a village file writes it.

The rule: every edge, a step to either side of it, and one value in each stretch between; never more than a handful.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import islice, pairwise, product
from typing import TYPE_CHECKING, Any

from smartvillage._program.domains import TextKey, domain_of, field_of
from smartvillage.exact import decimals_of, exact_text, simplify
from smartvillage.model.facts import (
    AnyFact,
    ChoiceFact,
    CountFact,
    DateFact,
    LevelFact,
    ListFact,
    QuantityFact,
    RecordFact,
    ShareFact,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from smartvillage._program.interval import Interval
    from smartvillage._program.nodes import Exact
    from smartvillage._program.program import Program

    from .edges import Edges

#: How many values a fact, how many kinds of entity a list, and how many ways to fill a record are tried.
MOST_VALUES, MOST_KINDS, MOST_RECORDS = 24, 5, 24
#: The day around which days are tried where no rule names one.
_SOME_DAY = date(2024, 1, 1).toordinal()


def trial_values(program: Program, fact_id: str, edges: Edges) -> list[Any]:
    """Return the values of a fact that are tried, in a fixed order."""
    fact = program.facts[fact_id]
    if isinstance(fact, ListFact):
        return list(_lists(program, fact, fact_id, edges))
    return list(_values(program, fact, f"facts/{fact_id}", edges))


def _values(program: Program, fact: AnyFact, path: str, edges: Edges) -> Iterator[Any]:
    if isinstance(fact, RecordFact):
        yield from _records(program, fact, path, edges)
        return
    if isinstance(fact, TextKey):
        yield from (*program.texts, "khác")
        return
    domain = domain_of(fact, program.tables)
    if domain is None:
        yield from (True, False)
        return
    write = _WRITERS[type(fact)]
    for value in islice(_tried(fact, domain, edges.values.get(path, set())), MOST_VALUES):
        written = write(program, fact, value)
        if written is not None:
            yield written


def _tried(fact: AnyFact, domain: Interval, edges: set[Exact]) -> list[Exact]:
    """Return edges, steps beside them, and the middle of each stretch, inside the domain."""
    if isinstance(fact, (LevelFact, ChoiceFact)) and domain.low is not None and domain.high is not None:
        return list(range(int(domain.low), int(domain.high) + 1))
    turns = sorted(edges) or [_ordinary(fact, domain)]
    gaps = [high - low for low, high in pairwise(turns)]
    step = min([_step(fact, turns), *[Fraction(gap) / 2 for gap in gaps]])
    found: set[Exact] = set()
    for turn in turns:
        whole = (turn.__floor__(), turn.__floor__() + 1, turn - 1, turn + 1)
        found.update(simplify(Fraction(one)) for one in (whole if domain.whole else (turn, turn - step, turn + step)))
    if not domain.whole:
        found.update(simplify(Fraction(low + high) / 2) for low, high in pairwise(turns))
        found.update(one for one in (domain.low, domain.high) if one is not None)
    if domain.whole:
        found = {one for one in found if one.denominator == 1}
    return sorted(one for one in found if _inside(one, domain))


def _inside(value: Exact, domain: Interval) -> bool:
    return (domain.low is None or domain.low <= value) and (domain.high is None or value <= domain.high)


def _ordinary(fact: AnyFact, domain: Interval) -> Exact:
    if isinstance(fact, DateFact):
        return _SOME_DAY
    if isinstance(fact, ShareFact):
        return Fraction(1, 2)
    return domain.low + 1 if domain.low is not None else domain.high - 1 if domain.high is not None else 1


def _step(fact: AnyFact, turns: list[Exact]) -> Fraction:
    if isinstance(fact, ShareFact):
        return Fraction(1, 1000)
    finest = max((decimals_of(turn) or 0 for turn in turns), default=0)
    return Fraction(1, 10**finest)


def _share(_program: Program, _fact: AnyFact, value: Exact) -> str:
    percent = simplify(Fraction(value) * 100)
    if decimals_of(percent) is not None and len(exact_text(percent)) < 12:  # noqa: PLR2004 - short enough to read
        return f"{_comma(percent)} %"
    return f"{value.numerator}/{value.denominator}"


def _quantity(_program: Program, fact: QuantityFact, value: Exact) -> str | None:
    return None if decimals_of(value) is None else f"{_comma(value)} {fact.unit}".removesuffix(" 1")


def _comma(value: Exact) -> str:
    return exact_text(value).replace(".", ",")


def _day(_program: Program, _fact: AnyFact, value: Exact) -> str | None:
    return date.fromordinal(int(value)).isoformat() if 1 <= value <= date.max.toordinal() else None


_WRITERS: dict[type[AnyFact], Callable[..., Any]] = {
    CountFact: lambda _program, _fact, value: int(value),
    QuantityFact: _quantity,
    ShareFact: _share,
    LevelFact: lambda program, fact, value: program.tables.levels(fact)[int(value)],
    ChoiceFact: lambda program, fact, value: dict(enumerate(program.tables.choices(fact))).get(int(value)),
    DateFact: _day,
}  # fmt: skip


def _records(program: Program, fact: RecordFact, path: str, edges: Edges) -> Iterator[Any]:
    """Yield a record that is there, one that is not, and those whose keys rules ask for, filled in every way."""
    asked = [key for key in _asked_keys(program, path) if key in fact.fields or key != "status"]
    ways = [list(_values(program, field_of(fact, key), f"{path}/{key}", edges))[:6] for key in asked]
    for filled in islice(product(*ways), MOST_RECORDS):
        yield dict(zip(asked, filled, strict=True)) if asked else True
    yield False


def _asked_keys(program: Program, path: str) -> list[str]:
    return sorted({info.path.removeprefix(f"{path}/") for info in program.slots if info.path.startswith(f"{path}/")})


def _lists(program: Program, fact: ListFact, fact_id: str, edges: Edges) -> Iterator[Any]:
    """Yield lists of entities of up to two kinds, in the numbers at which a count turns."""
    kinds = _kinds(program, fact, fact_id, edges)
    sizes = sorted(edges.lists.get(fact_id, {(0, 0), (1, 1)}))
    seen: set[str] = set()
    for size, alike in sizes:
        for one, other in product(kinds, kinds):
            entities = [one] * alike + [other] * (size - alike)
            if repr(entities) not in seen:
                seen.add(repr(entities))
                yield [{"id": f"e{place}", **entity} for place, entity in enumerate(entities, 1)]


def _kinds(program: Program, fact: ListFact, fact_id: str, edges: Edges) -> list[dict[str, Any]]:
    """Return kinds of entity: of each asked field every tried value once, and both ends together."""
    infos = [field for info in program.lists if info.fact == fact_id for field in info.fields]
    asked = sorted({info.path.split("/")[2] for info in infos}.intersection(fact.fields))
    ways = {name: list(_values(program, fact.fields[name], f"facts/{fact_id}/{name}", edges)) for name in asked}
    if not ways:
        return [{}]
    firsts, lasts = ({name: found[end] for name, found in ways.items() if found} for end in (0, -1))
    singles: Iterable[dict[str, Any]] = (
        {**base, name: value} for base in (firsts, lasts) for name, found in ways.items() for value in found
    )
    distinct = {repr(kind): kind for kind in (firsts, lasts, *singles)}
    return list(islice(distinct.values(), MOST_KINDS))
