"""SV4xx: one bad text for each code, with the words it must show."""

from __future__ import annotations

import inspect
import re

import pytest

from smartvillage._faults import numbers
from smartvillage.diagnostics import Place
from smartvillage.durations import read_duration
from smartvillage.numbers import NumberFault, read_number
from smartvillage.units import UnitFault, convert

PLACE = Place("f", 1, 1)

BAD = [
    ("SV401", "nhiều", "`nhiều` không phải là số", "`nhiều` is no number"),
    ("SV401", "", "thiếu một số", "a number is missing"),
    ("SV402", "1.234", "`1.234` có hai cách đọc: `1,234` hoặc `1234`", "`1.234` has two readings: `1,234` or `1234`"),
    ("SV403", "1,234,567", "đặt không đúng chỗ", "not where they belong"),
    ("SV403", "1.23.456", "đặt không đúng chỗ", "not where they belong"),
    ("SV404", "1 234", "không đọc được số `1 234`", "the number `1 234` cannot be read"),
    ("SV405", "１２", "chữ số khác 0–9", "digits other than 0–9"),
    ("SV406", "nan", "không phải là số hữu hạn", "no finite number"),
    ("SV407", "9" * 100, "quá lớn hoặc quá dài", "too large or too long"),
    ("SV408", "0/0", "phần của số 0", "a share of nothing"),
    ("SV408", "3/0", "phần của số 0", "a share of nothing"),
]


@pytest.mark.parametrize(("code", "text", "vietnamese", "english"), BAD)
def test_numbers(code: str, text: str, vietnamese: str, english: str) -> None:
    """Each number fault has its code and says it in both languages."""
    with pytest.raises(NumberFault) as caught:
        read_number(text)
    fault = numbers.number_fault(PLACE, caught.value)
    assert (fault.code, fault.place) == (code, PLACE)
    assert vietnamese in fault.message.vi
    assert english in fault.message.en
    assert fault.hint is not None


def test_wrong_marks_hint() -> None:
    """Where the other style's marks were meant, the hint writes the number anew."""
    fault = numbers.number_fault(None, NumberFault("wrong_marks", "1,234,567", ("1.234.567",)))
    assert fault.hint is not None
    assert fault.hint.en == "write `1.234.567`"


def test_long_text_is_clipped() -> None:
    """A number of a thousand digits does not fill the screen."""
    with pytest.raises(NumberFault) as caught:
        read_number("9" * 1000)
    assert len(numbers.number_fault(None, caught.value).message.en) < 100


def test_duration() -> None:
    """A duration's fault shows how to write one."""
    with pytest.raises(NumberFault) as caught:
        read_duration("lâu")
    fault = numbers.number_fault(PLACE, caught.value)
    assert (fault.code, fault.message.en) == ("SV409", "`lâu` is no duration")


@pytest.mark.parametrize(
    ("code", "unit", "wanted", "english"),
    [
        ("SV411", "hectra", "ha", "the unit `hectra` is not known"),
        ("SV412", "ha", "km", "`ha` cannot be turned into `km`"),
        ("SV413", "", "ha", "`5` has no unit"),
    ],
)
def test_units(code: str, unit: str, wanted: str, english: str) -> None:
    """Each unit fault has its code."""
    with pytest.raises(UnitFault) as caught:
        convert(5, unit, wanted)
    fault = numbers.unit_fault(PLACE, caught.value)
    assert (fault.code, fault.message.en, fault.place) == (code, english, PLACE)


def test_nearest_unit() -> None:
    """An unknown unit is answered with the nearest known one."""
    fault = numbers.unknown_unit(None, "hectra", ["ha", "hectare", "km"])
    assert fault.hint is not None
    assert fault.hint.en == "did you mean `hectare`?"


@pytest.mark.parametrize(("vietnamese", "example"), [(False, "`2024-03-31`"), (True, "`31/3/2024`")])
def test_bad_day(vietnamese: bool, example: str) -> None:  # noqa: FBT001 - a parameter of the test
    """A day is shown as rulesets or as villages write it."""
    fault = numbers.bad_day(PLACE, "31/2/2024", vietnamese=vietnamese)
    assert fault.code == "SV421"
    assert fault.hint is not None
    assert example in fault.hint.en


def test_one_function_a_code() -> None:
    """No code stands in two functions."""
    codes = re.findall(r'"(SV4\d\d)"', inspect.getsource(numbers))
    assert sorted(codes) == sorted(set(codes))


def test_every_kind_has_a_code() -> None:
    """No kind of number fault is forgotten."""
    kinds = set(re.search(r"``kind`` is one of ``([\w\s]+)``", NumberFault.__doc__ or "")[1].split())  # type: ignore[index]
    assert kinds == set(numbers._BY_KIND)
