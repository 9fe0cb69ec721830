"""Empty values: keys with nothing after them, which mean nothing outside a village's facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .entries import Path


def empties(data: Any, path: Path = ()) -> Iterator[Path]:  # noqa: ANN401 - plain data
    """Yield the path of each part of data that is nothing."""
    stack = [(path, data)]
    while stack:
        path, part = stack.pop()
        items = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
        for step, inner in items:
            if inner is None:
                yield (*path, step)
            elif isinstance(inner, (dict, list)):
                stack.append(((*path, step), inner))
