"""The village file to start from: it asks every fact and answers none."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml

from smartvillage._forms.order import sections
from smartvillage._forms.skeleton import skeleton
from smartvillage._forms.words import WORDS
from smartvillage._loading import load_ruleset, load_village
from smartvillage.diagnostics import Lang
from smartvillage.model.ruleset import Ruleset

DAY = date(2024, 3, 31)
LANGS: tuple[Lang, ...] = ("vi", "en")


def ruleset(**sections: Any) -> Ruleset:
    """Make a small ruleset."""
    data: dict[str, Any] = {
        "ruleset": {
            "id": "thu",
            "title": {"vi": "Bộ thử", "en": "Trial set"},
            "version": "1.0.0",
            "period": {"from": "2024-01-01", "until": "2024-12-31"},
        },
        "sources": {},
        "facts": {},
        "criteria": [],
        "decisions": {},
    }
    return Ruleset.model_validate(data | sections)


def asking(**facts: Any) -> Ruleset:
    """Make a ruleset that asks facts and uses none."""
    return ruleset(facts=facts)


def facts_of(text: str) -> Any:
    """Read the facts of a skeleton the way other YAML tools do."""
    return yaml.safe_load(text)["facts"]


@pytest.mark.parametrize("lang", LANGS)
def test_asks_every_fact_of_the_shipped_set_and_answers_none(lang: Lang) -> None:
    """The skeleton of the shipped set holds each fact once, empty."""
    shipped = load_ruleset("dong-thap-2021-2025")

    text = skeleton(shipped, lang=lang, as_of=DAY)

    assert facts_of(text) == dict.fromkeys(shipped.facts)


@pytest.mark.parametrize("lang", LANGS)
def test_loads_as_it_is(lang: Lang, tmp_path: Any) -> None:
    """The skeleton is a village of the ruleset on the day asked."""
    path = tmp_path / "village.yaml"
    path.write_text(skeleton(load_ruleset("dong-thap-2021-2025"), lang=lang, as_of=DAY), encoding="utf-8")

    village = load_village(path)

    assert (village.ruleset, village.as_of, village.village.kind) == ("dong-thap-2021-2025", DAY, "hamlet")
    assert set(village.facts.values()) == {None}


def test_facts_stand_where_a_criterion_first_uses_them() -> None:
    """Facts follow groups, then criteria, then the order in the rule; never the order of the mapping."""
    flag = {"type": "flag"}
    made = ruleset(
        facts={"d": flag, "c": flag, "b": flag, "a": flag},
        groups=[{"id": "one", "title": "Một"}, {"id": "two", "title": "Hai"}],
        criteria=[
            {"id": "x", "title": "X", "group": "two", "rule": {"fact": "d"}},
            {"id": "y", "title": "Y", "group": "one", "rule": {"any_of": [{"fact": "b"}, {"not": {"fact": "c"}}]}},
            {"id": "z", "title": "Z", "group": "one", "rule": {"fact": "a"}, "applies_if": {"fact": "d"}},
        ],
    )

    asked = [(fact.id, fact.criteria) for section in sections(made) for fact in section.facts]

    assert asked == [("b", ("y",)), ("c", ("y",)), ("d", ("z", "x")), ("a", ("z",))]


def test_counts_follow_the_share_they_fill() -> None:
    """A share's part and whole are asked right after it, and say what they fill."""
    made = ruleset(
        facts={
            "part": {"type": "count"},
            "whole": {"type": "count"},
            "s": {"type": "share", "part": "part", "whole": "whole"},
        },
        criteria=[{"id": "x", "title": "X", "rule": {"fact": "s", "at_least": "70 %"}}],
    )

    asked = [(fact.id, fact.fills) for section in sections(made) for fact in section.facts]

    assert asked == [("s", ()), ("part", ("s",)), ("whole", ("s",))]


