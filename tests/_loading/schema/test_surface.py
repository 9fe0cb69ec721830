"""Schemas follow the vocabulary: every head, form and key is in them, and a misspelt one is told by its name."""

from __future__ import annotations

from typing import Any

import pytest
from editors.reading import body as schema_of
from editors.reading import told
from jsonschema import Draft202012Validator
from pydantic import BaseModel
from referencing import Registry

from smartvillage._loading.schema.files import KINDS
from smartvillage._loading.schema.further import FURTHER
from smartvillage._loading.schema.scalars import READERS
from smartvillage._loading.schema.surface import Surface
from smartvillage._loading.schema.told import Told
from smartvillage._loading.schema.words import WORDS
from smartvillage._loading.schema.written import INSIDE, SHAPES, SHORT_FORMS, SHORT_READERS
from smartvillage._loading.trail import choices, is_model, plain
from smartvillage.model.activities import EFFECT_HEADS
from smartvillage.model.conditions import CONDITION_HEADS
from smartvillage.model.facts import FACT_TYPES
from smartvillage.model.limits import LIMIT_FORMS, UnknownLimit
from smartvillage.model.measures import MEASURE_KINDS, Measure
from smartvillage.model.ruleset import Ruleset
from smartvillage.model.village import Village


class Walk:
    """All types that a ruleset and a village are made of, and the names of the functions that read them."""

    def __init__(self) -> None:
        """Walk both."""
        self.kinds: set[type[BaseModel]] = set()
        self.readers: set[str] = set()
        for model in (Ruleset, Village):
            self.fields(model)

    def fields(self, model: type[BaseModel]) -> None:
        """Walk the fields of a type."""
        for info in model.model_fields.values():
            self.note(info.metadata)
            self.walk(info.annotation)

    def note(self, marks: Any) -> None:
        """Keep the functions that read."""
        self.readers.update(mark.func.__name__ for mark in marks if type(mark).__name__.endswith("Validator"))

    def walk(self, kind: Any) -> None:
        """Walk an annotation."""
        kind = getattr(kind, "__value__", kind)
        self.note(getattr(kind, "__metadata__", ()))
        bare = plain(kind)
        if not is_model(bare):
            for inner in (*choices(bare), *getattr(bare, "__args__", ())):
                self.walk(inner)
        elif bare not in self.kinds:
            self.kinds.add(bare)
            self.fields(bare)


WALK = Walk()
KNOWN, FUNCTIONS = WALK.kinds, WALK.readers


def untold(kind: str, lang: Any) -> Told:
    """Make a schema and keep what was asked of its words."""
    words = Told(lang)
    surface = Surface(words)
    KINDS[kind](surface)
    if kind == "ruleset":
        surface.of(Measure)
    return words


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_type_and_key_is_told(kind: str) -> None:
    """Nothing is left without a description; what is missing goes into ``_loading/schema/words``."""
    assert untold(kind, "vi").untold == []


def test_every_description_speaks_both_languages() -> None:
    """And says something else in each."""
    assert [name for name, words in WORDS.items() if not words.vi or not words.en or words.vi == words.en] == []


def test_no_description_is_left_over() -> None:
    """A type or key that is gone takes its words with it."""
    asked = set(KINDS)
    for kind in KINDS:
        words = untold(kind, "vi")
        asked |= words.asked
    assert sorted(set(WORDS) - asked) == []


@pytest.mark.parametrize("head", sorted(CONDITION_HEADS))
def test_each_head_is_in_the_schema(head: str) -> None:
    """A condition with the head is read by the head's own keys: a key nobody knows is told by name."""
    rule = {head: "x", "nonsense": 1}
    found = told("ruleset", {"criteria": [{"id": "a", "title": "A", "rule": rule}]})
    assert [one for one in found if "'nonsense' was unexpected" in one] != []
    assert [one for one in found if f"'{head}' was unexpected" in one or "anyOf" in one] == []


@pytest.mark.parametrize("form", sorted(LIMIT_FORMS))
def test_each_form_is_in_the_schema(form: str) -> None:
    """As each head."""
    found = told("ruleset", {"limits": {"a": {form: "x", "nonsense": 1}}})
    assert [one for one in found if "'nonsense' was unexpected" in one] != []
    assert [one for one in found if f"'{form}' was unexpected" in one] == []


