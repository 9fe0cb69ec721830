"""Sequences that open up when asked: a result keeps packed bytes, and one shared shelf makes its items.

The rule: a lazy sequence is a value. It equals the tuple of its items, hashes like it and is written like it; only what
the garbage collector must look after is less.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import GenericAlias
from typing import Any, Generic, Protocol, TypeVar, overload

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

T_co = TypeVar("T_co", covariant=True)


class Shelf(Protocol[T_co]):
    """Makes items out of what a result keeps; shared by all results of one program."""

    def size(self) -> int:
        """Return how many items there are."""

    def item(self, packed: Any, place: int) -> T_co:  # noqa: ANN401 - only the shelf knows what is packed
        """Make the item at a place."""


class Lazy(Sequence[T_co], Generic[T_co]):
    """An immutable sequence whose items are made when asked for."""

    __slots__ = ("_packed", "_shelf")

    def __init__(self, shelf: Shelf[T_co], packed: Any) -> None:  # noqa: ANN401 - as the shelf wants it
        """Keep the shared shelf and what is packed."""
        self._shelf, self._packed = shelf, packed

    @overload
    def __getitem__(self, place: int) -> T_co: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[T_co, ...]: ...
    def __getitem__(self, place: int | slice) -> T_co | tuple[T_co, ...]:
        """Make one item, or a tuple of some."""
        places = range(len(self))[place]
        if isinstance(places, range):
            return tuple(self._shelf.item(self._packed, one) for one in places)
        return self._shelf.item(self._packed, places)

    def __len__(self) -> int:
        """Return how many items there are."""
        return self._shelf.size()

    def __iter__(self) -> Iterator[T_co]:
        """Make the items one after the other."""
        return (self._shelf.item(self._packed, place) for place in range(len(self)))

    def __eq__(self, other: object) -> bool:
        """Equal the tuple of the items."""
        if isinstance(other, Lazy):
            same = self._shelf is other._shelf and self._packed == other._packed
            return same or tuple(self) == tuple(other)
        return tuple(self) == other if isinstance(other, tuple) else NotImplemented

    def __hash__(self) -> int:
        """Hash like the tuple of the items."""
        return hash(tuple(self))

    def __repr__(self) -> str:
        """Show the items as a tuple."""
        return repr(tuple(self))


class AsTuple:
    """For pydantic: a lazy sequence is taken as it is, anything else read as a tuple; both are written alike."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        """Wrap the schema of a tuple of the items."""
        inner = handler.generate_schema(GenericAlias(tuple, (*source.__args__, ...)))
        return core_schema.no_info_wrap_validator_function(
            keep_lazy,
            inner,
            serialization=core_schema.wrap_serializer_function_ser_schema(write_items, schema=inner),
        )


def keep_lazy(value: object, handler: Any) -> object:  # noqa: ANN401 - pydantic's handler
    """Keep a lazy sequence, whose items are checked by whoever made it; read anything else."""
    return value if isinstance(value, Lazy) else handler(value)


def write_items(value: Any, handler: Any) -> Any:  # noqa: ANN401 - pydantic's handler
    """Write the items."""
    return handler(tuple(value))
