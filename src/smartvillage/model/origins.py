"""Origins: every field of a resolved ruleset with the file, the line and the decision that set it.

The rule: a field is what somebody wrote; what the language fills in by itself stands nowhere and is not told.
"""

from __future__ import annotations

from datetime import date

from .base import Frozen, Text, Written
from .basis import Basis, Citation


class Field(Frozen):
    """One field: its path of ids and keys, its value as written, and who set it."""

    path: str
    value: Written
    """As somebody wrote it."""
    file: str | None = None
    """Nothing where a program handed the value over."""
    line: int | None = None
    """From 1."""
    basis: Basis | None = None
    source: Citation | None = None
    """The text that the field rests on, from the nearest thing around it that names one."""
    cited: str | None = None
    """How that text is called: its number, else its title."""
    overlay: str | None = None
    """The overlay that set or added the field; nothing for the base."""
    because: Text | None = None
    """Why the overlay did."""


class Origins(Frozen):
    """A ruleset as it stands on a day, field by field."""

    id: str
    version: str
    title: Text
    overlays: tuple[str, ...] = ()
    on: date
    fields: tuple[Field, ...]
    """Every field that somebody wrote, in the order of the file."""
    told: bool = True
    """Whether it was asked who set what; without it the fields are shown alone."""

    def __repr__(self) -> str:
        """Name the ruleset and how much it says."""
        return f"<Origins {self.id} {self.version} on {self.on}: {len(self.fields)} fields>"

    def __str__(self) -> str:
        """Name the ruleset and how much it says."""
        return repr(self)
