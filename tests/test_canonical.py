"""Canonical JSON, held against an implementation by others."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from smartvillage.canonical import canonical, digest

_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
_PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | _TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT, inner, max_size=4),
    max_leaves=20,
)


@given(_PLAIN)
def test_as_the_reference_writes_it(data: Any) -> None:
    """Any plain data is written as RFC 8785 says."""
    assert canonical(data) == rfc8785.dumps(data)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers(value: float) -> None:
    """Any double is written as JavaScript writes it."""
    assert canonical([value]) == rfc8785.dumps([value])


def test_keys_sort_by_utf16() -> None:
    """A character past the first plane sorts before U+E000."""
    assert canonical({"\ue000": 1, "\U0001f600": 2}) == '{"\U0001f600":2,"\ue000":1}'.encode()


def test_exact_numbers_are_text() -> None:
    """Decimals, fractions and numbers no double holds become text; equal numbers are written alike."""
    data = [Decimal("0.70"), Fraction(1, 3), 2**60, Fraction(4, 2), Decimal("2.00"), 2]
    assert canonical(data) == b'["0.7","1/3","1152921504606846976",2,2,2]'


def test_tuples_are_lists() -> None:
    """A tuple is written as a list."""
    assert canonical({"a": (1, "x")}) == b'{"a":[1,"x"]}'


@pytest.mark.parametrize("data", [{1: 2}, {"a": object()}, {"a": {1}}, Decimal("NaN")])
def test_what_is_not_plain(data: Any) -> None:
    """Anything else is refused."""
    with pytest.raises(TypeError):
        canonical(data)


@pytest.mark.parametrize("data", [float("nan"), float("inf"), "\ud800"])
def test_no_value(data: Any) -> None:
    """What JSON has no text for is refused."""
    with pytest.raises(ValueError, match=r"finite|surrogates"):
        canonical(data)


def test_digest() -> None:
    """The digest is that of the canonical bytes, whatever the order of keys."""
    expected = "sha256:" + hashlib.sha256(b'{"a":"\xe1\xba\xa5p","b":[1,true]}').hexdigest()
    assert digest({"b": [1, True], "a": "ấp"}) == digest({"a": "ấp", "b": [1, True]}) == expected
