"""Checks of a ruleset as a whole, after every entry of it was found sound alone.

The rule: nothing here stops a ruleset from being used; who writes one is told what was surely not meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .citations import Cited, citations, disagreements
from .constants import constants
from .repeats import repeats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage.diagnostics import Diagnostic
    from smartvillage.model.ruleset import Ruleset

    from .spots import Placer


def analyse(ruleset: Ruleset, place: Placer) -> Iterator[Diagnostic]:
    """Yield what is told of a ruleset as a whole; the next question is one line here and one file beside this."""
    yield from citations(Cited(ruleset.sources, lambda *steps: place("sources", *steps)))
    yield from repeats(ruleset, place)
    yield from constants(ruleset, place)


__all__ = ["Cited", "analyse", "citations", "disagreements"]
