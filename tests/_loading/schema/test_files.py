"""What the loader takes is valid by the schemas, and of what it refuses they tell what a schema can see."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from editors.reading import as_read, kind_of, read, told
from editors.reading import body as schema_of
from hypothesis import given
from strategies.rulesets import rulesets
from strategies.villages import villages

from smartvillage._testing.reading import _CASE_KEYS, _FILE_KEYS
from smartvillage._testing.wanted import READERS

ROOT = Path(__file__).parents[3]
BAD = ROOT / "tests" / "bad"
#: All files of the language that are shipped, and those that tests hold to be good.
GOOD = [
    *(path for folder in ("rulesets", "examples", "tests/suite") for path in sorted((ROOT / folder).rglob("*.yaml"))),
    BAD / "base.yaml",
]
#: Faults of the text or of an entry's shape that no schema of the data can see, each with the reason.
UNSEEN = {
    "SV105": "the second key is gone when a schema looks",
    "SV107": "what stands in braces is read as another key",
    "SV109": "an alias is followed when a schema looks",
    "SV202": "a file may hold some of a set's sections",
    "SV213": "a schema compares no days",
    "SV215": "a schema compares no ids",
    "SV217": "a schema counts no depth",
    "SV219": "a basis may stand in another file",
    "SV222": "a schema counts no decisions",
    "SV223": "a schema counts no decisions",
    "SV228": "a schema knows no calendar",
}
SHAPES = sorted(path for path in BAD.glob("SV2*.yaml"))


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_good_files_are_valid(path: Path) -> None:
    """Shipped rulesets, overlays, villages and cases are valid by the schema of their kind."""
    data = read(path)
    assert told(kind_of(path, data), data) == []


@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.stem)
def test_faults_of_shape_are_seen(path: Path) -> None:
    """A file with a fault of shape is not valid, unless a reason is given why no schema can see it."""
    data = read(path)
    assert (told(kind_of(path, data), data) == []) is (path.name[:5] in UNSEEN)


@given(rulesets())
def test_random_rulesets_are_valid(ruleset: dict[str, Any]) -> None:
    """Whatever rulesets the other laws are tried with."""
    assert told("ruleset", ruleset) == []


@given(rulesets().flatmap(villages))
def test_random_villages_are_valid(village: dict[str, Any]) -> None:
    """As rulesets."""
    assert told("village", village) == []


def test_cases_have_the_keys_that_their_reader_knows() -> None:
    """No more and no fewer."""
    body = schema_of("case")
    assert set(body["properties"]) == set(_FILE_KEYS)
    assert set(body["properties"]["cases"]["items"]["properties"]) == set(_CASE_KEYS)


@pytest.mark.parametrize("key", sorted(READERS))
def test_what_can_be_expected_is_in_the_schema(key: str) -> None:
    """Each key that the reader of expectations knows."""
    found = told("case", {"ruleset": "a", "cases": [{"name": "a", "expect": {key.replace("ID", "1"): []}}]})
    assert [one for one in found if "unexpected" in one or "do not match" in one] == []


def test_an_unknown_expectation_is_refused() -> None:
    """It would be expected of nothing."""
    assert told("case", {"ruleset": "a", "cases": [{"name": "a", "expect": {"criterion/1": "met"}}]}) != []


def test_a_bare_number_is_no_id() -> None:
    """To an editor it is a number."""
    data = as_read({"criteria": [{"id": 2.13, "title": "A", "rule": {"fact": "x"}}]})
    assert told("ruleset", data) == ["criteria/0/id: 2.13 is not of type 'string'"]


@pytest.mark.parametrize("kind", ["ruleset", "overlay", "village", "case"])
def test_a_schema_leads_nowhere(kind: str) -> None:
    """Every reference is to a definition of its own."""
    text = json.dumps(schema_of(kind))
    references = {part.split('"')[0] for part in text.split('"$ref": "')[1:]}
    definitions = {f"#/$defs/{name}" for name in schema_of(kind)["$defs"]}
    assert references <= definitions


@pytest.mark.parametrize(
    ("edit", "wrong"),
    [
        ({"set": "criteria/1/title", "to": {"vi": "x"}}, "tho"),
        ({"alter": "criteria/1", "with": {"tags": ["x"]}}, "wiht"),
        ({"add": "criteria", "after": "1", "item": {"id": "2"}}, "afer"),
        ({"retire": "criteria/1", "from": "2024-07-01"}, "form"),
        ({"select": {"group": "1"}}, "slect"),
        ({"lock": "criteria/1", "as": "may_tighten"}, "ass"),
    ],
)
def test_each_kind_of_edit_has_its_keys(edit: dict[str, Any], wrong: str) -> None:
    """An edit of each kind is valid with its reason, and a misspelt key of it is told by its name."""
    header = {"id": "sua", "title": "Sửa", "version": "1.0.0", "extends": "x@>=1", "in_force": {"from": "2024-07-01"}}
    whole = {"overlay": header, "edits": [{**edit, "because": "thử"}]}
    assert told("overlay", whole) == []
    assert told("overlay", {**whole, "edits": [edit]}) != []
    [said] = told("overlay", {**whole, "edits": [{**edit, "because": "thử", wrong: "x"}]})
    assert wrong in said
