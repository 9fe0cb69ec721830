"""SV6xx: what a village says that does not fit the ruleset it is bound to. One function a code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smartvillage.diagnostics import Diagnostic, Place, Severity, Words

from .words import means_nobody_knows, meant_percent, meant_place, meant_truth, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from smartvillage.errors import NotInForceError
    from smartvillage.numbers import NumberFault

_ERROR = Severity.ERROR
_TAKE_OUT = Words("bỏ phần này: bộ tiêu chí không có mục nào như vậy", "take it out: the ruleset has no such entries")
_BARE_NUMBER = re.compile(r"\d[\d.,]*")


def unknown_fact(place: Place | None, name: str, known: Iterable[str]) -> Diagnostic:
    """A fact that the ruleset does not ask for."""
    message = Words(f"bộ tiêu chí không có số liệu `{name}`", f"the ruleset has no fact `{name}`")
    return Diagnostic("SV601", _ERROR, message, suggestion(name, known), place)


def unknown_key(place: Place | None, name: str, known: Iterable[str]) -> Diagnostic:
    """A key that this kind of fact does not take."""
    message = Words(f"số liệu này không có khóa `{name}`", f"this fact takes no key `{name}`")
    return Diagnostic("SV602", _ERROR, message, suggestion(name, known), place)


def wrong_shape(place: Place | None, wanted: Words, hint: Words | None = None) -> Diagnostic:
    """A list, a mapping, a number or another single value where something else is asked for."""
    message = Words(f"ở đây cần {wanted.vi}", f"{wanted.en} is expected here")
    return Diagnostic("SV603", _ERROR, message, hint, place)


def not_a_truth(place: Place | None, text: str, form: str = "") -> Diagnostic:
    """Neither true nor false; `Không đánh giá` is not false. ``form`` shows a record that may stand here."""
    message = Words(f"`{text}` không phải `true` hay `false`", f"`{text}` is neither `true` nor `false`")
    told = form and not means_nobody_knows(text)
    record = Words(f"viết theo dạng {form}", f"write it in the form {form}") if told else None
    hint = meant_truth(text) or record or Words("chưa biết thì để trống", "leave it empty where nobody knows")
    return Diagnostic("SV604", _ERROR, message, hint, place)


def not_whole(place: Place | None, text: str) -> Diagnostic:
    """A count that is no whole number from 0 up."""
    message = Words(f"`{text}` không phải số nguyên từ 0 trở lên", f"`{text}` is no whole number from 0 up")
    hint = Words(
        "viết một số nguyên, như `12`; chưa biết thì để trống", "write a whole number, as `12`, or leave it empty"
    )
    return Diagnostic("SV605", _ERROR, message, hint, place)


def not_a_share(place: Place | None, text: str) -> Diagnostic:
    """A share without a percent sign and without counts: size never tells a percent from a fraction."""
    message = Words(f"`{text}` không phải tỷ lệ", f"`{text}` is no share")
    hint = Words(
        "viết `92 %`, `117/133` hoặc {part: 117, whole: 133}", "write `92 %`, `117/133` or {part: 117, whole: 133}"
    )
    return Diagnostic("SV606", _ERROR, message, hint, place)


def over_whole(place: Place | None, text: str) -> Diagnostic:
    """A part that is larger than its whole."""
    message = Words(f"`{text}`: phần lớn hơn toàn bộ", f"`{text}`: the part is larger than the whole")
    hint = Words(
        "sửa một trong hai số: phần trước, toàn bộ sau", "correct one of the two: the part first, then the whole"
    )
    return Diagnostic("SV607", _ERROR, message, hint, place)


def part_alone(place: Place | None, given: str, missing: str) -> Diagnostic:
    """A part without its whole, or a whole without its part."""
    message = Words(f"có `{given}` mà thiếu `{missing}`", f"`{given}` stands here without `{missing}`")
    hint = Words(f"thêm `{missing}`, hoặc viết như `92 %`", f"add `{missing}`, or write it as `92 %`")
    return Diagnostic("SV608", _ERROR, message, hint, place)


def unknown_word(place: Place | None, text: str, known: Sequence[str]) -> Diagnostic:
    """A level, a code or a status that is none of the known ones."""
    message = Words(f"`{text}` không phải một giá trị được phép", f"`{text}` is none of the allowed values")
    return Diagnostic("SV609", _ERROR, message, suggestion(text, known), place)


def not_a_day(place: Place | None, text: str) -> Diagnostic:
    """No day."""
    message = Words(f"`{text}` không phải một ngày", f"`{text}` is no day")
    hint = Words("viết 2024-03-31 hoặc 31/3/2024", "write 2024-03-31 or 31/3/2024")
    return Diagnostic("SV610", _ERROR, message, hint, place)


def bad_unit(place: Place | None, text: str, wanted: str) -> Diagnostic:
    """No unit, a unit where none belongs, or one that measures something else."""
    if wanted:
        bare = text if _BARE_NUMBER.fullmatch(text) else ""
        message = (
            Words(f"`{text}` thiếu đơn vị", f"`{text}` has no unit")
            if bare
            else Words(f"`{text}` không đo được bằng `{wanted}`", f"`{text}` is no amount of `{wanted}`")
        )
        sample = f"{bare or 1} {wanted}"
        named = Words(f"viết số kèm đơn vị, như `{sample}`", f"write the number with its unit, as `{sample}`")
        return Diagnostic("SV611", _ERROR, message, meant_percent(text) or named, place)
    message = Words(f"`{text}`: ở đây không dùng đơn vị", f"`{text}`: no unit belongs here")
    return Diagnostic("SV611", _ERROR, message, Words("chỉ viết số", "write the number alone"), place)


def bad_number(place: Place | None, fault: NumberFault) -> Diagnostic:
    """No number, or one with two readings; the hint has those that its fact could take."""
    text, readings = fault.text, fault.readings
    if len(readings) > 1:
        vi, en = (word.join(f"`{one}`" for one in fault.likely) for word in (" hoặc ", " or "))
        message = Words(f"`{text}` có hai cách đọc", f"`{text}` can be read in two ways")
        return Diagnostic("SV612", _ERROR, message, Words(f"viết {vi}", f"write {en}"), place)
    if readings:
        message = Words(
            f"dấu chấm, dấu phẩy trong `{text}` đặt không đúng chỗ",
            f"the points and commas in `{text}` are not where they belong",
        )
        return Diagnostic("SV612", _ERROR, message, Words(f"viết `{readings[0]}`", f"write `{readings[0]}`"), place)
    message = Words(f"`{text}` không phải một số đọc được", f"`{text}` is no number that can be read")
    hint = Words(
        "chỉ viết số, lời giải thích ghi ở `note`; chưa biết thì để trống",
        "write the number alone, and what explains it under `note`; leave it empty where nobody knows",
    )
    return Diagnostic("SV612", _ERROR, message, hint, place)


def out_of_range(place: Place | None, text: str, low: str, high: str) -> Diagnostic:
    """A number outside the fact's `min` and `max`."""
    allowed = (
        (f"từ {low} đến {high}", f"{low} to {high}")
        if low and high
        else (f"từ {low} trở lên", f"{low} or more")
        if low
        else (f"không quá {high}", f"{high} or less")
    )
    message = Words(
        f"`{text}` nằm ngoài khoảng cho phép: {allowed[0]}", f"`{text}` lies outside what is allowed: {allowed[1]}"
    )
    hint = Words("xem lại số và đơn vị", "look at the number and its unit again")
    return Diagnostic("SV613", _ERROR, message, hint, place)


