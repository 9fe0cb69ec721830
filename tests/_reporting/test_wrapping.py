"""Lines are cut to the width, and nothing is lost by it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartvillage._reporting.blocks import Line, Span, Tone, plain
from smartvillage._reporting.wrapping import breadth, columns, pad, wrap

WORDS = st.text(st.sampled_from("aấđ字"), max_size=12)
LINES = st.lists(st.builds(Span, st.lists(WORDS).map(" ".join), st.sampled_from(Tone)), max_size=5).map(tuple)


@given(LINES, st.integers(2, 30))
def test_no_part_is_wider_than_the_width(line: Line, width: int) -> None:
    """Whatever stands in a line, a cut line keeps within its columns, wide letters counted twice."""
    assert all(breadth(part) <= width for part in wrap(line, width, cut=True))


@given(LINES, st.integers(1, 30))
def test_every_word_is_kept_in_order(line: Line, width: int) -> None:
    """Wrapping moves words and drops none."""
    assert [word for part in wrap(line, width) for word in plain(part).split()] == plain(line).split()


@given(LINES, st.integers(1, 30))
def test_every_letter_keeps_its_tone(line: Line, width: int) -> None:
    """What was red stays red on whichever line it lands."""
    letters = [(letter, span.tone) for span in line for letter in span.text if letter != " "]
    wrapped = [(letter, span.tone) for part in wrap(line, width) for span in part for letter in span.text]
    assert [pair for pair in wrapped if pair[0] != " "] == letters


def test_a_long_word_stays_whole_unless_cut() -> None:
    """An address can still be copied from running text."""
    line = (Span("xem https://vi-du.vn/trang"),)
    assert [plain(part) for part in wrap(line, 10)] == ["xem", "https://vi-du.vn/trang"]


@pytest.mark.parametrize(
    ("text", "expected"), [("abc", 3), ("Ấp", 2), ("A\u0302\u0301p", 2), ("字", 2), ("a\u200bb", 2)]
)
def test_columns_are_what_a_terminal_takes(text: str, expected: int) -> None:
    """A letter with its marks is one column, a wide one two, an invisible one none."""
    assert columns(text) == expected


@pytest.mark.parametrize(("right", "expected"), [(False, "ab  "), (True, "  ab")])
def test_padding_fills_either_side(right: bool, expected: str) -> None:  # noqa: FBT001 - a parameter of the case
    """Numbers stand to the right, text to the left."""
    assert plain(pad((Span("ab"),), 4, right=right)) == expected
