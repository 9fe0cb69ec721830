"""Footings: what a number or a statement rests on, as a coloured box nobody can miss.

The rule: a box's title says what is asked and on what that rests; its colour is that of the weakest part, and the
weakest box comes first.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from smartvillage.model.limits import AnyLimit

from .limits import Asked
from .markdown import admonition, blocks, safe, table, unbroken
from .sources import cited, retold
from .telling import COLOURS, weakest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smartvillage.model.basis import Based

    from .limits import Part
    from .telling import Telling

#: What a theme knows the boxes by; the site's own style has a colour for each basis.
_KINDS = {"unknown": "danger", "assumed": "caution", "inferred": "warning", "wording": "note", "stated": "tip"}


def boxes(telling: Telling, asked: Iterable[Asked]) -> Iterator[str]:
    """Draw what is asked, one box for all that rests on one and the same."""
    listed = sorted(dict.fromkeys(asked), key=lambda one: list(COLOURS).index(weakest(one.bases)))
    several = len(listed) > 1
    for _, same in groupby(listed, lambda one: (one.based.basis, one.based.source, one.based.note, one.ask, one.parts)):
        together = list(same)
        told = "; ".join(telling("asked.of", of=one.of, test=one.test) if several else one.test for one in together)
        yield _box(telling, telling("box.limit", asked=told), together[0])


def statement_box(telling: Telling, told: str, based: Based, ask: str | None = None) -> str:
    """Draw a statement that has no limit: what it says, and what that rests on."""
    return _box(telling, told, Asked("", "", based, (), ask))


def table_box(telling: Telling, told: str, based: Based, asked: Iterable[Asked]) -> str:
    """Draw several things asked under one heading, a row each."""
    rows = [(one.of, one.test, one) for one in asked]
    weak = weakest([basis for _, _, one in rows for basis in one.bases] or [str(based.basis or "unknown")])
    lines = [[safe(of), unbroken(test), telling.basis(weakest(one.bases)), cited(telling, one.based.source)]
             for of, test, one in rows]  # fmt: skip
    head = [telling(f"column.{name}") for name in ("part", "edge", "basis", "source")]
    note = None if based.note is None else telling.text(based.note)
    parts = [_parts(telling, one.parts) for _, _, one in rows if one.parts]
    return admonition(_title(telling, told, weak), _classes(weak), blocks(table(head, lines), note, *parts))


def _box(telling: Telling, told: str, asked: Asked) -> str:
    weak = weakest(asked.bases)
    based = asked.based
    meant = telling(f"legend.{based.basis or 'unknown'}")
    line = f"{telling.basis(based.basis)}: {meant}."
    if based.source is not None:
        lies = "box.would_stand" if based.basis == "unknown" else "box.read_in"
        line += f" {telling(lies, source=cited(telling, based.source))}. {retold(telling, based.source)}"
    ask = None if asked.ask is None else telling("box.ask", role=safe(telling.names.role(asked.ask)))
    note = None if based.note is None else telling.text(based.note)
    said = " ".join(_terms(telling, asked.based))
    body = blocks(_parts(telling, asked.parts) or line.rstrip(), note, said, ask if weak == "unknown" else None)
    return admonition(_title(telling, told, weak, mixed=len(set(asked.bases)) > 1), _classes(weak), body)


def _terms(telling: Telling, based: Based) -> Iterator[str]:
    """Say how a value is rounded before it is held against a limit, and what overlays may do to the limit."""
    if not isinstance(based, AnyLimit):
        return
    if based.round is not None:
        yield telling(f"box.round.{based.round.mode}", to=safe(str(based.round.to)))
    if based.lock is not None:
        yield telling(f"box.lock.{based.lock}")


def _parts(telling: Telling, parts: tuple[Part, ...]) -> str:
    if not parts:
        return ""
    head = [telling(f"column.{name}") for name in ("part", "value", "basis", "source")]
    return table(head, (_row(telling, one) for one in parts))


def _row(telling: Telling, part: Part) -> list[str]:
    based = part.based
    return [safe(part.name), unbroken(part.value), telling.basis(based.basis), _read_in(telling, based)]


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
