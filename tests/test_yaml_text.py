"""YAML as plain data."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from smartvillage.document import Bare, Limits, read_text

_WORD = st.text(st.characters(codec="utf-8", categories=["L", "Nd", "P", "Zs"]), max_size=12)
_PLAIN = st.recursive(
    _WORD,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_WORD.filter(bool), inner, max_size=4),
    max_leaves=15,
)


def codes(text: str) -> list[str]:
    """Return the codes of a text's faults."""
    return [fault.code for fault in read_text(text, "f").faults]


def found(text: str) -> list[tuple[str, str]]:
    """Return codes and places of a text's faults."""
    return [
        (fault.code, f"{fault.place.line}:{fault.place.column}") for fault in read_text(text, "f").faults if fault.place
    ]


class TestScalars:
    """A scalar keeps its text; only five words are no text."""

    @pytest.mark.parametrize(
        ("written", "value"),
        [("true", True), ("false", False), ("null", None), ("~", None), ("", None), ("# nothing", None)],
    )
    def test_words(self, written: str, value: object) -> None:
        """Truth and nothing are lower case and plain."""
        assert read_text(f"a: {written}\n", "f").data == {"a": value}

    @pytest.mark.parametrize(
        "text",
        [
            "22:30:1x",
            "70 %",
            "2024-03-31",
            "1.2.3",
            "07 ngày",
            "=",
            "x1",
        ],
    )
    def test_text(self, text: str) -> None:
        """What other tools turn into something is text, and does not look like a number."""
        value = read_text(f"a: {text}\n", "f").data["a"]
        assert (value, type(value)) == (text, str)

    @pytest.mark.parametrize(
        "text",
        [
            "2.10",
            "010",
            "06",
            "2023",
            "-3",
            "+3",
            "1e5",
            "1.5E-3",
            "0x1F",
            "0o17",
            "0b11",
            ".5",
            "1.",
            ".inf",
            "-.INF",
            ".nan",
            "1_000",
            "22:30",
            *("no", "Yes", "ON", "off", "y", "N", "True", "FALSE", "Null"),
        ],
    )
    def test_bare(self, text: str) -> None:
        """What other tools read as a number or a truth value keeps its text, and is marked."""
        value = read_text(f"a: {text}\n", "f").data["a"]
        assert (value, type(value)) == (text, Bare)

    @pytest.mark.parametrize("written", ['"2.10"', "'2.10'", "|-\n  2.10", ">-\n  2.10"])
    def test_quoted_is_never_bare(self, written: str) -> None:
        """A quoted text is text."""
        assert type(read_text(f"a: {written}\n", "f").data["a"]) is str

    def test_quoted_words(self) -> None:
        """A quoted word is text, and so is an empty quote, also inside braces."""
        assert read_text("{a: 'true', b: \"\", c: ''}", "f").data == {"a": "true", "b": "", "c": ""}

    @given(_PLAIN)
    def test_as_libyaml_reads_it(self, data: Any) -> None:
        """Whatever is written with quotes is read back as it was."""
        text = yaml.safe_dump(data, allow_unicode=True, default_style='"')
        document = read_text(text, "f")
        assert (document.data, document.faults) == (read_composed(data), ())


def read_composed(data: Any) -> Any:
    """Compose all text of plain data."""
    import unicodedata

    if isinstance(data, dict):
        return {unicodedata.normalize("NFC", key): read_composed(value) for key, value in data.items()}
    if isinstance(data, list):
        return [read_composed(item) for item in data]
    return unicodedata.normalize("NFC", data)


