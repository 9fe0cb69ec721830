"""Checks of a ruleset as a whole, after every entry of it was found sound alone.

How it goes through: the set is taken as it stands before and after each amendment, on every day on which its own dates
change it; some questions are put to its texts, others to its nodes on such a day. What is found is told once.
The rule: nothing here stops a ruleset from being used; who writes one is told what was surely not meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._program.door import program_for

from .asking import Asker
from .bands import bands
from .citations import Cited, citations, disagreements
from .constants import constants
from .elsewhere import elsewhere
from .idle import idle
from .levels import levels
from .repeats import repeats
from .splits import splits
from .stretches import standings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from smartvillage.diagnostics import Diagnostic
    from smartvillage.model.ruleset import Ruleset

    from .elsewhere import Meant
    from .spots import Placer
    from .stretches import Standing
    from .telling import Finding

#: What is asked of a set on a day; the next question is one line here and one file beside this.
DAILY = (constants, levels, bands, splits)


def analyse(
    ruleset: Ruleset, places: Callable[[Ruleset], Placer], meant: Meant = lambda _name: None
) -> Iterator[Diagnostic]:
    """Yield what is told of a ruleset as a whole, each once.

    ``places`` says where a set's entries stand, ``meant`` which other set a name that nothing bears may mean.
    """
    found: dict[Diagnostic, None] = {}
    told: dict[object, tuple[Finding, Placer, date]] = {}
    stands = list(standings(ruleset))
    for standing in stands:
        place = places(standing.ruleset)
        found |= dict.fromkeys(_of_the_text(standing.ruleset, place))
        found |= dict.fromkeys(elsewhere(standing.ruleset, place, meant))
        for finding, day in _of_the_days(standing):
            told.setdefault(finding[:4], (finding, place, day))
    yield from found
    first = min(day for standing in stands for day in standing.days)
    for finding, place, day in told.values():
        where = place(finding.section, finding.id, *finding.steps, key=finding.key)
        yield finding.tell(where, "" if day == first else str(day))


def _of_the_text(ruleset: Ruleset, place: Placer) -> Iterator[Diagnostic]:
    yield from citations(Cited(ruleset.sources, lambda *steps: place("sources", *steps)))
    yield from repeats(ruleset, place)
    yield from idle(ruleset, place)


def _of_the_days(standing: Standing) -> Iterator[tuple[Finding, date]]:
    for day in standing.days:
        asker = Asker(program_for(standing.ruleset, day))
        for ask in DAILY:
            for finding in ask(asker):
                yield finding, day


__all__ = ["Cited", "analyse", "citations", "disagreements"]
