"""The cases of the other shipped sets: all pass, nothing is left untried, and no small mistake goes unnoticed."""

from __future__ import annotations

import pytest

from smartvillage import rulesets
from smartvillage._testing.mutation import Fate
from smartvillage._testing.report import Report, goal_words
from smartvillage.testing import failure, find_cases, run_cases

#: The first set's cases have a test of their own.
HOMES = {name: home for name, home in rulesets().items() if name != "dong-thap-2021-2025"}

#: What no case can show: a level that nobody has seen is never met to the đồng.
UNTRIED = {
    "qd-319-2022": [
        "2: on the limit criteria/2/rule/at_least/of/low",
        "2: just past the limit criteria/2/rule/at_least/of/low",
    ],
}

#: Mistakes that no village shows. Periods of a limit may reach past the set's own; a level nobody has seen may be met
#: or passed; what is unseen adds nothing where a content that cannot be assessed keeps the verdict open already, nor to
#: a level by facts alone.
UNNOTICED = {
    "nam-dinh-2021-2025": [
        "criteria/2/rule/at_least/dated/0/from",
        "criteria/2/rule/at_least/dated/4/until",
    ],
    "qd-319-2022": ["criteria/2/rule/at_least"],
    "qd-4725-2022": ["decisions/digital_level/unseen"],
    "xa-thong-minh-thi-diem-2023": ["decisions/smart_commune/unseen"],
}


@pytest.fixture(scope="module", params=HOMES)
def report(request: pytest.FixtureRequest) -> Report:
    """The whole report on a set's cases."""
    (found,) = run_cases(find_cases(HOMES[request.param]), coverage=True, mutation=True)
    return found


@pytest.fixture
def name(report: Report) -> str:
    """The set's name."""
    return str(report.ruleset)


def test_every_case_passes(report: Report) -> None:
    """Each case comes out as it says."""
    assert [fault.render("en") for fault in report.faults] == []
    assert [failure(result, "en") for result in report.failed] == []
    assert report.results


def test_nothing_is_left_untried(report: Report, name: str) -> None:
    """Coverage is 100 % but for what no case can show: outcomes, both sides of every limit, the first and last day."""
    assert report.coverage is not None
    assert [goal_words(goal).en.partition(" (")[0] for goal in report.coverage.lacking] == UNTRIED.get(name, [])


def test_no_mistake_goes_unnoticed(report: Report, name: str) -> None:
    """Whatever survives is known, and why."""
    assert report.mutation is not None
    assert [tried.mutant.shown for tried in report.mutation.of(Fate.SURVIVED)] == UNNOTICED.get(name, [])
