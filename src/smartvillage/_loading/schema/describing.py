"""Describing: what a shape of its own asks of whoever describes the vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from pydantic import BaseModel

    from .scalars import Schema


class Describing(Protocol):
    """Describes annotations, models and their keys."""

    def of(self, kind: Any) -> Schema:  # noqa: ANN401 - an annotation
        """Describe an annotation."""

    def model(self, model: type[BaseModel]) -> Schema:
        """Describe a model."""

    def keys(self, model: type[BaseModel]) -> dict[str, Schema]:
        """Describe each key of a model."""

    def described(self, schema: Schema, model: type[BaseModel], key: str) -> Schema:
        """Put a key's words beside a schema."""

    def about(self, model: type[BaseModel]) -> Schema:
        """Return a model's words."""