def duplicate_entity(place: Place | None, name: str) -> Diagnostic:
    """Two entities of one list, or two pieces of evidence, with one id."""
    message = Words(f"`{name}` đã có ở trên", f"`{name}` is there already")
    return Diagnostic("SV614", _ERROR, message, Words("mỗi mục một mã", "give each its own id"), place)


def unknown_evidence_type(place: Place | None, name: str, known: Iterable[str]) -> Diagnostic:
    """Evidence of a type that the ruleset does not know."""
    message = Words(f"không có loại minh chứng `{name}`", f"there is no evidence type `{name}`")
    return Diagnostic("SV615", _ERROR, message, suggestion(name, known) or _TAKE_OUT, place)


def unknown_supported(place: Place | None, name: str, known: Iterable[str]) -> Diagnostic:
    """Evidence for something that is neither a criterion nor a fact."""
    message = Words(f"`{name}` không phải tiêu chí hay số liệu nào", f"`{name}` is neither a criterion nor a fact")
    return Diagnostic("SV616", _ERROR, message, suggestion(name, known), place)


def unknown_activity(place: Place | None, name: str, known: Iterable[str]) -> Diagnostic:
    """Progress of an activity that the ruleset does not know."""
    message = Words(f"không có hoạt động `{name}`", f"there is no activity `{name}`")
    return Diagnostic("SV617", _ERROR, message, suggestion(name, known) or _TAKE_OUT, place)


