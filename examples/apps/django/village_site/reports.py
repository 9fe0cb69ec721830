"""Reports: the library's answers to one visitor's question, and what it says where it refuses.

The rule: nothing here decides anything of a village; each part is one call of the library, and a refusal is a value.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import smartvillage as sv
from smartvillage import Assessment, Document, Explanation, Roadmap, Ruleset, SmartVillageError, Village

from .shelf import ruleset_of

_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a village."""

    on: date | None = None
    until: date | None = None
    budget: int | None = None
    criterion: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What is said of it; a part that was refused is the refusal."""

    village: Village
    ruleset: Ruleset
    assessment: Assessment
    roadmap: Roadmap | SmartVillageError
    explanation: Explanation | SmartVillageError | None = None


def report(document: Document, question: Question) -> Report:
    """Answer a question about the village of a text.

    Raises:
        SmartVillageError: The text is no village, or its village cannot be held against its ruleset on the day.
    """
    village = sv.load_village(document)
    ruleset = ruleset_of(village)
    on, criterion = question.on, question.criterion
    return Report(
        village,
        ruleset,
        sv.evaluate(ruleset, village, on, overlays=()),
        _or_refusal(
            lambda: sv.roadmap(ruleset, village, on, until=question.until, budget=question.budget, overlays=())
        ),
        _or_refusal(lambda: sv.explain(ruleset, village, criterion, on, overlays=())) if criterion else None,
    )


def _or_refusal(ask: Callable[[], _Answer]) -> _Answer | SmartVillageError:
    """Return an answer, or why there is none: one part that is refused leaves the others standing."""
    try:
        return ask()
    except SmartVillageError as error:
        return error
