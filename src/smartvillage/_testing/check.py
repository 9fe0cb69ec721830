"""Checking a file of cases: all that is wrong with it and with what it says, whatever comes out of its cases."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from smartvillage.diagnostics import in_place_order

from .run import open_suite, run_suite

if TYPE_CHECKING:
    from smartvillage.diagnostics import Diagnostic


def check_cases(source: str | Path) -> tuple[Diagnostic, ...]:
    """Return the faults of a file of cases, sorted by place."""
    suite = open_suite(Path(source))
    found = [*suite.faults, *(fault for result in run_suite(suite) for fault in result.faults)]
    return in_place_order(dict.fromkeys(found))
