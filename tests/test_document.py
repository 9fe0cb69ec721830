"""Documents: doors, places, and what both languages have in common."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from smartvillage.document import Bare, Document, Limits, read_file, read_text

TEXT = """\
# a set
ruleset: {id: vi-du, title: "Bộ tiêu chí: ví dụ"}
criteria:
  - id: "1.1"
    title:
      vi: Có quy chế   # why
    rule: {fact: regulation, at_least: {value: 70 %, basis: 'it''s'}}
  - id: "1.2"
    points: 20
    many: first
      second
    closed: true
"""


def where(document: Document, *path: str | int, key: bool = False) -> tuple[int, int, str]:
    """Return line, column and the marked text of a place."""
    place = document.place(path, key=key)
    return place.line, place.column, place.text[place.column - 1 :][: place.length]


class TestPlaces:
    """Every key and value knows where it stands."""

    document = read_text(TEXT, "set.yaml")

    @pytest.mark.parametrize(
        ("path", "expected"),
        [
            ((), (2, 1, "ruleset")),
            (("ruleset",), (2, 10, '{id: vi-du, title: "Bộ tiêu chí: ví dụ"}')),
            (("ruleset", "title"), (2, 29, '"Bộ tiêu chí: ví dụ"')),
            (("criteria",), (4, 3, "-")),
            (("criteria", 0), (4, 5, "id")),
            (("criteria", 0, "id"), (4, 9, '"1.1"')),
            (("criteria", 0, "title"), (6, 7, "vi")),
            (("criteria", 0, "title", "vi"), (6, 11, "Có quy chế")),
            (("criteria", 0, "rule", "at_least"), (7, 40, "{value: 70 %, basis: 'it''s'}")),
            (("criteria", 0, "rule", "at_least", "value"), (7, 48, "70 %")),
            (("criteria", 0, "rule", "at_least", "basis"), (7, 61, "'it''s'")),
            (("criteria", 1, "points"), (9, 13, "20")),
            (("criteria", 1, "many"), (10, 11, "first")),
            (("criteria", 1, "closed"), (12, 13, "true")),
        ],
    )
    def test_value(self, path: tuple[str | int, ...], expected: tuple[int, int, str]) -> None:
        """A value's place marks it as it is written."""
        assert where(self.document, *path) == expected

    @pytest.mark.parametrize(
        ("path", "expected"),
        [
            (("criteria",), (3, 1, "criteria")),
            (("criteria", 0, "rule"), (7, 5, "rule")),
            (("criteria", 0, "rule", "at_least", "basis"), (7, 54, "basis")),
            (("criteria", 1), (8, 5, "id")),
        ],
    )
    def test_key(self, path: tuple[str | int, ...], expected: tuple[int, int, str]) -> None:
        """A key's place marks the key; an item of a list has none."""
        assert where(self.document, *path, key=True) == expected

    @pytest.mark.parametrize(
        "path",
        [
            ("criteria", 1, "rule", "fact"),
            ("criteria", 1, 7),
            ("criteria", 9, 1),
            ("criteria", 1, "points"),
            ("criteria", "share", 1, "union", "points", "missing", 3),
        ],
    )
    def test_steps_that_are_not_there(self, path: tuple[str | int, ...]) -> None:
        """Steps that do not exist are passed over; the deepest thing there answers."""
        assert self.document.place(path).line in {8, 9}

    def test_names_the_file(self) -> None:
        """A place names the file and quotes the line."""
        assert str(self.document.place(("criteria", 1, "points"))) == "set.yaml:9:13"
        assert self.document.place(("criteria", 1, "points")).text == "    points: 20"

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_line_ends(self, end: str) -> None:
        """Lines are counted the same with any line end, and the quoted line has none."""
        document = read_text(TEXT.replace("\n", end), "set.yaml")
        place = document.place(("criteria", 1, "points"))
        assert (place.line, place.column, place.text) == (9, 13, "    points: 20")

    @pytest.mark.parametrize(
        ("text", "marked"),
        [
            ('a: "x \\" y" # z', '"x \\" y"'),
            ('a: "x \\\\" # "z"', '"x \\\\"'),
            ("a: 'x'' y' # 'z'", "'x'' y'"),
            ('a: "x\n  y"', '"x'),
            ("a: {b: '}', c: \"]\"} # d", "{b: '}', c: \"]\"}"),
            ("a: {b: [1, 2], c: it's} # }", "{b: [1, 2], c: it's}"),
            ("a: [1,\n  2]", "[1,"),
            ("a: x y\n  z # d", "x y"),
            ("a: >-\n  x", ">-"),
            ("a: # d\n  - 1", "-"),
            ("a:\n  b: {c: 1}", "b"),
        ],
    )
    def test_how_far_a_value_reaches(self, text: str, marked: str) -> None:
        """A value is marked up to its quote, its bracket or the end of its line."""
        assert where(read_text(text, "f"), "a")[2] == marked

    def test_any_order(self) -> None:
        """Places may be asked for in any order."""
        late, early = ("criteria", 1, "points"), ("ruleset", "id")
        assert [self.document.place(path).line for path in (late, early, late, early)] == [9, 2, 9, 2]

    def test_byte_order_mark(self) -> None:
        """A byte order mark moves nothing."""
        for text in ("\ufeffa: b", b"\xef\xbb\xbfa: b"):
            assert where(read_text(text, "f"), "a") == (1, 4, "b")

    def test_long_line(self) -> None:
        """A very long line is not quoted."""
        document = read_text("{" + ", ".join(f"k{i}: {i}" for i in range(200)) + "}", "f")
        assert document.place(("k199",)).text == ""
        assert document.place(("k199",)).column == 1977

    def test_dropped_value_moves_nothing(self) -> None:
        """What follows a second value that was dropped keeps its place."""
        document = read_text("a: 1\na: {x: [1, 2]}\nb: 3\n", "f")
        assert where(document, "b") == (3, 4, "3")

    def test_of_nothing(self) -> None:
        """A document that could not be read answers with its beginning."""
        assert str(read_text("a: [", "f").place(("a", 1))) == "f:1:1"

    def test_json(self) -> None:
        """JSON has places, too."""
        document = read_text('{\n\t"a": {"b": [1.50,\n  true, "x\\ty"]}\n}', "f", json=True)
        assert where(document, "a", key=True) == (2, 2, '"a"')
        assert [where(document, "a", "b", i) for i in range(3)] == [(2, 14, "1.50"), (3, 3, "true"), (3, 9, '"x\\ty"')]


