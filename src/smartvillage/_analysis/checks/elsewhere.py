"""Elsewhere: the other rulesets that facts name; one that nobody has may be yet to come, or is misspelt.

The rule: only a name that is nearly one there is is told; a set that is not at hand is nobody's fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from smartvillage._faults.analysis import ruleset_elsewhere
from smartvillage.model.facts import ListFact, RecordFact, ResultFact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smartvillage.diagnostics import Diagnostic
    from smartvillage.model.facts import AnyFact
    from smartvillage.model.ruleset import Ruleset

    from .spots import Placer, Step

#: Returns the name of a ruleset that is meant by one that nothing bears; nothing where one does, or none is near.
Meant: TypeAlias = "Callable[[str], str | None]"


def elsewhere(ruleset: Ruleset, place: Placer, meant: Meant) -> Iterator[Diagnostic]:
    """Yield a warning for each name of another ruleset that is nearly one there is."""
    for name, fact in ruleset.facts.items():
        for steps, other in _named(fact):
            near = meant(other)
            if near is not None:
                yield ruleset_elsewhere(place("facts", name, *steps), other, near)


def _named(fact: AnyFact) -> Iterator[tuple[tuple[Step, ...], str]]:
    if isinstance(fact, ResultFact):
        yield ("ruleset",), fact.ruleset
    for name, field in fact.fields.items() if isinstance(fact, (ListFact, RecordFact)) else ():
        if isinstance(field, ResultFact):
            yield ("fields", name, "ruleset"), field.ruleset
