"""Footings: what a number or a statement rests on, as a coloured box nobody can miss.

The rule: a box's title says what is asked and on what that rests; its colour is that of the weakest part, and the
weakest box comes first.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from smartvillage.model.conditions import NoMethod
from smartvillage.model.limits import AnyLimit

from .limits import Asked, Part
from .markdown import admonition, blocks, safe, table, unbroken
from .sources import cited, retold
from .telling import COLOURS, weakest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from smartvillage.model.basis import Based

    from .telling import Telling

#: What a theme knows the boxes by; the site's own style has a colour for each basis.
_KINDS = {"unknown": "danger", "assumed": "caution", "inferred": "warning", "wording": "note", "stated": "tip"}


def boxes(telling: Telling, asked: Iterable[Asked]) -> Iterator[str]:
    """Draw what is asked, one box for all that rests on one and the same."""
    listed = sorted(dict.fromkeys(asked), key=lambda one: list(COLOURS).index(weakest(one.bases)))
    several = len(listed) > 1
    for _, same in groupby(
        listed, lambda one: (_ground(one.based), tuple(_terms(telling, one.based)), one.ask, one.parts)
    ):
        together = list(same)
        told = "; ".join(telling("asked.of", of=one.of, test=one.test) if several else one.test for one in together)
        yield _box(telling, telling("box.limit", asked=told), together[0])


def statement_box(telling: Telling, told: str, based: Based, ask: str | None = None) -> str:
    """Draw a statement that has no limit: what it says, and what that rests on."""
    return _box(telling, told, Asked("", "", based, (), ask))


def table_box(telling: Telling, told: str, based: Based, asked: Iterable[Asked]) -> str:
    """Draw several things asked under one heading, a row each; the parts of one follow it."""
    rows = [part for one in asked for part in (Part(one.of, one.test, one.based), *one.parts)]
    bases = [str(one.based.basis or "unknown") for one in (rows or [Part("", "", based)])]
    weak, note = weakest(bases), None if based.note is None else telling.text(based.note)
    title = _title(telling, told, weak, mixed=len(set(bases)) > 1)
    return admonition(title, _classes(weak), blocks(_rows(telling, rows, based), note))


def _box(telling: Telling, told: str, asked: Asked) -> str:
    weak, based = weakest(asked.bases), asked.based
    lacking = isinstance(based, NoMethod)
    open_ = weak == "unknown" or lacking
    ask = telling("box.ask", role=safe(telling.names.role(asked.ask))) if asked.ask is not None and open_ else None
    note = None if based.note is None else telling.text(based.note)
    rests = _rows(telling, asked.parts, based) if asked.parts else _rests(telling, based)
    body = blocks(rests, note, " ".join(_terms(telling, based)), ask)
    title = _title(telling, told, weak, mixed=len(set(asked.bases)) > 1)
    return admonition(title, _classes(weak) + (" no-method" if lacking else ""), body)


def _rests(telling: Telling, based: Based) -> str:
    """Say on what something rests, what that means, and where it was read or would stand."""
    line = f"{telling.basis(based.basis)}: {telling('legend.' + (based.basis or 'unknown'))}."
    if based.source is not None:
        lies = "box.would_stand" if based.basis == "unknown" else "box.read_in"
        line += f" {telling(lies, source=cited(telling, based.source))}. {retold(telling, based.source)}"
    return line.rstrip()


def _terms(telling: Telling, based: Based) -> Iterator[str]:
    """Say how a value is rounded before it is held against a limit, and what overlays may do to the limit."""
    if not isinstance(based, AnyLimit):
        return
    if based.round is not None:
        yield telling(f"box.round.{based.round.mode}", to=safe(str(based.round.to)))
    if based.lock is not None:
        yield telling(f"box.lock.{based.lock}")


def _rows(telling: Telling, rows: Sequence[Part], outer: Based) -> str:
    """Draw a row a part; where all rest on one and the same, that is said once, below."""
    alike = len({_ground(one.based) for one in rows}) == 1
    names = ("part", "value", "basis") if alike else ("part", "value", "basis", "source")
    lines = ([safe(one.name), unbroken(one.value), telling.basis(one.based.basis), _read_in(telling, one.based)]
             for one in rows)  # fmt: skip
    drawn = table([telling(f"column.{name}") for name in names], (line[: len(names)] for line in lines))
    if not alike:
        return drawn
    note = rows[0].based.note
    own = None if note is None or note == outer.note else telling.text(note)
    return blocks(drawn, _rests(telling, rows[0].based), own).rstrip()


def _ground(based: Based) -> tuple[object, ...]:
    return (based.basis, based.source, based.note)


def _read_in(telling: Telling, based: Based) -> str:
    note = "" if based.note is None else telling.text(based.note)
    return " ".join(part for part in (cited(telling, based.source), note) if part)


def _title(telling: Telling, told: str, weak: str, *, mixed: bool = False) -> str:
    """Say what is asked and on what that rests; that nobody has seen it is said in capitals."""
    unseen, basis = telling("asked.unseen"), telling.short(weak)
    told = told[:1].upper() + told[1:]
    if weak == "unknown":
        if unseen in told and not mixed:
            return safe(told.replace(unseen, unseen.upper()))
        basis = basis.upper()
    return telling("box.title_mixed" if mixed else "box.title", told=safe(told), basis=safe(basis))


def _classes(basis: str) -> str:
    return f"{_KINDS[basis]} footing basis-{basis}"
