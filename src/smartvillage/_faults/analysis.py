"""SV7xx: what a ruleset says, looked at as a whole: sound entry by entry, and yet surely not what was meant."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from smartvillage.diagnostics import Diagnostic, Place, Severity, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING
_COMPARE = Words("đối chiếu với bản gốc và sửa chỗ chép sai", "compare with the original and correct what is miscopied")


def _elsewhere(place: Place | None, other: Place | None) -> Words:
    """Name another place: by its line in the same file, else by its folder, file and line."""
    if other is None:
        return Words("chỗ khác", "another place")
    if place is not None and place.file == other.file:
        return Words(f"dòng {other.line}", f"line {other.line}")
    name = "/".join(PurePath(other.file).parts[-2:])
    return Words(f"{name}:{other.line}", f"{name}:{other.line}")


def dated_elsewhere(place: Place | None, number: str, dates: tuple[str, str], other: Place | None) -> Diagnostic:
    """One text under two dates, in two files."""
    first, later = dates
    there = _elsewhere(place, other)
    message = Words(
        f"văn bản số {number} ở đây ghi ngày {later}, còn ở {there.vi} ghi ngày {first}",
        f"text number {number} is dated {later} here and {first} at {there.en}",
    )
    hint = Words(
        "đối chiếu với bản gốc; ngày/tháng có thể bị đảo", "compare with the original; day and month may be swapped"
    )
    return Diagnostic("SV701", _WARNING, message, hint, place)


def symbol_elsewhere(place: Place | None, number: str, symbols: tuple[str, str], other: Place | None) -> Diagnostic:
    """One text under two symbols, in two files."""
    first, later = symbols
    there = _elsewhere(place, other)
    message = Words(
        f"văn bản số {number} ở đây mang ký hiệu `{later}`, còn ở {there.vi} là `{first}`",
        f"text number {number} bears the symbol `{later}` here and `{first}` at {there.en}",
    )
    return Diagnostic("SV702", _WARNING, message, _COMPARE, place)


def two_issuers(place: Place | None, number: str, issuers: tuple[str, str], other: Place | None) -> Diagnostic:
    """One number, symbol and day, and two bodies that are said to have issued it."""
    first, later = issuers
    there = _elsewhere(place, other)
    message = Words(
        f"văn bản `{number}` ở đây do `{later}` ban hành, còn ở {there.vi} do `{first}`",
        f"`{number}` is issued by `{later}` here and by `{first}` at {there.en}",
    )
    return Diagnostic("SV703", _WARNING, message, _COMPARE, place)


def older_than_cited(place: Place | None, own: str, cited: str, dates: tuple[str, str]) -> Diagnostic:
    """A text dated before another text of the same files that it retells or cites."""
    message = Words(
        f"`{own}` ngày {dates[0]} không thể dẫn `{cited}`, vì văn bản đó đề ngày {dates[1]}, sau nó",
        f"`{own}` of {dates[0]} cannot cite `{cited}`, which is dated {dates[1]}, after it",
    )
    return Diagnostic("SV704", _ERROR, message, Words("sửa một trong hai ngày", "correct one of the two dates"), place)


def older_than_printed(place: Place | None, own: str, cited: str, dates: tuple[str, str]) -> Diagnostic:
    """A text that prints a date after its own for a text that it cites."""
    message = Words(
        f"`{own}` ngày {dates[0]} dẫn `{cited}` với ngày {dates[1]}, sau ngày của chính nó",
        f"`{own}` of {dates[0]} prints {dates[1]}, a day after its own, for `{cited}`",
    )
    hint = Words(
        "đối chiếu với bản gốc; văn bản có thể in sai", "compare with the original; the text may be misprinted"
    )
    return Diagnostic("SV705", _WARNING, message, hint, place)


def ruleset_elsewhere(place: Place | None, name: str, near: str) -> Diagnostic:
    """Another ruleset by a name that nothing bears, and that is nearly one there is."""
    message = Words(f"ở đây không có bộ tiêu chí nào tên `{name}`", f"there is no ruleset `{name}` at hand")
    return Diagnostic("SV706", _WARNING, message, Words(f"ý bạn là `{near}`?", f"did you mean `{near}`?"), place)


def never_holds(place: Place | None, so: Words | None, since: str) -> Diagnostic:
    """A condition that no facts can fulfil."""
    message = _with_consequence("điều kiện này không bao giờ đúng", "this condition can never hold", so, since)
    hint = Words(
        "xem các phép so sánh có trái nhau, hay ngưỡng có nằm ngoài giá trị mà số liệu có thể nhận",
        "see whether its tests contradict one another, or a limit lies outside what the fact can be",
    )
    return Diagnostic("SV711", _WARNING, message, hint, place)


def always_holds(place: Place | None, so: Words | None, since: str) -> Diagnostic:
    """A condition that all facts fulfil."""
    message = _with_consequence("điều kiện này lúc nào cũng đúng", "this condition always holds", so, since)
    hint = Words("bỏ đi, hoặc sửa ngưỡng", "take it out, or correct its limit")
    return Diagnostic("SV712", _WARNING, message, hint, place)


def contradictory(place: Place | None, decision: str, criteria: Sequence[str]) -> Diagnostic:
    """A decision that asks for criteria which no facts can meet together."""
    listed = ", ".join(f"`{name}`" for name in criteria)
    message = Words(
        f"`{decision}` không bao giờ đạt được, vì các tiêu chí này trái nhau: {listed}",
        f"`{decision}` can never be met, since these criteria contradict one another: {listed}",
    )
    hint = Words("xem lại ngưỡng của các tiêu chí đó", "look at the limits of those criteria")
    return Diagnostic("SV713", _WARNING, message, hint, place)


def said_twice(place: Place | None, first: Place | None) -> Diagnostic:
    """The same thing twice in one list."""
    there = _elsewhere(place, first)
    message = Words(f"mục này lặp lại mục ở {there.vi}", f"this repeats what stands at {there.en}")
    hint = Words("bỏ một trong hai; nếu ý khác nhau thì sửa lại", "take one out; if another was meant, correct it")
    return Diagnostic("SV714", _WARNING, message, hint, place)


def never_given(place: Place | None, level: str, since: str) -> Diagnostic:
    """A level that no village can come to."""
    on = (f", kể từ ngày {since}", f", from {since} on") if since else ("", "")
    message = Words(f"không giá trị nào cho bậc `{level}`{on[0]}", f"nothing ever comes to level `{level}`{on[1]}")
    hint = Words(
        "xem cận của bậc có nằm ngoài giá trị mà số liệu có thể nhận, hay bậc này thiếu cận",
        "see whether its edges lie outside what the fact can be, or are missing",
    )
    return Diagnostic("SV721", _WARNING, message, hint, place)


def never_taken(place: Place | None, since: str) -> Diagnostic:
    """A row of a choice that earlier rows leave nothing to."""
    on = (f", kể từ ngày {since}", f", from {since} on") if since else ("", "")
    message = Words(
        f"dòng này không bao giờ được chọn, vì các dòng trước đã nhận hết{on[0]}",
        f"this row is never taken, since the rows before it take all it asks for{on[1]}",
    )
    hint = Words("đưa dòng hẹp hơn lên trước", "put the narrower row first")
    return Diagnostic("SV722", _WARNING, message, hint, place)


def split_gap(place: Place | None, fact: str, values: str, example: str) -> Diagnostic:
    """Values of a fact between two of the bands into which conditions split it."""
    such = (f", ví dụ {example}", f", as {example}") if example else ("", "")
    message = Words(
        f"các điều kiện chia `{fact}` thành khoảng nhưng bỏ sót {values}{such[0]}",
        f"the conditions that split `{fact}` leave out {values}{such[1]}",
    )
    hint = Words("đối chiếu với bản gốc; sửa cận nếu chép sai", "compare with the original; correct a miscopied edge")
    return Diagnostic("SV723", _WARNING, message, hint, place)


def split_overlap(place: Place | None, fact: str, values: str) -> Diagnostic:
    """Values of a fact in two of the bands into which conditions split it."""
    message = Words(
        f"các điều kiện chia `{fact}` thành khoảng nhưng {values} thuộc hai khoảng",
        f"of the conditions that split `{fact}` two take {values}",
    )
    hint = Words("đối chiếu với bản gốc; sửa cận nếu chép sai", "compare with the original; correct a miscopied edge")
    return Diagnostic("SV724", _WARNING, message, hint, place)


def closes_nothing(place: Place | None, activity: str, facts: Sequence[str]) -> Diagnostic:
    """An activity that changes only what no rule reads."""
    listed = ", ".join(f"`{name}`" for name in facts)
    message = Words(
        f"hoạt động `{activity}` không khép lại điều gì: không điều kiện nào đọc {listed}",
        f"the activity `{activity}` closes nothing: no rule reads {listed}",
    )
    hint = Words(
        "sửa `effects`, hoặc ghi `advised: true` nếu chỉ là việc nên làm",
        "correct its `effects`, or write `advised: true` if it is only worth doing",
    )
    return Diagnostic("SV731", _WARNING, message, hint, place)


def _with_consequence(vi: str, en: str, so: Words | None, since: str) -> Words:
    on = (f", kể từ ngày {since}", f", from {since} on") if since else ("", "")
    then = (f", nên {so.vi}", f", so {so.en}") if so else ("", "")
    return Words(f"{vi}{on[0]}{then[0]}", f"{en}{on[1]}{then[1]}")
