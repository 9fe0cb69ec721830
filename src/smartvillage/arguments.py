"""What a caller hands over beside rulesets and villages, read once at the door: days, languages, amounts, lists.

The rule: what cannot be meant is refused in our own words before anything is loaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from .diagnostics import Words
from .errors import QuestionError
from .timeline import iso_day

if TYPE_CHECKING:
    from collections.abc import Sequence

#: A day, or its ISO text.
DayLike: TypeAlias = "date | str"
#: An overlay: its name, its file or its plain data.
OverlayLike: TypeAlias = "str | Path | Mapping[str, Any]"


def day_of(day: DayLike | None, name: str) -> date | None:
    """Return a day that may be written as ISO text; ``name`` is what the caller calls it."""
    if isinstance(day, datetime):
        return day.date()
    if day is None or isinstance(day, date):
        return day
    read = iso_day(day) if isinstance(day, str) else None
    if read is None:
        raise QuestionError(Words(
            f"`{name}` phải là một ngày như 2024-12-31, không phải `{day}`",
            f"`{name}` is a day such as 2024-12-31, not `{day}`",
        ))  # fmt: skip
    return read


def overlays_of(overlays: OverlayLike | Sequence[OverlayLike]) -> tuple[OverlayLike, ...]:
    """Return overlays as a row; one that stands alone is a row of one."""
    return (overlays,) if isinstance(overlays, (str, Path, Mapping)) else tuple(overlays)


def check_budget(budget: object) -> None:
    """Refuse what is no amount in whole đồng."""
    if budget is None or (isinstance(budget, int) and not isinstance(budget, bool) and budget >= 0):
        return
    raise QuestionError(Words(
        f"`budget` phải là số đồng nguyên từ 0, không phải `{budget}`",
        f"`budget` is a whole number of đồng from 0, not `{budget}`",
    ))  # fmt: skip


def check_language(lang: object) -> None:
    """Refuse a language in which nothing is said."""
    if lang not in ("vi", "en"):
        raise QuestionError(
            Words(f"`lang` là `vi` hoặc `en`, không phải `{lang}`", f"`lang` is `vi` or `en`, not `{lang}`")
        )
