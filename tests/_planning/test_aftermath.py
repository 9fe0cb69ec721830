"""What deeds make of a village, as plain data that the evaluator reads again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import smartvillage
from smartvillage import Village
from smartvillage._planning.aftermath import after
from smartvillage._planning.effects import Effects
from smartvillage._program.bind import bind
from smartvillage._program.door import program_for
from smartvillage._program.interval import Interval

Plain = dict[str, Any]
Made = Callable[..., tuple[Effects, Village]]

FACTS: Plain = {
    "flag": {"type": "flag"},
    "paper": {"type": "document", "fields": {"pages": {"type": "count"}, "kind": {"type": "choice", "codes": "kinds"}}},
    "users": {"type": "count", "max": 10},
    "area": {"type": "quantity", "unit": "ha"},
    "share": {"type": "share"},
    "stars": {"type": "level", "scale": "stars"},
    "kind": {"type": "choice", "codes": "kinds"},
    "day": {"type": "date"},
    "places": {"type": "list", "fields": {"wifi": {"type": "flag"}, "size": {"type": "count"}}},
}
RULES: Plain = {
    "1": {"fact": "users", "at_least": 7},
    "2": {"fact": "area", "at_least": "2,5 ha"},
    "3": {"fact": "share", "at_least": "70 %"},
    "4": {"fact": "stars", "at_least": "3"},
    "5": {"count": "places", "where": {"wifi": True}, "at_least": 1},
    "6": {"fact": "paper", "where": {"pages": {"at_least": 2}, "kind": {"is": "old"}}},
    "7": {"all_of": [{"fact": "flag"}, {"fact": "kind", "is": "old"}, {"fact": "day", "after": "2024-01-01"}]},
}


@pytest.fixture(scope="module")
def made(ruleset: Callable[..., Plain]) -> Made:
    """Bind a village to a ruleset with one activity ``x``."""

    def make(effects: list[Plain], facts: Plain, **more: Any) -> tuple[Effects, Village]:
        more = {"facts": FACTS, "codes": {"kinds": {"old": "Cũ", "new": "Mới"}}, **more}
        loaded = smartvillage.load_ruleset(ruleset({"x": {"effects": effects}}, RULES, more))
        village = smartvillage.load_village(
            {
                "village": {"id": "v", "name": "V", "kind": "hamlet", "within": {"commune": "c"}},
                "ruleset": "small",
                "as_of": "2024-03-31",
                "facts": facts,
            }
        )
        program = program_for(loaded, village.as_of)
        return Effects(loaded, bind(program, village)), village

    return make


def line_after(made: Made, effects: list[Plain], facts: Plain, name: str) -> Any:
    """Return what the village says of a fact after some effects, having bound it again."""
    promised, _ = made(effects, facts)
    changed = after(promised, promised.deeds["x"])
    bind(promised.program, changed.village)
    return changed.given.get(f"facts/{name}", changed.village.facts.get(name))


@pytest.mark.parametrize(
    ("effect", "facts", "name", "expected"),
    [
        ({"fact": "flag"}, {"flag": {"value": False, "scope": "commune"}}, "flag", True),
        ({"fact": "users", "becomes": 4}, {"users": 9}, "users", 4),
        ({"fact": "users", "add": 3}, {"users": 2}, "users", 5),
        ({"fact": "users", "add": 30}, {"users": 2}, "users", 10),
        ({"fact": "users", "add": 3}, {}, "users", Interval(3, 10, whole=True)),
        ({"fact": "users", "reach": "criteria/1/rule/at_least"}, {"users": 2}, "users", 7),
        ({"fact": "users", "reach": "criteria/1/rule/at_least"}, {"users": 9}, "users", 9),
        ({"fact": "users", "reach": "criteria/1/rule/at_least"}, {}, "users", 7),
        ({"fact": "area", "reach": "criteria/2/rule/at_least"}, {"area": "1 ha"}, "area", "2,5 ha"),
        ({"fact": "area", "add": "0,25 ha"}, {"area": "1 ha"}, "area", "1,25 ha"),
        ({"fact": "share", "becomes": "87,5 %"}, {}, "share", "87,5 %"),
        ({"fact": "share", "add": "10 %"}, {"share": "1/3"}, "share", "13/30"),
        ({"fact": "share", "add": "10 %"}, {"share": "95 %"}, "share", "100 %"),
        ({"fact": "stars", "reach": "criteria/4/rule/at_least"}, {"stars": "1"}, "stars", "3"),
        ({"fact": "stars", "add": 9}, {"stars": "2"}, "stars", "4"),
        ({"fact": "kind", "becomes": "old"}, {"kind": "new"}, "kind", "old"),
        ({"fact": "day", "becomes": "2024-02-01"}, {}, "day", "2024-02-01"),
        ({"fact": "paper"}, {"paper": False}, "paper", True),
        ({"fact": "paper", "with": {"pages": 3, "kind": "old"}}, {}, "paper", {"pages": 3, "kind": "old"}),
    ],
)
def test_fact_after_an_effect(made: Made, effect: Plain, facts: Plain, name: str, expected: Any) -> None:
    """Each effect writes the fact as a village would, in scope and within what the fact can be."""
    assert expected == line_after(made, [effect], facts, name)


def test_reach_and_add_combine_as_the_most(made: Made) -> None:
    """The greater of the limit and of today with all that is added."""
    reach = {"fact": "users", "reach": "criteria/1/rule/at_least"}
    assert (
        line_after(made, [reach, {"fact": "users", "add": 2}, {"fact": "users", "add": 2}], {"users": 1}, "users") == 7
    )
    assert (
        line_after(made, [reach, {"fact": "users", "add": 4}, {"fact": "users", "add": 4}], {"users": 1}, "users") == 9
    )


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"number": "1/QĐ", "pages": 1}, {"number": "1/QĐ", "pages": 3}),
        ({"number": "1/QĐ", "valid_until": "2024-01-31", "kind": "old"}, {"kind": "old", "pages": 3}),
        ({"status": "planned", "issued_on": "2024-12-01"}, {"pages": 3}),
    ],
)
def test_record_keeps_what_is_in_force(made: Made, record: Plain, expected: Plain) -> None:
    """What has ended or was only planned is renewed; its own fields stay."""
    assert expected == line_after(made, [{"fact": "paper", "with": {"pages": 3}}], {"paper": record}, "paper")


PLACES = [{"id": "p", "wifi": False, "size": 9}, {"id": "q", "status": "planned", "size": 8}, {"id": "r", "size": 1}]


def test_matching_entities_exist_and_change(made: Made) -> None:
    """A planned one that matches exists from then on; one that does not match stays."""
    effect = {"list": "places", "where": {"size": {"at_least": 5}}, "with": {"wifi": True}}
    assert line_after(made, [effect], {"places": PLACES}, "places") == {
        "items": [{"id": "p", "wifi": True, "size": 9}, {"id": "q", "size": 8, "wifi": True}, {"id": "r", "size": 1}],
        "complete": True,
    }


@pytest.mark.parametrize(
    ("where", "matched"),
    [
        ({"wifi": False}, ["p"]),
        ({"not": {"wifi": False}}, []),
        ({"any_of": [{"size": {"less_than": 2}}, {"wifi": False}]}, ["p", "r"]),
        ({"size": {"at_least": 2, "at_most": 8}}, ["q"]),
        ({"size": {"is": 1}}, ["r"]),
    ],
)
def test_what_matches(made: Made, where: Plain, matched: list[str]) -> None:
    """Only what is known to match is changed; a missing field matches nothing, nor does its opposite."""
    effect = {"list": "places", "where": where, "with": {"wifi": True}}
    changed = line_after(made, [effect], {"places": PLACES}, "places")["items"]
    assert matched == [place["id"] for place in changed if place.get("wifi")]


def test_added_entities_have_ids_of_their_own(made: Made) -> None:
    """New entities are named after their activity and never like one that is there."""
    effects = [{"list": "places", "add": 2, "with": {"wifi": True}}, {"list": "places", "add": 1}]
    changed = line_after(made, effects, {"places": [{"id": "x-1"}]}, "places")
    assert [place["id"] for place in changed["items"]] == ["x-1", "x-2", "x-3", "x-4"]
    assert changed["complete"] is True


def test_adding_to_a_list_nobody_wrote_leaves_it_incomplete(made: Made) -> None:
    """There are at least the new ones."""
    changed = line_after(made, [{"list": "places", "add": 1, "with": {"wifi": True}}], {}, "places")
    assert changed == {"items": [{"id": "x-1", "wifi": True}], "complete": False}


@pytest.mark.parametrize(("number", "complete", "size"), [(3, True, 4), (None, False, 2)])
def test_adding_to_all_of_them(made: Made, number: int | None, complete: bool, size: int) -> None:  # noqa: FBT001
    """Entities told of as one are written out where their number is known; else one of them stands for the rest."""
    line = {"all": {"wifi": False}} if number is None else {"all": {"wifi": False}, "number": number}
    changed = line_after(made, [{"list": "places", "add": 1, "with": {"wifi": True}}], {"places": line}, "places")
    assert (complete, size) == (changed["complete"], len(changed["items"]))


def test_changing_all_of_them(made: Made) -> None:
    """What is said of every entity changes for every entity."""
    line = {"all": {"wifi": False}, "number": 3, "scope": "commune"}
    changed = line_after(made, [{"list": "places", "with": {"wifi": True}}], {"places": line}, "places")
    assert changed == {"number": 3, "all": {"wifi": True}}


def test_the_statement_that_counts_is_changed(made: Made) -> None:
    """Of several statements about a list the one that is used is the one that effects change."""
    older = {"items": [{"id": "o"}], "measured_on": "2024-01-01"}
    newer = {"items": [{"id": "n"}], "measured_on": "01/02/2024"}
    wider = {"items": [{"id": "w"}], "measured_on": "2024-03-01", "scope": "commune"}
    effect = {"list": "places", "with": {"wifi": True}}
    changed = line_after(made, [effect], {"places": {"statements": [older, newer, wider]}}, "places")
    assert [place["id"] for place in changed["items"]] == ["n"]


@pytest.mark.parametrize(
    ("effect", "facts", "expected"),
    [
        ({"fact": "flag"}, {"flag": True}, True),
        ({"fact": "flag"}, {"flag": {"status": "planned"}}, False),
        ({"fact": "users", "becomes": 4}, {"users": 4}, True),
        ({"fact": "users", "becomes": 4}, {"users": 5}, False),
        ({"fact": "users", "add": 1}, {"users": 5}, False),
        ({"fact": "users", "reach": "criteria/1/rule/at_least"}, {"users": 7}, True),
        ({"fact": "users", "reach": "criteria/1/rule/at_least"}, {"users": 6}, False),
        ({"learn": "users"}, {"users": 1}, True),
        ({"learn": "users"}, {"users": {"planned": 3}}, False),
        ({"learn": "places"}, {"places": []}, True),
        ({"learn": "places"}, {}, False),
        ({"settle": ["criteria/1/rule/at_least"]}, {}, True),
        ({"fact": "paper", "with": {"pages": 3}}, {"paper": {"pages": 3}}, True),
        ({"fact": "paper", "with": {"pages": 3}}, {"paper": {"pages": 2}}, False),
        ({"list": "places", "with": {"wifi": True}}, {"places": [{"id": "p", "wifi": True}]}, True),
        ({"list": "places", "with": {"wifi": True}}, {"places": PLACES}, False),
        (
            {"list": "places", "with": {"wifi": True}},
            {"places": [{"id": "p", "wifi": True, "status": "planned"}]},
            False,
        ),
        ({"list": "places", "with": {"wifi": True}}, {"places": []}, True),
        ({"list": "places", "with": {"wifi": True}}, {}, False),
    ],
)
def test_what_holds_already(made: Made, effect: Plain, facts: Plain, expected: bool) -> None:  # noqa: FBT001
    """An effect holds where it would change nothing; adding never does."""
    promised, _ = made([effect], facts)
    assert expected == promised.holds(promised.deeds["x"][0])


def test_the_village_itself_stays_as_it_is(made: Made) -> None:
    """A change gives a new value."""
    facts = {"users": 1, "places": [{"id": "p", "wifi": False}]}
    promised, village = made([{"fact": "users", "add": 1}, {"list": "places", "with": {"wifi": True}}], facts)
    after(promised, promised.deeds["x"])
    assert village.facts == facts
