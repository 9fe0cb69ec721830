"""Every small mistake that can be made in a rule's data is made once."""

from __future__ import annotations

from typing import Any

import pytest

from smartvillage._testing.mutants import replaced
from smartvillage._testing.operators import Operators
from smartvillage._testing.selections import Selections

DATA: dict[str, Any] = {
    "facts": {
        "wifi": {"type": "flag"},
        "users": {"type": "count"},
        "share": {"type": "share"},
        "stars": {"type": "level", "scale": "stars"},
        "region": {"type": "choice", "codes": ["x", "y", "z"]},
        "camera": {"type": "record", "fields": {"kept": {"type": "quantity", "unit": "ngày"}}},
        "places": {"type": "list", "fields": {"wifi": {"type": "flag"}, "rated": {"type": "level", "scale": "stars"}}},
    },
    "scales": {"stars": [{"id": "1"}, {"id": "2"}, {"id": "3"}]},
    "codes": {},
    "groups": [{"id": "g", "precondition": True}],
    "criteria": [{"id": "a", "group": "g"}, {"id": "b"}, {"id": "c", "tags": ["t"]}],
}


def told(value: Any) -> list[str]:
    """Return the changes that can be made to some data, in English."""
    found = Operators(DATA, Selections(DATA), "vi").changes(value)
    return [f"{'/'.join(map(str, change.at))}: {change.words.en}" for change in found]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            {"fact": "users", "at_least": {"value": "10"}},
            [
                "at_least: `at_least` becomes `more_than`",
                "at_least/value: `10` becomes `9`",
                "at_least/value: `10` becomes `11`",
            ],
        ),
        ({"fact": "wifi"}, ["fact: asks for the contrary"]),
        (
            {"fact": "stars", "at_most": {"value": "3"}},
            ["at_most: `at_most` becomes `less_than`", "at_most/value: `3` becomes `2`"],
        ),
        (
            {"any_of": [{"fact": "wifi"}, {"fact": "wifi"}]},
            [
                "any_of: `any_of` becomes `all_of`",
                "any_of/0: part 1 of `any_of` taken out",
                "any_of/1: part 2 of `any_of` taken out",
                "any_of/0/fact: asks for the contrary",
                "any_of/1/fact: asks for the contrary",
            ],
        ),
        (
            {"count": "places", "where": {"wifi": {"is": {"value": True}}}, "at_least": {"value": "all"}},
            [
                "at_least: `at_least` becomes `more_than`",
                "where/wifi: condition `wifi` taken out",
                "where/wifi/is/value: `true` becomes `false`",
                "at_least/value: `all` becomes `1`",
            ],
        ),
        (
            {"count": "places", "where": {"rated": {"at_least": {"value": "2"}}}, "when_empty": "met"},
            [
                "when_empty: `met` becomes `not_met`",
                "when_empty: `met` becomes `not_applicable`",
                "when_empty: `when_empty` taken out",
                "where/rated: condition `rated` taken out",
                "where/rated/at_least: `at_least` becomes `more_than`",
                "where/rated/at_least/value: `2` becomes `1`",
                "where/rated/at_least/value: `2` becomes `3`",
            ],
        ),
        (
            {"fact": "region", "one_of": [{"value": "x"}, {"value": "y"}]},
            [
                "one_of/0: `x` taken out of `one_of`",
                "one_of/1: `y` taken out of `one_of`",
                "one_of/0/value: `x` becomes `y`",
                "one_of/1/value: `y` becomes `z`",
            ],
        ),
        (
            {"met": "all", "at_least": {"value": "all"}},
            [
                "at_least: `at_least` becomes `more_than`",
                "met: `met` becomes `not_met`",
                "met: criterion `b` left out of `met`",
                "met: criterion `c` left out of `met`",
                "at_least/value: `all` becomes `1`",
            ],
        ),
        (
            {"dated": [{"from": "2024-01-01", "value": "66"}]},
            [
                "dated/0/value: `66` becomes `65`",
                "dated/0/value: `66` becomes `67`",
                "dated/0/from: `2024-01-01` becomes `2023-12-31`",
                "dated/0/from: `2024-01-01` becomes `2024-01-02`",
            ],
        ),
        (
            {"month": 12, "day": 31, "year": "previous"},
            [
                "year: `previous` becomes `this`",
                "year: `previous` becomes `next`",
                "day: `31/12` becomes `30/12`",
                "day: `31/12` becomes `1/1`",
            ],
        ),
        (
            {"evidence": [["photo", "map"], ["paper"]]},
            [
                "evidence/0: list 1 of evidence taken out",
                "evidence/0: evidence `photo` taken out",
                "evidence/0: evidence `map` taken out",
                "evidence/1: list 2 of evidence taken out",
                "evidence: no evidence is asked for",
            ],
        ),
        ({"evidence": "none"}, ["evidence: `evidence: none` taken out"]),
        (
            {"instead": [{"fact": "share", "caveat": "proxy_measure"}]},
            ["instead/0: substitute `share` taken out", "instead/0/caveat: `caveat` taken out"],
        ),
        (
            {"unknown": {"more_than": "0 %"}},
            ["unknown/more_than: `more_than` becomes `at_least`", "unknown/more_than: `0 %` becomes `1 %`"],
        ),
        ({"title": "70 %", "note": {"at_least": "1"}, "source": {"item": "2"}}, []),
    ],
)  # fmt: skip
def test_changes(value: Any, expected: list[str]) -> None:
    """Each construct has its mistakes, and what says nothing of the rule has none."""
    assert told(value) == expected


def test_a_change_leaves_what_is_around_it() -> None:
    """A mutant differs from the data at its own path alone, and the data itself is never touched."""
    data = {"a": [{"b": 1, "c": 2}], "d": 3}

    assert replaced(data, ("a", 0, "b"), 9) == {"a": [{"b": 9, "c": 2}], "d": 3}
    assert data == {"a": [{"b": 1, "c": 2}], "d": 3}
