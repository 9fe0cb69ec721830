"""Judging by another set: how a place that a village names by a file of its own stands against that set.

The rule: binding knows no files and no other set; it is handed a function that knows, and reads what that says.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from datetime import date

    from smartvillage.diagnostics import Diagnostic, Place


class Judged(NamedTuple):
    """What another set makes of a place: nothing while its verdict is open."""

    met: bool | None = None
    proven: bool = False
    """Whether everything that the place meets is proven too."""
    faults: tuple[Diagnostic, ...] = ()


#: Judges a place: the path as written, the name of the set, the day, and where the path stands.
Judge: TypeAlias = "Callable[[str, str, date, Place | None], Judged]"
