"""What may be answered to a fact, told to people: the form of the answer, its bounds, an example. A function a type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartvillage.model.facts import (
    AnyFact,
    ChoiceFact,
    CountFact,
    DateFact,
    FlagFact,
    JudgementFact,
    LevelFact,
    ListFact,
    QuantityFact,
    RecordFact,
    ResultFact,
    ShareFact,
)

from .words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from smartvillage.diagnostics import Lang
    from smartvillage.model.base import Text
    from smartvillage.model.ruleset import Ruleset

_RECORD_EXAMPLE = ("number: 12/QĐ-UBND", "issued_on: 2024-03-31", "issuer: UBND xã", "valid_until: 2026-03-31")


def answer_lines(fact: AnyFact, ruleset: Ruleset, lang: Lang) -> Iterator[str]:
    """Say in lines what may be answered."""
    yield from _ANSWERS[type(fact)](fact, ruleset, lang)


def one_line(text: str) -> str:
    """Fold a text into one line, whatever breaks it carries, so that it cannot leave its comment."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _answer(lang: Lang, answer: str, example: str) -> Iterator[str]:
    yield f"{say(lang, 'fact.answer', answer=answer)} · {say(lang, 'fact.example', example=example)}"


def _flag(_fact: AnyFact, _ruleset: Ruleset, lang: Lang) -> Iterator[str]:
    yield say(lang, "fact.answer", answer=say(lang, "answer.flag"))


def _record(fact: RecordFact, ruleset: Ruleset, lang: Lang) -> Iterator[str]:
    needed = [line for line in _RECORD_EXAMPLE if line.partition(":")[0] in fact.needed()]
    shown = [*needed, *(f"{key}: …" for key in fact.fields)] or _RECORD_EXAMPLE[1:2]
    yield from _answer(lang, say(lang, "answer.record"), "{" + ", ".join(shown) + "}")
    if fact.needed():
        yield say(lang, "fact.needs", keys=", ".join(fact.needed()))
    if fact.fields:
        yield say(lang, "fact.record_fields")
        yield from _fields(fact.fields, ruleset, lang)


def _count(fact: CountFact, _ruleset: Ruleset, lang: Lang) -> Iterator[str]:
    yield from _answer(lang, _bounded(lang, say(lang, "answer.count"), fact), "12")


def _quantity(fact: QuantityFact, ruleset: Ruleset, lang: Lang) -> Iterator[str]:
    number = "12.5" if ruleset.ruleset.numbers == "en" else "12,5"
    answer = _bounded(lang, say(lang, "answer.quantity", unit=fact.unit), fact)
    yield from _answer(lang, answer, f"{number} {fact.unit}")


def _bounded(lang: Lang, answer: str, fact: CountFact | QuantityFact) -> str:
    if fact.min is not None and fact.max is not None:
        return say(lang, "answer.between", answer=answer, low=fact.min, high=fact.max)
    if fact.min is not None:
        return say(lang, "answer.from", answer=answer, low=fact.min)
    return answer if fact.max is None else say(lang, "answer.up_to", answer=answer, high=fact.max)


def _share(_fact: AnyFact, _ruleset: Ruleset, lang: Lang) -> Iterator[str]:
    yield from _answer(lang, say(lang, "answer.share"), "92 % · 117/133 · {part: 117, whole: 133}")


def _level(fact: LevelFact, ruleset: Ruleset, lang: Lang) -> Iterator[str]:
    levels = ruleset.scales.get(fact.scale, ())
    yield say(lang, "fact.answer", answer=say(lang, "answer.level"))
    yield say(lang, "fact.levels", words=_titled([(level.id, level.title) for level in levels], lang))


def _choice(fact: ChoiceFact, ruleset: Ruleset, lang: Lang) -> Iterator[str]:
    codes: Mapping[str, Text | None] = (
        dict.fromkeys(fact.codes) if isinstance(fact.codes, tuple) else dict(ruleset.codes.get(fact.codes, {}))
    )
    yield say(lang, "fact.answer", answer=say(lang, "answer.choice"))
    yield say(lang, "fact.codes", words=_titled(list(codes.items()), lang))


def _titled(words: list[tuple[str, Text | None]], lang: Lang) -> str:
    return " · ".join(word if title is None else f"{word} ({one_line(title.say(lang))})" for word, title in words)


def _date(_fact: AnyFact, _ruleset: Ruleset, lang: Lang) -> Iterator[str]:
    yield from _answer(lang, say(lang, "answer.date"), "2024-03-31")


def _result(fact: ResultFact, _ruleset: Ruleset, lang: Lang) -> Iterator[str]:
    forms = {
        "recognised": ("{decision: 12/QĐ-UBND, issued_on: 2024-03-31}",),
        "assessed": ("{village: ap-1.yaml}",),
        "either": ("{decision: 12/QĐ-UBND, issued_on: 2024-03-31}", "{village: ap-1.yaml}"),
    }[fact.counts]
    yield from _answer(lang, say(lang, "answer.record"), " · ".join(forms))
    yield say(lang, "fact.result", ruleset=fact.ruleset)
    if fact.counts != "recognised":
        yield say(lang, "fact.nested")


def _list(fact: ListFact, ruleset: Ruleset, lang: Lang) -> Iterator[str]:
    item = one_line(fact.item.say(lang)) if fact.item else say(lang, "list.item")
    fields = "".join(f", {key}: …" for key in fact.fields)
    yield say(lang, "fact.answer", answer=say(lang, "answer.list", item=item))
    yield say(lang, "fact.example", example="[{id: a, name: …" + fields + "}]")
    if fact.fields:
        yield say(lang, "fact.fields", item=item)
        yield from _fields(fact.fields, ruleset, lang)


def _fields(fields: Mapping[str, AnyFact], ruleset: Ruleset, lang: Lang) -> Iterator[str]:
    """Say what each field is and what may be answered to it."""
    for key, field in fields.items():
        title = f" ({one_line(field.title.say(lang))})" if field.title else ""
        yield f"  {key}{title}"
        yield from (f"    {line}" for line in answer_lines(field, ruleset, lang))


_ANSWERS: dict[type[AnyFact], Callable[[Any, Ruleset, Lang], Iterator[str]]] = {
    FlagFact: _flag,
    JudgementFact: _flag,
    RecordFact: _record,
    CountFact: _count,
    QuantityFact: _quantity,
    ShareFact: _share,
    LevelFact: _level,
    ChoiceFact: _choice,
    DateFact: _date,
    ResultFact: _result,
    ListFact: _list,
}
