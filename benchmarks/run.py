"""Print every figure the library is held to, side by side in one run. Nothing here asserts.

Run with ``python benchmarks/run.py``; ``--quick`` takes fewer rounds; a name (``cold``, ``walking``, …) runs one part.
"""

from __future__ import annotations

import importlib
import platform
import sys

PARTS = ("cold", "loading", "walking", "keeping", "planning", "growth")


def main(arguments: list[str]) -> None:
    """Run the parts that were asked for."""
    rounds = 3 if "--quick" in arguments else 15
    wanted = [argument for argument in arguments if not argument.startswith("-")] or list(PARTS)
    print(f"Python {platform.python_version()} on {platform.machine()}, {rounds} rounds, medians")
    for part in wanted:
        for row in importlib.import_module(part).rows(rounds):
            print(row, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
