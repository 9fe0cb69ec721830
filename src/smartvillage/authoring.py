"""What authors of rulesets and villages ask: is this text sound, what is on the shelf, how does an empty one look.

The rule: nothing here evaluates; a fault comes back as a value, so that one run can show them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .api import bounds, load_ruleset, program_of

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from .api import RulesetLike
    from .diagnostics import Diagnostic, Lang
    from .document import Limits
    from .model.village import Village


def check(
    source: str | Path, *, ruleset: RulesetLike | None = None, limits: Limits | None = None
) -> tuple[Diagnostic, ...]:
    """Find all faults and warnings of a ruleset, an overlay or a village, without using it.

    A village is also bound to the ruleset that it names, or to ``ruleset``.
    """
    from ._loading import check_file

    found, village = check_file(source, **bounds(limits))
    return found if village is None else found + _check_binding(village, ruleset)


def _check_binding(village: Village, ruleset: RulesetLike | None) -> tuple[Diagnostic, ...]:
    from ._faults.references import unknown_id
    from ._program.bind import bind
    from .errors import NotFoundError, RulesetError, VillageError

    try:
        bind(program_of(ruleset or village.ruleset, village, None, None), village)
    except (RulesetError, VillageError) as error:
        return error.diagnostics
    except NotFoundError as error:
        if ruleset is not None or error.kind not in ("ruleset", "overlay"):
            raise
        document = village._derived["document"]  # noqa: SLF001 - where its values stood
        place = document.place((error.kind if error.kind == "ruleset" else "overlays",))
        return (unknown_id(place, error.kind, error.name, error.known),)
    return ()


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

    resolved = load_ruleset(ruleset)
    period = resolved.ruleset.period
    if period.start and as_of < period.start:
        as_of = period.start
    if period.until and as_of > period.until:
        as_of = period.until
    return skeleton(resolved, lang=lang, as_of=as_of)