def test_a_substitute_a_class_and_a_counted_list_are_used() -> None:
    """The facts of `instead`, of a limit by class (named too) and of a counted list belong to the criterion."""
    made = ruleset(
        facts={
            "own": {"type": "count"},
            "proxy": {"type": "count"},
            "region": {"type": "choice", "codes": ["hill", "plain"]},
            "places": {"type": "list"},
        },
        limits={"most": {"by": "region", "values": {"hill": 1, "plain": 2}}},
        criteria=[
            {
                "id": "x",
                "title": "X",
                "rule": {"fact": "own", "at_least": {"limit": "most"}},
                "instead": [{"fact": "proxy"}],
            },
            {"id": "y", "title": "Y", "rule": {"count": "places", "at_least": 1}},
        ],
    )

    asked = {fact.id: fact.criteria for section in sections(made) for fact in section.facts}

    assert asked == {"own": ("x",), "region": ("x",), "proxy": ("x",), "places": ("y",)}


def test_context_facts_come_first_and_unused_ones_last() -> None:
    """What is kept for reports opens the form; what nothing uses closes it."""
    made = ruleset(
        facts={
            "spare": {"type": "flag"},
            "used": {"type": "flag"},
            "area": {"type": "quantity", "unit": "ha", "context": True},
        },
        criteria=[{"id": "x", "title": "X", "rule": {"fact": "used"}}],
    )

    asked = [[fact.id for fact in section.facts] for section in sections(made)]

    assert asked == [["area"], ["used"], ["spare"]]


@pytest.mark.parametrize(
    ("fact", "shown"),
    [
        ({"type": "flag"}, "# answer: true or false"),
        ({"type": "judgement"}, "# answer: true or false"),
        ({"type": "document"}, " · for instance: {number: 12/QĐ-UBND, issued_on: 2024-03-31, issuer: UBND xã}"),
        ({"type": "document"}, "# needed to count as proven: number, issued_on, issuer"),
        ({"type": "record", "fields": {"kept": {"type": "flag"}}}, "#   kept"),
        ({"type": "body", "fields": {"kept": {"type": "flag"}}}, "for instance: {issued_on: 2024-03-31, kept: …}"),
        ({"type": "record"}, "for instance: {issued_on: 2024-03-31}"),
        ({"type": "count", "min": 1, "max": 9}, "# answer: a whole number from 0, from 1 to 9"),
        ({"type": "count", "min": 1}, "# answer: a whole number from 0, from 1"),
        ({"type": "count", "max": 9}, "# answer: a whole number from 0, up to 9"),
        ({"type": "quantity", "unit": "ha"}, " · for instance: 12,5 ha"),
        ({"type": "share"}, " · for instance: 92 % · 117/133 · {part: 117, whole: 133}"),
        ({"type": "level", "scale": "stars"}, "# levels, lowest first: 1 (one star) · 2"),
        ({"type": "choice", "codes": "region"}, "# one of: hill (The hills) · plain (The plain)"),
        ({"type": "choice", "codes": ["a", "b"]}, "# one of: a · b"),
        ({"type": "date"}, " · for instance: 2024-03-31"),
        ({"type": "result", "ruleset": "x"}, "# asked: how it stands against the ruleset x"),
        ({"type": "result", "ruleset": "x"}, "instance: {decision: 12/QĐ-UBND, issued_on: 2024-03-31}"),
        ({"type": "result", "ruleset": "x", "counts": "assessed"}, " · for instance: {village: ap-1.yaml}"),
        ({"type": "result", "ruleset": "x", "counts": "assessed"}, "# where that place has a file of its own"),
        ({"type": "list", "fields": {"wifi": {"type": "flag"}}}, "# for instance: [{id: a, name: …, wifi: …}]"),
        ({"type": "flag", "scope": "commune"}, "# about: commune"),
        ({"type": "flag"}, "# about: hamlet"),
        ({"type": "flag", "scope": "ward"}, "# about: ward"),
        ({"type": "count", "period": "2023", "fresh_for": "12 months"}, "period: 2023 · not older than 12 months"),
        ({"type": "flag", "question": {"vi": "Có?", "en": "Is it?"}}, "# Is it?"),
        ({"type": "flag", "note": {"vi": "Lưu ý", "en": "Mind this"}}, "# Mind this"),
    ],
)
def test_says_what_may_be_answered(fact: dict[str, Any], shown: str) -> None:
    """Each type tells its form, its bounds and an example."""
    made = ruleset(
        facts={"f": fact},
        scales={"stars": [{"id": "1", "title": {"vi": "1 sao", "en": "one star"}}, "2"]},
        codes={"region": {"hill": {"vi": "Đồi", "en": "The hills"}, "plain": {"vi": "Bằng", "en": "The plain"}}},
    )

    text = skeleton(made, lang="en", as_of=DAY)

    assert shown in text


