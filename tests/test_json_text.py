"""JSON as plain data."""

from __future__ import annotations

import json
import unicodedata
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartvillage._faults.source import syntax
from smartvillage.document import read_text

_TEXT = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"])).map(
    lambda text: unicodedata.normalize("NFC", text)
)
_PLAIN = st.recursive(
    st.booleans() | st.integers(-(10**20), 10**20) | st.decimals(-1000, 1000, places=3) | _TEXT,
    lambda inner: st.lists(inner | st.none(), max_size=4) | st.dictionaries(_TEXT, inner | st.none(), max_size=4),
    max_leaves=15,
)


def read(text: str) -> Any:
    """Read a JSON text."""
    return read_text(text, "f", json=True)


@given(_PLAIN, st.sampled_from([None, 2, "\t"]), st.booleans())
def test_as_the_standard_library_reads_it(data: Any, indent: Any, ascii_only: bool) -> None:  # noqa: FBT001 - drawn
    """Any plain data is read back, numbers exactly, however it is laid out."""
    numbers = {}

    def keep(value: Decimal) -> str:
        numbers[str(value)] = f"{value:f}"
        return f"<{value}>"

    text = json.dumps(data, indent=indent, ensure_ascii=ascii_only, default=keep)
    for name, number in numbers.items():
        text = text.replace(f'"<{name}>"', number)
    document = read(text)
    assert document.faults == ()
    assert document.data == json.loads(text, parse_float=Decimal)


def test_types() -> None:
    """Whole numbers are int, others Decimal, never a float; text is never bare."""
    assert [(type(value), value) for value in read('[1, -0, 1.50, 1e3, "2.10", true, null]').data] == [
        (int, 1),
        (int, 0),
        (Decimal, Decimal("1.50")),
        (Decimal, Decimal(1000)),
        (str, "2.10"),
        (bool, True),
        (type(None), None),
    ]


def test_escapes() -> None:
    """Escapes and pairs of surrogates become the characters they stand for."""
    assert read('["\\ud83d\\ude00 \\u1ea5 \\/ \\n \\t \\""]').data == ['\U0001f600 ấ / \n \t "']


def test_duplicate() -> None:
    """A second key is told with the line of the first; the first value stays."""
    document = read('{"a": 1,\n "a": {"x": [2]},\n "b": 3}')
    assert [(fault.code, str(fault.place), fault.message.en) for fault in document.faults] == [
        ("SV105", "f:2:2", "key `a` already stands on line 1")
    ]
    assert document.data == {"a": 1, "b": 3}


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("[1, 2", "open_bracket", "1:1"),
        ('{"a": 1', "open_bracket", "1:1"),
        ('{"a": [1 2]}', "open_bracket", "1:7"),
        ('{"a": 1 "b": 2}', "open_bracket", "1:1"),
        ("[1,]", "nothing", "1:4"),
        ("[,1]", "nothing", "1:2"),
        ('{"a": }', "nothing", "1:7"),
        ('{"a": 1,}', "key", "1:9"),
        ("{a: 1}", "key", "1:2"),
        ('{"a" 1}', "key", "1:6"),
        ("[1] 2", "rest", "1:5"),
        ("[1]]", "rest", "1:4"),
        ("{'a': 1}", "key", "1:2"),
        ("['a']", "sign", "1:2"),
        ("[True]", "sign", "1:2"),
        ("[+1]", "sign", "1:2"),
        ("[.5]", "sign", "1:2"),
        ("[// x\n1]", "sign", "1:2"),
        ("[01]", "open_bracket", "1:1"),
        ("[1.]", "open_bracket", "1:1"),
        ('["a', "open_quote", "1:2"),
        ('["a\nb"]', "open_quote", "1:4"),
        ('["\\q"]', "escape", "1:3"),
        ('["\\u12"]', "escape", "1:4"),
    ],
)
def test_syntax(text: str, word: str, place: str) -> None:
    """What the standard does not allow is one fault with its place."""
    document = read(text)
    (fault,) = document.faults
    assert (fault, str(fault.place)) == (syntax(fault.place, word), f"f:{place}")
    assert document.data is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[NaN]", "SV406"),
        ("[-Infinity]", "SV406"),
        ("[1e400]", "SV407"),
        ("[1e1000000000]", "SV407"),
        ("[1e-31]", "SV407"),
        ("[" + "9" * 5_000_000 + "]", "SV407"),
        ("[0." + "1" * 5_000_000 + "]", "SV407"),
        ("[" + "9" * 41 + "]", "SV407"),
    ],
    ids=["nan", "infinity", "1e400", "exponent", "small", "digits", "decimals", "41"],
)
def test_numbers_past_the_bounds(text: str, code: str) -> None:
    """A number that is none, or too long, is told where it stands; the rest is read."""
    document = read(text)
    assert [(fault.code, str(fault.place)) for fault in document.faults] == [(code, "f:1:2")]
    assert document.data == [None]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 100_000, "SV112"),
        ('{"a":' * 100_000, "SV112"),
        ("[" + "1," * 1_000_000 + "1]", "SV112"),
        ("{" + ",".join(f'"k{i}":1' for i in range(500_000)) + "}", "SV112"),
        ('["' + "a" * 1_000_000 + '"]', "SV112"),
        ("[" + "1e999," * 150_000 + "1]", "SV407"),
        ("", "SV111"),
        (" \n", "SV111"),
        ("null", "SV111"),
    ],
    ids=["lists", "maps", "items", "keys", "text", "faults", "empty", "blank", "null"],
)
def test_hostile(text: str, code: str) -> None:
    """Texts that break other readers end in a fault, and leave no data."""
    document = read(text)
    assert document.faults[0].code == code
    assert len(document.faults) <= 1000
    assert document.data is None