class TestKeys:
    """Keys are text, once."""

    def test_duplicate(self) -> None:
        """A second key is refused with the line of the first; the first value stays."""
        document = read_text("a: 1\nb: 2\na: {c: [1]}\nd: 5\n", "f")
        (fault,) = document.faults
        assert (fault.code, str(fault.place), fault.message.en) == (
            "SV105",
            "f:3:1",
            "key `a` already stands on line 1",
        )
        assert document.data == {"a": "1", "b": "2", "d": "5"}

    def test_all_duplicates(self) -> None:
        """Every one is told, at any depth."""
        assert found("a: {x: 1, x: 2}\nb: 1\n'b': 2\nb: 3\n") == [("SV105", "1:11"), ("SV105", "3:1"), ("SV105", "4:1")]

    @pytest.mark.parametrize("key", ["2.10", "2", "1e5", "true", "null", "~", "010", "-1", ".5", "no", "On", "Y"])
    def test_bare_id(self, key: str) -> None:
        """A plain key that other tools would not read as text is told; the data has it as text."""
        document = read_text(f"a: 1\n{key}: x\n", "f")
        assert [(fault.code, str(fault.place)) for fault in document.faults] == [("SV106", "f:2:1")]
        assert type(next(reversed(document.data))) is str

    @pytest.mark.parametrize("key", ["'2.10'", '"2"', "1.1.1", "2a", "x", "ấp", "nO", "'no'", "-a", "..", "tuần 1"])
    def test_fine_key(self, key: str) -> None:
        """A quoted key, or one that looks like no number, is fine."""
        assert codes(f"{key}: x\n") == []

    def test_bare_after_quoted(self) -> None:
        """That a key was fine in quotes does not make it fine without."""
        assert found("a: {'2': x}\nb: {2: x}\n") == [("SV106", "2:5")]

    @pytest.mark.parametrize("text", ["a: {{ name }}", "{[a]: b}", "? {a: b}\n: c", "? \n: c\n"])
    def test_key_that_is_no_text(self, text: str) -> None:
        """A list, a mapping or nothing cannot be a key."""
        assert codes(text) == ["SV108"]


class TestBraces:
    """A key without a value inside braces is nearly always a comma in a value."""

    @pytest.mark.parametrize(
        ("text", "data", "column", "hint"),
        [
            ("{value: 87,9 %}", {"value": "87,9 %"}, 12, 'value: "87,9 %"'),
            ("{value: 87,9 %, basis: stated}", {"value": "87,9 %", "basis": "stated"}, 12, 'value: "87,9 %"'),
            ("{value: 1,234,5}", {"value": "1,234,5"}, 15, 'value: "1,234,5"'),
            ("{vi: A, b}", {"vi": "A, b"}, 9, 'vi: "A, b"'),
            ("{vi: true, b}", {"vi": "true, b"}, 12, 'vi: "true, b"'),
        ],
    )
    def test_comma(self, text: str, data: dict[str, str], column: int, hint: str) -> None:
        """It is told once, with the value as it should be written; the data has that value, so nothing cascades."""
        document = read_text(text, "f")
        (fault,) = document.faults
        assert (fault.code, fault.place and fault.place.column) == ("SV107", column)
        assert hint in (fault.hint.en if fault.hint else "")
        assert document.data == data

    @pytest.mark.parametrize(
        ("text", "data"),
        [
            ("{a}", {}),
            ("{a: }", {}),
            ("{b: 1, a: }", {"b": "1"}),
            ("{b: [1], a}", {"b": ["1"]}),
            ("{b: 'x', a}", {"b": "x"}),
            ("{b: x,\n a}", {"b": "x"}),
            ("[a: ]", [{}]),
        ],
    )
    def test_no_value(self, text: str, data: object) -> None:
        """Elsewhere the key is dropped."""
        document = read_text(text, "f")
        assert [fault.code for fault in document.faults] == ["SV107"]
        assert document.data == data

    def test_same_decimals_twice(self) -> None:
        """Two values with the same decimals are two commas, no duplicate key and no bare id."""
        document = read_text("{a: 1,5, b: 2,5, c: 3}", "f")
        assert [fault.code for fault in document.faults] == ["SV107", "SV107"]
        assert document.data == {"a": "1,5", "b": "2,5", "c": "3"}

    def test_earlier_faults_stay(self) -> None:
        """Faults told before are kept."""
        assert codes("{2: x, a: 1,5, a: 2, b: 1,5}") == ["SV106", "SV107", "SV105", "SV107"]

    def test_nothing_on_purpose(self) -> None:
        """A written null, and nothing in a block, are values."""
        assert read_text("a: {b: null, c: ~}\nd:\n", "f").data == {"a": {"b": None, "c": None}, "d": None}


