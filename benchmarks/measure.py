"""Measuring side by side: two things in turn, A B A B …, so that a machine that drifts drifts for both."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, the figure, and the figure aimed at."""

    name: str
    figure: str
    aim: str
    reached: bool

    def __str__(self) -> str:
        """Write the line."""
        return f"{'ok ' if self.reached else 'OVER'}  {self.name:<66} {self.figure:>28}   aim {self.aim}"


def seconds(work: Callable[[], object], repeat: int = 1) -> float:
    """Time some work, repeated, and return the seconds of one."""
    began = time.perf_counter()
    for _ in range(repeat):
        work()
    return (time.perf_counter() - began) / repeat


def in_turn(
    ours: Callable[[], object], theirs: Callable[[], object], *, rounds: int, repeat: int = 1
) -> tuple[float, float]:
    """Return the median seconds of two pieces of work that ran in turn, after one round that does not count."""
    ours(), theirs()
    pairs = [(seconds(ours, repeat), seconds(theirs, repeat)) for _ in range(rounds)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def process(arguments: Sequence[str]) -> Callable[[], object]:
    """Return work that runs Python as a whole new process with these arguments, its bytecode kept as users have it."""
    command = [sys.executable, *arguments]
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    quiet = subprocess.DEVNULL
    return lambda: subprocess.run(command, check=True, stdout=quiet, stderr=quiet, env=surroundings)


def ratio_row(name: str, ours: float, theirs: float, aim: float) -> Row:
    """Make a line of a ratio and its aim."""
    return Row(
        name, f"{ours * 1e3:.3f} ms / {theirs * 1e3:.3f} ms = {ours / theirs:.2f}", f"≤ {aim:g}", ours / theirs <= aim
    )


def settle() -> None:
    """Collect garbage, so that one measurement does not pay for another's."""
    gc.collect()
