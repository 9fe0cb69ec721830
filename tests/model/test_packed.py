"""Results packed into whole numbers open up as they were."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from smartvillage.model.base import Text
from smartvillage.model.basis import Basis
from smartvillage.model.findings import Caveat, Counts, Finding, GroupResult, Outcome, Reason
from smartvillage.model.lazy import Lazy
from smartvillage.model.packed import (
    CriterionCard,
    FindingShelf,
    GroupCard,
    GroupShelf,
    caveats_in,
    counts_of,
    outcome_in,
    pack,
    pack_open,
    reasons_in,
    word,
)

REASONS, CAVEATS = list(Reason), list(Caveat)


@given(
    st.sampled_from(list(Outcome)), st.sets(st.sampled_from(REASONS)), st.sets(st.sampled_from(CAVEATS)), st.booleans()
)
def test_word_there_and_back(outcome: Outcome, reasons: set[Reason], caveats: set[Caveat], proven: bool) -> None:  # noqa: FBT001
    """Outcome, reasons and caveats come back, in the order in which they are shown."""
    reason_bits = sum(1 << REASONS.index(one) for one in reasons)
    caveat_bits = sum(1 << CAVEATS.index(one) for one in caveats)
    packed = word(outcome, reason_bits, caveat_bits, proven=proven)
    assert outcome_in(packed) is outcome
    assert reasons_in(packed) == tuple(one for one in REASONS if one in reasons)
    assert caveats_in(packed) == tuple(one for one in CAVEATS if one in caveats)
    assert counts_of([packed])[1] == proven


def test_bits_beyond_the_caveats_are_left_out() -> None:
    """What is no caveat is not shown as one."""
    assert caveats_in(word(Outcome.MET, 0, 1 << len(CAVEATS))) == ()


def test_findings() -> None:
    """A finding is made of its card and its word, with the paths that are open in it alone."""
    title = Text(vi="T")
    shelf = FindingShelf(tuple(CriterionCard(str(place), title, "g", Basis.STATED) for place in range(12)))
    words = [word(Outcome.MET, proven=True)] * 11 + [word(Outcome.UNKNOWN, 1, 1)]
    findings = Lazy(shelf, (pack(words), pack_open([(1, ["facts/x"]), (11, ["facts/a", "criteria/11/rule"])]), ""))
    assert findings[11] == Finding(
        criterion="11", title=title, group="g", outcome=Outcome.UNKNOWN, reasons=(Reason.MISSING_FACT,),
        caveats=(Caveat.SCOPE_MISMATCH,), basis=Basis.STATED, open=("facts/a", "criteria/11/rule"),
    )  # fmt: skip
    assert (findings[0].open, findings[1].open, findings[0].proven) == ((), ("facts/x",), True)


def test_groups() -> None:
    """A group counts its own criteria alone."""
    words = pack([word(Outcome.MET, proven=True), word(Outcome.NOT_MET), word(Outcome.MET)])
    shelf = GroupShelf((GroupCard("g", Text(vi="G"), precondition=False, members=(0, 1)),))
    expected = GroupResult(id="g", title=Text(vi="G"), precondition=False, counts=Counts(met=1, not_met=1), proven=1)
    assert Lazy(shelf, words) == (expected,)
