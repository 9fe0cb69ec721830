"""SV627 to SV633: a result of another set that a village states, or that stands in another village's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.diagnostics import Diagnostic, Place, Severity, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

_ERROR = Severity.ERROR


def outside_folder(place: Place | None, text: str) -> Diagnostic:
    """A path to another village's file that leads out of the village's own folder."""
    message = Words(
        f"`{text}` dẫn ra ngoài thư mục của tệp này", f"`{text}` leads out of the folder in which this file lies"
    )
    hint = Words(
        "đặt tệp kia trong cùng thư mục và ghi đường dẫn từ đây, ví dụ `ap-1.yaml`",
        "put the other file into this folder and write the path from here, as `ap-1.yaml`",
    )
    return Diagnostic("SV627", _ERROR, message, hint, place)


def no_such_village(place: Place | None, text: str) -> Diagnostic:
    """A path to another village's file at which nothing lies."""
    message = Words(f"không có tệp `{text}`", f"there is no file `{text}`")
    hint = Words(
        "sửa đường dẫn, tính từ thư mục của tệp này", "correct the path, which starts in the folder of this file"
    )
    return Diagnostic("SV628", _ERROR, message, hint, place)


def judged_in_a_circle(place: Place | None, chain: Sequence[str]) -> Diagnostic:
    """Villages, or sets, whose results wait for one another."""
    shown = " → ".join(f"`{name}`" for name in chain)
    message = Words(f"các kết quả chờ nhau theo vòng tròn: {shown}", f"results wait for one another: {shown}")
    hint = Words("ghi `true` hoặc `false` ở một chỗ", "write `true` or `false` in one of the places")
    return Diagnostic("SV629", _ERROR, message, hint, place)


def nested_too_deep(place: Place | None, bound: int) -> Diagnostic:
    """Villages inside villages, too many of them."""
    message = Words(f"tệp lồng nhau quá {bound} tầng", f"more than {bound} files stand inside one another")
    hint = Words("ghi `true` hoặc `false` thay cho tệp", "write `true` or `false` in place of a file")
    return Diagnostic("SV630", _ERROR, message, hint, place)


def result_said_twice(place: Place | None, first: str, second: str) -> Diagnostic:
    """A result that is stated in two ways at once."""
    message = Words(f"`{first}` và `{second}` cùng nói về kết quả", f"`{first}` and `{second}` both state the result")
    return Diagnostic("SV631", _ERROR, message, Words("chỉ giữ một", "keep one of them"), place)


def no_folder(place: Place | None, text: str) -> Diagnostic:
    """A path in a village that lies in no folder."""
    message = Words(
        f"không thể tìm `{text}` vì dữ liệu này không đọc từ tệp nào",
        f"`{text}` cannot be looked for: this village was not read from a file",
    )
    hint = Words("ghi `true` hoặc `false`", "write `true` or `false`")
    return Diagnostic("SV632", _ERROR, message, hint, place)


def other_set(place: Place | None, named: str, wanted: str) -> Diagnostic:
    """Another village's file that names another set than the one by which it is judged here."""
    message = Words(
        f"tệp này dành cho bộ tiêu chí `{named}`, ở đây cần `{wanted}`",
        f"this file is for the ruleset `{named}`, and `{wanted}` is asked for here",
    )
    hint = Words("chỉ tới tệp của bộ tiêu chí kia", "name the file for that ruleset")
    return Diagnostic("SV633", _ERROR, message, hint, place)
