"""Citations: one decision printed in two ways within the texts that a set or a village rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from smartvillage._faults import references
from smartvillage.diagnostics import Diagnostic, Place
from smartvillage.model.mentions import SYMBOLS, Mention, kind_of, mentions_of, same_day, same_text
from smartvillage.model.ruleset import Source

Placer: TypeAlias = Callable[..., "Place | None"]


def check_cites(sources: Mapping[str, Source | None], place: Placer) -> Iterator[Diagnostic]:
    """Yield a warning at each later mention of a decision that differs from an earlier one."""
    first: dict[str, list[Mention]] = {}
    for mention in mentions_of(sources):
        yield from _own_symbol(mention, place)
        earlier = [other for other in first.setdefault(mention.number, []) if same_text(other, mention)]
        yield from _against(earlier, mention, place)
        first[mention.number].append(mention)


def _own_symbol(mention: Mention, place: Placer) -> Iterator[Diagnostic]:
    kind = kind_of(mention.symbol)
    if mention.type and kind and mention.type != kind and mention.type in SYMBOLS.values():
        yield references.cited_type(place(*mention.steps, "type"), mention.named, mention.type, kind)


def _against(earlier: Sequence[Mention], later: Mention, place: Placer) -> Iterator[Diagnostic]:
    """Hold a mention against the first that is dated, and against the first."""
    dated = next((one.date for one in earlier if one.date), None)
    if dated and later.date and not same_day(dated, later.date):
        yield references.cited_dates(place(*later.steps, "date"), later.number, dated, later.date)
    if earlier and earlier[0].symbol != later.symbol:
        yield references.cited_symbols(place(*later.steps, "number"), later.number, earlier[0].symbol, later.symbol)
