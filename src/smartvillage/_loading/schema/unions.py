"""Choices between shapes, so written that a misspelt key is told by its name.

A plain ``anyOf`` answers every slip with "not valid under any of the given schemas"; here the shape of what was written
picks one member, and that member says what is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .scalars import Schema

_SINGLE = ("string", "number", "integer", "boolean")


def by_head(members: Mapping[str, Schema], keys: Mapping[str, Schema | bool]) -> Schema:
    """Let the first head that is there pick the member; without one, say which key nobody knows.

    Args:
        members: The schema of each member by its head, in the order in which the loader looks for them.
        keys: All keys of all members, for what has no head.
    """
    nameless: Schema = {"type": "object", "properties": dict(keys), "additionalProperties": False}
    nameless["anyOf"] = [{"required": [head]} for head in members]
    return cases([({"type": "object", "required": [head]}, member) for head, member in members.items()], nameless)


def by_word(key: str, members: Sequence[tuple[tuple[str, ...], Schema]], said: Schema) -> Schema:
    """Let the word under a key pick the member; all words stand together once, so that an editor offers them."""
    words = [word for named, _ in members for word in named]
    known: Schema = {"type": "object", "properties": {key: {"enum": words, **said}}, "required": [key]}
    return known | cases([(_says(key, named), member) for named, member in members], {})


def _says(key: str, words: Iterable[str]) -> Schema:
    return {"type": "object", "properties": {key: {"enum": list(words)}}, "required": [key]}


def cases(pairs: Sequence[tuple[Schema, Schema]], otherwise: Schema) -> Schema:
    """Write cases of which the first that fits counts."""
    chained = otherwise
    for when, then in reversed(pairs):
        chained = {"if": when, "then": then, "else": chained}
    return chained


def by_type(members: Sequence[Schema], resolve: Any) -> Schema:  # noqa: ANN401 - a function from a schema to what it refers to
    """Let the JSON type of what was written pick the member; objects by the key that they must have."""
    types: dict[str, list[Schema]] = {}
    for member in members:
        for kind in _types(resolve(member)):
            types.setdefault("single" if kind in _SINGLE else kind, []).append(member)
    said = list(dict.fromkeys(kind for member in members for kind in _types(resolve(member))))
    guarded: list[Schema] = []
    for kind, found in types.items():
        names = [name for name in said if name in _SINGLE] if kind == "single" else [kind]
        guarded.append({"if": {"type": names}, "then": _one_of(kind, found, resolve)})
    return {"type": said, "allOf": guarded}


def _one_of(kind: str, members: Sequence[Schema], resolve: Any) -> Schema:  # noqa: ANN401 - as above
    distinct = [member for place, member in enumerate(members) if member not in members[:place]]
    if len(distinct) == 1:
        return distinct[0]
    if kind != "object":
        return {"anyOf": distinct}
    heads = {resolve(member)["required"][0]: member for member in distinct}
    keys = {key: True for member in distinct for key in resolve(member)["properties"]}
    return by_head(heads, keys)


def _types(schema: Schema) -> list[str]:
    """Return the JSON types that a schema takes."""
    kind = schema.get("type")
    if kind is None and "enum" in schema:
        return list(dict.fromkeys("boolean" if isinstance(word, bool) else "string" for word in schema["enum"]))
    if kind is None:
        parts = [schema[word] for word in ("then", "else") if word in schema]
        return list(dict.fromkeys(name for part in parts for name in _types(part)))
    return [kind] if isinstance(kind, str) else list(kind)
