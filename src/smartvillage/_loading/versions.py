"""Version ranges as overlays write them: ``vi-du@>=1,<2``."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from typing import TypeAlias

Version: TypeAlias = tuple[int, int, int]
#: Signs and versions, all of which must hold.
Bounds: TypeAlias = tuple[tuple[str, Version], ...]

_BOUND = re.compile(r"(>=|>|<=|<|=)?\s*(\d{1,9}(?:\.\d{1,9}){0,2})", re.ASCII)
_HOLDS: dict[str, Callable[[Version, Version], bool]] = {
    ">=": operator.ge, ">": operator.gt, "<=": operator.le, "<": operator.lt, "=": operator.eq,
}  # fmt: skip


def read_extends(text: str) -> tuple[str, Bounds] | None:
    """Split ``id@range`` into the id and the bounds; nothing where it cannot be read.

    >>> read_extends("vi-du@>=1,<2")
    ('vi-du', (('>=', (1, 0, 0)), ('<', (2, 0, 0))))
    """
    name, mark, bounds = text.partition("@")
    if not mark:
        return (name, ()) if name else None
    found = [_BOUND.fullmatch(bound.strip()) for bound in bounds.split(",")]
    read = tuple((bound[1] or "=", read_version(bound[2])) for bound in found if bound)
    return (name, read) if name and len(read) == len(found) else None


def read_version(text: str) -> Version:
    """Read the three numbers of a version; those not written are 0."""
    numbers = [int(part) for part in re.split(r"[-+]", text, maxsplit=1)[0].split(".")]
    major, minor, patch = (*numbers, 0, 0)[:3]
    return major, minor, patch


def in_range(version: str, bounds: Bounds) -> bool:
    """Tell whether a version lies within all bounds."""
    read = read_version(version)
    return all(_HOLDS[sign](read, bound) for sign, bound in bounds)
