"""Intervals of exact numbers with open or closed ends: what is known of a value that may be open."""

from __future__ import annotations

from dataclasses import dataclass

from .nodes import Exact


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers between two ends. An absent end is unbounded; an open end is not itself inside."""

    low: Exact | None = None
    high: Exact | None = None
    low_open: bool = False
    high_open: bool = False
    whole: bool = False
    """Only whole numbers are meant."""
