"""The ruleset that a question is about, with its overlays and on its day: what every question begins with.

The rule: overlays and the day are the caller's, else those that the village's own file names.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .arguments import overlays_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ._program.program import Program
    from .arguments import OverlayLike
    from .model.ruleset import Ruleset
    from .model.village import Village


def resolved_for(
    ruleset: Ruleset | OverlayLike, village: Village, overlays: OverlayLike | Sequence[OverlayLike] | None = None
) -> Ruleset:
    """Return a ruleset with overlays resolved into it; by default those that the village names."""
    from ._loading import load_ruleset
    from .model.ruleset import Ruleset

    wanted = overlays_of(village.overlays if overlays is None else overlays)
    if isinstance(ruleset, Ruleset) and not wanted:
        return ruleset
    document = village._derived.get("document")  # noqa: SLF001 - where it was read from
    near = Path(document.file).parent if document is not None else None
    return load_ruleset(ruleset, overlays=wanted, near=near)


def program_of(
    ruleset: Ruleset | OverlayLike,
    village: Village,
    on: date | None,
    overlays: OverlayLike | Sequence[OverlayLike] | None,
) -> Program:
    """Return the program of a ruleset on a day; by default the village's day and its overlays."""
    return program_on(resolved_for(ruleset, village, overlays), village, on)


def program_on(ruleset: Ruleset, village: Village, on: date | None) -> Program:
    """Return the program of a ruleset on a day; an error of the village's own day says where it is written."""
    from ._program.door import program_for
    from .errors import NotInForceError

    try:
        return program_for(ruleset, on or village.as_of, None, "on" if on else "as_of")
    except NotInForceError as error:
        document = village._derived.get("document")  # noqa: SLF001 - where it was read from
        if on is None and document is not None:
            error.place = document.place(("as_of",))
        raise
