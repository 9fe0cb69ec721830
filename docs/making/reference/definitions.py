"""All that the schemas of files define, in one language, by the name of the type.

The rule: what a schema says inside another (a case, an edit) has a name of its own here, so that a page can hold it.
"""

from __future__ import annotations

import copy
import functools
import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

import smartvillage
import smartvillage.model
from smartvillage._loading import overlay
from smartvillage.diagnostics import Lang
from smartvillage.schemas import SchemaKind

Schema = dict[str, Any]
#: The kinds of file, and the name of what each is as a whole.
FILES: dict[SchemaKind, str] = {
    "ruleset": "RulesetFile",
    "overlay": "OverlayFile",
    "village": "VillageFile",
    "case": "CaseFile",
}
#: What stands inside other schemas: its name here, and where it stands.
INSIDE: dict[str, tuple[tuple[str, ...], ...]] = {
    "Fact": tuple((name, "properties", "facts", "additionalProperties") for name in ("RulesetFile", "OverlayFile")),
    "Field": tuple((name, "properties", "fields", "additionalProperties") for name in ("RecordFact", "ListFact")),
    "Effect": (("Activity", "properties", "effects", "items"),),
    "Defaults": (("RulesetFile", "properties", "defaults"),),
    "Edit": (("OverlayFile", "properties", "edits", "items"),),
    "Case": (("CaseFile", "properties", "cases", "items"),),
    "Expectations": (("Case", "properties", "expect"),),
}


@functools.cache
def definitions(lang: Lang) -> Mapping[str, Schema]:
    """Return every definition of the schemas of files by its name; whole files are definitions too."""
    found: dict[str, Schema] = {}
    for kind, name in FILES.items():
        whole = copy.deepcopy(smartvillage.schema(kind, lang=lang))
        found |= whole.pop("$defs")
        found[name] = whole
    for name, places in INSIDE.items():
        for path in places:
            found[name] = _take_out(found, name, path)
    return found


def _take_out(found: Mapping[str, Schema], name: str, path: tuple[str, ...]) -> Schema:
    """Put a reference where a schema stands inside another, and return that schema."""
    inner: Any = found
    for step in path[:-1]:
        inner = inner[step]
    taken: Schema = inner[path[-1]]
    told = {"description": taken["description"]} if "description" in taken else {}
    inner[path[-1]] = {"$ref": f"#/$defs/{name}", **told}
    return taken


@functools.cache
def models() -> Mapping[str, type[BaseModel]]:
    """Return the vocabulary's types by the names under which schemas define them."""
    modules = [importlib.import_module(f"smartvillage.model.{one.name}") for one in _modules()]
    kinds = (kind for module in (*modules, overlay) for kind in vars(module).values())
    return {
        kind.__name__.strip("_"): kind
        for kind in kinds
        if isinstance(kind, type) and issubclass(kind, BaseModel) and kind.__module__.startswith("smartvillage.")
    }


def _modules() -> Iterator[pkgutil.ModuleInfo]:
    return pkgutil.iter_modules(smartvillage.model.__path__)


def default_of(name: str, key: str) -> str | None:
    """Return what a key is where it is left out, as a file would write it; nothing where that is nothing."""
    kind = models().get(name.removesuffix("File"))
    fields = kind.model_fields if kind else {}
    info = next((one for field, one in fields.items() if (one.alias or field) == key), None)
    return None if info is None else _written(info)


def _written(info: FieldInfo) -> str | None:
    value = info.default
    if value is PydanticUndefined or value is None or (not value and not isinstance(value, (bool, int))):
        return None
    if isinstance(value, bool):
        return str(value).lower()
    return str(value.value) if isinstance(value, Enum) else str(value)
