"""What authors of rulesets and villages ask: is this text sound, what is on the shelf, how does an empty one look.

The rule: nothing here evaluates; a fault comes back as a value, so that one run can show them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .api import bounds, load_ruleset, program_of
from .arguments import check_language
from .diagnostics import in_place_order

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from .api import RulesetLike
    from .diagnostics import Diagnostic, Lang
    from .document import Document, Limits
    from .model.village import Village


def check(
    source: str | Path | Document, *, ruleset: RulesetLike | None = None, limits: Limits | None = None
) -> tuple[Diagnostic, ...]:
    """Find all faults and warnings of a ruleset, an overlay or a village, without using it.

    A village is also bound to the ruleset that it names, or to ``ruleset``; a text read elsewhere is a village.
    """
    from ._loading import check_file
    from ._testing.case import is_case_file

    if is_case_file(source):
        from ._testing.check import check_cases

        return check_cases(source)
    found, village = check_file(source, **bounds(limits))
    return found if village is None else in_place_order((*found, *_check_binding(village, ruleset)))


def _check_binding(village: Village, ruleset: RulesetLike | None) -> tuple[Diagnostic, ...]:
    """Find what a ruleset holds against a village; on a day outside its period also that, and the rest all the same."""
    from ._faults.references import unknown_id
    from ._faults.village import not_in_force
    from .errors import NotFoundError, NotInForceError

    place = village._derived["document"].place  # noqa: SLF001 - where its values stood
    try:
        return _faults_on(village, ruleset, None)
    except NotInForceError as error:
        inside = _nearest_day(error.day, error.start, error.until)
        return (not_in_force(place(("as_of",)), error), *_faults_on(village, ruleset, inside))
    except NotFoundError as error:
        if ruleset is not None or error.kind not in ("ruleset", "overlay"):
            raise
        named = place((error.kind if error.kind == "ruleset" else "overlays",))
        return (unknown_id(named, error.kind, error.name, error.known),)


def _faults_on(village: Village, ruleset: RulesetLike | None, day: date | None) -> tuple[Diagnostic, ...]:
    from ._program.bind import bind
    from ._program.oddities import oddities
    from .errors import RulesetError, VillageError

    try:
        program = program_of(ruleset or village.ruleset, village, day, None)
    except RulesetError as error:
        return error.diagnostics
    odd = tuple(oddities(program, village, village._derived["document"].place))  # noqa: SLF001 - where values stood
    try:
        bind(program, village)
    except VillageError as error:
        return (*error.diagnostics, *odd)
    return odd


def _nearest_day(day: date, start: date | None, until: date | None) -> date:
    """Return the day inside a period, both ends included, that is nearest to a day."""
    if start and day < start:
        return start
    return until if until and day > until else day


def rulesets() -> dict[str, Path]:
    """List the shipped rulesets: name to folder."""
    from ._loading.shelf import shipped

    return dict(shipped())


def new_village(ruleset: RulesetLike, *, as_of: date, lang: Lang = "vi") -> str:
    """Write a village file with every fact of a ruleset still missing, each with its question as a comment.

    Args:
        ruleset: The ruleset, loaded or as a name or path.
        as_of: The day the facts will speak of; a day outside the ruleset's period becomes the nearest inside.
        lang: The language of the comments.
    """
    from ._forms.skeleton import skeleton

    check_language(lang)
    resolved = load_ruleset(ruleset)
    period = resolved.ruleset.period
    inside = _nearest_day(as_of, period.start, period.until)
    return skeleton(resolved, lang=lang, as_of=inside, stands_in=inside != as_of)
