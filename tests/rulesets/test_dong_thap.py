"""The shipped Đồng Tháp 2021-2025 set as data: nothing stands in it without where it comes from and who does it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from pydantic import BaseModel

from smartvillage import load_ruleset
from smartvillage.durations import read_duration
from smartvillage.model.activities import Activity, SettleEffect
from smartvillage.model.base import Text
from smartvillage.model.basis import Basis
from smartvillage.model.conditions import AnyCondition, NoMethod
from smartvillage.model.criteria import Criterion
from smartvillage.model.limits import AnyLimit, UnknownLimit, ValueLimit
from smartvillage.model.ruleset import Ruleset

SHIPPED = load_ruleset("dong-thap-2021-2025")
OVERLAID = load_ruleset("dong-thap-2021-2025", overlays=["quoc-gia-tham-chieu"])

each_criterion = pytest.mark.parametrize("criterion", SHIPPED.criteria, ids=lambda criterion: criterion.id)
each_activity = pytest.mark.parametrize("activity", SHIPPED.activities.values(), ids=list(SHIPPED.activities))
each_fact = pytest.mark.parametrize("fact", SHIPPED.facts.values(), ids=list(SHIPPED.facts))


def parts(value: Any) -> Iterator[BaseModel]:
    """Return a value of the vocabulary and all that stands in it."""
    if isinstance(value, BaseModel):
        yield value
        value = tuple(getattr(value, name) for name in type(value).model_fields)
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, (tuple, list)):
        for item in value:
            yield from parts(item)


def limits(criterion: Criterion) -> list[AnyLimit]:
    """Return the limits of a criterion."""
    return [part for part in parts((criterion.rule, criterion.instead)) if isinstance(part, AnyLimit)]


def test_loads_without_a_warning() -> None:
    """Every id is used and every citation agrees with the others."""
    assert SHIPPED._derived.get("warnings", ()) == ()


def test_has_six_conditions_and_the_27_criteria() -> None:
    """The groups hold 6, and 4 + 13 + 7 + 3 criteria, in the decision's order and numbering."""
    expected = [
        *"abcdđe",
        *(f"1.{n}" for n in range(1, 5)),
        *(f"2.{n}" for n in range(1, 14)),
        *(f"3.{n}" for n in range(1, 8)),
        *(f"4.{n}" for n in range(1, 4)),
    ]

    assert [criterion.id for criterion in SHIPPED.criteria] == expected


def test_counts_its_groups_as_the_district_does() -> None:
    """Four groups of 27; the framework stands before them."""
    sizes = Counter(criterion.group for criterion in SHIPPED.criteria)

    assert [(group.id, group.precondition, sizes[group.id]) for group in SHIPPED.groups] == [
        ("framework", True, 6),
        ("digital-infrastructure", False, 4),
        ("digital-services", False, 13),
        ("rural-economy", False, 7),
        ("management", False, 3),
    ]


def test_is_in_force_from_the_decision_to_the_end_of_its_years() -> None:
    """The period is the decision's day to the end of 2025, and says that it is inferred."""
    period = SHIPPED.ruleset.period

    assert (period.from_, period.until, period.basis) == (date(2023, 4, 3), date(2025, 12, 31), Basis.INFERRED)


def test_every_text_is_in_both_languages() -> None:
    """Titles, questions and notes are Vietnamese and English; names of sources stay as printed."""
    texts = [part for part in parts(SHIPPED) if isinstance(part, Text)]
    named = {source.title for source in SHIPPED.sources.values()}

    assert [text.vi for text in texts if text.en is None and text not in named] == []


@each_criterion
def test_criterion_has_a_citation(criterion: Criterion) -> None:
    """A criterion names the item of the text that it was read in."""
    assert criterion.source is not None
    assert criterion.source.item
    assert criterion.source.id in SHIPPED.sources


@each_criterion
def test_criterion_has_a_basis(criterion: Criterion) -> None:
    """A criterion's conditions and limits each say their basis and their source."""
    grounded = [part for part in parts(criterion) if isinstance(part, (AnyCondition, AnyLimit))]

    assert [part for part in grounded if part.basis is None or part.source is None] == []


@each_criterion
def test_criterion_has_one_lead(criterion: Criterion) -> None:
    """One role leads, others support, each with a basis."""
    duties = Counter(responsible.duty for responsible in criterion.responsible)

    assert duties["lead"] == 1
    assert all(responsible.basis for responsible in criterion.responsible)


@each_criterion
def test_criterion_has_evidence_lists(criterion: Criterion) -> None:
    """A criterion says what would prove it."""
    assert isinstance(criterion.evidence, tuple)
    assert all(criterion.evidence)


@each_criterion
def test_criterion_can_be_closed(criterion: Criterion) -> None:
    """Some activity that may be chosen touches a fact, a limit or the method of each criterion."""
    closing = [activity for activity in SHIPPED.activities.values() if not activity.advised]
    touched = {name for activity in closing for name in _touched(activity)}
    asked = {name for part in parts((criterion.rule, criterion.instead)) for name in _asked(part)}

    assert touched & (asked | {f"criteria/{criterion.id}/rule"})


def _touched(activity: Activity) -> Iterator[str]:
    for effect in activity.effects:
        if isinstance(effect, SettleEffect):
            yield from effect.settle
        else:
            yield from effect.model_dump(include={"fact", "list", "learn"}).values()


