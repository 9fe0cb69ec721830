"""The schema of results: every key is described in both languages, and each result is told apart from the others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry

import smartvillage as sv
from smartvillage._loading.schema.words import WORDS
from smartvillage._reporting.result_schema import RESULTS
from smartvillage._reporting.result_words import RESULT_WORDS

ROOT = Path(__file__).parents[2]
AP_THU = ROOT / "examples" / "ap-thu" / "village.yaml"
SET = "dong-thap-2021-2025"


def keys(lang: Any) -> dict[str, str | None]:
    """Return what is said of each key of each type."""
    definitions = sv.schema("result", lang=lang)["$defs"].items()
    return {
        f"{name.rpartition('__')[2]}.{key}": part.get("description")
        for name, one in definitions
        for key, part in one.get("properties", {}).items()
    }


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_key_is_described(lang: Any) -> None:
    """What is missing goes into ``_reporting/result_words``."""
    assert [key for key, said in keys(lang).items() if not said] == []


def test_descriptions_differ_between_the_languages() -> None:
    """Each says the same in its own words."""
    english = keys("en")
    assert [key for key, said in keys("vi").items() if said == english[key]] == []


def test_no_word_is_left_over() -> None:
    """A key that is gone takes its words with it."""
    named = {name for key in keys("vi") for name in (key, key.rpartition(".")[2])}
    assert sorted(set(RESULT_WORDS) - named) == []
    assert {key for key in keys("vi") if key in WORDS} != set()


def results() -> list[Any]:
    """Make one result of each kind."""
    ruleset = sv.load_ruleset(SET)
    return [
        sv.evaluate(ruleset, AP_THU),
        sv.explain(ruleset, AP_THU, "2.13"),
        sv.roadmap(ruleset, AP_THU),
        sv.diff(ruleset, sv.load_ruleset(SET, overlays=["quoc-gia-tham-chieu"])),
    ]


def test_each_result_is_told_apart_and_held_against_its_own_keys() -> None:
    """A key too many is refused by its name."""
    validator = Draft202012Validator(sv.schema("result"), registry=Registry())
    made = results()
    assert {type(one) for one in made} == set(RESULTS.values())
    for one in made:
        data = json.loads(one.model_dump_json())
        assert [error.message for error in validator.iter_errors(data)] == []
        assert any("'nonsense'" in error.message for error in validator.iter_errors({**data, "nonsense": 1}))


def test_what_is_no_result_is_refused() -> None:
    """Nothing that only looks like one."""
    assert not Draft202012Validator(sv.schema("result"), registry=Registry()).is_valid({"schema_version": "1"})
