"""SV4xx: numbers, units, durations and days. One function a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.diagnostics import Diagnostic, Place, Severity, Words

from .words import meant_day, meant_percent, meant_truth, nearest, suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from smartvillage.numbers import NumberFault
    from smartvillage.units import UnitFault

_ERROR = Severity.ERROR


def _fault(code: str, place: Place | None, message: Words, hint: Words | None = None) -> Diagnostic:
    return Diagnostic(code, _ERROR, message, hint, place)


def not_a_number(place: Place | None, fault: NumberFault) -> Diagnostic:
    """A text where a number is needed."""
    message = (
        Words(f"`{fault.text}` không phải là số", f"`{fault.text}` is no number")
        if fault.text
        else Words("thiếu một số", "a number is missing")
    )
    hint = Words("viết như `92 %`, `1234,5 ha` hay `117/133`", "write it as `92 %`, `1234,5 ha` or `117/133`")
    return _fault("SV401", place, message, hint)


def ambiguous(place: Place | None, fault: NumberFault) -> Diagnostic:
    """A number with two readings."""
    vi = " hoặc ".join(f"`{reading}`" for reading in fault.readings)
    en = " or ".join(f"`{reading}`" for reading in fault.readings)
    message = Words(f"`{fault.text}` có hai cách đọc: {vi}", f"`{fault.text}` has two readings: {en}")
    hint = (
        Words(f"viết `{fault.likely[0]}`", f"write `{fault.likely[0]}`")
        if len(fault.likely) == 1
        else Words("viết lại theo cách đúng", "write the one you mean")
    )
    return _fault("SV402", place, message, hint)


def wrong_marks(place: Place | None, fault: NumberFault) -> Diagnostic:
    """Marks of the other style, or marks at odd places."""
    message = Words(
        f"dấu chấm, dấu phẩy trong `{fault.text}` đặt không đúng chỗ",
        f"the points and commas in `{fault.text}` are not where they belong",
    )
    hint = (
        Words(f"viết `{fault.readings[0]}`", f"write `{fault.readings[0]}`")
        if fault.readings
        else Words(
            "tiếng Việt: dấu chấm tách hàng nghìn, dấu phẩy tách phần thập phân (`1.234.567,8`)",
            "Vietnamese: points between thousands, a comma before decimals (`1.234.567,8`)",
        )
    )
    return _fault("SV403", place, message, hint)


def malformed(place: Place | None, fault: NumberFault) -> Diagnostic:
    """A number with something in it that numbers do not have."""
    message = Words(f"không đọc được số `{fault.text}`", f"the number `{fault.text}` cannot be read")
    hint = Words(
        "một số, rồi đơn vị: `92 %`, `1234,5 ha`; hai số đếm: `117/133`",
        "a number, then its unit: `92 %`, `1234,5 ha`; two counts: `117/133`",
    )
    return _fault("SV404", place, message, hint)


def foreign_digits(place: Place | None, fault: NumberFault) -> Diagnostic:
    """Digits other than 0 to 9."""
    message = Words(f"`{fault.text}` có chữ số khác 0–9", f"`{fault.text}` has digits other than 0–9")
    return _fault("SV405", place, message, Words("gõ lại bằng chữ số 0–9", "type it with the digits 0–9"))


def not_finite(place: Place | None, fault: NumberFault) -> Diagnostic:
    """Not a number, or without end."""
    message = Words(f"`{fault.text}` không phải là số hữu hạn", f"`{fault.text}` is no finite number")
    hint = Words(
        "chưa biết thì bỏ trống; ngưỡng chưa ai thấy ghi `unknown`",
        "leave it out if nobody knows it; write `unknown` for a limit that nobody has seen",
    )
    return _fault("SV406", place, message, hint)


def too_long(place: Place | None, fault: NumberFault) -> Diagnostic:
    """A number past the bound on digits or on the exponent, or a duration past a century."""
    message = Words(f"`{_clip(fault.text)}` quá lớn hoặc quá dài", f"`{_clip(fault.text)}` is too large or too long")
    hint = Words(
        "viết ngắn lại: nhiều nhất 40 chữ số, số mũ từ -30 đến 30; thời hạn nhiều nhất 100 năm",
        "shorten it: at most 40 digits, an exponent from -30 to 30; durations at most 100 years",
    )
    return _fault("SV407", place, message, hint)


def zero_whole(place: Place | None, fault: NumberFault) -> Diagnostic:
    """A share of nothing."""
    message = Words(f"`{fault.text}` là phần của số 0", f"`{fault.text}` is a share of nothing")
    hint = Words("sửa tổng: tổng phải lớn hơn 0", "correct the whole, which must be more than 0")
    return _fault("SV408", place, message, hint)


def not_a_duration(place: Place | None, fault: NumberFault) -> Diagnostic:
    """A text where a duration is needed."""
    message = Words(f"`{fault.text}` không phải là thời hạn", f"`{fault.text}` is no duration")
    hint = Words(
        "viết như `30 ngày`, `10 ngày làm việc`, `2 tuần`, `6 tháng`, `1 năm`",
        "write it as `30 days`, `10 working days`, `2 weeks`, `6 months`, `1 year`",
    )
    return _fault("SV409", place, message, hint)


#: Which code a kind of number fault has.
_BY_KIND: dict[str, Callable[[Place | None, NumberFault], Diagnostic]] = {
    "empty": not_a_number,
    "not_a_number": not_a_number,
    "ambiguous": ambiguous,
    "wrong_marks": wrong_marks,
    "grouping": wrong_marks,
    "malformed": malformed,
    "foreign_digits": foreign_digits,
    "not_finite": not_finite,
    "too_long": too_long,
    "zero_whole": zero_whole,
    "empty_share": zero_whole,
    "not_a_duration": not_a_duration,
}


def number_fault(place: Place | None, fault: NumberFault) -> Diagnostic:
    """Turn a number fault into its diagnostic."""
    return _BY_KIND[fault.kind](place, fault)


def unknown_unit(place: Place | None, unit: str, known: Iterable[str]) -> Diagnostic:
    """A unit that is not in the list; ``known`` are those that could stand there, the wanted one first."""
    message = Words(f"không biết đơn vị `{unit}`", f"the unit `{unit}` is not known")
    return _fault("SV411", place, message, suggestion(unit, known))


def unit_mismatch(place: Place | None, unit: str, wanted: str, known: Iterable[str] = ()) -> Diagnostic:
    """A unit of another kind than the one that is wanted.

    ``known`` are the units that can be turned into the wanted one; where that is not in the list, all that are.
    """
    message = Words(f"`{unit}` không đổi được ra `{wanted}`", f"`{unit}` cannot be turned into `{wanted}`")
    return _fault("SV412", place, message, _other_unit(wanted, list(known)))


def _other_unit(wanted: str, known: list[str]) -> Words:
    """Hint at the wanted unit, or at the one that it misspells where it is in no list itself."""
    if wanted in known:
        return _in_unit(wanted, [one for one in known if one != wanted])
    near = nearest(wanted, known)
    if near is None:
        return _in_unit(wanted, ())
    return Words(
        f"`{wanted}` (khóa `unit` của số liệu) không có trong danh sách đơn vị; ý bạn là `{near}`?",
        f"`{wanted}` (the fact's `unit`) is not in the list of units; did you mean `{near}`?",
    )


def _in_unit(wanted: str, others: Sequence[str]) -> Words:
    """Hint at the unit that is wanted and at those that can be turned into it."""
    if not others:
        return Words(f"viết giá trị theo `{wanted}`", f"write the value in `{wanted}`")
    listed = ", ".join(f"`{one}`" for one in others[:6])
    return Words(f"viết theo `{wanted}`, hoặc {listed}", f"write it in `{wanted}`, or in {listed}")


def missing_unit(place: Place | None, text: str, wanted: str) -> Diagnostic:
    """A number that needs its unit."""
    message = Words(f"`{text}` thiếu đơn vị", f"`{text}` has no unit")
    return _fault("SV413", place, message, Words(f"viết `{text} {wanted}`", f"write `{text} {wanted}`"))


def not_days(place: Place | None, text: str) -> Diagnostic:
    """A duration whose number of days varies, where days are counted."""
    message = Words(f"`{text}` không phải là một số ngày cố định", f"`{text}` is no fixed number of days")
    return _fault("SV414", place, message, Words("viết bằng ngày hoặc tuần", "write it in days or weeks"))


def not_above_zero(place: Place | None, text: str) -> Diagnostic:
    """So many times something that is nothing, or less than nothing."""
    message = Words(f"`{_clip(text)}` không lớn hơn 0", f"`{_clip(text)}` is not above 0")
    return _fault("SV415", place, message, Words("viết như `110 %` hoặc `2`", "write it as `110 %` or `2`"))


def unit_fault(place: Place | None, fault: UnitFault) -> Diagnostic:
    """Turn a unit fault into its diagnostic."""
    if fault.kind == "unknown_unit":
        return unknown_unit(place, fault.unit, fault.known)
    if fault.kind == "missing_unit":
        return missing_unit(place, fault.text, fault.wanted)
    return unit_mismatch(place, fault.unit, fault.wanted, fault.known)


def bad_day(place: Place | None, text: str, *, vietnamese: bool = False) -> Diagnostic:
    """A text where a day is needed, or a day that no calendar has."""
    message = Words(f"`{_clip(text)}` không phải là ngày", f"`{_clip(text)}` is no day")
    hint = (
        Words("viết `2024-03-31` hoặc `31/3/2024`", "write `2024-03-31` or `31/3/2024`")
        if vietnamese
        else meant_day(text) or Words("viết năm-tháng-ngày, như `2024-03-31`", "write year-month-day, as `2024-03-31`")
    )
    return _fault("SV421", place, message, hint)


def not_a_share(place: Place | None, text: str) -> Diagnostic:
    """A limit on a share that has neither a percent sign nor two counts."""
    message = Words(f"`{_clip(text)}` không phải là tỷ lệ", f"`{_clip(text)}` is no share")
    bare = (
        Words(f"viết `{text} %` nếu là phần trăm", f"write `{text} %` if it is per cent") if text.isdecimal() else None
    )
    hint = meant_percent(text) or bare or Words("viết như `92 %` hay `117/133`", "write it as `92 %` or `117/133`")
    return _fault("SV431", place, message, hint)


def over_whole(place: Place | None, text: str) -> Diagnostic:
    """A share of more than everything."""
    message = Words(f"`{_clip(text)}` lớn hơn toàn bộ", f"`{_clip(text)}` is more than the whole")
    return _fault(
        "SV432", place, message, Words("sửa số: tỷ lệ nhiều nhất là 100 %", "correct it: a share is at most 100 %")
    )


def negative(place: Place | None, text: str) -> Diagnostic:
    """A number below zero where none can be."""
    message = Words(f"`{_clip(text)}` nhỏ hơn 0", f"`{_clip(text)}` is below 0")
    return _fault(
        "SV433", place, message, Words("bỏ dấu trừ, hoặc sửa số", "take the minus out, or correct the number")
    )


def unit_unwanted(place: Place | None, text: str) -> Diagnostic:
    """A unit, or a percent sign, where a bare number is needed."""
    message = Words(
        f"`{_clip(text)}` có đơn vị, ở đây chỉ cần số", f"`{_clip(text)}` has a unit; a bare number is needed"
    )
    return _fault("SV434", place, message, meant_percent(text) or Words("bỏ đơn vị", "take the unit out"))


def not_whole(place: Place | None, text: str) -> Diagnostic:
    """A part of one where things are counted."""
    message = Words(f"`{_clip(text)}` không phải số nguyên", f"`{_clip(text)}` is no whole number")
    return _fault("SV435", place, message, Words("viết một số nguyên, như `12`", "write a whole number, as `12`"))


def not_a_truth(place: Place | None, text: str) -> Diagnostic:
    """A value where something is true or false."""
    message = Words(f"`{_clip(text)}` không phải `true` hay `false`", f"`{_clip(text)}` is neither `true` nor `false`")
    hint = meant_truth(text) or Words("viết `true` hoặc `false`", "write `true` or `false`")
    return _fault("SV436", place, message, hint)


def no_literal(place: Place | None, text: str) -> Diagnostic:
    """A value that nothing here could be read as."""
    message = Words(f"không so sánh được với `{_clip(text)}`", f"nothing can be compared with `{_clip(text)}`")
    hint = Words("viết một giá trị, như `3`, `50 %` hay `all`", "write a value, as `3`, `50 %` or `all`")
    return _fault("SV437", place, message, hint)


def not_money(place: Place | None, text: str) -> Diagnostic:
    """A cost in something other than đồng."""
    message = Words(f"`{_clip(text)}` không phải số tiền", f"`{_clip(text)}` is no amount of money")
    return _fault(
        "SV438", place, message, Words("viết như `5 triệu đồng`", "write it as `5 triệu đồng` or `5000000 VND`")
    )


def backwards(place: Place | None, low: str, high: str) -> Diagnostic:
    """A range whose low end is above its high end."""
    message = Words(f"`{low}` lớn hơn `{high}`", f"`{low}` is more than `{high}`")
    return _fault("SV439", place, message, Words("đổi chỗ hai số", "exchange them"))


def _clip(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"  # noqa: PLR2004 - as much as one line shows
