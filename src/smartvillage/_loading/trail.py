"""Trails: from a validator's account of an error back to the path in the text and the words known there.

A validator's location names union tags and field names beside keys; only the model's own annotations tell which is
which. Nothing here runs unless something is wrong.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, Tag
from typing_extensions import TypeAliasType

from smartvillage.model.conditions import Where

from .entries import Path, Step


@dataclass(frozen=True, slots=True)
class Trail:
    """Where a location leads."""

    path: Path
    """Keys and positions in the data."""
    kind: Any
    """The annotation of what is expected there."""
    keys: tuple[str, ...]
    """The keys of the innermost mapping that the location runs through."""
    union: tuple[Path, Step] | None = None
    """The first choice without tags on the way: where it stands, and which of its members was tried."""
    is_key: bool = False
    """The location is that of a key, not of its value."""
    asked: Path | None = None
    """The path of the innermost field of a ``where`` that the location runs through."""


def trail(kind: Any, location: Sequence[Step]) -> Trail:  # noqa: ANN401 - an annotation
    """Follow a location from an annotation on."""
    path: list[Step] = []
    keys: tuple[str, ...] = ()
    union: tuple[Path, Step] | None = None
    asked: Path | None = None
    for place, step in enumerate(location):
        kind = plain(kind)
        if is_model(kind):
            keys = tuple(key for key, _ in fields(kind))
        if step == "[key]":
            return Trail(tuple(path), kind, keys, union, is_key=True)
        members = choices(kind)
        if members:
            if union is None and not _tagged(members):
                union = (tuple(path), step)
            kind = _member(members, step)
            continue
        if not (kind is Where and step == "fields"):
            path.append(step)
        elif place + 1 < len(location):
            asked = (*path, location[place + 1])
        kind = _inside(kind, step)
    return Trail(tuple(path), plain(kind), keys, union, asked=asked)


def plain(kind: Any) -> Any:  # noqa: ANN401 - an annotation
    """Take the annotation out of named aliases, ``Annotated`` and ``… | None``."""
    while True:
        if isinstance(kind, TypeAliasType):
            kind = kind.__value__
        elif get_origin(kind) is Annotated:
            kind = get_args(kind)[0]
        elif get_origin(kind) in (Union, types.UnionType):
            members = [member for member in get_args(kind) if member is not type(None)]
            if len(members) > 1:
                return Union[tuple(members)]  # noqa: UP007 - built while running
            kind = members[0]
        else:
            return kind


def is_model(kind: Any) -> bool:  # noqa: ANN401 - an annotation
    """Tell whether an annotation is one of our models."""
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def fields(model: type[BaseModel]) -> Iterator[tuple[str, Any]]:
    """Yield a model's keys as files write them, each with its annotation."""
    for name, info in model.model_fields.items():
        yield info.alias or name, info.annotation


def choices(kind: Any) -> tuple[Any, ...]:  # noqa: ANN401 - an annotation
    """Return the members of a union; none where it is no union."""
    return get_args(kind) if get_origin(kind) in (Union, types.UnionType) else ()


def words_of(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - an annotation
    """Return the words a value may be: of a ``Literal`` or an enumeration."""
    if get_origin(kind) is Literal:
        return tuple(str(word) for word in get_args(kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(str(word.value) for word in kind)
    return ()


def tag_of(kind: Any) -> str | None:  # noqa: ANN401 - an annotation
    """Return the tag of a union's member."""
    marks = get_args(kind)[1:] if get_origin(kind) is Annotated else ()
    return next((mark.tag for mark in marks if isinstance(mark, Tag)), None)


def _tagged(members: Sequence[Any]) -> bool:
    return any(tag_of(member) is not None for member in members)


def _member(members: Sequence[Any], label: Step) -> Any:  # noqa: ANN401 - an annotation
    for member in members:
        bare = plain(member)
        if tag_of(member) == label or getattr(bare, "__name__", None) == label:
            return member
        if get_origin(bare) is tuple and str(label).startswith("tuple["):
            return member
    return members[0]


def _inside(kind: Any, step: Step) -> Any:  # noqa: ANN401 - an annotation
    if is_model(kind):
        return next((inner for key, inner in fields(kind) if key == step), dict(_names(kind)).get(str(step), Any))
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (tuple, list) and arguments:
        return arguments[0]
    if isinstance(origin, type) and issubclass(origin, Mapping) and len(arguments) > 1:
        return arguments[1]
    return Any


def _names(model: type[BaseModel]) -> Iterator[tuple[str, Any]]:
    return ((name, info.annotation) for name, info in model.model_fields.items())
