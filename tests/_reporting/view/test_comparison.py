"""A comparison's page: kinds with their counts, rules before and after, the witness and the villages."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from smartvillage import Comparison, render
from smartvillage.model.base import Text
from smartvillage.model.comparison import Change, ChangeKind, Flip, Stand, Unjudged, Witness
from smartvillage.model.findings import Outcome, RulesetRef, VillageRef

TITLE = Text(vi="Bộ", en="Set")
WITNESS = Witness(
    on=date(2024, 1, 1), facts={"share": "75 %", "wifi": True}, evidence=("photo",),
    before=Stand(outcome=Outcome.MET, proven=True, verdict=Outcome.MET),
    after=Stand(outcome=Outcome.NOT_MET, verdict=Outcome.NOT_MET),
)  # fmt: skip
STRICTER = Change(
    kind=ChangeKind.STRICTER, section="criteria", id="1", title=Text(vi="Một", en="One"), keys=("rule",),
    because=("limits/usual",), before=Text(vi="từ 70 %", en="at least 70 %"),
    after=Text(vi="từ 80 %", en="at least 80 %"), witness=WITNESS, whole=False,
)  # fmt: skip


def comparison(**told: Any) -> Comparison:
    """Make a comparison of two versions."""
    refs = [RulesetRef(id="thu", version=version, title=TITLE, digest="sha256:0") for version in ("1.0.0", "2.0.0")]
    return Comparison(before=refs[0], after=refs[1], **told)


def text(told: Comparison, lang: Any = "en") -> str:
    """Write a comparison for a terminal, each run of spaces as one."""
    return " ".join(render(told, lang=lang, width=200).split())


def test_a_change_shows_what_was_and_what_is() -> None:
    """The rule in words before and after, the keys, and through what it changed."""
    shown = text(comparison(changes=(STRICTER,)))
    for part in ("stricter 1 no village fares better, some fare worse", "changed: `rule`", "through `limits/usual`",
                 "was: at least 70 %", "is: at least 80 %"):  # fmt: skip
        assert part in shown


def test_a_witness_shows_the_village_and_both_stands() -> None:
    """Its facts and evidence, how it stands before and after, and that the verdict turns."""
    shown = text(comparison(changes=(STRICTER,)))
    for part in ("for instance, on 2024-01-01: share: 75 %; wifi: true; attached: photo",
                 "before met, proven, after not met", "the verdict turns: met → not met"):  # fmt: skip
        assert part in shown


def test_a_kind_found_by_example_says_so() -> None:
    """Where not every case was tried, the page says so; where all were, it does not."""
    assert "not every case could be tried" in text(comparison(changes=(STRICTER,)))
    whole = STRICTER.model_copy(update={"whole": True})
    assert "not every case could be tried" not in text(comparison(changes=(whole,)))


def test_words_that_are_the_same_in_this_language_are_not_repeated() -> None:
    """A change of the Vietnamese wording alone shows no pair of equal English texts."""
    change = STRICTER.model_copy(update={"before": Text(vi="a", en="same"), "after": Text(vi="b", en="same")})
    assert "same" not in text(comparison(changes=(change,)))
    assert "trước: a" in text(comparison(changes=(change,)), "vi")


def test_villages_are_told_by_name_with_what_turns() -> None:
    """How many of how many, each criterion that turns, and why one could not be judged."""
    flip = Flip(
        village=VillageRef(id="ap-1", name="Ấp 1", digest="sha256:0"), on=date(2024, 1, 1), before=Outcome.MET,
        after=Outcome.NOT_MET, criteria=(("1", Outcome.MET, Outcome.NOT_MET), ("2", None, Outcome.MET)),
    )  # fmt: skip
    refused = Unjudged(name="x.yaml", why=Text(vi="hỏng", en="broken"))
    shown = text(comparison(flips=(flip,), villages=3, unjudged=(refused,)))
    for part in ("1 of 3 villages comes out differently.", "Ấp 1", "1: met → not met", "2: not in the set → met",
                 "x.yaml could not be held against both: broken"):  # fmt: skip
        assert part in shown


def test_nothing_changed_is_said() -> None:
    """Two equal sets give a sentence and no table."""
    assert "The two are the same." in text(comparison())


@pytest.mark.parametrize("form", ["text", "md", "html", "json"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_kind_and_section_has_words(form: Any, lang: Any) -> None:
    """Every kind of change and every section can be written in every form and language."""
    sections = (
        "ruleset", "decisions", "criteria", "groups", "measures", "limits", "facts", "scales", "codes",
        "evidence_types", "procedure", "activities", "roles", "parties", "sources",
    )  # fmt: skip
    changes = tuple(Change(kind=kind, section=section, id="x") for kind in ChangeKind for section in sections)
    assert render(comparison(changes=changes), form, lang=lang)


def test_html_escapes_what_strangers_wrote() -> None:
    """A title cannot bring in markup."""
    change = STRICTER.model_copy(update={"title": Text(vi="<script>alert(1)</script>")})
    assert "<script>" not in render(comparison(changes=(change,)), "html")


def test_an_open_verdict_is_called_open() -> None:
    """A decision that nothing settles yet is undecided, and does not merely lack figures."""
    open_ = WITNESS.model_copy(update={"before": Stand(outcome=Outcome.MET, verdict=Outcome.UNKNOWN)})
    shown = text(comparison(changes=(STRICTER.model_copy(update={"witness": open_}),)))
    assert "the verdict turns: undecided → not met" in shown