class TestBytes:
    """Bytes that are no text."""

    @pytest.mark.parametrize(
        ("content", "place"),
        [
            (b"a: 1\nb: \xff\n", "f:2:4"),
            ("a: 1\nb: ấp\n".encode("utf-16"), "f:1:1"),
            ("b: ất\n".encode("utf-16-le"), "f:1:7"),
            (b"a: \xed\xa0\x80", "f:1:4"),
            (b"a: \xc3", "f:1:4"),
        ],
    )
    def test_not_utf8(self, content: bytes, place: str) -> None:
        """What is not UTF-8 is refused at the first bad byte."""
        (fault,) = read_text(content, "f").faults
        assert (fault.code, str(fault.place)) == ("SV102", place)

    @pytest.mark.parametrize("head", [b"PK\x03\x04\x14\x00", b"\xd0\xcf\x11\xe0\xa1\xb1"])
    def test_office_document(self, head: bytes) -> None:
        """What Word or Excel saved is called so, once."""
        (fault,) = read_text(head, "f").faults
        assert (fault.code, fault.message.en) == (
            "SV102",
            "this is a Word or Excel document or a packed file, no plain text",
        )

    @pytest.mark.parametrize(
        "char",
        [
            *"\x00\x07\x0b\x0c\x1b\x7f\x85\x9f\u061c\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ufdd0\ufeff\ufffe\uffff",
            "\U0001fffe",
            "\U0010ffff",
            "\ud800",
        ],
    )
    @pytest.mark.parametrize("json", [False, True])
    def test_forbidden(self, char: str, json: bool) -> None:  # noqa: FBT001 - a parameter of the test
        """A character nobody sees is refused with its place before anything is parsed."""
        (fault,) = read_text(f'{{"a":\n "x{char}y"}}', "f", json=json).faults
        assert (fault.code, str(fault.place)) == ("SV103", "f:2:4")
        assert f"U+{ord(char):04X}" in fault.message.en

    @pytest.mark.parametrize("char", [*"\t\u00a0\u200b\u200c\u200d\u0301", "\U0001f600", "\ufffd"])
    def test_allowed(self, char: str) -> None:
        """Blanks, joiners, marks and pictures are text."""
        assert read_text(f'a: "x{char}y"', "f").faults == ()

    def test_many(self) -> None:
        """Of very many only the first twenty are shown."""
        assert len(read_text("\0" * 100_000, "f").faults) == 20

    @pytest.mark.parametrize(
        ("text", "json"),
        [
            ('a: "\\0"', False),
            ('a: "\\N"', False),
            ('"\\L": a', False),
            ('["\\u0000"]', True),
            ('{"\\ud800": 1}', True),
        ],
    )
    def test_from_an_escape(self, text: str, json: bool) -> None:  # noqa: FBT001 - a parameter of the test
        """An escape cannot bring one in."""
        assert [fault.code for fault in read_text(text, "f", json=json).faults] == ["SV103"]


