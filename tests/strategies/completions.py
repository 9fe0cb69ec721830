"""Ways to fill what is open: missing facts and fields, limits nobody has seen, methods nobody has given.

A second statement about a fact, an own figure where another stood in, and counts beside a percent are changes, not
additions; nothing here makes them.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from hypothesis import strategies as st
from oracle.facts import World, look
from oracle.limits import WORDS, unseen
from oracle.literals import read
from strategies.palette import LISTS, Plain
from strategies.rules import literals
from strategies.villages import entities, lines, value

_FIELDS = ("wifi", "seats", "covered", "rank", "region")
_STAND_INS = ("rate_of_files", "users_share", "users", "people")


@st.composite
def completions(draw: st.DrawFn, ruleset: Plain, village: Plain, world: World) -> tuple[Plain, Plain]:
    """Fill some or all of what is open; what is known stays as it is."""
    often = draw(st.sampled_from([1, 3, 100]))
    filled = deepcopy(village)
    for fact in fillable(ruleset, world):
        if draw(st.integers(0, often)):
            line = village["facts"].get(fact)
            filled["facts"][fact] = draw(_filled(fact, line, given=look(world, fact).given))
    _counts_agree(village["facts"], filled["facts"])
    settled = deepcopy(ruleset)
    settled["facts"] |= {"granted": {"type": "flag"}, "refused": {"type": "flag"}}
    filled["facts"] |= {"granted": True, "refused": False}
    for criterion in settled["criteria"]:
        criterion["rule"] = draw(_settled(criterion["rule"]))
    settled["criteria"] = draw(_limits_seen(settled, settled["criteria"]))
    return settled, filled


def fillable(ruleset: Plain, world: World) -> list[str]:
    """Return the facts that may be filled without changing what stood in for them."""
    facts = [fact for fact in ruleset["facts"] if fact in LISTS or fact == "licence" or not look(world, fact).given]
    if any("instead" in criterion for criterion in ruleset["criteria"]):
        facts = [fact for fact in facts if fact not in _STAND_INS]
        if any(look(world, fact).given for fact in ("rate_of_files", "users_share")):
            facts = [fact for fact in facts if fact != "rate"]
    return [fact for fact in facts if fact != "users_share"]


def _counts_agree(before: Plain, facts: Plain) -> None:
    """Keep the users among the people, and what was known as it was."""
    if "users" in facts and "people" in facts and facts["users"] > facts["people"]:
        known, new = ("people", "users") if "people" in before else ("users", "people")
        facts[new] = facts[known]


@st.composite
def _filled(draw: st.DrawFn, fact: str, line: Any, *, given: bool) -> Any:
    if not given:
        return draw(value(fact) if fact in ("people", "users") else lines(fact, whole=True))
    if fact in LISTS:
        return draw(_filled_list(line))
    if line is True:
        return {key: draw(value(key)) for key in ("seats", "wifi")} if fact == "licence" else line
    if isinstance(line, dict) and fact == "licence" and "status" not in line and line.get("value") is not False:
        told = {key: draw(value(key)) for key in ("seats", "wifi") if key not in line}
        return {key: part for key, part in line.items() if key != "value"} | told
    return line


@st.composite
def _filled_list(draw: st.DrawFn, line: Any) -> Any:
    if isinstance(line, list):
        return [draw(_filled_entity(item)) for item in line]
    if "all" in line:
        return {"number": draw(st.integers(1, 3)), **line, "all": draw(_filled_entity(line["all"]))}
    items = [draw(_filled_entity(item)) for item in line["items"]]
    if line.get("complete") is False:
        items += [draw(entities(f"new{number}", whole=True)) for number in range(draw(st.integers(0, 2)))]
    return {**{key: part for key, part in line.items() if key != "complete"}, "items": items}


@st.composite
def _filled_entity(draw: st.DrawFn, item: Plain) -> Plain:
    return item | {key: draw(value(key)) for key in _FIELDS if key not in item}


@st.composite
def _settled(draw: st.DrawFn, rule: Plain) -> Plain:
    if "no_method" in rule:
        return draw(st.sampled_from([rule, {"fact": "granted"}, {"fact": "refused"}]))
    for head in ("all_of", "any_of", "count"):
        if isinstance(rule.get(head), list):
            return {**rule, head: [draw(_settled(part)) for part in rule[head]]}
    return {**rule, "not": draw(_settled(rule["not"]))} if "not" in rule else rule


@st.composite
def _limits_seen(draw: st.DrawFn, ruleset: Plain, node: Any, about: str = "") -> Any:
    """Put values inside their bounds where limits are unknown."""
    if isinstance(node, list):
        return [draw(_limits_seen(ruleset, part, about)) for part in node]
    if not isinstance(node, dict):
        return node
    about = node["fact"] if "fact" in node else (str(node["count"]) if "count" in node else about)
    changed = {}
    for key, part in node.items():
        if key in WORDS and _is_unknown(part):
            changed[key] = draw(_seen(ruleset, about, part))
        else:
            changed[key] = draw(_limits_seen(ruleset, part, key if key in _FIELDS else about))
    return changed


def _is_unknown(limit: Any) -> bool:
    return limit == "unknown" or (isinstance(limit, dict) and "unknown" in limit)


@st.composite
def _seen(draw: st.DrawFn, ruleset: Plain, about: str, limit: Any) -> Any:
    bounds = limit["unknown"] if isinstance(limit, dict) else {}
    if about in LISTS:
        return draw(st.sampled_from(["25 %", "50 %", "75 %"] if bounds else ["all", "25 %", "62,5 %"]))
    decl = ruleset["facts"].get(about) or ruleset["facts"]["places"]["fields"][about]
    span = unseen(ruleset, bounds, decl)

    def inside(literal: Any) -> bool:
        number = read(ruleset, decl, literal)
        above = span.low is None or number > span.low or (number == span.low and not span.low_open)
        return above and (span.high is None or number <= span.high)

    return draw(literals(about).filter(inside))
