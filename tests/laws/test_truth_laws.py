"""The lattice false < unknown < true holds the laws that make three-valued logic safe."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartvillage.truth import FALSE, TRUE, UNKNOWN, Truth, at_least, negate

Join = Callable[..., int]
TRUTHS = (FALSE, UNKNOWN, TRUE)
several = st.lists(st.sampled_from(TRUTHS), max_size=7)


def both(*truths: int) -> int:
    """Return *and*: all of them hold."""
    return at_least(len(truths), truths)


def either(*truths: int) -> int:
    """Return *or*: one of them holds."""
    return at_least(1, truths)


@pytest.mark.parametrize("join", [both, either])
class TestJoins:
    """And and or, the two joins of the lattice."""

    def test_order_is_nothing(self, join: Join) -> None:
        """A join is commutative."""
        assert all(join(a, b) == join(b, a) for a, b in product(TRUTHS, repeat=2))

    def test_grouping_is_nothing(self, join: Join) -> None:
        """A join is associative, and the same for three as for two and one."""
        for a, b, c in product(TRUTHS, repeat=3):
            assert join(join(a, b), c) == join(a, join(b, c)) == join(a, b, c)

    def test_itself_is_nothing(self, join: Join) -> None:
        """A join is idempotent."""
        assert all(join(a, a) == a for a in TRUTHS)

    def test_monotony(self, join: Join) -> None:
        """A larger part never makes a smaller whole."""
        for a, b, c in product(TRUTHS, repeat=3):
            assert b > c or join(a, b) <= join(a, c)


class TestMirror:
    """Not, the mirror of the lattice."""

    def test_twice_is_nothing(self) -> None:
        """A mirrored mirror is the thing itself."""
        assert [negate(negate(a)) for a in TRUTHS] == list(TRUTHS)

    def test_unknown_stays(self) -> None:
        """What is unknown is unknown in the mirror."""
        assert negate(UNKNOWN) == UNKNOWN

    def test_de_morgan(self) -> None:
        """Not both is either not, and not either is both not."""
        for a, b in product(TRUTHS, repeat=2):
            assert negate(both(a, b)) == either(negate(a), negate(b))
            assert negate(either(a, b)) == both(negate(a), negate(b))

    @given(several, st.integers(0, 8))
    def test_de_morgan_of_thresholds(self, truths: list[int], k: int) -> None:
        """Not at least k of n is at least n - k + 1 not."""
        mirrored = [negate(truth) for truth in truths]
        assert negate(at_least(k, truths)) == at_least(len(truths) - k + 1, mirrored)


class TestThreshold:
    """At least k of n."""

    @given(several, st.integers(-1, 8))
    def test_counting_every_completion(self, truths: list[int], k: int) -> None:
        """It is what counting says, wherever every way to settle the unknown says the same."""
        ways = product(*([FALSE, TRUE] if truth == UNKNOWN else [truth] for truth in truths))
        counted = {sum(truth == TRUE for truth in way) >= k for way in ways}
        expected = UNKNOWN if len(counted) > 1 else (TRUE if counted.pop() else FALSE)
        assert at_least(k, truths) == expected

    @given(several, st.integers(0, 8), st.randoms(use_true_random=False))
    def test_order_is_nothing(self, truths: list[int], k: int, random: Random) -> None:
        """The order of the parts makes no difference."""
        shuffled = sorted(truths, key=lambda _: random.random())
        assert at_least(k, shuffled) == at_least(k, truths)


def test_no_truth_is_a_bool() -> None:
    """A truth refuses to be true or false in an ``if``."""
    for truth in Truth:
        with pytest.raises(TypeError):
            bool(truth)
