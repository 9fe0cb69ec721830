"""Empty values: keys with nothing after them, which mean nothing outside a village's facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .entries import Path


def empties(data: Any, path: Path = ()) -> Iterator[Path]:  # noqa: ANN401 - plain data
    """Yield the path of each part of data that is nothing."""
    if not _has_empty(data):
        return
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for step, inner in items:
        if inner is None:
            yield (*path, step)
        else:
            yield from empties(inner, (*path, step))


def _has_empty(data: Any) -> bool:  # noqa: ANN401 - plain data
    """Tell whether anything in data is nothing; nearly always nothing is, so no path is made on the way."""
    if data.__class__ is dict:
        data = data.values()
    elif data.__class__ is not list:
        return False
    for part in data:  # noqa: SIM110 - a loop is twice as quick
        if part is None or ((part.__class__ is dict or part.__class__ is list) and _has_empty(part)):
            return True
    return False