@pytest.mark.parametrize("head", sorted(EFFECT_HEADS))
def test_each_effect_is_in_the_schema(head: str) -> None:
    """As each head."""
    found = told("ruleset", {"activities": {"a": {"effects": [{head: "x", "nonsense": 1}]}}})
    assert [one for one in found if "'nonsense' was unexpected" in one] != []


@pytest.mark.parametrize("kind", sorted(MEASURE_KINDS))
def test_each_kind_of_measure_is_in_the_schema(kind: str) -> None:
    """As each head."""
    surface = Surface(Told("vi"))
    body = {**surface.of(Measure), "$defs": surface.defs}
    found = [
        error.message for error in Draft202012Validator(body, registry=Registry()).iter_errors({kind: {}, "no": 1})
    ]
    assert [one for one in found if "'no' was unexpected" in one] != []


@pytest.mark.parametrize("kind", sorted(FACT_TYPES))
def test_each_type_of_fact_is_in_the_schema(kind: str) -> None:
    """A fact of the type is read by its own keys."""
    found = told("ruleset", {"facts": {"a": {"type": kind, "nonsense": 1}}})
    assert [one for one in found if "'nonsense' was unexpected" in one] != []


@pytest.mark.parametrize(
    ("rule", "key"),
    [
        ({"fcat": "x", "at_least": 3}, "fcat"),
        ({"fact": "x", "at_lest": 3}, "at_lest"),
        ({"all_of": [{"fact": "x", "at_lest": 3}]}, "at_lest"),
        ({"fact": "x", "at_least": {"valu": 3}}, "valu"),
        ({"fact": "x", "at_least": {"value": 3, "bassis": "stated"}}, "bassis"),
        ({"count": "x", "where": {"a": {"at_lest": 3}}}, "at_lest"),
        ({"met": {"groep": "a"}, "at_least": 1}, "groep"),
    ],
)
def test_a_misspelt_key_is_told_by_its_name(rule: dict[str, Any], key: str) -> None:
    """Not as "not valid under any of the given schemas" alone."""
    found = told("ruleset", {"criteria": [{"id": "a", "title": "A", "rule": rule}]})
    assert [one for one in found if f"'{key}' was unexpected" in one] != []


def test_two_heads_are_refused() -> None:
    """The first one reads the condition, and the other is a key too many."""
    rule = {"fact": "x", "no_method": "not_seen"}
    assert any(
        "'no_method' was unexpected" in one
        for one in told("ruleset", {"criteria": [{"id": "a", "title": "A", "rule": rule}]})
    )


def test_types_that_read_more_than_their_keys_are_told() -> None:
    """A type with a reader before its keys has a short form or a shape of its own, which is written down."""
    reading = {kind for kind in KNOWN if any(one.info.mode == "before" for one in validators_of(kind))}
    shaped = {kind for kind in KNOWN if kind.__name__ in SHAPES}
    assert {kind.__name__ for kind in reading - set(SHORT_FORMS) - shaped - set(INSIDE) - {UnknownLimit}} == set()


def validators_of(kind: type[BaseModel]) -> list[Any]:
    """Return the validators of a whole type."""
    return list(kind.__pydantic_decorators__.model_validators.values())


def test_every_reader_is_known() -> None:
    """A function that reads a value before or after its type is one whose values a schema describes."""
    known = {*READERS, *SHORT_READERS, *SHAPES, "FrozenDict", "levels"}
    assert FUNCTIONS - known == set()


def test_what_is_asked_further_names_what_there_is() -> None:
    """A type or key that is gone is not asked anything."""
    keys = {f"{kind.__name__}.{info.alias or name}" for kind in KNOWN for name, info in kind.model_fields.items()}
    assert set(FURTHER) - keys - {kind.__name__ for kind in KNOWN} == set()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_descriptions_speak_the_language_asked_for(lang: Any) -> None:
    """A key's description is that of its words."""
    keys = schema_of("ruleset", lang)["$defs"]["Criterion"]["properties"]
    assert keys["rule"]["description"] == WORDS["Criterion.rule"].say(lang)
