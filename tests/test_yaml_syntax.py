"""Syntax faults, in our own words."""

from __future__ import annotations

import pytest
import yaml

from smartvillage._faults.source import syntax
from smartvillage.document import read_text

CASES = [
    ("a:\n\tb: 1\n", "tab", "2:1"),
    ("a: 1\n\tb: 2\n", "tab", "2:1"),
    ("a: |\n\tx\n", "tab", "2:1"),
    ("a: 'x\nb: 1\n", "open_quote", "1:4"),
    ('a: "x\nb: 1\n', "open_quote", "1:4"),
    ("a: [1, 2\nb: 3\n", "open_bracket", "1:4"),
    ("a: {b: 1\nc: 2\n", "open_bracket", "1:4"),
    ("a: [1, 2}\n", "open_bracket", "1:4"),
    ("a: {x: 1}}\n", "stray_bracket", "1:10"),
    ("a: ]\n", "stray_bracket", "1:4"),
    ("a: b: c\n", "colon", "1:5"),
    ("a: x\n b: y\n", "colon", "2:3"),
    ("a:\n  - x\n  y: 1\n", "indentation", "3:3"),
    ("- a\nb: c\n", "indentation", "2:1"),
    ("  a: 1\n b: 2\n", "indentation", "2:2"),
    ("a: - b\n", "indentation", "1:4"),
    ("a: 'it's'\n", "after_quote", "1:8"),
    ('a: "x" y\n', "after_quote", "1:8"),
    ("a: @x\n", "sign", "1:4"),
    ("a: `x`\n", "sign", "1:4"),
    ("a: %x\n", "sign", "1:4"),
    ("a: [1,,2]\n", "nothing", "1:7"),
    (": x\n", "key", "1:1"),
    ("key: *\n", "other", "1:7"),
    ("a: 1\nb:true\nc: 2\n", "space", "2:1"),
    ("as_of:2024-03-31\nb: x\n", "space", "1:1"),
    ("http://a\nb: x\n", "colon", "2:2"),
    ("- a: 1\n  b x\n  c: 2\n", "key", "2:3"),
    ('- a: "2.4\n  b: "2"\n', "open_quote", "1:6"),
    ("- a: '2.4\n  b: '2'\n", "open_quote", "1:6"),
    ('- a: "x"\n- b: "x" y\n', "after_quote", "2:10"),
]


@pytest.mark.parametrize(("text", "word", "place"), CASES)
@pytest.mark.parametrize("parser", ["libyaml", "python"])
def test_mistakes(text: str, word: str, place: str, parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each mistake is one fault with its words and place, the same with libyaml and without."""
    if parser == "python":
        monkeypatch.delattr(yaml, "CSafeLoader")
    document = read_text(text, "f")
    (fault,) = document.faults
    assert fault == syntax(fault.place, word)
    assert str(fault.place) == f"f:{place}"
    assert document.data is None


def test_escape() -> None:
    """An escape that YAML does not know is shown."""
    (fault,) = read_text('a: "\\q"\n', "f").faults
    assert fault == syntax(fault.place, "escape")


def test_faults_before_stay() -> None:
    """What was found before the syntax fault is told, too."""
    assert [fault.code for fault in read_text("a: 1\na: 2\nb: [\n", "f").faults] == ["SV105", "SV104"]