def _asked(part: BaseModel) -> Iterator[str]:
    yield from (name for key in ("fact", "count") if isinstance(name := getattr(part, key, None), str))


@each_criterion
def test_an_unknown_threshold_names_whom_to_ask(criterion: Criterion) -> None:
    """What nobody here has seen has the basis unknown and a role that may know."""
    unknown = [part for part in limits(criterion) if isinstance(part, UnknownLimit)]

    assert [part for part in unknown if part.basis is not Basis.UNKNOWN or part.ask not in SHIPPED.roles] == []


def test_the_thresholds_nobody_has_seen_are_five() -> None:
    """1.1, 2.6, 2.8, and both measures of 2.12; and 3.3 has no method."""
    unknown = Counter(c.id for c in SHIPPED.criteria for part in limits(c) if isinstance(part, UnknownLimit))
    without = [c.id for c in SHIPPED.criteria if isinstance(c.rule, NoMethod) and c.rule.ask]

    assert unknown == {"1.1": 1, "2.6": 1, "2.8": 1, "2.12": 2}
    assert without == ["3.3"]


@pytest.mark.parametrize(
    ("criterion", "value", "basis"),
    [
        ("a", "1", Basis.STATED),
        ("d", "1", Basis.STATED),
        ("đ", "4", Basis.STATED),
        ("1.2", "all", Basis.ASSUMED),
        ("2.2", "1", Basis.WORDING),
        ("2.4", "1", Basis.WORDING),
        ("2.7", "all", Basis.WORDING),
        ("2.11", "1", Basis.WORDING),
        ("2.13", "70 %", Basis.STATED),
        ("3.2", "1", Basis.WORDING),
        ("3.7", "4", Basis.INFERRED),
    ],
)
def test_a_threshold_has_the_basis_it_was_found_with(criterion: str, value: str, basis: Basis) -> None:
    """Each number stands with its basis."""
    found = next(c for c in SHIPPED.criteria if c.id == criterion)
    told = {(str(part.value), part.basis) for part in limits(found) if isinstance(part, ValueLimit)}

    assert (value, basis) in told


@each_fact
def test_fact_asks_a_question(fact: Any) -> None:
    """An officer reads a question, in either language, that ends as one."""
    assert fact.title
    assert fact.question.vi.endswith(("?", ")?"))
    assert fact.question.en.endswith(("?", ")?"))


@pytest.mark.parametrize(
    "fact",
    ["information_flow", "digital_channel", "schools", "police_online_share", "stem_education", "smart_education"],
)
def test_what_the_wording_asks_of_the_commune_is_the_communes(fact: str) -> None:
    """2.1 and 2.5 to 2.10 speak of the commune, its police or its schools."""
    assert SHIPPED.facts[fact].scope == "commune"


@each_activity
def test_activity_says_who_how_long_and_of_which_kind(activity: Activity) -> None:
    """An owner that is a role, a duration that is not backwards, one of the three kinds, a basis."""
    low, high = (read_duration(str(end)) for end in (activity.duration.low, activity.duration.high))

    assert activity.owner in SHIPPED.roles
    assert activity.kind
    assert activity.basis is not None
    assert low.unit == high.unit
    assert 0 < low.amount <= high.amount


@each_activity
def test_activity_cost_has_a_basis(activity: Activity) -> None:
    """A cost is a range with a basis, or is left out because nobody here could say."""
    assert activity.cost is None or activity.cost.basis is not None


@each_activity
def test_activity_leaves_evidence_that_a_criterion_asks_for(activity: Activity) -> None:
    """What an activity leaves behind is of use for proving something."""
    asked = {kind for c in SHIPPED.criteria if isinstance(c.evidence, tuple) for some in c.evidence for kind in some}

    assert set(activity.evidence) <= asked


def test_the_verdict_is_all_of_both_and_inferred() -> None:
    """Recognised is every framework condition and every criterion, by inference."""
    decision = SHIPPED.decisions["recognised"]

    assert (SHIPPED.main_decision(), decision.basis) == ("recognised", Basis.INFERRED)


@pytest.mark.parametrize("party", ["ubnd-huyen", "phong-kt-ht", "phong-nnptnt"])
def test_the_district_level_ends_with_june_2025(party: str) -> None:
    """District offices exist up to and including 30 June 2025, and nobody known follows."""
    office = SHIPPED.parties[party]

    assert office.until == date(2025, 6, 30)
    assert office.successors in {"none", "unknown"}


@pytest.mark.parametrize(
    ("path", "value"),
    [("1.1/rule", "80 %"), ("2.12/rule", "70 %"), ("2.12/instead", "90 %")],
)
def test_the_overlay_sets_inferred_values_with_citations(path: str, value: str) -> None:
    """National norms stand in for the thresholds nobody has seen, each inferred and cited."""
    criterion, _, where = path.partition("/")
    found = next(c for c in OVERLAID.criteria if c.id == criterion)
    limit = next(part for part in parts(getattr(found, where)) if isinstance(part, ValueLimit))

    assert (limit.value, limit.basis) == (value, Basis.INFERRED)
    assert limit.source is not None
    assert limit.source.id in OVERLAID.sources


def test_survives_json() -> None:
    """The resolved set is written and read back as the same value."""
    assert Ruleset.model_validate_json(SHIPPED.model_dump_json()) == SHIPPED
