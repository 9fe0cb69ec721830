"""A lazy sequence is a value: equal to the tuple of its items, written like it, and read back as it."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Annotated

import pytest

from smartvillage.model.base import Frozen
from smartvillage.model.lazy import AsTuple, Lazy


class Number(Frozen):
    """An item."""

    value: int


class Holder(Frozen):
    """What holds a sequence of items."""

    numbers: Annotated[Sequence[Number], AsTuple] = ()


@dataclass(frozen=True)
class Shelf:
    """Makes numbers of bytes."""

    count: int

    def size(self) -> int:
        """Return how many there are."""
        return self.count

    def item(self, packed: bytes, place: int) -> Number:
        """Make one."""
        return Number(value=packed[place])


def lazy(values: bytes = b"\x01\x02\x03") -> Lazy[Number]:
    """Make a lazy sequence."""
    return Lazy(Shelf(len(values)), values)


ITEMS = (Number(value=1), Number(value=2), Number(value=3))


def test_is_its_tuple() -> None:
    """It equals its tuple from both sides, and hashes like it."""
    assert lazy() == ITEMS
    assert lazy() == ITEMS == lazy()
    assert hash(lazy()) == hash(ITEMS)


def test_differs() -> None:
    """It differs from other items and from what is no tuple."""
    assert lazy() != ITEMS[:2]
    assert lazy() != lazy(b"\x01\x02\x04")
    assert lazy() != list(ITEMS)


@pytest.mark.parametrize("place", [0, 2, -1, slice(1, None), slice(None, None, -1)])
def test_places(place: int | slice) -> None:
    """Places and slices are a tuple's."""
    assert lazy()[place] == ITEMS[place]


@pytest.mark.parametrize("place", [3, -4])
def test_beyond(place: int) -> None:
    """Beyond the end there is nothing."""
    with pytest.raises(IndexError):
        lazy()[place]


def test_sequence() -> None:
    """Length, membership, counting and iteration are a tuple's."""
    assert (len(lazy()), Number(value=2) in lazy(), lazy().index(Number(value=3))) == (3, True, 2)
    assert list(lazy()) == list(ITEMS)
    assert repr(lazy()) == repr(ITEMS)


def test_json_there_and_back() -> None:
    """A holder of it is written and read like one of a tuple."""
    holder = Holder(numbers=lazy())
    assert holder.model_dump_json() == Holder(numbers=ITEMS).model_dump_json()
    assert Holder.model_validate_json(holder.model_dump_json()) == holder
    assert holder == Holder(numbers=ITEMS)


def test_schema() -> None:
    """Its schema is that of an array of the items, read and written."""
    for mode in ("validation", "serialization"):
        schema = Holder.model_json_schema(mode=mode)
        assert schema["properties"]["numbers"]["items"] == {"$ref": "#/$defs/Number"}


def test_copies() -> None:
    """Copies and pickles are equal."""
    assert deepcopy(lazy()) == ITEMS
    assert pickle.loads(pickle.dumps(lazy())) == ITEMS  # noqa: S301 - our own bytes
