"""Frozen mappings and lists: what a value of the vocabulary holds can be read as any dict or list, and never changed.

INVARIANT (equal as plain): a frozen mapping or list equals the plain one of the same content, and pickles, copies and
is written as JSON like it. It hashes by content, so that a result which holds one hashes too.
"""

from __future__ import annotations

from typing import Annotated, Any, NoReturn, TypeAlias, TypeVar

from pydantic import AfterValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

K = TypeVar("K")
V = TypeVar("V")


def _refuse(self: object, *_: Any, **__: Any) -> NoReturn:  # noqa: ANN401 - whatever a dict or a list takes
    kind = "mapping" if isinstance(self, dict) else "list"
    msg = f"this {kind} is part of a frozen value and cannot be changed; make a new value of a copy"
    raise TypeError(msg)


class FrozenDict(dict[K, V]):
    """A mapping that refuses changes."""

    __slots__ = ()
    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        """Hash by content."""
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[Any, ...]:
        """Be copied and pickled by content; the usual way would set item by item."""
        return FrozenDict, (dict(self),)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        """Be described as any mapping."""
        return core_schema.no_info_after_validator_function(cls, handler.generate_schema(dict))


class FrozenList(list[V]):
    """A list that refuses changes."""

    __slots__ = ()
    __setitem__ = __delitem__ = __iadd__ = __imul__ = _refuse
    append = clear = extend = insert = pop = remove = reverse = sort = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        """Hash by content."""
        return hash(tuple(self))

    def __reduce__(self) -> tuple[Any, ...]:
        """Be copied and pickled by content; the usual way would add item by item."""
        return FrozenList, (list(self),)


#: A mapping of the vocabulary: validated as any, then frozen.
Mapped: TypeAlias = Annotated[dict[K, V], AfterValidator(FrozenDict)]
#: The default of a mapping that may be absent.
NOTHING: FrozenDict[Any, Any] = FrozenDict()