class TestPlainData:
    """Nothing is shared, nothing is typed."""

    @pytest.mark.parametrize(
        ("text", "places"),
        [
            ("a: &x 1\n", [("SV109", "1:4")]),
            ("a: &x {b: 1}\n", [("SV109", "1:4")]),
            ("a: &x [1]\nb: *x\n", [("SV109", "1:4"), ("SV109", "2:4")]),
            ("a: !!str 1\n", [("SV109", "1:4")]),
            ("a: !python/object:os.system {}\n", [("SV109", "1:4")]),
            ("a: ! 1\n", [("SV109", "1:4")]),
            ("a: {<<: {b: 1}, c: 2}\n", [("SV109", "1:5")]),
            ("<<: {b: 1}\n", [("SV109", "1:1")]),
            ("%YAML 1.1\n---\na: 1\n", [("SV109", "1:1")]),
            ("%TAG ! tag:x,2000:\n---\na: 1\n", [("SV109", "1:1")]),
        ],
    )
    def test_refused(self, text: str, places: list[tuple[str, str]]) -> None:
        """Anchors, aliases, tags, merge keys and directives are told where they stand."""
        assert found(text) == places

    def test_never_followed(self) -> None:
        """An alias and a merge bring nothing in."""
        assert read_text("a: &x {b: 1}\nc: *x\nd: {<<: *x, e: 2}\n*x : 1\nf: 3\n", "f").data == {
            "a": {"b": "1"}, "c": None, "d": {"e": "2"}, "f": "3",
        }  # fmt: skip

    def test_quoted_merge_is_a_key(self) -> None:
        """In quotes it is text."""
        assert read_text("'<<': 1\n", "f").data == {"<<": "1"}

    def test_one_document(self) -> None:
        """A second document is refused; marks around one are fine."""
        assert found("a: 1\n---\nb: 2\n") == [("SV110", "2:1")]
        assert codes("---\na: 1\n...\n") == []

    @pytest.mark.parametrize("text", ["", "\n\n", "# only this\n", "---\n", "null\n", "\ufeff"])
    def test_empty(self, text: str) -> None:
        """A text without content is told."""
        assert codes(text) == ["SV111"]


class TestHostile:
    """Texts that break other readers end in a fault."""

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("[" * 100_000, "SV112"),
            ("{a: " * 100_000, "SV112"),
            ("- " * 100_000, "SV112"),
            ("a: " + "9" * 5_000_000, "SV112"),
            ("{" + ", ".join(f"k{i}: 1" for i in range(1_000_000)) + "}", "SV112"),
            ("a: " + "x" * 9 * 1024 * 1024, "SV112"),
            ("a: \0", "SV103"),
            ("a: &a [x,x]\n" + "\n".join(f"b{i}: &b{i} [*a,*a]" for i in range(400)), "SV109"),
            ("a: &a {<<: [*a, *a]}\n" * 20, "SV109"),
            ("a: 1\n" * 190_000, "SV105"),
            ("{" + "a, " * 1_000_000 + "}", "SV107"),
            ("{a: 1" + ",1" * 95_000 + "}", "SV107"),
            ("x" * 1_000_000 + ": 1", "SV112"),
        ],
        ids=[
            "lists",
            "maps",
            "items",
            "digits",
            "keys",
            "size",
            "nul",
            "laughs",
            "merge",
            "twice",
            "braces",
            "commas",
            "key",
        ],
    )
    def test_ends_in_a_fault(self, text: str, code: str) -> None:
        """The first fault says why; at most a thousand are kept."""
        faults = read_text(text, "f").faults
        assert faults[0].code == code
        assert len(faults) <= 1000

    def test_too_many_faults_leave_nothing(self) -> None:
        """A text with a thousand faults is not read to its end."""
        assert read_text("a: 1\n" * 2000, "f").data is None

    def test_raised_bounds(self) -> None:
        """A caller may raise the bounds."""
        text = "\n".join(f"k{i}: 1" for i in range(150_000))
        assert len(read_text(text, "f", Limits(max_nodes=300_001)).data) == 150_000
