"""The library as a stranger meets it: only public names, only what the README promises."""

from __future__ import annotations

import pickle
from copy import deepcopy
from datetime import date
from pathlib import Path

import pytest

import smartvillage as sv

AN_PHU = Path(__file__).parents[1] / "examples" / "an-phu" / "village.yaml"
SET = "dong-thap-2021-2025"


@pytest.fixture(scope="module")
def village() -> sv.Village:
    """The shipped village."""
    return sv.load_village(AN_PHU)


def test_a_ruleset_may_be_a_name_or_loaded(village: sv.Village) -> None:
    """Both give the same result."""
    assert sv.evaluate(SET, village) == sv.evaluate(sv.load_ruleset(SET), village)


def test_a_village_may_be_a_folder() -> None:
    """A folder stands for the village.yaml in it."""
    assert sv.load_village(AN_PHU.parent) == sv.load_village(AN_PHU)


def test_a_village_may_be_a_text_that_came_from_elsewhere(village: sv.Village) -> None:
    """An upload is read within bounds, and its faults have the name it was given."""
    assert sv.load_village(sv.read_text(AN_PHU.read_bytes(), "upload.yaml")) == village
    with pytest.raises(sv.VillageError, match=r"upload\.yaml:1:1: error SV112"):
        sv.load_village(sv.read_text(b"x: " + b"y" * 100, "upload.yaml", sv.Limits(max_bytes=50)))


def test_results_are_frozen(village: sv.Village) -> None:
    """Nobody changes a result behind another's back."""
    assessment = sv.evaluate(SET, village)
    with pytest.raises(ValueError, match="frozen"):
        assessment.verdict = sv.Outcome.MET  # type: ignore[misc]


def test_results_are_equal_by_value(village: sv.Village) -> None:
    """Two evaluations of the same are equal, hashable alike, and survive copies and pickles."""
    one, other = sv.evaluate(SET, village), sv.evaluate(SET, sv.load_village(AN_PHU))
    assert one == other
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own bytes
    assert deepcopy(one) == one


def test_assessment_goes_through_json(village: sv.Village) -> None:
    """JSON there and back is the same value."""
    assessment = sv.evaluate(SET, village)
    assert sv.Assessment.model_validate_json(assessment.model_dump_json()) == assessment


def test_explanation_goes_through_json(village: sv.Village) -> None:
    """JSON there and back is the same value, for every criterion."""
    ruleset = sv.load_ruleset(SET)
    for criterion in ruleset.criteria:
        explanation = sv.explain(ruleset, village, criterion.id)
        assert sv.Explanation.model_validate_json(explanation.model_dump_json()) == explanation


def test_roadmap_goes_through_json(village: sv.Village) -> None:
    """JSON there and back is the same value."""
    roadmap = sv.roadmap(SET, village, until=date(2024, 12, 31))
    assert sv.Roadmap.model_validate_json(roadmap.model_dump_json()) == roadmap


def test_a_finding_is_found_by_its_id(village: sv.Village) -> None:
    """An assessment answers for a criterion by its id and says when it has none."""
    assessment = sv.evaluate(SET, village)
    assert assessment["2.13"].outcome is sv.Outcome.MET
    with pytest.raises(KeyError):
        assessment["9.9"]


def test_findings_are_found_by_their_outcome(village: sv.Village) -> None:
    """In the ruleset's order, those of preconditions too; an outcome may be a word."""
    assessment = sv.evaluate(SET, village)
    assert [one.criterion for one in assessment.of(sv.Outcome.NOT_ASSESSABLE)] == ["1.1", "2.12", "3.3"]
    assert [one.criterion for one in assessment.of("unknown")] == ["b"]


def test_an_outcome_is_no_boolean(village: sv.Village) -> None:
    """``if finding.outcome`` would guess, so it raises."""
    with pytest.raises(TypeError, match="five values"):
        bool(sv.evaluate(SET, village)["2.13"].outcome)


def test_an_unknown_ruleset_is_named(village: sv.Village) -> None:
    """The error keeps the name and offers the nearest."""
    with pytest.raises(sv.NotFoundError) as caught:
        sv.evaluate("dong-thap-2021-2052", village)
    assert caught.value.nearest == SET
    assert "dong-thap-2021-2052" in caught.value.explain("vi")


def test_an_unknown_criterion_is_named(village: sv.Village) -> None:
    """The error keeps the id and offers the nearest."""
    with pytest.raises(sv.NotFoundError) as caught:
        sv.explain(SET, village, "2.31")
    assert caught.value.kind == "criterion"


def test_a_day_outside_the_period_is_refused(village: sv.Village) -> None:
    """The last day in force still counts, the day after does not."""
    assert sv.evaluate(SET, village, on=date(2025, 12, 31)).on == date(2025, 12, 31)
    with pytest.raises(sv.NotInForceError) as caught:
        sv.evaluate(SET, village, on=date(2026, 1, 1))
    assert (caught.value.asked, caught.value.until) == ("on", date(2025, 12, 31))


def test_a_programs_own_village_needs_no_file() -> None:
    """Plain data is a village; floats are read by their shortest decimal text."""
    village = sv.Village.model_validate(
        {
            "village": {"id": "ap-1", "name": "Ấp 1", "kind": "hamlet"},
            "ruleset": SET,
            "as_of": "2024-03-31",
            "facts": {},
        }
    )
    assessment = sv.evaluate(SET, village)
    assert assessment.verdict is not sv.Outcome.MET
    assert assessment.counts.met == 0


def test_writing_and_reading_again(village: sv.Village, tmp_path: Path) -> None:
    """``write`` chooses the format by the ending, and JSON is the whole result."""
    assessment = sv.evaluate(SET, village)
    target = sv.write(assessment, tmp_path / "an-phu.json")
    assert sv.Assessment.model_validate_json(target.read_text("utf-8")) == assessment
    assert "An Phú" in sv.write(assessment, tmp_path / "an-phu.md").read_text("utf-8")


def test_a_new_village_loads_with_everything_missing(tmp_path: Path) -> None:
    """The skeleton is a village nobody knows anything of yet."""
    target = tmp_path / "village.yaml"
    target.write_text(sv.new_village(SET, as_of=date(2026, 11, 24)), encoding="utf-8")
    village = sv.load_village(target)
    assert village.as_of == date(2025, 12, 31)
    assert sv.evaluate(SET, village).counts.met == 0


def test_origins_go_through_json() -> None:
    """JSON there and back is the same value."""
    origins = sv.origins(SET, "2024-07-01", overlays="quoc-gia-tham-chieu")
    assert sv.Origins.model_validate_json(origins.model_dump_json()) == origins
    assert "criteria/1.1/rule/at_least/value" in [field.path for field in origins.fields]


def test_origins_outside_the_period_are_refused() -> None:
    """A day on which the set is not in force has no fields."""
    with pytest.raises(sv.NotInForceError):
        sv.origins(SET, "2030-01-01")
