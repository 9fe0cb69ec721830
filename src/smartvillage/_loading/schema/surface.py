"""The walk from the vocabulary's types to schemas: one definition a type, one description a key.

INVARIANT (follows): every key, head and form of the types is in the schema; what the types do not show stands in
``written``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import AfterValidator, BaseModel, BeforeValidator, Discriminator, PlainValidator
from pydantic.fields import FieldInfo
from typing_extensions import TypeAliasType

from smartvillage._loading.trail import choices, fields, is_model, plain, tag_of, words_of

from .further import further
from .scalars import READERS, TEXT, WHOLE, Schema
from .told import Told, names_of
from .unions import by_head, by_type, by_word
from .written import SHAPES, SHORT_FORMS, SHORT_READERS, or_short

_READS = (BeforeValidator, AfterValidator, PlainValidator)


class Surface:
    """One schema in the making: its definitions so far, and the language of its descriptions."""

    def __init__(self, told: Told) -> None:
        """Begin without definitions."""
        self.told = told
        self.defs: dict[str, Schema] = {}

    def of(self, kind: Any) -> Schema:  # noqa: ANN401 - an annotation
        """Return the schema of what an annotation reads."""
        if isinstance(kind, TypeAliasType):
            make = SHAPES.get(kind.__name__)
            return self._named(kind.__name__, lambda: make(self) if make else self.of(kind.__value__))
        if get_origin(kind) is Annotated:
            return self._annotated(*get_args(kind))
        members = tuple(member for member in choices(kind) if member is not type(None))
        if members:
            found = [self.of(member) for member in members]
            return found[0] if len(found) == 1 else by_type(found, self.resolve)
        return self.model(kind) if is_model(kind) else self._plain(kind)

    def resolve(self, schema: Schema) -> Schema:
        """Follow a reference to its definition."""
        while "$ref" in schema:
            schema = self.defs[schema["$ref"].rpartition("/")[2]]
        return schema

    def model(self, model: type[BaseModel]) -> Schema:
        """Return a reference to the definition of a model."""
        return self._named(model.__name__.strip("_"), lambda: self._object(model))

    def keys(self, model: type[BaseModel]) -> dict[str, Schema]:
        """Return the schema of each key of a model, described."""
        found = {}
        for name, info in model.model_fields.items():
            key = info.alias or name
            schema = self._field(info) | further(*names_of(model, key))
            found[key] = self.described(schema, model, key)
        return found

    def described(self, schema: Schema, model: type[BaseModel], key: str) -> Schema:
        """Add what is said of a key."""
        said = self.told.key(model, key)
        return {**schema, "description": said} if said else schema

    def about(self, model: type[BaseModel]) -> Schema:
        """Return what is said of a type, as a part of its schema."""
        said = self.told.model(model)
        return {"description": said} if said else {}

    def _named(self, name: str, make: Callable[[], Schema]) -> Schema:
        if name not in self.defs:
            self.defs[name] = {}  # types that hold themselves come back to this
            self.defs[name].update(make())
        return {"$ref": f"#/$defs/{name}"}

    def _object(self, model: type[BaseModel]) -> Schema:
        if model.__name__ in SHAPES:
            return SHAPES[model.__name__](self)
        needed = [info.alias or name for name, info in model.model_fields.items() if info.is_required()]
        title = model.__name__.strip("_")
        found: Schema = {"type": "object", "title": title, **self.about(model), "properties": self.keys(model)}
        found |= ({"required": needed} if needed else {}) | {"additionalProperties": False} | further(model.__name__)
        return or_short(SHORT_FORMS[model], found) if model in SHORT_FORMS else found

    def _field(self, info: FieldInfo) -> Schema:
        marks = [*info.metadata, *([info.discriminator] if info.discriminator else [])]
        return self._annotated(info.annotation, *marks) if marks else self.of(info.annotation)

    def _annotated(self, kind: Any, *marks: Any) -> Schema:  # noqa: ANN401 - annotations
        readers = [mark.func.__name__ for mark in marks if isinstance(mark, _READS)]
        for reader in readers:
            if reader in READERS:
                return READERS[reader]
            if reader in SHAPES:
                return SHAPES[reader](self)
        headed = any(isinstance(mark, Discriminator) for mark in marks)
        found = self._headed(choices(plain(kind))) if headed else self.of(kind)
        least = next((mark.min_length for mark in marks if hasattr(mark, "min_length")), None)
        if least is not None:
            found = {**found, "minItems" if found.get("type") == "array" else "minProperties": least}
        short = next((SHORT_READERS[reader] for reader in readers if reader in SHORT_READERS), None)
        return found if short is None else or_short(short, found)

    def _headed(self, members: tuple[Any, ...]) -> Schema:
        """Describe a choice whose members are told apart by a head key, or by the word under ``type``."""
        kinds = {str(tag_of(member)): plain(member) for member in members}
        if not all(is_model(kind) for kind in kinds.values()):
            return by_type([self.of(member) for member in members], self.resolve)
        refs = {tag: self.model(kind) for tag, kind in kinds.items()}
        own = {tag: dict(fields(kind)) for tag, kind in kinds.items()}
        if any(tag not in keys for tag, keys in own.items()):
            words = {tag: words_of(plain(keys["type"])) for tag, keys in own.items()}
            said = self.described({}, next(iter(kinds.values())), "type")
            return by_word("type", [(words[tag], refs[tag]) for tag in kinds], said)
        known: dict[str, Schema | bool] = {key: True for keys in own.values() for key in keys}
        return by_head(refs, {**known, **{tag: self.described({}, kind, tag) for tag, kind in kinds.items()}})

    def _plain(self, kind: Any) -> Schema:  # noqa: ANN401 - an annotation
        origin, inner = get_origin(kind), get_args(kind)
        if origin is tuple:
            return {"type": "array", "items": self.of(inner[0])}
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return {"type": "object", "propertyNames": self.of(inner[0]), "additionalProperties": self.of(inner[1])}
        if origin is Literal or (isinstance(kind, type) and issubclass(kind, Enum)):
            return {"enum": list(get_args(kind)) if origin is Literal else list(words_of(kind))}
        return {bool: {"type": "boolean"}, int: WHOLE, str: TEXT}.get(kind, {})