class TestComposition:
    """Text is NFC, whatever the file holds."""

    NFD = "ho\N{COMBINING ACUTE ACCENT}a"

    @pytest.mark.parametrize("json", [False, True])
    def test_values_and_keys(self, json: bool) -> None:  # noqa: FBT001 - a parameter of the test
        """Keys and values are composed, in quotes and without."""
        document = read_text(f'{{"{self.NFD}": "{self.NFD}"}}', "f", json=json)
        assert document.data == {"h\N{LATIN SMALL LETTER O WITH ACUTE}a": "h\N{LATIN SMALL LETTER O WITH ACUTE}a"}
        assert read_text(f"{self.NFD}: {self.NFD}", "f").data == document.data

    def test_equal_after_composition(self) -> None:
        """Two keys that compose to one are duplicates; places are those of the file."""
        document = read_text(f"hóa: 1\nx: {{{self.NFD}: 1, z: 2}}\n{self.NFD}: 2\n", "f")
        assert [(fault.code, str(fault.place)) for fault in document.faults] == [("SV105", "f:3:1")]
        assert where(document, "x", "z") == (2, 17, "2")

    def test_tone_placement_differs(self) -> None:
        """Where a tone stands is not composition: these are two keys."""
        assert read_text("hóa: 1\nhoá: 2\n", "f").data == {"hóa": "1", "hoá": "2"}


class TestBounds:
    """Each bound is named when it is passed, and can be raised."""

    @pytest.mark.parametrize(
        ("bound", "value", "text"),
        [
            ("max_bytes", 4, "a: ấp"),
            ("max_depth", 2, '{"a": [[1]]}'),
            ("max_nodes", 4, '{"a": 1, "b": 2}'),
            ("max_scalar", 3, '{"a": "four"}'),
            ("max_key", 3, '{"four": 1}'),
        ],
    )
    @pytest.mark.parametrize("json", [False, True])
    def test_bound(self, bound: str, value: int, text: str, json: bool) -> None:  # noqa: FBT001 - a parameter of the test
        """One below is refused with the bound's name; the bound itself passes."""
        if json and bound == "max_bytes":
            text = '["ấp"]'
        refused = read_text(text, "f", Limits(**{bound: value}), json=json)
        assert [fault.code for fault in refused.faults] == ["SV112"]
        assert refused.data is None
        assert refused.faults[0].hint is not None
        assert bound in refused.faults[0].hint.en
        enough = len(text.encode()) if bound == "max_bytes" else value + 1
        assert read_text(text, "f", Limits(**{bound: enough}), json=json).faults == ()

    def test_bytes_of_bytes(self) -> None:
        """Bytes are counted as they are."""
        assert [fault.code for fault in read_text(b"a: 1", "f", Limits(max_bytes=3)).faults] == ["SV112"]


class TestFiles:
    """Reading from disk."""

    def test_reads(self, tmp_path: Path) -> None:
        """A YAML file is read and named by its path."""
        path = tmp_path / "a.yaml"
        path.write_text("a: ấp\n", encoding="utf-8")
        document = read_file(path)
        assert (document.data, document.faults, document.file) == ({"a": "ấp"}, (), str(path))

    def test_json_by_its_ending(self, tmp_path: Path) -> None:
        """A file that ends in .json is JSON, whatever the case."""
        path = tmp_path / "a.JSON"
        path.write_text('{"a": 1}')
        assert read_file(path).data == {"a": 1}

    @pytest.mark.parametrize("name", ["none.yaml", "."])
    def test_no_file(self, tmp_path: Path, name: str) -> None:
        """What is no file is a fault, never an exception."""
        assert [fault.code for fault in read_file(tmp_path / name).faults] == ["SV101"]

    def test_too_large(self, tmp_path: Path) -> None:
        """A file past the bound is refused, and only read up to it."""
        path = tmp_path / "a.yaml"
        path.write_text("a: " + "x" * 100)
        assert [fault.code for fault in read_file(path, Limits(max_bytes=50)).faults] == ["SV112"]


class TestBare:
    """Text that only looks like a number."""

    def test_is_text(self) -> None:
        """It compares and counts as the text it is."""
        bare: Any = Bare("2.10")
        assert (bare == "2.10", {bare: 1}["2.10"]) == (True, 1)
