"""What an ``expect`` key can ask for, and how what is written after it is read.

The next key is one line in ``READERS`` and, where it is no field of a finding, one in ``seen``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from smartvillage._faults import cases as faults
from smartvillage._faults import shape
from smartvillage.exact import exact_text
from smartvillage.model.findings import Caveat, Counts, Outcome, Reason
from smartvillage.numbers import NumberFault, read_number

from .case import Expectation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from smartvillage.diagnostics import Diagnostic, Place

    from .case import Told

#: Gives the place of what stands at some steps below the expectation.
Placer: TypeAlias = "Callable[..., Place]"
Read: TypeAlias = "tuple[Told, Diagnostic | None]"

#: What a criterion comes to beside its outcomes: it only gives points or a grade, or it is not in the set that day.
SCORED, ABSENT = "scored", None


def read_expectation(key: str, written: Any, place: Placer) -> Expectation | Diagnostic:  # noqa: ANN401 - plain data
    """Return what a key under ``expect`` asks for, or what is wrong with it."""
    part, slash, name = key.partition("/")
    reader = READERS.get(f"{part}/ID" if slash and name else key)
    if reader is None:
        return faults.unknown_expectation(place(key=True), key, READERS)
    wanted, fault = reader(written, place)
    return Expectation(key, wanted, place(key=True)) if fault is None else fault


def _outcome(written: Any, place: Placer) -> Read:  # noqa: ANN401 - plain data
    return (None, None) if written is ABSENT else _word(written, place, (*Outcome, SCORED))


def _text(written: Any, place: Placer) -> Read:  # noqa: ANN401 - plain data
    """Read an outcome, a level or a score; ``1..3`` is an open one, a number may be written as people do."""
    if written is None or isinstance(written, (dict, list, bool)):
        return None, shape.wrong_shape(place(), "a single value")
    return "..".join(map(_exact, str(written).split(".."))), None


def _exact(text: str) -> str:
    """Return a number as results write it, any other word as it stands."""
    try:
        return exact_text(read_number(text).value)
    except NumberFault:
        return text.strip()


def _truth(written: Any, place: Placer) -> Read:  # noqa: ANN401 - plain data
    if isinstance(written, bool):
        return written, None
    return None, shape.wrong_shape(place(), "`true` or `false`", str(written))


def _number(written: Any, place: Placer) -> Read:  # noqa: ANN401 - plain data
    text = str(written)
    if not isinstance(written, bool) and text.isascii() and text.isdigit():
        return int(text), None
    return None, shape.wrong_shape(place(), "a whole number")


def _counts(written: Any, place: Placer) -> Read:  # noqa: ANN401 - plain data
    if not isinstance(written, dict) or not written:
        return None, shape.wrong_shape(place(), "a mapping")
    known = tuple(Counts.model_fields)
    counts: dict[str, int] = {}
    for word, number in written.items():
        if word not in known:
            return None, shape.unknown_key(place(word, key=True), str(word), known)
        found, fault = _number(number, lambda *_steps, word=word, **_more: place(word))
        if fault is not None or not isinstance(found, int):
            return None, fault
        counts[word] = found
    return counts, None


def _words(known: Iterable[str]) -> Callable[[Any, Placer], Read]:
    words = tuple(map(str, known))

    def read(written: Any, place: Placer) -> Read:  # noqa: ANN401 - plain data
        if not isinstance(written, list):
            return None, shape.wrong_shape(place(), "a list")
        for position, word in enumerate(written):
            _, fault = _word(word, lambda position=position: place(position), words)
            if fault is not None:
                return None, fault
        return frozenset(map(str, written)), None

    return read


def _word(written: Any, place: Placer, known: Iterable[str]) -> Read:  # noqa: ANN401 - plain data
    words = tuple(map(str, known))
    return (str(written), None) if written in words else (None, faults.impossible(place(), str(written), words))


#: How each key is read; ``ID`` stands for a criterion or a decision.
READERS: dict[str, Callable[[Any, Placer], Read]] = {
    "criteria/ID": _outcome,
    "decisions/ID": _text,
    "reasons/ID": _words(Reason),
    "caveats/ID": _words(Caveat),
    "proven/ID": _truth,
    "points/ID": _text,
    "grades/ID": _text,
    "counts": _counts,
    "proven": _number,
}
