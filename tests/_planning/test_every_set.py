"""Small places drawn at random, rules that more can worsen among them: every set of activities is tried."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

import pytest

import smartvillage
from smartvillage import Roadmap
from smartvillage.model.roadmap import Standing

Plain = dict[str, Any]
Road = Callable[..., Roadmap]
FLAGS = ("a", "b", "c", "d")


def draw_condition(rng: random.Random, depth: int = 2) -> Plain:  # noqa: PLR0911 - one return a head
    """Draw a condition over flags, a count and a list."""
    heads = ["flag"] * 4 + ["users", "few", "places", *(["not", "all_of", "any_of", "count"] if depth else [])]
    match rng.choice(heads):
        case "flag":
            return {"fact": rng.choice(FLAGS)}
        case "users":
            return {"fact": "users", "at_least": rng.randint(1, 4)}
        case "few":
            return {"fact": "users", "at_most": rng.randint(1, 4)}
        case "places":
            return {"count": "places", "where": {"wifi": True}, "at_least": rng.choice(["all", 2, "60 %"])}
        case "not":
            return {"not": draw_condition(rng, depth - 1)}
        case "count":
            return {"count": [draw_condition(rng, depth - 1) for _ in range(3)], "at_least": 2}
        case head:
            return {head: [draw_condition(rng, depth - 1) for _ in range(2)]}


def draw_effect(rng: random.Random) -> Plain:
    """Draw a sure effect; an entity may be added that meets no rule."""
    return rng.choice(
        [
            *({"fact": flag} for flag in FLAGS),
            {"fact": "users", "add": rng.randint(1, 3)},
            {"list": "places", "with": {"wifi": True}},
            {"list": "places", "add": 1, "with": {"wifi": rng.random() < 0.7}},
        ]
    )


def draw_decision(rng: random.Random, names: list[str]) -> Plain:
    """Draw a pass rule over the criteria."""
    half = names[: max(1, len(names) // 2)]
    return rng.choice(
        [
            {"met": "all", "at_least": "all"},
            {"met": "all", "at_least": rng.randint(1, len(names))},
            {"met": "all", "at_least": rng.choice(["50 %", "67 %"])},
            {"not_met": "all", "at_most": 1},
            {"all_of": [{"met": half, "at_least": "all"}, {"met": "all", "more_than": "50 %"}]},
            {"any_of": [{"met": half, "at_least": "all"}, {"all_of": [{"fact": "d"}, {"met": "all", "at_least": 1}]}]},
        ]
    )


def draw(seed: int) -> tuple[Plain, Plain, Plain, Plain]:
    """Draw activities, rules, facts and a decision."""
    rng = random.Random(seed)  # noqa: S311 - drawn places, no secret
    rules = {str(number + 1): draw_condition(rng) for number in range(rng.randint(1, 4))}
    activities: Plain = {}
    for number in range(rng.randint(1, 6)):
        after = rng.sample(sorted(activities), 1) if activities and rng.random() < 0.25 else []
        activities[f"t{number}"] = {
            "effects": [draw_effect(rng) for _ in range(rng.randint(1, 2))],
            "cost": f"{rng.randint(1, 9)} triệu đồng",
            "after": after,
        }
    facts = {flag: rng.random() < 0.2 for flag in FLAGS}
    places = [{"id": f"p{number}", "wifi": rng.random() < 0.5} for number in range(rng.randint(0, 2))]
    return activities, rules, {**facts, "users": rng.randint(0, 2), "places": places}, draw_decision(rng, list(rules))


def sets(activities: Plain, done: set[str]) -> Iterator[tuple[str, ...]]:
    """Yield every set in which each activity has what it needs."""
    for size in range(len(activities) + 1):
        for chosen in combinations(sorted(activities), size):
            if all(set(activities[task]["after"]) <= {*chosen, *done} for task in chosen):
                yield chosen


def village_after(facts: Plain, effects: list[Plain]) -> Plain:
    """Change a village's facts by hand, whatever the order."""
    changed = {**facts, "places": [dict(place) for place in facts["places"]]}
    for effect in effects:
        if effect.get("list") and "add" not in effect:
            changed["places"] = [{**place, **effect["with"]} for place in changed["places"]]
    for place, effect in enumerate(effects):
        if effect.get("list") and "add" in effect:
            changed["places"].append({"id": f"new{place}", **effect["with"]})
        elif effect.get("fact") == "users":
            changed["users"] += effect["add"]
        elif "fact" in effect:
            changed[effect["fact"]] = True
    return changed


def idle(activity: Plain, facts: Plain) -> bool:
    """Tell whether an activity would change nothing."""
    return all(
        "add" not in effect
        and (facts[effect["fact"]] if "fact" in effect else all(place["wifi"] for place in facts["places"]))
        for effect in activity["effects"]
    )


@pytest.mark.parametrize("seed", range(60))
def test_the_plan_costs_what_the_best_set_costs(road: Road, ruleset: Callable[..., Plain], seed: int) -> None:
    """The standing says whether any set meets the target, and the plan costs as much as the cheapest that does."""
    activities, rules, facts, decision = draw(seed)
    loaded = smartvillage.load_ruleset(ruleset({}, rules, {"decision": decision}))

    def met(chosen: tuple[str, ...]) -> bool:
        effects = [effect for task in chosen for effect in activities[task]["effects"]]
        village = {
            "village": {"id": "v", "name": "V", "kind": "hamlet"}, "ruleset": "small", "as_of": "2024-03-31",
            "facts": village_after(facts, effects),
        }  # fmt: skip
        return smartvillage.evaluate(loaded, smartvillage.load_village(village)).verdict == "met"

    useless = {task for task in activities if idle(activities[task], facts)}
    useful = {task: one for task, one in activities.items() if task not in useless}
    costs = [
        sum(int(activities[task]["cost"][0]) for task in chosen) for chosen in sets(useful, useless) if met(chosen)
    ]
    found = road(activities, rules, village={"facts": facts}, ruleset={"decision": decision})
    assert (min(costs, default=None) is None) == (found.standing is Standing.OUT_OF_REACH)
    if costs:
        assert (min(costs) * 1_000_000, True) == (found.cost.high, found.proven_cheapest)
        assert found.replay.without_assumptions.target_met
