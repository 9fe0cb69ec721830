"""Results at a prompt, in a notebook and in a rich console."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from smartvillage.model.display import Displayed
from smartvillage.model.explanation import Explanation
from smartvillage.model.findings import Assessment
from smartvillage.model.roadmap import Roadmap

if TYPE_CHECKING:
    from collections.abc import Iterable

RULESET = {"id": "vi-du", "version": "1.0.0", "title": "Bộ", "digest": "sha256:0"}
VILLAGE = {"id": "ap-1", "name": "Ấp 1", "digest": "sha256:1"}
ASSESSMENT = Assessment.model_validate({
    "ruleset": RULESET, "village": VILLAGE, "on": "2024-03-31", "verdict": "not_met",
    "counts": {"met": 1, "not_met": 1, "not_applicable": 1}, "proven": 0,
    "findings": [{"criterion": "1.1", "title": "<b>Wifi</b>", "outcome": "met", "caveats": ["stale"]}],
})  # fmt: skip
STATE = {"on": "2024-12-31", "verdict": "met", "target_met": True, "counts": {"met": 2}, "proven": 1}
ROADMAP = Roadmap.model_validate({
    "standing": "already_met", "target": "reported", "on": "2024-03-31", "start_on": "2024-04-01",
    "cost": {"low": 0, "high": 0}, "proven_cheapest": True, "cost_bound": 0,
    "calendar": {"source": "holidays", "version": "1"},
    "replay": {"ruleset": RULESET, "village": VILLAGE, "before": STATE, "without_assumptions": STATE,
               "with_assumptions": STATE},
})  # fmt: skip
EXPLANATION = Explanation.model_validate({
    "ruleset": RULESET, "village": VILLAGE, "on": "2024-03-31", "id": "1.1", "outcome": "not_met",
    "reasons": ["below"], "proof": {"proven": False},
    "rule": {"path": "p", "head": "all_of", "truth": "not_met", "steps": [
        {"path": "q", "head": "fact", "of": "x", "truth": "not_met", "measured": {"form": "number", "exact": "3"},
         "tests": [{"word": "at_least", "truth": "not_met",
                    "limits": [{"path": "l", "form": "number", "written": "5"}]}]}]},
})  # fmt: skip


class Typed(Displayed):
    """A result whose headline and cell are whatever somebody typed."""

    def __init__(self, text: str) -> None:
        """Keep the text."""
        self.text = text

    def _headline(self) -> str:
        return self.text

    def _rows(self) -> Iterable[tuple[str, ...]]:
        return [("met", self.text)]


def shown(result: object) -> str:
    """Print to a rich console without colour."""
    out = io.StringIO()
    Console(file=out, width=200).print(result)
    return out.getvalue()


def test_an_assessment_says_both_numbers() -> None:
    """What is reported and what is proven, and of how many that apply."""
    assert repr(ASSESSMENT) == (
        "<Assessment ap-1 on 2024-03-31: 1 of 2 met as reported, 0 proven; not_met by vi-du 1.0.0>"
    )


def test_a_roadmap_says_both_counts() -> None:
    """With and without assumptions."""
    assert repr(ROADMAP) == (
        "<Roadmap already_met: 0 tasks, nothing to do; 2 of 2 without assumptions, 2 with 0; 1 proven>"
    )


def test_an_explanation_says_its_outcome_and_why() -> None:
    """One line."""
    assert repr(EXPLANATION) == "<Explanation of criterion 1.1: not_met, not proven (below)>"


def test_a_result_prints_as_its_headline() -> None:
    """``print`` does not spill a whole result over the screen."""
    assert str(EXPLANATION) == "of criterion 1.1: not_met, not proven (below)"


def test_a_notebook_shows_rows_and_escapes_them() -> None:
    """A title may hold anything."""
    html = ASSESSMENT._repr_html_()
    assert "<td>✓ met</td><td>1.1</td><td>&lt;b&gt;Wifi&lt;/b&gt;</td><td></td><td>stale</td>" in html


def test_a_result_without_rows_has_no_table() -> None:
    """An empty table says nothing."""
    assert "<table>" not in ROADMAP._repr_html_()


def test_an_explanation_shows_its_steps() -> None:
    """Each with its value and what it was held against."""
    assert shown(EXPLANATION).splitlines()[1:] == ["✗ not_met  all_of    ", "✗ not_met  · x  3  at_least 5"]


@pytest.mark.parametrize(
    "text", ["[bold]x", "a\\", "[/]", "\\[x]", "\\\\[b]y", "[[b]]", "plain [1]", "x[", "]", "a\\\\"]
)
def test_what_was_typed_is_never_markup(text: str) -> None:
    """Rich prints square brackets and backslashes as they are."""
    assert shown(Typed(text)) == f"{text}\n✓ met  {text}\n"


def test_a_verdict_that_is_a_level_is_told_as_one() -> None:
    """The headline has the level, and what is only scored its points."""
    level = {"scale": "rank", "lowest": "1", "highest": "2"}
    points = {"lowest": "6", "highest": "6", "out_of": "10"}
    found = Assessment.model_validate({
        "ruleset": RULESET, "village": VILLAGE, "on": "2024-03-31", "verdict": None, "counts": {}, "proven": 0,
        "decisions": [{"id": "main", "outcome": None, "basis": "assumed", "level": level}],
        "findings": [{"criterion": "1.1", "title": "Wifi", "outcome": None, "points": points}],
    })  # fmt: skip
    assert str(found) == "ap-1 on 2024-03-31: 0 of 0 met as reported, 0 proven; 1..2 by vi-du 1.0.0"
    assert next(iter(found._rows()))[:2] == ("6", "1.1")
