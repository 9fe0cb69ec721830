"""Where a number comes from. No number stands without it.

INVARIANT (basis): after loading, every limit and condition carries a basis and, where one was given, a source; the
loader passes them down from the condition, the criterion, the file and the ruleset.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from .base import Frozen, Id, Text, or_string


class Basis(StrEnum):
    """How a statement came to stand here, from the firmest to the weakest."""

    STATED = "stated"
    """The number stands in a text that we read."""
    WORDING = "wording"
    """The criterion's own title is the condition."""
    INFERRED = "inferred"
    """A text that we read says it of something near by."""
    ASSUMED = "assumed"
    """Ours, so that the thing can run; every output shows it as such."""
    UNKNOWN = "unknown"
    """Nobody here has seen it."""


class Citation(Frozen):
    """A place in a source: which text, which item of it, and its words."""

    id: Id
    item: str | None = None
    quote: str | None = None

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Say in the published schema that a plain id is read too."""
        return or_string(handler(core), handler)

    @model_validator(mode="before")
    @classmethod
    def _from_id(cls, value: object) -> object:
        return {"id": value} if isinstance(value, str) else value


class Based(Frozen):
    """Anything that says where it comes from."""

    basis: Basis | None = None
    source: Citation | None = None
    note: Text | None = None
