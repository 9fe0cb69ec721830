"""Every shipped set answers every question: printed, evaluated, explained and planned, in each format and language."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from smartvillage import check, evaluate, explain, load_ruleset, load_village, new_village, render, roadmap, rulesets
from smartvillage.model.ruleset import Ruleset
from smartvillage.model.village import Village

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = date(2024, 6, 30)


@pytest.fixture(scope="module", params=sorted(rulesets()))
def ruleset(request: pytest.FixtureRequest) -> Ruleset:
    """Each shipped set."""
    return load_ruleset(request.param)


@pytest.fixture(scope="module")
def empty(ruleset: Ruleset, tmp_path_factory: pytest.TempPathFactory) -> Village:
    """Return the file that a new village begins with, in which nothing is known."""
    file = tmp_path_factory.mktemp("new") / "village.yaml"
    file.write_text(new_village(ruleset, as_of=DAY), encoding="utf-8")
    assert check(file) == ()
    return load_village(file)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("thanh-hoa-2022-2025", "Tên ấp, thôn hoặc làng"),
        ("qd-319-2022", "Tên xã (commune)"),
        ("qd-4725-2022", "Tên trường (school)"),
        ("panchayat-development-index", "Tên panchayat"),
    ],
)
def test_the_form_asks_for_the_name_of_what_is_judged(name: str, said: str) -> None:
    """A commune, a school or whatever the set speaks of is no hamlet."""
    assert f"\n  name: {said}\n" in new_village(name, as_of=DAY)


@pytest.fixture(params=["vi", "en"])
def lang(request: pytest.FixtureRequest) -> Any:
    """Each language."""
    return request.param


def shown(result: Any, lang: Any, ruleset: Ruleset) -> None:
    """Hold that a result can be written in every format."""
    for form in ("text", "md", "html", "json"):
        assert render(result, form, lang=lang, ruleset=ruleset).strip()


def test_is_printed(ruleset: Ruleset, lang: Any) -> None:
    """Its rules in words, with where they come from."""
    shown(ruleset, lang, ruleset)


def test_an_empty_village_is_evaluated(ruleset: Ruleset, empty: Village, lang: Any) -> None:
    """Nothing known is nothing met and nothing decided for the village."""
    found = evaluate(ruleset, empty)
    main = next(decision for decision in found.decisions if decision.id == ruleset.main_decision())

    assert found.counts.met == 0
    assert main.outcome in {None, "unknown"}
    shown(found, lang, ruleset)


def test_everything_is_explained(ruleset: Ruleset, empty: Village, lang: Any) -> None:
    """Each criterion and each decision."""
    for name in (*(criterion.id for criterion in ruleset.criteria), *ruleset.decisions):
        shown(explain(ruleset, empty, name), lang, ruleset)


def test_a_roadmap_is_made(ruleset: Ruleset, empty: Village, lang: Any) -> None:
    """A set without activities says what is in the way."""
    main = ruleset.decisions[ruleset.main_decision() or ""]
    levels = [level.id for scale in ruleset.scales.values() for level in scale]
    found = roadmap(ruleset, empty, target="reported" if main.level is None else levels[-1])

    assert found.standing == "out_of_reach" or ruleset.activities
    shown(found, lang, ruleset)


@pytest.mark.parametrize("village", sorted({path.parent.name for path in EXAMPLES.glob("*/village.yaml")} - {"an-phu"}))
def test_a_sample_village_loads_without_a_warning(village: str) -> None:
    """Its facts are those of the set it names; of An Phú's plan, which names one decision in two ways, another test."""
    assert [fault.render("en") for fault in check(EXAMPLES / village)] == []
