"""Random villages for the facts of a ruleset: whole, or with holes, planned things and doubtful lines."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from strategies.palette import DAYS, FLAGS, LEVELS, LISTS, PERCENTS, REGIONS, Plain

_PLACES = st.sampled_from(["hamlet", "commune", "district", "unstated"])


def value(fact: str) -> st.SearchStrategy[Any]:
    """Draw a plain value for a fact or field that is no record, no list and no share of facts."""
    share = st.one_of(st.sampled_from(["0 %", *PERCENTS]), st.sampled_from(["3/4", "117/133", "1/2"]))
    kinds: dict[str, st.SearchStrategy[Any]] = {
        **dict.fromkeys(("flag_a", "flag_b", "view", "wifi"), st.booleans()),
        **dict.fromkeys(("users_share", "rate", "rate_of_files", "covered"), share),
        **dict.fromkeys(("stars", "rank"), st.sampled_from(LEVELS)),
        "region": st.sampled_from(REGIONS),
        "opened": st.sampled_from(DAYS),
        "closed": st.sampled_from(DAYS),
        "area": st.sampled_from(["0 ha", "1 ha", "2,5 ha", "1.234,5 ha"]),
    }
    return kinds.get(fact, st.integers(0, 4))


@st.composite
def records(draw: st.DrawFn, fact: str, *, whole: bool) -> Any:
    """Draw a record: there or not, with the keys of its own and its fields."""
    if draw(st.integers(0, 2)) == 0:
        return False
    line: Plain = {"number": "1/QĐ", "issuer": "UBND"} if draw(st.booleans()) else {}
    if draw(st.booleans()):
        line["issued_on"] = draw(st.sampled_from(DAYS))
    if draw(st.booleans()):
        line["valid_until"] = draw(st.sampled_from([day for day in DAYS if day >= line.get("issued_on", "")]))
    if fact == "licence":
        line |= {key: draw(value(key)) for key in ("seats", "wifi") if whole or draw(st.booleans())}
    return line or True


@st.composite
def entities(draw: st.DrawFn, name: str, *, whole: bool) -> Plain:
    """Draw one entity; a planned one may stand among the others."""
    fields = ("wifi", "seats", "covered", "rank", "region")
    item = {"id": name, **{key: draw(value(key)) for key in fields if whole or draw(st.integers(0, 3))}}
    return {**item, "status": "planned"} if draw(st.integers(0, 4)) == 0 else item


@st.composite
def lists(draw: st.DrawFn, *, whole: bool) -> Any:
    """Draw a list: named entities, a list that is not complete, or entities all alike."""
    named = [draw(entities(f"e{number}", whole=whole)) for number in range(draw(st.integers(0, 3)))]
    form = "items" if whole else draw(st.sampled_from(["items", "items", "incomplete", "alike", "number"]))
    if form == "incomplete":
        return {"items": named, "complete": False}
    if form in ("alike", "number"):
        one = draw(entities("x", whole=whole))
        fields = {key: part for key, part in one.items() if key not in ("id", "status")}
        return {"all": fields, **({"number": draw(st.integers(1, 3))} if form == "number" else {})}
    return named


@st.composite
def doubtful(draw: st.DrawFn, fact: str, line: Any) -> Any:
    """Write a line in its long form, with its place, its day or another printed percent."""
    if isinstance(line, dict):
        return {**line, "scope": draw(_PLACES)}
    if isinstance(line, list):
        return {"items": line, "scope": draw(_PLACES)}
    long: Plain = {"value": line}
    if isinstance(line, str) and "/" in line:
        long = {"part": int(line.split("/")[0]), "whole": int(line.split("/")[1])}
        printed = draw(st.sampled_from([None, "75 %", "87,9 %", "88 %", "88,0 %", "50 %"]))
        long |= {"value": printed} if printed else {}
    if draw(st.booleans()):
        long["scope"] = draw(_PLACES)
    if draw(st.booleans()):
        long["measured_on"] = draw(st.sampled_from(["2022-12-31", "2023-03-31", "2023-09-01", "2024-01-31"]))
    if fact not in FLAGS and draw(st.integers(0, 4)) == 0:
        long["planned"] = long.get("value", "75 %")
    return long


#: Facts of which a village may say several things.
STATED = ("flag_b", "rate_of_files", "area", "stars", "region")


@st.composite
def lines(draw: st.DrawFn, fact: str, *, whole: bool) -> Any:
    """Draw what a village says of one fact."""
    if fact in LISTS:
        line = draw(lists(whole=whole))
    elif fact in ("paper", "licence"):
        line = draw(records(fact, whole=whole))
    else:
        line = draw(value(fact))
    if fact in STATED and draw(st.integers(0, 5)) == 0:
        return {"statements": [draw(doubtful(fact, draw(value(fact)))) for _ in range(draw(st.integers(2, 3)))]}
    shape = draw(st.sampled_from(["short", "short", "doubtful", *([] if whole else ["planned", "unusable"])]))
    if shape == "doubtful":
        return draw(doubtful(fact, line))
    if shape == "planned" and fact not in LISTS:
        return {"status": "planned"} if fact in FLAGS else {"value": line, "status": "planned"}
    if shape == "unusable" and fact in ("rate", "rate_of_files"):
        return {"part": 0, "whole": 0}
    return line


@st.composite
def villages(draw: st.DrawFn, ruleset: Plain, *, whole: bool = False) -> Plain:
    """Draw a village; a whole one leaves no fact open."""
    facts: Plain = {}
    for fact in ruleset["facts"]:
        if fact not in ("people", "users", "users_share") and (whole or draw(st.integers(0, 3))):
            facts[fact] = draw(lines(fact, whole=whole))
    people = draw(st.integers(1 if whole else 0, 4))
    users = draw(st.integers(0, people))
    counted = {"people": people, "users": users}
    facts |= {fact: number for fact, number in counted.items() if whole or draw(st.integers(0, 3))}
    if draw(st.integers(0, 3)) == 0:
        facts["users_share"] = draw(value("users_share"))
    return {
        "village": {"id": "ap-1", "name": "Ấp 1", "kind": "hamlet", "within": {"commune": "xa-a", "district": "h-b"}},
        "ruleset": "made-up",
        "as_of": draw(st.sampled_from(["2024-01-15", "2024-03-31", "2024-12-31"])),
        "facts": facts,
        "evidence": draw(papers(ruleset)),
    }


@st.composite
def papers(draw: st.DrawFn, ruleset: Plain) -> list[Plain]:
    """Draw the papers that are attached."""
    pieces = []
    for number in range(draw(st.integers(0, 4))):
        about = draw(st.sampled_from([*(one["id"] for one in ruleset["criteria"]), "flag_a", "rate", "places"]))
        piece: Plain = {"id": f"p{number}", "type": draw(st.sampled_from(["photo", "report"])), "supports": [about]}
        if draw(st.integers(0, 2)) == 0:
            piece["valid"] = {"until": draw(st.sampled_from(DAYS))}
        pieces.append(piece)
    return pieces
