"""The engine as a black box: plain data in, what it found out."""

from __future__ import annotations

from datetime import date
from typing import Any

import smartvillage
from smartvillage import Assessment

Plain = dict[str, Any]


def judged(ruleset: Plain, village: Plain, **more: Any) -> Assessment:
    """Evaluate plain data on the village's own day."""
    return smartvillage.evaluate(smartvillage.load_ruleset(ruleset), smartvillage.load_village(village), **more)


def outcomes(assessment: Assessment) -> dict[str, str]:
    """Return the outcome of every criterion, and of the verdict."""
    found = {finding.criterion: str(finding.outcome) for finding in assessment.findings}
    return {**found, "verdict": str(assessment.verdict)}


def day_of(village: Plain) -> date:
    """Return the day a village speaks of."""
    return date.fromisoformat(village["as_of"])
