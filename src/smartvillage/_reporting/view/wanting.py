"""What proof of one criterion still lacks, in words.

The rule: nothing that is lacking goes untold; where nothing else is, that no text says which evidence is enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartvillage.model.roadmap import ToProve

    from .planning import Planning


def lacks(planning: Planning, wanting: ToProve) -> str:
    """Say which papers, figures and particulars of records are lacking, and whether the ruleset asks for papers."""
    say, names = planning.say, planning.names
    lists = [say("to_prove.and").join(names.evidence(kind) for kind in papers) for papers in wanting.papers]
    parts = [say("to_prove.papers", papers=say("to_prove.or").join(lists))] if lists else []
    if wanting.own_figures:
        parts.append(say("to_prove.figures", facts=_named(planning, wanting.own_figures)))
    if wanting.incomplete:
        parts.append(say("to_prove.incomplete", facts=_named(planning, wanting.incomplete)))
    if wanting.no_evidence_list:
        parts.append(say("to_prove.no_list"))
    return "; ".join(parts)


def only_unlisted(wanting: ToProve) -> bool:
    """Tell whether all that is lacking is a word of the ruleset on which evidence is enough."""
    return wanting.no_evidence_list and not (wanting.papers or wanting.own_figures or wanting.incomplete)


def _named(planning: Planning, facts: Iterable[str]) -> str:
    return ", ".join(f"“{planning.names.fact(fact)}”" for fact in facts)
