"""The published JSON Schemas are current, and what the library writes is valid by them."""

from __future__ import annotations

import importlib.util
import json
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry

import smartvillage as sv

ROOT = Path(__file__).parents[2]
AN_PHU = ROOT / "examples" / "an-phu" / "village.yaml"
spec = importlib.util.spec_from_file_location("publish", ROOT / "docs" / "schemas" / "publish.py")
assert spec is not None
assert spec.loader is not None
publish = importlib.util.module_from_spec(spec)
spec.loader.exec_module(publish)


@pytest.mark.parametrize("name", sorted(publish.TYPES))
def test_the_published_schema_is_current(name: str) -> None:
    """The committed file is what the types say; run ``python docs/schemas/publish.py`` after a change."""
    assert publish.path(name).read_text("utf-8") == publish.text(name)


@pytest.mark.parametrize(("kind", "lang"), list(product(publish.KINDS, publish.LANGS)))
def test_the_published_schema_of_files_is_current(kind: Any, lang: Any) -> None:
    """As those of results; run ``python docs/schemas/publish.py`` after a change of the vocabulary."""
    assert publish.typed_path(kind, lang).read_text("utf-8") == publish.typed(kind, lang)


def results() -> dict[str, Any]:
    """Make one result of each kind from the shipped village."""
    village = sv.load_village(AN_PHU)
    ruleset = sv.load_ruleset(village.ruleset)
    return {
        "assessment": sv.evaluate(ruleset, village),
        "explanation": sv.explain(ruleset, village, "2.13"),
        "roadmap": sv.roadmap(ruleset, village, until=date(2024, 12, 31)),
        "village": village,
    }


@pytest.mark.parametrize("name", sorted(publish.TYPES))
def test_what_is_written_is_valid(name: str) -> None:
    """The JSON of a real result follows the published schema."""
    schema = json.loads(publish.path(name).read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, registry=Registry())
    assert list(validator.iter_errors(json.loads(results()[name].model_dump_json()))) == []


@pytest.mark.parametrize("name", ["assessment", "roadmap"])
def test_what_is_wrong_is_refused(name: str) -> None:
    """A schema that accepts anything would prove nothing: a changed verdict word is refused."""
    schema = json.loads(publish.path(name).read_text("utf-8"))
    data = json.loads(results()[name].model_dump_json())
    data["verdict" if name == "assessment" else "standing"] = "perhaps"
    assert not Draft202012Validator(schema, registry=Registry()).is_valid(data)
