"""Keys that many types have from one another: told once, where they belong, and only named elsewhere.

The rule: a type that says something else by a shared key tells it itself.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping

from pydantic import BaseModel

from smartvillage.diagnostics import Lang

from .definitions import Schema, definitions, models

#: Types that others are made of, and the section under which their keys are told.
BASES = (
    "Based",
    "Tests",
    "Period",
    "YearlyDay",
    "AnyCondition",
    "AnyLimit",
    "AnyFact",
    "AnyMeasure",
    "AnyEffect",
    "Reasoned",
)


@functools.cache
def everything(lang: Lang) -> Mapping[str, Schema]:
    """Return all definitions, those of shared keys among them."""
    known = dict(definitions(lang))
    for base in BASES:
        if base not in known:
            known[base] = {"type": "object", "properties": _own_keys(base, lang), "additionalProperties": False}
    return known


def _own_keys(base: str, lang: Lang) -> dict[str, Schema]:
    """Return the keys that a base brings, as the first type tells them that says nothing of its own of them."""
    known, words = definitions(lang), models()
    made = [name for name in known if name in words and issubclass(words[name], words[base])]
    keys = [key for key in _keys(words[base]) if owner(words[base], key) == base]
    return {key: next(known[name]["properties"][key] for name in reversed(made)) for key in keys}


def _keys(model: type[BaseModel]) -> list[str]:
    return [info.alias or name for name, info in model.model_fields.items()]


def owner(model: type[BaseModel], key: str) -> str:
    """Return the name of the type that brings a key; a key that is written flat is the type's own."""
    kinds = [kind for kind in model.__mro__ if issubclass(kind, BaseModel) and kind is not BaseModel]
    bringing = (kind.__name__.strip("_") for kind in reversed(kinds) if key in _keys(kind))
    return next(bringing, model.__name__)


def shared(name: str, lang: Lang) -> dict[str, list[str]]:
    """Return the keys of a type that are told elsewhere, by the base that tells them."""
    known, model = everything(lang), models().get(name)
    found: dict[str, list[str]] = {}
    if name == "OverlayFile":
        return {"RulesetFile": [key for key in known["RulesetFile"]["properties"] if key in known[name]["properties"]]}
    if model is None or name in BASES:
        return found
    for key, schema in known[name].get("properties", {}).items():
        base = owner(model, key)
        if base in BASES and known[base]["properties"][key].get("description") == schema.get("description"):
            found.setdefault(base, []).append(key)
    return found
