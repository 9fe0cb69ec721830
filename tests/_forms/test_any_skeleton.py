"""Laws of the skeleton, for any ruleset."""

from __future__ import annotations

from datetime import date
from typing import Any

import yaml
from hypothesis import given
from strategies.rulesets import rulesets

from smartvillage import evaluate, load_ruleset, load_village
from smartvillage._forms.order import sections
from smartvillage._forms.skeleton import skeleton
from smartvillage.diagnostics import Lang
from smartvillage.model.ruleset import Ruleset

DAY = date(2024, 3, 31)
LANG: Lang = "vi"


@given(rulesets())
def test_every_fact_is_asked_once(plain: dict[str, Any]) -> None:
    """The sections hold each fact once, and with it the criteria whose rules read it."""
    ruleset = load_ruleset(plain)
    asked = [fact for section in sections(ruleset) for fact in section.facts]

    assert sorted(fact.id for fact in asked) == sorted(ruleset.facts)
    assert {fact.id for fact in asked if fact.criteria} >= _read(ruleset)


@given(rulesets())
def test_a_skeleton_says_what_an_empty_village_says(plain: dict[str, Any]) -> None:
    """As it is, a skeleton is the village of which nothing is known."""
    ruleset = load_ruleset(plain)
    written = yaml.safe_load(skeleton(ruleset, lang=LANG, as_of=DAY))
    empty = {**written, "facts": {}}

    found, expected = (evaluate(ruleset, load_village(village)) for village in (written, empty))

    assert found.findings == expected.findings
    assert found.verdict == expected.verdict


def _read(ruleset: Ruleset) -> set[str]:
    """Return the facts that lowered rules read, found by the engine and not by the form."""
    from smartvillage._program.lower import lower

    return {fact for criterion in lower(ruleset, DAY).criteria for fact in criterion.facts}