@pytest.mark.parametrize(
    ("limit", "asked"),
    [("2024-12-01", False), ({"month": 12, "day": 1, "year": "previous"}, True)],
)
def test_the_year_is_asked_where_days_of_every_year_count_from_it(limit: Any, asked: bool) -> None:  # noqa: FBT001
    """In other sets nothing depends on it."""
    rule = {"fact": "f", "before": limit}
    made = ruleset(facts={"f": {"type": "date"}}, criteria=[{"id": "1", "title": "Một", "rule": rule}])
    assert (f"# for_year: {DAY.year}" in skeleton(made, lang="en", as_of=DAY).splitlines()) is asked


def test_english_numbers_are_shown_where_the_ruleset_reads_them() -> None:
    """The example of a quantity is one that the ruleset can read."""
    header = asking().ruleset.model_dump(mode="json", exclude_none=True) | {"numbers": "en"}
    made = ruleset(ruleset=header, facts={"f": {"type": "quantity", "unit": "ha"}})

    assert " · for instance: 12.5 ha" in skeleton(made, lang="en", as_of=DAY)


@pytest.mark.parametrize("name", ["2.10", "no", "010", "1e3", "-a", "a.b", "đường"])
def test_ids_stay_text_for_every_reader(name: str) -> None:
    """An id that a YAML tool would take for a number or a boolean is quoted."""
    text = skeleton(asking(**{name: {"type": "flag"}}), lang="vi", as_of=DAY)

    assert facts_of(text) == {name: None}


@pytest.mark.parametrize("break_", ["\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x1b"])
def test_texts_cannot_leave_their_comment(break_: str) -> None:
    """Whatever a ruleset's texts hold, the skeleton holds its facts and nothing else."""
    trap = f"Hỏi?{break_}trap: 1"
    made = ruleset(
        facts={"f": {"type": "choice", "codes": "c", "question": trap, "note": trap, "title": trap}},
        codes={"c": {"a": trap}},
        evidence_types={"photo": {"title": trap}},
        criteria=[{"id": "x", "title": trap, "rule": {"fact": "f", "is": "a"}}],
    )

    text = skeleton(made, lang="vi", as_of=DAY)

    assert yaml.safe_load(text) == {
        "village": {"id": "ten-khong-dau", "name": "Tên ấp, thôn hoặc làng", "kind": "hamlet"},
        "ruleset": "thu",
        "as_of": DAY,
        "facts": {"f": None},
    }


def test_long_questions_are_wrapped() -> None:
    """No line is wider than a screen."""
    text = skeleton(asking(f={"type": "flag", "question": "từ " * 100}), lang="vi", as_of=DAY)

    assert max(map(len, text.splitlines())) <= 120


def test_types_of_evidence_are_listed_with_an_example() -> None:
    """A reader learns which papers may be attached and how."""
    made = ruleset(
        evidence_types={"photo": {"title": {"vi": "Ảnh", "en": "Photograph"}}},
        criteria=[{"id": "2.10", "title": "X", "rule": {"no_method": "no_guidance"}}],
    )

    text = skeleton(made, lang="en", as_of=DAY)

    assert '#   - {id: a, type: photo, supports: ["2.10"], file: a.jpg, issued_on: 2024-03-31}' in text
    assert "#   photo: Photograph" in text


def test_a_set_without_facts_has_a_skeleton() -> None:
    """A ruleset that asks nothing still gives a village."""
    assert facts_of(skeleton(asking(), lang="vi", as_of=DAY)) is None


def test_both_languages_have_the_same_words() -> None:
    """No key is missing in a language."""
    assert WORDS["vi"].keys() == WORDS["en"].keys()
