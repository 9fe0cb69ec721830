"""What is written otherwise than the types show: flat mappings, and literals or forms in place of another.

One function a shape; each takes the surface that is walked and gives the shape's schema. A test finds the types that
read more than their keys show and are told neither here nor among the short forms.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from smartvillage.model.activities import Range
from smartvillage.model.base import Text
from smartvillage.model.basis import Citation
from smartvillage.model.conditions import CONDITION_HEADS, TEST_WORDS, Tests, Where
from smartvillage.model.facts import Level
from smartvillage.model.limits import Limit
from smartvillage.model.measures import MEASURE_KINDS, AnyMeasure, HeadMeasure

from .scalars import ID, SCALAR, TEXT, Schema
from .unions import by_head, cases

if TYPE_CHECKING:
    from pydantic import BaseModel

    from .describing import Describing


def or_short(short: Schema, long: Schema) -> Schema:
    """Let a single value stand for the long form."""
    singles = [short["type"]] if isinstance(short["type"], str) else short["type"]
    if "pattern" in short or long.get("type") != "object":
        return {"if": {"type": singles}, "then": short, "else": long}
    return {**long, "type": [*singles, "object"]}


def where(surface: Describing) -> Schema:
    """Describe a flat ``where``: fields, and combinations of further mappings."""
    combined = {key: schema for key, schema in surface.keys(Where).items() if key != "fields"}
    test = surface.described(or_short(SCALAR, surface.of(Tests)), Where, "fields")
    told = surface.about(Where)
    return {"type": "object", **told, "properties": combined, "propertyNames": ID, "additionalProperties": test}


def edge(surface: Describing) -> Schema:
    """Describe the edge of a level: a literal or a limit from which up, or tests."""
    tests = {"type": "object", "anyOf": [{"required": [word]} for word in TEST_WORDS]}
    return {"if": tests, "then": surface.of(Tests), "else": surface.of(Limit)}


def measure(surface: Describing) -> Schema:
    """Describe a named measure: a kind of its own, or flat a condition's head without tests."""
    graded: Schema = {"type": "object", "not": {"anyOf": [{"required": ["group"]}, {"required": ["tag"]}]}}
    chain = []
    for key, kind in MEASURE_KINDS.items():
        when: Schema = {"type": "object", "required": [key]}
        chain.append((when | ({"properties": {key: graded}} if key in CONDITION_HEADS else {}), surface.model(kind)))
    return cases(chain, head(surface))


def head(surface: Describing) -> Schema:
    """Describe a condition's head without tests, titled as a measure."""
    own = surface.keys(AnyMeasure)
    flat = {word: _untested(surface, kind, own) for word, kind in CONDITION_HEADS.items()}
    keys = {key: True for schema in flat.values() for key in schema["properties"]} | dict.fromkeys(MEASURE_KINDS, True)
    return by_head(flat, keys | {word: surface.described({}, kind, word) for word, kind in CONDITION_HEADS.items()})


def _untested(surface: Describing, kind: type[BaseModel], own: Mapping[str, Schema]) -> Schema:
    keys = {key: schema for key, schema in surface.keys(kind).items() if key not in TEST_WORDS}
    return {"type": "object", "properties": {**keys, **own}, "additionalProperties": False}


#: The single values that a type takes in place of its keys.
SHORT_FORMS: Mapping[type[BaseModel], Schema] = MappingProxyType({Text: TEXT, Citation: ID, Range: TEXT, Level: ID})
#: What a reader of a whole value or list takes beside the long form, by the name of its function.
SHORT_READERS: Mapping[str, Schema] = MappingProxyType({"as_list": ID, "expand_limit": SCALAR, "expand_points": SCALAR})
#: Types, named choices and readers that are written in a shape of their own, by their names.
SHAPES: Mapping[str, Callable[[Describing], Schema]] = MappingProxyType({
    "Where": where, "Measure": measure, "expand_edge": edge,
})  # fmt: skip
#: Types that read another shape into themselves and are nowhere asked for but through one of the shapes above.
INSIDE = (HeadMeasure,)
