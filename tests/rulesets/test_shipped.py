"""All shipped rulesets as data: nothing stands in them without where it comes from, in both languages."""

from __future__ import annotations

from typing import Any

import pytest
from rulesets.reading import parts

from smartvillage import check, load_ruleset, rulesets
from smartvillage.model.base import Text
from smartvillage.model.basis import Based, Basis
from smartvillage.model.conditions import AnyCondition
from smartvillage.model.criteria import Criterion
from smartvillage.model.limits import AnyLimit
from smartvillage.model.ruleset import Ruleset

SHIPPED = {name: load_ruleset(name) for name in rulesets()}
PARTIAL = {name: ruleset for name, ruleset in SHIPPED.items() if ruleset.ruleset.completeness == "partial"}

each_set = pytest.mark.parametrize("ruleset", SHIPPED.values(), ids=list(SHIPPED))
each_partial_set = pytest.mark.parametrize("ruleset", PARTIAL.values(), ids=list(PARTIAL))
each_criterion = pytest.mark.parametrize(
    ("ruleset", "criterion"),
    [
        pytest.param(one, criterion, id=f"{name}/{criterion.id}")
        for name, one in SHIPPED.items()
        for criterion in one.criteria
    ],
)
each_fact = pytest.mark.parametrize(
    "fact", [pytest.param(fact, id=f"{name}/{key}") for name, one in SHIPPED.items() for key, fact in one.facts.items()]
)


@each_set
def test_loads_without_a_warning(ruleset: Ruleset) -> None:
    """Every id is used, every citation agrees with the others, nothing is left open by mistake."""
    assert [str(warning) for warning in ruleset.warnings] == []


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_is_checked_without_a_warning(name: str) -> None:
    """Looked at as a whole, no condition is fixed, no band has a hole, no text is named in two ways."""
    assert [fault.render("en") for fault in check(rulesets()[name])] == []


@each_set
def test_has_the_name_of_its_folder(ruleset: Ruleset) -> None:
    """The id in the file is the name by which it is found."""
    assert SHIPPED[ruleset.id] is ruleset


@each_set
def test_has_one_headline(ruleset: Ruleset) -> None:
    """One decision is the verdict, with a title."""
    main = ruleset.main_decision()

    assert main is not None
    assert ruleset.decisions[main].title


@each_set
def test_every_text_is_in_both_languages(ruleset: Ruleset) -> None:
    """Titles, questions and notes are Vietnamese and English; names of sources stay as printed."""
    texts = [part for part in parts(ruleset) if isinstance(part, Text)]
    named = {source.title for source in ruleset.sources.values()}

    assert [text.vi for text in texts if text.en is None and text not in named] == []


@each_set
def test_the_period_says_where_it_comes_from(ruleset: Ruleset) -> None:
    """No set claims to be in force without a basis, a source and a word on what was not seen."""
    period = ruleset.ruleset.period

    assert period.basis is not None
    assert period.source is not None
    assert period.note is not None


@each_set
def test_nothing_is_stated_by_a_text_nobody_read(ruleset: Ruleset) -> None:
    """What is stated cites a text that was read."""
    stated = [part for part in parts(ruleset) if isinstance(part, Based) and part.basis is Basis.STATED]

    assert [part for part in stated if part.source is None or not ruleset.sources[part.source.id].seen] == []


@each_set
def test_a_text_that_was_read_elsewhere_says_where(ruleset: Ruleset) -> None:
    """An article has its address, unless it is of the first set, whose articles came without."""
    articles = {name: source for name, source in ruleset.sources.items() if source.type == "article"}

    assert {name for name, source in articles.items() if source.link is None} <= {"kinhtedothi-384"}


@each_criterion
def test_a_criterion_says_where_it_comes_from(ruleset: Ruleset, criterion: Criterion) -> None:
    """A criterion, its conditions and its limits have a basis and a source of the set."""
    grounded = [criterion, *(part for part in parts(criterion) if isinstance(part, (AnyCondition, AnyLimit)))]

    assert [part for part in grounded if part.basis is None or part.source is None] == []
    assert {part.source.id for part in grounded if part.source} <= ruleset.sources.keys()


@each_fact
def test_a_fact_asks_a_question(fact: Any) -> None:
    """An officer reads a question, in either language, that ends as one."""
    assert fact.title
    assert fact.question.vi.endswith(("?", ")?"))
    assert fact.question.en.endswith(("?", ")?"))


@each_partial_set
def test_a_partial_set_says_so_in_its_note(ruleset: Ruleset) -> None:
    """What is missing stands in the note of the header, and its verdict keeps what is unseen open."""
    main = ruleset.main_decision()

    assert ruleset.ruleset.note is not None
    assert main is not None
    assert ruleset.decisions[main].unseen == "keep_open"


@each_set
def test_survives_json(ruleset: Ruleset) -> None:
    """The set is written and read back as the same value."""
    assert Ruleset.model_validate_json(ruleset.model_dump_json()) == ruleset
