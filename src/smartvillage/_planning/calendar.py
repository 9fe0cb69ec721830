"""The working calendar: Monday to Friday less Vietnam's days off, plus the Saturdays that are worked instead.

INVARIANT (working days): every start and due day that is counted here is a working day; a term of n working days
counts its first day, a calendar term does not and moves to the next working day.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from smartvillage.model.base import Text
from smartvillage.model.roadmap import CalendarUsed, DayOff
from smartvillage.timeline import add_months

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smartvillage.model.tasks import Term

_SATURDAY = 5
_MONTHS = {"months": 1, "years": 12}
_DAYS = {"days": 1, "weeks": 7}


class Calendar:
    """Working days as numbers: day 0 is the first working day of the first year that was asked for.

    Years are read when a day in them is first asked for.
    """

    def __init__(self, first: date, added: Mapping[date, str] | None = None) -> None:
        """Begin at a day's year; ``added`` are the caller's own days off, each with the text that orders it."""
        self._added = dict(sorted((added or {}).items()))
        self._source = _Source()
        self._first_year = self._next_year = first.year
        self._days: list[date] = []

    def index(self, day: date) -> int:
        """Return the number of the first working day on or after a day."""
        self._reach(day.year)
        while self._days[-1] < day:
            self._reach(self._next_year)
        return bisect_left(self._days, day)

    def day(self, index: int) -> date:
        """Return the working day of a number."""
        while index >= len(self._days):
            self._reach(self._next_year)
        return self._days[index]

    def last_before(self, day: date) -> int:
        """Return the number of the last working day on or before a day; -1 where there is none."""
        self._reach(day.year)
        return bisect_right(self._days, day) - 1

    def due(self, start: int, term: Term) -> int:
        """Return the last working day of a term that begins on a working day."""
        if term.unit == "working_days":
            return start + max(term.amount, 1) - 1
        first = self.day(start)
        if term.unit in _MONTHS:
            return self.index(add_months(first, term.amount * _MONTHS[term.unit]))
        return self.index(first + timedelta(days=term.amount * _DAYS[term.unit]))

    def latest_start(self, term: Term, due: int) -> int:
        """Return the last working day on which a term may begin and still end by a due day; -1 where there is none."""
        low, high = -1, due
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.due(middle, term) <= due else (low, middle - 1)
        return low

    def used(self, first: date, last: date) -> CalendarUsed:
        """Say which days off and worked Saturdays lie between two days, both included, and whose word that is."""
        years = range(first.year, max(first, last).year + 1)
        return CalendarUsed(
            days_off=tuple(self._days_off(first, last)),
            worked_saturdays=tuple(
                day for day in self._source.worked(years) if first <= day <= last and day not in self._added
            ),
            source="holidays",
            version=self._source.version,
            unannounced_years=tuple(year for year in years if self._source.announced < year <= self._source.last),
            missing_years=tuple(year for year in years if not self._source.first <= year <= self._source.last),
        )

    def _days_off(self, first: date, last: date) -> list[DayOff]:
        days = (first + timedelta(days=n) for n in range((last - first).days + 1))
        return [off for day in days if day.weekday() < _SATURDAY for off in self._day_off(day)]

    def _day_off(self, day: date) -> list[DayOff]:
        if day in self._added:
            return [DayOff(on=day, name=Text(vi="Ngày nghỉ bổ sung", en="Added day off"), source=self._added[day])]
        name = self._source.name(day)
        return [] if name is None else [DayOff(on=day, name=name)]

    def _reach(self, year: int) -> None:
        """Read years up to and including one. INVARIANT (working days): ``_days`` is sorted and holds whole years."""
        while self._next_year <= year:
            self._days += self._source.working_days(self._next_year, self._added)
            self._next_year += 1


class _Source:
    """The library that knows Tết, days in lieu and swapped days. Outside the years it covers it is silently empty."""

    def __init__(self) -> None:
        from importlib.metadata import version

        import holidays

        self._years: dict[tuple[int, str], Any] = {}
        self._open = holidays.country_holidays
        self.version = version("holidays")
        kind = type(self._read(date.min.year, "vi"))
        self.first, self.last = max(int(kind.start_year), 1), int(kind.end_year)
        swapped = getattr(self._read(self.first, "vi"), "special_public_holidays", {})
        #: The last year for which swapped days are known; of later ones the decrees are not out yet.
        self.announced = max(swapped, default=0)

    def _read(self, year: int, lang: str) -> Any:  # noqa: ANN401 - the library's own mapping
        if (year, lang) not in self._years:
            self._years[year, lang] = self._open("VN", years=[year], language=lang, expand=False)
        return self._years[year, lang]

    def _swaps(self, year: int) -> dict[date, date]:
        """Return the swapped days off of a year, each with the day worked instead."""
        found: Any = getattr(self._read(year, "vi"), "special_public_holidays", {}).get(year, ())
        rows = [found] if found and isinstance(found[0], int) else found
        return {date(year, row[0], row[1]): date(row[4] if row[4:] else year, row[2], row[3]) for row in rows}

    def worked(self, years: range) -> list[date]:
        """Return the Saturdays worked in these years; a swap may be ordered for the year after."""
        known = {day for year in range(years.start, years.stop + 1) for day in self._read(year, "vi").weekend_workdays}
        return sorted(day for day in known if day.year in years)

    def name(self, day: date) -> Text | None:
        """Return what a day off is called; of a swapped one, which day is worked instead, written as people do."""
        instead = self._swaps(day.year).get(day)
        if instead is not None:
            saturday = instead.weekday() == _SATURDAY
            return Text(
                vi=f"Nghỉ hoán đổi, làm bù {'thứ Bảy ' if saturday else ''}{instead:%d/%m/%Y}",
                en=f"Day off, swapped with {'Saturday ' if saturday else ''}{instead}",
            )
        vi = self._read(day.year, "vi").get(day)
        return None if vi is None else Text(vi=vi, en=self._read(day.year, "en_US").get(day))

    def working_days(self, year: int, added: Mapping[date, str]) -> list[date]:
        """Return the working days of a year in order."""
        first, off = date(year, 1, 1), self._read(year, "vi")
        days = [first + timedelta(days=n) for n in range((date(year, 12, 31) - first).days + 1)]
        worked = set(self.worked(range(year, year + 1)))
        return [
            day
            for day in days
            if day not in added and ((day.weekday() < _SATURDAY and day not in off) or day in worked)
        ]
