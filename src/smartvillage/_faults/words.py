"""What somebody meant: the nearest known word, a truth in everyday words, a percent sign written out."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from smartvillage.diagnostics import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

#: How many words a hint lists before it stops.
LISTED = 12

#: What people write where a file has ``true`` or ``false``.
_YES = frozenset({"có", "đúng", "rồi", "đã có", "yes", "y", "true", "on", "x"})
_NO = frozenset({"không", "sai", "chưa", "chưa có", "không có", "no", "n", "false", "off"})
#: What people write where a file leaves the value out.
_NOBODY_KNOWS = re.compile(r"(không|chưa) (đánh giá|rõ|biết)|unknown|n/a|\?+|-+", re.IGNORECASE)
#: What people write where a file has the word for a kind of place.
_PLACES = {"ấp": "hamlet", "thôn": "hamlet", "làng": "village", "xã": "commune", "phường": "ward", "huyện": "district",
           "tỉnh": "province", "không rõ": "unstated", "chưa rõ": "unstated"}  # fmt: skip
#: How letters and tables write a day or a month.
_DAY_IN_WORDS = re.compile(r"(?:ngày (\d{1,2}) )?tháng (\d{1,2}) năm (\d{4})")
_DAY_IN_NUMBERS = re.compile(r"(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})")
_MONTHS = 12
#: How people end a number that a file ends with ``%``.
_PERCENT = re.compile(r"(.*\d)\s*(phần trăm|phan tram|per ?cent|pct)", re.IGNORECASE)


def meant_truth(text: str) -> Words | None:
    """Hint at ``true`` or ``false`` where a word evidently means it."""
    word = text.strip().casefold()
    meant = "true" if word in _YES else "false" if word in _NO else None
    return None if meant is None else Words(f"viết `{meant}`", f"write `{meant}`")


def meant_day(text: str, *, or_month: bool = False) -> Words | None:
    """Hint at a day as a file writes it, where it is written as letters and tables do; at a month where that will do.

    A day before the thirteenth is left alone where its month could be meant for it.
    """
    words = " ".join(text.casefold().split())
    found = _DAY_IN_WORDS.fullmatch(words) or _DAY_IN_NUMBERS.fullmatch(words)
    if found is None or (found[1] is None and not or_month):
        return None
    day, month, year = (int(part or 1) for part in found.groups())
    if found.re is _DAY_IN_NUMBERS and found[1] and day <= _MONTHS and day != month:
        return None
    try:
        written = date(year, month, day).isoformat()
    except ValueError:
        return None
    written = written if found[1] else written[: len("2024-03")]
    return Words(f"viết `{written}`", f"write `{written}`")


def means_nobody_knows(text: str) -> bool:
    """Tell whether a word stands where a file leaves the value out."""
    return _NOBODY_KNOWS.fullmatch(text.strip()) is not None


def meant_percent(text: str) -> Words | None:
    """Hint at the percent sign where it is written out."""
    found = _PERCENT.fullmatch(text.strip())
    return Words(f"viết `{found[1]} %`", f"write `{found[1]} %`") if found else None


def meant_place(text: str, known: Iterable[str]) -> Words | None:
    """Hint at the word for a kind of place that is written in Vietnamese."""
    meant = _PLACES.get(text.strip().casefold())
    return Words(f"viết `{meant}`", f"write `{meant}`") if meant in list(known) else None


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most like ``word``; nothing when none is near."""
    from difflib import get_close_matches

    lowered = {item.lower(): item for item in known}
    found = get_close_matches(word.lower(), lowered, n=1, cutoff=0.6)
    return lowered[found[0]] if found else None


def suggestion(word: str, known: Iterable[str]) -> Words | None:
    """Hint at the nearest known word, else list a few of the known ones."""
    names = list(known)
    near = nearest(word, names)
    if near is not None:
        return Words(f"ý bạn là `{near}`?", f"did you mean `{near}`?")
    if not names:
        return None
    listed = ", ".join(f"`{name}`" for name in names[:LISTED]) + (" …" if len(names) > LISTED else "")
    return Words(f"có thể dùng: {listed}", f"known here: {listed}")
