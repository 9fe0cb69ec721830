"""SV1xx: one bad text for each code, with the words and the place it must show."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from smartvillage._faults import source
from smartvillage.diagnostics import Diagnostic
from smartvillage.document import Limits, read_file, read_text

BAD: dict[str, tuple[str | bytes, str, str, str]] = {
    "SV102": (b"a: \xff", "f:1:4", "UTF-8", "UTF-8"),
    "SV103": ("a: b\u2028c: d", "f:1:5", "ký tự không nhìn thấy U+2028", "invisible character U+2028 LINE SEPARATOR"),
    "SV104": ("a:\n\tb: c", "f:2:1", "dấu tab", "a tab stands where spaces are needed"),
    "SV105": ("a: 1\na: 2", "f:2:1", "khóa `a` đã có ở dòng 1", "key `a` already stands on line 1"),
    "SV106": ("2.10: x", "f:1:1", "mã `2.10` phải đặt trong dấu nháy", "id `2.10` must be quoted"),
    "SV107": ("{a: 87,9 %}", "f:1:8", "khóa `9 %` trong `{ }` không có giá trị", "key `9 %` inside `{ }` has no value"),
    "SV108": ("{[a]: b}", "f:1:2", "khóa phải là văn bản", "a key must be text"),
    "SV109": ("a: *b", "f:1:4", "`*b` không được dùng", "`*b` is not allowed"),
    "SV110": ("a\n---\nb", "f:2:1", "nhiều hơn một tài liệu", "more than one document"),
    "SV111": ("", "f:1:1", "tệp không có nội dung", "the file is empty"),
    "SV112": ("[[[[]]]]", "f:1:4", "sâu hơn 3 cấp", "deeper than 3 levels"),
}


@pytest.mark.parametrize("code", BAD)
def test_bad_text(code: str) -> None:
    """The text shows its code, its place and its words in both languages."""
    text, place, vietnamese, english = BAD[code]
    (fault,) = read_text(text, "f", Limits(max_depth=3)).faults
    assert (fault.code, str(fault.place)) == (code, place)
    assert vietnamese in fault.message.vi
    assert english in fault.message.en


def test_no_space_in_braces() -> None:
    """A key glued to its value inside braces is shown apart."""
    (fault,) = read_text("a: {b:true, c: 1}", "f").faults
    assert fault.hint is not None
    assert fault.hint.en == "write `b: true`"


def test_a_report_does_not_do_what_an_invisible_character_does() -> None:
    """The line is shown with a sign in its place, as long as it was, so that the caret stands under it."""
    (fault,) = read_text("a: b\u202ec\n", "f").faults
    assert fault.render("en").splitlines()[1:3] == ["  a: b\ufffdc", "      ^"]


def test_unreadable(tmp_path: Path) -> None:
    """A file that is not there has a code, too."""
    (fault,) = read_file(tmp_path / "none.yaml").faults
    assert (fault.code, fault.message.en) == ("SV101", "the file cannot be read: it is not a regular file")


def test_every_code_has_a_bad_text() -> None:
    """No code is without one, and no code has two functions."""
    codes = re.findall(r'"(SV1\d\d)"', inspect.getsource(source))
    assert sorted(codes) == sorted({*BAD, "SV101", "SV113", "SV114", "SV115"})  # the last three are of no text


@pytest.mark.parametrize("word", list(source._SYNTAX))
def test_every_mistake_says_what_to_do(word: str) -> None:
    """Each syntax fault has a hint in both languages, in lower case."""
    fault = source.syntax(None, word)
    assert fault.hint is not None
    for words in (fault.message, fault.hint):
        assert words.vi[0] == words.vi[0].lower()
        assert words.en[0] == words.en[0].lower()


def test_without_a_place() -> None:
    """A fault in data that came from no file has no place."""
    assert source.bare_id(None, "2.10").render("en").startswith("error SV106")
    assert source.duplicate_key(None, "a", None).message.en == "key `a` stands twice"


def test_render() -> None:
    """The caret stands under the text."""
    fault: Diagnostic = read_text("a: {value: 87,9 %}", "f").faults[0]
    assert fault.render("en").splitlines()[1:3] == ["  a: {value: 87,9 %}", "                ^^^"]
