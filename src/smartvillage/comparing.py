"""What a new version of a ruleset changes: every difference by its meaning, and the villages that it touches.

The rule: a change is called stricter or looser by what becomes of villages, never by how the text reads. Pure but for
the files it is asked to read.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .api import evaluate, load_ruleset, load_village
from .arguments import day_of
from .errors import NotInForceError, VillageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .api import RulesetLike, VillageLike
    from .arguments import DayLike
    from .diagnostics import Lang
    from .model.comparison import Comparison, Flip, Unjudged
    from .model.findings import Assessment
    from .model.ruleset import Ruleset
    from .model.village import Village


def diff(
    before: RulesetLike,
    after: RulesetLike,
    *,
    villages: Iterable[VillageLike] = (),
    on: DayLike | None = None,
    progress: Callable[[int], Any] | None = None,
) -> Comparison:
    """Say what changes from one ruleset to another, by what it means, with a village that shows each change.

    Every criterion that both have is tried with made-up villages on both sides of each value at which either can turn:
    where none fares better and some fare worse it became stricter. A ``witness`` is such a village, and tells whether
    the main verdict turns as well.

    Args:
        before: The earlier ruleset, loaded or as a name or path; resolve overlays with ``load_ruleset`` first.
        after: The later one.
        villages: Villages to hold against both; those that come out differently are the result's ``flips``.
        on: The day for these villages, by default each one's ``as_of``; a set that was amended is compared as it
            stands on that day, by default as it stands in the end.
        progress: Called with how many villages are done.

    Raises:
        RulesetError: One of the two has faults.
        NotFoundError: Nothing bears a name.

    >>> name = "dong-thap-2021-2025"
    >>> str(diff(name, load_ruleset(name, overlays="quoc-gia-tham-chieu")))
    'dong-thap-2021-2025 1.0.0 against dong-thap-2021-2025 1.0.0: 2 added, 2 incomparable'
    """
    from ._analysis.compare import compare
    from ._evaluation.shelves import ruleset_ref
    from ._reporting.view.entry_words import entry_in_words
    from .model.comparison import Comparison, Flip

    old, new = load_ruleset(before), load_ruleset(after)
    day = day_of(on, "on")
    told: list[Flip | Unjudged | None] = []
    last = day or max((*old.amended, *new.amended), default=None)
    stood, stands = (one if last is None else one.on(last) for one in (old, new))
    begun = (begins for one in (old, new) for begins in one.amended if last is not None and begins <= last)
    changes = compare(stood, stands, evaluate=_evaluate, tell=entry_in_words, since=max(begun, default=date.min))
    for village in villages:
        told.append(_held_against_both(old, new, village, day))
        if progress is not None:
            progress(len(told))
    flips = tuple(one for one in told if isinstance(one, Flip))
    unjudged = tuple(one for one in told if one is not None and not isinstance(one, Flip))
    return Comparison(
        before=ruleset_ref(stood), after=ruleset_ref(stands), changes=changes, flips=flips, villages=len(told),
        unjudged=unjudged,
    )  # fmt: skip


def _evaluate(ruleset: Ruleset, village: Village, day: date) -> Assessment:
    return evaluate(ruleset, village, day, overlays=())


def _held_against_both(old: Ruleset, new: Ruleset, source: VillageLike, day: date | None) -> Flip | Unjudged | None:
    """Evaluate a village under both; a village that one of them refuses is told with the reason."""
    from .model.base import Text
    from .model.comparison import Unjudged

    name = str(source) if isinstance(source, (str, Path)) else "-"
    try:
        village = load_village(source)
        name = village.id if name == "-" else name
        found = [evaluate(ruleset, village, day, overlays=()) for ruleset in (old, new)]
    except (VillageError, NotInForceError) as error:
        return Unjudged(name=name, why=Text(vi=_first(error, "vi"), en=_first(error, "en")))
    return _flip(*found)


def _first(error: VillageError | NotInForceError, lang: Lang) -> str:
    """Say in one line why a village is refused: its first fault, and how many more there are."""
    if isinstance(error, NotInForceError):
        return error.explain(lang)
    first, *more = error.diagnostics
    told = f"{first.code}: {first.message.say(lang)}"
    count = len(more)
    return told if not more else f"{told} (+{count} lỗi nữa)" if lang == "vi" else f"{told} (+{count} more)"


def _flip(before: Assessment, after: Assessment) -> Flip | None:
    """Tell what comes out differently; nothing where all is alike."""
    from .model.comparison import Flip

    outcomes = [{one.criterion: one.outcome for one in told.findings} for told in (before, after)]
    ids = dict.fromkeys((*outcomes[0], *outcomes[1]))
    differing = tuple(
        (one, outcomes[0].get(one), outcomes[1].get(one)) for one in ids if outcomes[0].get(one) != outcomes[1].get(one)
    )
    answers = [_main_answer(told) for told in (before, after)]
    if not differing and answers[0] == answers[1]:
        return None
    return Flip(
        village=after.village, on=after.on, before=before.verdict, after=after.verdict, before_answer=answers[0],
        after_answer=answers[1], criteria=differing,
    )  # fmt: skip


def _main_answer(told: Assessment) -> str:
    """Say in one word what the main decision came to, which comes first."""
    return told.decisions[0].answer if told.decisions else str(told.verdict)
