"""Closures: at least so many of any truths is the lattice's own threshold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from smartvillage._program.closures import truth_fn
from smartvillage._program.fold import InnerLayout
from smartvillage._program.nodes import AtLeast, Const, Not, Pick, Slot
from smartvillage.truth import FALSE, TRUE, UNKNOWN, at_least, negate

TRUTHS = st.integers(0, 2)


def asked(node: AtLeast | Not | Pick, truths: list[int]) -> int:
    """Return a node's truth over slots with those truths."""
    return truth_fn(node, InnerLayout(len(truths)))(truths)


def slots(count: int) -> tuple[Slot, ...]:
    """Return so many truth slots."""
    return tuple(Slot(place, truth=True, inner=True) for place in range(count))


@given(st.lists(TRUTHS, min_size=1, max_size=6), st.integers(0, 7))
def test_threshold(truths: list[int], k: int) -> None:
    """Whatever the number asked for, and however many there are."""
    assert asked(AtLeast(k, slots(len(truths))), truths) == at_least(k, truths)


@given(TRUTHS)
def test_not(truth: int) -> None:
    """Not is the mirror."""
    assert asked(Not(slots(1)[0]), [truth]) == negate(truth)


@given(st.lists(TRUTHS, min_size=3, max_size=7).filter(lambda truths: len(truths) % 2 == 1))
def test_pick(truths: list[int]) -> None:
    """The first row whose condition holds; where conditions are open, what every row that may be first agrees on."""
    nodes = slots(len(truths))
    rows = tuple((nodes[place], nodes[place + 1]) for place in range(0, len(truths) - 1, 2))
    possible = []
    for condition, row in zip(truths[:-1:2], truths[1::2], strict=True):
        possible += [row] if condition != FALSE else []
        if condition == TRUE:
            break
    else:
        possible.append(truths[-1])
    expected = possible[0] if len(set(possible)) == 1 else UNKNOWN
    assert asked(Pick(rows, nodes[-1]), truths) == expected


def test_constants() -> None:
    """A known truth is itself."""
    assert [asked(Not(Const(truth, truth=True)), []) for truth in (FALSE, UNKNOWN, TRUE)] == [TRUE, UNKNOWN, FALSE]
