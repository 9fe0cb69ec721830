"""The facts that a criterion reads: the question an officer is asked, what may be answered, and of what place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._forms.answers import answer_lines
from smartvillage.durations import read_duration
from smartvillage.model.facts import ListFact, RecordFact, ResultFact

from .limits import inside
from .markdown import blocks, bullets, code, safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from smartvillage.model.conditions import Where
    from smartvillage.model.criteria import Criterion
    from smartvillage.model.facts import AnyFact

    from .telling import Telling


def read_by(telling: Telling, criterion: Criterion) -> tuple[str, ...]:
    """Return the facts that a criterion reads: those that its rule names first, then those that fill them."""
    read = telling.reads.facts_of(criterion.id)
    parts = [] if criterion.rule is None else list(inside(criterion.rule))
    named = [getattr(one, head, None) for one in (*parts, *criterion.instead) for head in ("fact", "count")]
    first = [name for name in named if isinstance(name, str) and name in read]
    return tuple(dict.fromkeys((*first, *(name for name in telling.ruleset.facts if name in read))))


def fields_of(criterion: Criterion) -> set[str]:
    """Return the fields of entries and records that a criterion's rule looks at."""
    wheres = [] if criterion.rule is None else [getattr(one, "where", None) for one in inside(criterion.rule)]
    return {name for where in wheres if where is not None for name in _fields_in(where)}


def _fields_in(where: Where) -> Iterator[str]:
    yield from where.fields
    for inner in (*where.all_of, *where.any_of, *((where.not_,) if where.not_ else ())):
        yield from _fields_in(inner)


def asked(telling: Telling, criterion: Criterion) -> str:
    """List the facts that a criterion reads."""
    return blocks(*(_fact(telling, name) for name in read_by(telling, criterion))).rstrip("\n")


def _fact(telling: Telling, name: str) -> str:
    fact = telling.ruleset.facts[name]
    lines = list(_lines(telling, fact))
    if isinstance(fact, ListFact | RecordFact) and fact.fields:
        lines.append(telling("fact.fields") + "\n" + bullets(_fields(telling, fact.fields), 1))
    return f"**{safe(telling.names.fact(name))}** {code(name)}\n\n{bullets(lines)}"


def _lines(telling: Telling, fact: AnyFact) -> Iterator[str]:
    say = telling.say
    if fact.question is not None:
        yield telling("fact.question", question=telling.text(fact.question))
    yield _answer(telling, fact)
    yield telling("fact.scope", scope=safe(say.place(fact.scope or telling.ruleset.ruleset.subject)))
    part, whole = getattr(fact, "part", None), getattr(fact, "whole", None)
    if part is not None and whole is not None:
        names = telling.names
        yield telling("fact.share", part=safe(names.fact(part)), whole=safe(names.fact(whole)))
    period = getattr(fact, "period", None)
    if period is not None:
        yield telling("fact.period", period=telling.text(period))
    if fact.fresh_for is not None:
        yield telling("fact.fresh", age=safe(read_duration(fact.fresh_for).say(say.lang)))
    if fact.note is not None:
        yield telling.text(fact.note)


def _answer(telling: Telling, fact: AnyFact) -> str:
    """Say what may be answered, as the form of a village says it; of levels and codes name them all."""
    first, *more = answer_lines(fact, telling.ruleset, telling.lang)
    if isinstance(fact, ListFact | RecordFact | ResultFact):
        more = []
    return " · ".join(safe(line) for line in (first.partition(" · ")[0], *more))


def _fields(telling: Telling, fields: Mapping[str, AnyFact]) -> Iterator[str]:
    for name, field in fields.items():
        context = f" *({telling('fact.context')})*" if field.context else ""
        yield f"{safe(telling.say.text(field.title, name))} {code(name)}: {_answer(telling, field)}{context}"
