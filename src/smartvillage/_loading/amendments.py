"""Amendments: which overlays are in force on which days of a ruleset's period.

How dated overlays work: an overlay with ``in_force`` does nothing outside those days. Wherever one begins or ends, or
an entry without days of its own is retired, another stretch of days begins; each stretch is resolved by itself, from
the same base, with the overlays that are in force in it. The set of the first stretch is the loaded ``Ruleset``; the
later ones stand in its ``amended`` under the day on which each begins, so that all of them are checked when it is
loaded, written out with it, and counted in its digest. ``Ruleset.on(day)`` gives the one of a day, and a program is
lowered from that one alone: ``evaluate``, ``explain`` and the days that a roadmap asks about need not know of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from smartvillage.model.base import Period
from smartvillage.timeline import iso_day

from .edits import VALID
from .overlay import Edit, Overlay
from .sections import Sections


class Stretch(NamedTuple):
    """Days on which the same overlays are in force: from the first on, until the next stretch begins."""

    begins: date
    sections: Sections
    overlays: tuple[Overlay, ...]


def period_of(header: Mapping[str, Any]) -> Period:
    """Return a set's period as far as it can be read; what cannot is told where it stands."""
    written = header.get("period")
    days = {key: _day(written.get(key)) for key in ("from", "until")} if isinstance(written, Mapping) else {}
    first, until = days.get("from"), days.get("until")
    return Period(from_=first, until=None if first and until and until < first else until)


def stretches(base: Sections, overlays: Sequence[Overlay]) -> Iterator[Stretch]:
    """Yield the stretches of a set's period, the first one first."""
    period = period_of(base.header())
    first = period.start or date.min
    turns = {first, *(begins for begins, _ in base.amended), *(day for one in overlays for day in _turns(one))}
    for begins in sorted(day for day in turns if first <= day and day in period):
        yield Stretch(begins, _on(base, begins), tuple(one for one in overlays if in_force(one, begins)))


def _on(base: Sections, day: date) -> Sections:
    """Return the entries of a day, of a set that may have been amended before."""
    return next(
        (later for begins, later in sorted(base.amended, key=lambda one: one[0], reverse=True) if begins <= day), base
    )


def in_force(overlay: Overlay, day: date) -> bool:
    """Tell whether an overlay does anything on a day."""
    return overlay.header.in_force is None or day in overlay.header.in_force


def never_in_force(overlays: Iterable[Overlay], period: Period) -> Iterator[Overlay]:
    """Yield the overlays that are in force on no day of a period."""
    for overlay in overlays:
        own = overlay.header.in_force
        if own is None:
            continue
        ends_before = own.end is not None and period.start is not None and own.end <= period.start
        begins_after = period.end is not None and own.start is not None and period.end <= own.start
        if ends_before or begins_after:
            yield overlay


def waits(edit: Edit, day: date) -> bool:
    """Tell whether an edit does nothing yet on a day: an entry that knows no days of its own is retired later."""
    return _retires_on(edit) is not None and edit.content.from_ > day


def _turns(overlay: Overlay) -> Iterator[date]:
    """Yield the days on which an overlay begins or ends, and those on which it retires what knows no days."""
    own = overlay.header.in_force
    days = [] if own is None else [own.start, own.end]
    days += [_retires_on(edit) for edit in overlay.edits]
    yield from (day for day in days if day is not None)


def _retires_on(edit: Edit) -> date | None:
    if edit.verb != "retire" or edit.path.partition("/")[0] in VALID:
        return None
    day: date | None = edit.content.from_
    return day


def _day(written: object) -> date | None:
    return written if isinstance(written, date) else iso_day(str(written))