def done_without_effect(place: Place | None, activity: str, facts: Sequence[str]) -> Diagnostic:
    """SV618: an activity is recorded done, but what it changes is not among the facts; done does not mean met."""
    named = ", ".join(f"`{fact}`" for fact in facts)
    message = Words(
        f"việc `{activity}` ghi là đã xong nhưng số liệu chưa cho thấy kết quả" + (f": {named}" if named else ""),
        f"the activity `{activity}` is recorded done, but the facts do not show its effect"
        + (f": {named}" if named else ""),
    )
    hint = Words("cập nhật số liệu của ấp, hoặc bỏ ngày xong", "update the village's facts, or take the day out")
    return Diagnostic("SV618", Severity.WARNING, message, hint, place)


def not_in_force(place: Place | None, error: NotInForceError) -> Diagnostic:
    """The village's day lies outside the ruleset's period."""
    message = Words(error.reason("vi"), error.reason("en"))
    hint = Words("chọn một ngày trong thời gian đó", "choose a day inside that period")
    return Diagnostic("SV619", _ERROR, message, hint, place)


def unknown_source(place: Place | None, name: str, known: Iterable[str]) -> Diagnostic:
    """A source that the village cites and does not describe."""
    message = Words(f"làng không có nguồn nào tên `{name}`", f"the village has no source `{name}`")
    hint = suggestion(name, known) or Words("mô tả nguồn này ở mục `sources`", "describe it under `sources`")
    return Diagnostic("SV620", Severity.WARNING, message, hint, place)


def unknown_scope(place: Place | None, name: str, known: Iterable[str]) -> Diagnostic:
    """A scope that is neither the village's kind nor one of the places around it, nor asked about by any fact."""
    message = Words(f"không rõ `{name}` là phạm vi nào", f"nobody knows which place `{name}` is")
    hint = (
        meant_place(name, known)
        or suggestion(name, known)
        or Words(
            "ghi nơi này ở `within` của ấp nếu ấp nằm trong đó", "name it in the village's `within` if it lies in it"
        )
    )
    return Diagnostic("SV621", Severity.WARNING, message, hint, place)


def other_subject(place: Place | None, kind: str, subject: str) -> Diagnostic:
    """A village of another kind than the ruleset is about."""
    message = Words(
        f"bộ tiêu chí dành cho `{subject}`, nơi này là `{kind}`",
        f"the ruleset is about a `{subject}`, this is a `{kind}`",
    )
    hint = Words(
        f"chọn bộ tiêu chí dành cho `{kind}`, hoặc sửa `kind`", f"choose a ruleset about a `{kind}`, or correct `kind`"
    )
    return Diagnostic("SV622", Severity.WARNING, message, hint, place)


def day_to_come(place: Place | None, text: str, as_of: date) -> Diagnostic:
    """Something measured or issued after the day of which the village speaks."""
    message = Words(
        f"`{text}` sau ngày của số liệu (`as_of` {as_of.isoformat()})",
        f"`{text}` is after the day of the figures (`as_of` {as_of.isoformat()})",
    )
    hint = Words("sửa ngày này, hoặc sửa `as_of`", "mend this day, or `as_of`")
    return Diagnostic("SV623", Severity.WARNING, message, hint, place)


def ends_before_it_begins(place: Place | None, begins: date, ends: date) -> Diagnostic:
    """A paper whose last day lies before its first, or before the day of its issue."""
    message = Words(
        f"hết hạn ngày {ends.isoformat()}, trước ngày bắt đầu {begins.isoformat()}",
        f"valid until {ends.isoformat()}, before it begins on {begins.isoformat()}",
    )
    return Diagnostic("SV624", _ERROR, message, Words("sửa một trong hai ngày", "mend one of the two days"), place)


def done_before_started(place: Place | None, started: date, done: date) -> Diagnostic:
    """An activity that ended before it began."""
    message = Words(
        f"xong ngày {done.isoformat()}, trước ngày bắt đầu {started.isoformat()}",
        f"done on {done.isoformat()}, before it started on {started.isoformat()}",
    )
    return Diagnostic("SV625", _ERROR, message, Words("sửa một trong hai ngày", "mend one of the two days"), place)


def progress_to_come(place: Place | None, day: date, as_of: date) -> Diagnostic:
    """An activity that began or ended after the day of which the village speaks; a plan is no progress."""
    message = Words(
        f"tiến độ ngày {day.isoformat()} sau ngày của số liệu (`as_of` {as_of.isoformat()})",
        f"progress of {day.isoformat()}, after the day of the figures (`as_of` {as_of.isoformat()})",
    )
    hint = Words(
        "chỉ ghi việc đã bắt đầu hoặc đã xong; hoặc sửa `as_of`", "write only what has begun or ended, or mend `as_of`"
    )
    return Diagnostic("SV626", _ERROR, message, hint, place)
