"""Open entities: what certainty makes of lists, against filling every field and adding entities."""

from __future__ import annotations

from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from strategies.rulesets import skeleton

import smartvillage
from smartvillage._program.bind import bind
from smartvillage._program.feasible import Steps
from smartvillage._program.lower import lower
from smartvillage._program.possible import Question, possible_outcomes
from smartvillage._program.reduction import Reduction
from smartvillage.model.findings import Outcome

Plain = dict[str, Any]
#: Every value that matters to a rule that asks for wifi, or for one or two seats.
FIELDS = {"wifi": (True, False), "seats": (0, 1, 2)}
wheres = st.sampled_from([
    {"wifi": True}, {"seats": {"at_least": 1}}, {"wifi": True, "seats": {"at_least": 2}}, {"not": {"wifi": True}},
    {"any_of": [{"wifi": True}, {"seats": {"at_least": 1}}]},
])  # fmt: skip
amounts = st.sampled_from([
    {"at_least": "all"}, {"at_least": 1}, {"at_least": 2}, {"at_most": 1}, {"more_than": "50 %"}, {"at_least": "40 %"},
    {"less_than": "100 %"}, {"at_least": "all", "when_empty": "met"}, {"at_least": "all", "when_empty": "not_met"},
])  # fmt: skip
counts = st.builds(lambda where, amount: {"count": "places", "where": where, **amount}, wheres, amounts)
rules = st.one_of(
    counts, st.builds(lambda one, two: {"any_of": [one, two]}, counts, counts),
    st.builds(lambda one, two: {"all_of": [one, {"not": two}]}, counts, counts),
)  # fmt: skip
entities = st.fixed_dictionaries(
    {}, optional={"wifi": st.booleans(), "seats": st.integers(0, 2)}
)  # fmt: skip


def ruleset_of(rule: Plain) -> smartvillage.Ruleset:
    """Make a ruleset of one criterion over one list."""
    fields = {"wifi": {"type": "flag"}, "seats": {"type": "count"}}
    data = skeleton({"places": {"type": "list", "fields": fields}})
    data["criteria"] = [{"id": "1", "title": "Một", "group": "one", "rule": rule}]
    data["decisions"] = {"recognised": {"main": True, "if": {"met": "all", "at_least": "all"}}}
    return smartvillage.load_ruleset(data)


def village_of(places: Any) -> smartvillage.Village:
    """Make a village with a list."""
    return smartvillage.load_village({
        "village": {"id": "a", "name": "A", "kind": "hamlet"}, "ruleset": "made-up", "as_of": "2024-03-31",
        "facts": {"places": places},
    })  # fmt: skip


def possible(ruleset: smartvillage.Ruleset, places: Any) -> set[Outcome]:
    """Ask which outcomes the open fields leave possible."""
    village = village_of(places)
    program = lower(ruleset, village.as_of)
    reduction = Reduction(bind(program, village))
    applies, holds = (reduction.truth(node) for node in (program.criteria[0].applies, program.criteria[0].holds))
    found = possible_outcomes(Question(applies, holds, reduction.variables), Steps(1_000_000))
    assert found is not None
    return set(found)


def filled(items: list[Plain]) -> list[list[Plain]]:
    """Fill the open fields of entities in every way."""
    ways = []
    for item in items:
        fields = product(*[(item[name],) if name in item else values for name, values in FIELDS.items()])
        ways.append([dict(zip(FIELDS, way, strict=True)) for way in fields])
    return [list(way) for way in product(*ways)]


def named(items: list[Plain]) -> list[Plain]:
    """Give entities their ids."""
    return [{"id": f"e{place}", **item} for place, item in enumerate(items)]


def reached(ruleset: smartvillage.Ruleset, worlds: list[list[Plain]]) -> set[Outcome]:
    """Evaluate complete lists."""
    found = {smartvillage.evaluate(ruleset, village_of(named(world)))["1"].outcome for world in worlds}
    both = {Outcome.MET, Outcome.NOT_MET}
    return {
        one
        for outcome in found
        if outcome is not None
        for one in (both if outcome is Outcome.NOT_ASSESSABLE else {outcome})
    }


@given(rules, st.lists(entities, max_size=3))
def test_open_fields_of_a_complete_list_are_what_filling_them_says(rule: Plain, items: list[Plain]) -> None:
    """Every outcome that some filling gives is possible, and no other."""
    ruleset = ruleset_of(rule)
    assert possible(ruleset, named(items)) == reached(ruleset, filled(items))


@given(rules, st.lists(entities, max_size=1))
def test_a_list_that_may_go_on_allows_what_more_entities_give(rule: Plain, items: list[Plain]) -> None:
    """Up to two more entities give no outcome that was called impossible."""
    ruleset = ruleset_of(rule)
    worlds = [world for more in range(3) for world in filled([*items, *[{}] * more])]
    told = possible(ruleset, {"items": named(items), "complete": False})
    assert reached(ruleset, worlds) <= told


@given(rules, entities, st.sampled_from([None, 1, 2]))
def test_one_row_about_all_allows_what_so_many_entities_give(rule: Plain, row: Plain, number: int | None) -> None:
    """A row that speaks of all of them is that many entities, each with its own open fields."""
    ruleset = ruleset_of(rule)
    worlds = [world for size in ([number] if number else [1, 2]) for world in filled([row] * size)]
    told = possible(ruleset, {"all": row, **({"number": number} if number else {})})
    given_ = reached(ruleset, worlds)
    assert given_ == told if number else given_ <= told


def test_one_row_about_very_many_is_counted_not_told_apart() -> None:
    """A thousand schools in one line are one number of hits."""
    ruleset = ruleset_of({"count": "places", "where": {"wifi": True}, "at_least": "50 %"})
    assert possible(ruleset, {"all": {"seats": 1}, "number": 1000}) == {Outcome.MET, Outcome.NOT_MET}
    assert possible(ruleset, {"all": {"wifi": True}, "number": 1000}) == {Outcome.MET}


def test_knowing_a_list_does_not_settle_what_an_unseen_limit_makes_of_it() -> None:
    """The limit that entities are held against is settled with the list, or the list alone decides nothing."""
    rule = {"count": "places", "where": {"seats": {"at_least": "unknown"}}, "at_least": 1}
    told = smartvillage.explain(ruleset_of(rule), village_of({"items": [], "complete": False}), "1")
    assert told.certainty.settle == (("criteria/1/rule/where/seats/at_least", "facts/places"),)


def test_a_list_settles_a_count_that_reads_nothing_open_around_it() -> None:
    """Where the limit is known the list is all that is missing."""
    rule = {"count": "places", "where": {"seats": {"at_least": 2}}, "at_least": 1}
    told = smartvillage.explain(ruleset_of(rule), village_of({"items": [], "complete": False}), "1")
    assert told.certainty.settle == (("facts/places",),)
