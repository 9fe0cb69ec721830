"""Citations: what several files say of one text, and what the order of days forbids.

The rule: a text is compared with those that were given before it; the first that says otherwise is named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smartvillage._faults import analysis as faults
from smartvillage.model.mentions import mentions_of, same_day, same_issuer, same_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from smartvillage.diagnostics import Diagnostic
    from smartvillage.model.mentions import Mention
    from smartvillage.model.ruleset import Source

    from .spots import Placer


class Cited(NamedTuple):
    """The sources of a ruleset or of a village, and where each part of them stands."""

    sources: Mapping[str, Source]
    place: Placer


def citations(cited: Cited) -> Iterator[Diagnostic]:
    """Yield what is wrong with the sources of one ruleset or one village."""
    yield from _order(cited)
    before: list[Mention] = []
    for mention in mentions_of(cited.sources):
        other = next((one for one in before if _other_issuer(one, mention)), None)
        if other is not None:
            yield _two_issuers((cited, other), (cited, mention))
        before.append(mention)


def disagreements(cited: Cited, others: Sequence[Cited]) -> Iterator[Diagnostic]:
    """Yield a warning for each way in which sources name a text otherwise than sources of other files do."""
    known = [(other, mention) for other in others for mention in mentions_of(other.sources)]
    for mention in mentions_of(cited.sources):
        meant = [(other, one) for other, one in known if same_text(one, mention)]
        for other, one in meant:
            if one.date and mention.date and not same_day(one.date, mention.date):
                where, there = cited.place(*mention.steps, "date"), other.place(*one.steps, "date")
                yield faults.dated_elsewhere(where, mention.number, (one.date, mention.date), there)
                break
        for other, one in meant:
            if one.symbol != mention.symbol:
                where, there = cited.place(*mention.steps, "number"), other.place(*one.steps, "number")
                yield faults.symbol_elsewhere(where, mention.number, (one.symbol, mention.symbol), there)
                break
        against = next(((other, one) for other, one in known if _other_issuer(one, mention)), None)
        if against is not None:
            yield _two_issuers(against, (cited, mention))


def _other_issuer(one: Mention, later: Mention) -> bool:
    """Tell whether two mentions agree in number, symbol and day, and name bodies that cannot be one."""
    return bool(
        later.named == one.named and one.date and later.date and same_day(one.date, later.date)
    ) and not same_issuer(one.issuer, later.issuer)


def _two_issuers(first: tuple[Cited, Mention], later: tuple[Cited, Mention]) -> Diagnostic:
    (there, one), (here, mention) = first, later
    where, other = here.place(*mention.steps, "issuer"), there.place(*one.steps, "issuer")
    return faults.two_issuers(where, mention.named, (one.issuer, mention.issuer), other)


def _order(cited: Cited) -> Iterator[Diagnostic]:
    """Yield what is wrong with days: nothing can retell or cite what did not exist yet."""
    own = [mention for mention in mentions_of(cited.sources) if len(mention.steps) == 1]
    for name, source in cited.sources.items():
        reported = cited.sources.get(source.reports) if source.reports else None
        if source.date and reported is not None and reported.date and _after(reported.date, source.date):
            dates = (source.date, reported.date)
            yield faults.older_than_cited(cited.place(name, "date"), name, str(source.reports), dates)
    for mention in mentions_of(cited.sources):
        name = str(mention.steps[0])
        day = cited.sources[name].date
        if len(mention.steps) == 1 or day is None:
            continue
        described = next((one for one in own if one.date and _after(one.date, day) and same_text(one, mention)), None)
        if described is not None:
            where = cited.place(*mention.steps, "number")
            yield faults.older_than_cited(where, name, str(described.steps[0]), (day, str(described.date)))
        elif mention.date and _after(mention.date, day):
            where = cited.place(*mention.steps, "date")
            printed = cited.sources[name].cites[int(mention.steps[2])].number
            yield faults.older_than_printed(where, name, printed, (day, mention.date))


def _after(later: str, day: str) -> bool:
    """Tell whether a date lies after another, as far as both are told."""
    told = min(len(later), len(day))
    return later[:told] > day[:told]
