"""Gaps: the values that printed edges leave in no level, told where the law's own text leaves them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from smartvillage._faults import scores
from smartvillage._program.band_text import band_text, number_text, share_text
from smartvillage._program.bands import Band, gaps, inside
from smartvillage._program.extents import SHARE, extent_of
from smartvillage.diagnostics import Diagnostic
from smartvillage.model.ruleset import Ruleset

if TYPE_CHECKING:
    from smartvillage._loading.entries import Entry, Step
    from smartvillage._program.interval import Interval
    from smartvillage._program.nodes import Exact
    from smartvillage.model.measures import Grade

    from .context import Loaded
    from .gauged import Gauged


def check_gaps(
    loaded: Loaded, entry: Entry, grade: Grade, printed: tuple[Gauged, Sequence[Band]], steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    """Yield a warning for each stretch of values that no level takes."""
    found, bands = printed
    extent = _extent(loaded, grade, share=any(band.share for band in bands))
    if extent is None:
        return
    rising = len(bands) < 2 or bands[0] < bands[1]  # noqa: PLR2004 - two bands have an order
    for gap in gaps(bands, extent, rising=rising):

        def write(end: Exact, of: Band = gap) -> str:
            return _end(end, of, found, loaded)

        example = inside(gap, extent)
        such = "" if example is None or example == gap.high else f"`{write(example)}`"
        yield scores.band_gap(entry.place(*steps, key=True), band_text(gap, write), such)


def _extent(loaded: Loaded, grade: Grade, *, share: bool) -> Interval | None:
    """Return which values can be had; nothing where something that they come from has a fault of its own."""
    read: dict[str, Any] = {}
    for section in ("facts", "criteria", "groups", "measures", "ruleset"):
        values = loaded.values[section]
        if section in loaded.sections.broken or any(value is None for value in values.values()):
            return None
        read[section] = values if section in ("facts", "measures") else tuple(values.values())
    if not read["ruleset"]:
        return None
    ruleset = Ruleset.model_construct(**{**read, "ruleset": read["ruleset"][0]})
    try:
        return SHARE if share else extent_of(ruleset, loaded.tables, grade.of)
    except ValueError:
        return None  # what bounds it cannot be read, and that is told where it stands


def _end(end: Exact, gap: Band, found: Gauged, loaded: Loaded) -> str:
    if found.kind == "level":
        return loaded.tables.scales[found.words][int(end)]
    if found.kind == "day":
        return date.fromordinal(int(end)).isoformat()
    if found.kind == "share" or gap.share:
        return share_text(end, loaded.tables.style)
    return number_text(end, loaded.tables.style)
