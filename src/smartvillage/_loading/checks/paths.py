"""Paths of ids to limits and methods, as activities name them: ``criteria/2.13/rule/at_least``, ``criteria/3.3/rule``.

A step is a key or the ``id`` of an item; never a position.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from smartvillage.model.conditions import CountCondition, MetCondition, NoMethod, NotMetCondition, Where
from smartvillage.model.limits import AnyLimit

if TYPE_CHECKING:
    from .context import Loaded

#: The sections whose entries hold limits.
HOLDERS = ("criteria", "decisions", "limits")
#: The method that a share of an empty set lacks.
WHEN_EMPTY = "when_empty"


def limit_at(loaded: Loaded, path: str) -> AnyLimit | NoMethod | CountCondition | MetCondition | NotMetCondition | None:
    """Return the limit or the method at a path; nothing where there is none."""
    section, _, rest = path.partition("/")
    if section not in HOLDERS or not rest:
        return None
    found: Any = loaded.values[section]
    for step in rest.split("/"):
        if step == WHEN_EMPTY and isinstance(found, (CountCondition, MetCondition, NotMetCondition)):
            return found if rest.endswith(f"/{WHEN_EMPTY}") else None
        found = _into(found, step)
        if found is None:
            return None
    return found if isinstance(found, (AnyLimit, NoMethod)) else None


def near_paths(loaded: Loaded, path: str) -> list[str]:
    """Return the paths of limits in the entry that a path names, or in all of its section."""
    section, _, rest = path.partition("/")
    values = loaded.values[section] if section in HOLDERS else {}
    name = rest.partition("/")[0]
    chosen = {name: values[name]} if values.get(name) is not None else values
    return [f"{section}/{key}{inner}" for key, value in chosen.items() for inner in _limits_in(value, "")]


def _into(found: Any, step: str) -> Any:  # noqa: ANN401 - a value of the vocabulary
    if isinstance(found, Where):
        return {"all_of": found.all_of, "any_of": found.any_of, "not": found.not_}.get(step) or found.fields.get(step)
    if isinstance(found, BaseModel):
        fields = type(found).model_fields
        name = next((name for name, info in fields.items() if (info.alias or name) == step), None)
        return None if name is None else getattr(found, name)
    if isinstance(found, Mapping):
        return found.get(step)
    if isinstance(found, tuple):
        return next((item for item in found if getattr(item, "id", None) == step), None)
    return None


def _limits_in(found: Any, path: str) -> list[str]:  # noqa: ANN401 - a value of the vocabulary
    if isinstance(found, (AnyLimit, NoMethod)):
        return [path]
    if isinstance(found, Where):
        return [inner for name, tests in found.fields.items() for inner in _limits_in(tests, f"{path}/{name}")]
    if isinstance(found, BaseModel):
        return [
            inner
            for name, info in type(found).model_fields.items()
            for inner in _limits_in(getattr(found, name), f"{path}/{info.alias or name}")
        ]
    if isinstance(found, tuple):
        named = [item for item in found if getattr(item, "id", None)]
        return [inner for item in named for inner in _limits_in(item, f"{path}/{item.id}")]
    return []
