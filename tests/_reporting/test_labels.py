"""Labels: every word stands in both languages, and none is left over."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, get_args

import pytest
from pydantic import BaseModel

import smartvillage._reporting
from smartvillage.model.basis import Basis
from smartvillage.model.conditions import CONDITION_HEADS, TEST_WORDS, NoMethod
from smartvillage.model.explanation import OpenKind, StepTruth
from smartvillage.model.findings import Caveat, Outcome, Reason
from smartvillage.model.proof import Lack
from smartvillage.model.roadmap import Milestone, Standing
from smartvillage.model.tasks import Driver, Task, TaskKind, Term

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOM = Path(smartvillage._reporting.__file__ or "").parent
PAGES = sorted(path.stem for path in (ROOM / "labels" / "vi").glob("[!_]*.py"))


def labels(lang: str, page: str) -> Mapping[str, str]:
    """Return the labels of one page in one language."""
    found: Mapping[str, str] = import_module(f"smartvillage._reporting.labels.{lang}.{page}").LABELS
    return found


def blanks(label: str) -> set[str]:
    """Return the words that are filled in."""
    return {name for _, name, _, _ in Formatter().parse(label) if name}


def words(model: type[BaseModel], field: str) -> set[str]:
    """Return the words that a field of a model may have."""
    return set(get_args(model.model_fields[field].annotation))


@pytest.mark.parametrize("page", PAGES)
def test_both_languages_have_the_same_labels(page: str) -> None:
    """English alone may add a form for one."""
    english = {label for label in labels("en", page) if not label.endswith(".one")}
    assert english == set(labels("vi", page))


@pytest.mark.parametrize("page", PAGES)
def test_both_languages_fill_in_the_same_words(page: str) -> None:
    """A number that one language shows is not kept from the other."""
    english = labels("en", page)
    assert {key: blanks(label) for key, label in labels("vi", page).items()} == {
        key: blanks(english[key]) for key in labels("vi", page)
    }


CLOSED: list[tuple[str, str, set[str]]] = [
    ("common", "outcome", set(Outcome)),
    ("common", "reason", set(Reason)),
    ("common", "caveat", set(Caveat)),
    ("common", "basis", set(Basis)),
    ("common", "short_basis", set(Basis)),
    ("common", "test", set(TEST_WORDS)),
    ("common", "term", words(Term, "unit")),
    ("explanation", "step", set(get_args(StepTruth))),
    ("explanation", "missing", set(get_args(OpenKind))),
    ("explanation", "proof.lack", words(Lack, "kind")),
    ("explanation", "head", set(CONDITION_HEADS)),
    ("explanation", "no_method", words(NoMethod, "no_method")),
    ("roadmap", "standing", set(Standing)),
    ("roadmap", "kind", set(TaskKind)),
    ("roadmap", "driver", words(Driver, "kind")),
    ("roadmap", "milestone", words(Milestone, "kind")),
    ("roadmap", "support", words(Task, "support_kind")),
    ("ruleset", "rule.no_method", words(NoMethod, "no_method")),
]


@pytest.mark.parametrize(("page", "kind", "members"), CLOSED, ids=[kind for _, kind, _ in CLOSED])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_member_of_a_closed_set_has_its_word(lang: str, page: str, kind: str, members: set[str]) -> None:
    """A new outcome, reason or task kind is never printed as a bare key."""
    assert {f"{kind}.{member}" for member in members} <= set(labels(lang, page))


def test_every_label_is_used() -> None:
    """A word that nothing says would never be checked by a reader."""
    rooms = (ROOM, ROOM.parent / "_plotting")
    paths = [path for room in rooms for path in room.rglob("*.py") if "labels" not in path.parts]
    code = "\n".join(path.read_text("utf-8") for path in paths)
    assert [label for page in PAGES for label in labels("vi", page) if not said(label, code)] == []


def said(label: str, code: str) -> bool:
    """Tell whether the code says a label, whole or put together from its kind and a word."""
    kind = label.rpartition(".")[0]
    return label in code or f"{kind}.{{" in code or kind in ("reason", "basis", "short_basis")
