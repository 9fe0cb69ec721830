"""Numbers as people type them."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartvillage.numbers import Number, NumberFault, read_number, show_number


def kind_of(written: Any, style: Any = "vi") -> str:
    """Return the kind of fault a text is refused with."""
    with pytest.raises(NumberFault) as caught:
        read_number(written, style)
    return caught.value.kind


class TestVietnamese:
    """Points between thousands, a comma before decimals."""

    @pytest.mark.parametrize(
        ("text", "value", "unit"),
        [
            ("87,9 %", Fraction(879, 1000), "%"),
            ("92%", Fraction(92, 100), "%"),
            ("100 %", 1, "%"),
            ("5\N{NO-BREAK SPACE}%", Fraction(1, 20), "%"),
            ("1.234,5 ha", Fraction(12345, 10), "ha"),
            ("1.234.567", 1234567, ""),
            ("500 triệu đồng", 500, "triệu đồng"),
            ("07 ngày", 7, "ngày"),
            ("010", 10, ""),
            ("0,50", Fraction(1, 2), ""),
            ("3,0", 3, ""),
            ("-3,5", Fraction(-7, 2), ""),
            ("\N{MINUS SIGN}3", -3, ""),
            ("5 m²", 5, "m²"),
            ("  12   hộ  gia đình ", 12, "hộ gia đình"),
        ],
    )
    def test_reads(self, text: str, value: Fraction, unit: str) -> None:
        """A text gives its exact value and its unit as typed."""
        number = read_number(text)
        assert (number.value, number.unit) == (value, unit)

    @pytest.mark.parametrize(
        ("text", "readings"),
        [
            ("1.234", ("1,234", "1234")),
            ("90.2", ("90,2", "902")),
            ("90.2 %", ("90,2 %", "902 %")),
            ("2.420 ha", ("2,420 ha", "2420 ha")),
        ],
    )
    def test_one_point_is_ambiguous(self, text: str, readings: tuple[str, ...]) -> None:
        """A single point is refused with both readings."""
        with pytest.raises(NumberFault) as caught:
            read_number(text)
        assert (caught.value.kind, caught.value.readings) == ("ambiguous", readings)

    @pytest.mark.parametrize("text", ["1,234,567", "1,234.5"])
    def test_english_marks(self, text: str) -> None:
        """Marks that only English has are refused with the Vietnamese way to write them."""
        with pytest.raises(NumberFault) as caught:
            read_number(text)
        assert caught.value.kind == "wrong_marks"
        assert read_number(caught.value.readings[0]).value == read_number(text, "en").value

    @pytest.mark.parametrize("text", ["1.23.456", "1.2345.678", "1234.567.890", "5,", "5.", "1,2.3", "12.34,5"])
    def test_odd_groups(self, text: str) -> None:
        """Marks that group nothing are refused."""
        assert kind_of(text) == "grouping"


class TestEnglish:
    """The mirror image, where a file says ``numbers: en``."""

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("87.9 %", Fraction(879, 1000)),
            ("1,234.5 ha", Fraction(12345, 10)),
            ("1,234,567", 1234567),
            ("0.5", Fraction(1, 2)),
        ],
    )
    def test_reads(self, text: str, value: Fraction) -> None:
        """A point stands before decimals."""
        assert read_number(text, "en").value == value

    def test_one_comma_is_ambiguous(self) -> None:
        """A single comma is refused with both readings."""
        with pytest.raises(NumberFault) as caught:
            read_number("1,234", "en")
        assert (caught.value.kind, caught.value.readings) == ("ambiguous", ("1.234", "1234"))


class TestWhatWasTyped:
    """A number keeps how it was written."""

    def test_decimals(self) -> None:
        """The typed decimals are counted, zeros too."""
        assert read_number("87,90 %").decimals == 2

    def test_counts(self) -> None:
        """A fraction keeps its two counts."""
        assert read_number("117/133") == Number(Fraction(117, 133), part=117, whole=133, text="117/133")

    def test_counts_with_groups(self) -> None:
        """Counts are whole, so a point in them can only group."""
        assert (read_number("1.234 / 2.420").part, read_number("1.234 / 2.420").whole) == (1234, 2420)

    def test_percent_is_a_sign(self) -> None:
        """A percent is what has the sign; size never decides."""
        assert (read_number("0,9").percent, read_number("90").percent, read_number("0,9 %").percent) == (
            False,
            False,
            True,
        )

    def test_text(self) -> None:
        """The text is kept with single blanks."""
        assert read_number(" 70   % ").text == "70 %"


class TestRefused:
    """What is no number, or not one of ours."""

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("", "empty"),
            ("   ", "empty"),
            ("nhiều", "not_a_number"),
            ("m2", "not_a_number"),
            ("-", "not_a_number"),
            ("nan", "not_finite"),
            (".inf", "not_finite"),
            ("-Infinity", "not_finite"),
            ("∞", "not_finite"),
            ("１２", "foreign_digits"),
            ("٣", "foreign_digits"),
            ("½", "foreign_digits"),
            ("-²", "foreign_digits"),
            ("1²", "foreign_digits"),
            ("5 ½", "foreign_digits"),
            ("+5", "malformed"),
            ("1_000", "malformed"),
            ("0x1F", "malformed"),
            ("22:30", "malformed"),
            ("- 5", "malformed"),
            ("1 234", "malformed"),
            ("5 %%", "malformed"),
            ("04/03/2023", "malformed"),
            ("117/133 hộ", "malformed"),
            ("1,5/3", "malformed"),
            ("-1/2", "malformed"),
            ("1,5e3", "malformed"),
            (".5", "malformed"),
            ("5 %/năm", "malformed"),
            ("0/0", "empty_share"),
            ("3/0", "zero_whole"),
        ],
    )
    def test_kinds(self, text: str, kind: str) -> None:
        """Each is refused with its kind."""
        assert kind_of(text) == kind

    def test_truth(self) -> None:
        """A truth is no number, though Python counts with it."""
        assert kind_of(True) == "not_a_number"  # noqa: FBT003 - the point of the test


class TestBounds:
    """At most forty digits and an exponent within thirty."""

    def test_forty_digits(self) -> None:
        """Forty digits pass, with a comma or without."""
        assert read_number("9" * 40).value == int("9" * 40)
        assert read_number("1" + "0" * 19 + "," + "1" * 20).value.denominator == 10**20

    @pytest.mark.parametrize(
        "written",
        [
            "9" * 41,
            "0" * 41,
            "9" * 5_000_000,
            "1." * 1_000_000 + "1",
            "0," + "1" * 31,
            "1/" + "9" * 41,
            "1e31",
            "1e-31",
            "1e999999999",
            "1" * 44 + "e1",
            10**40,
            -(10**40),
            Decimal("1e31"),
            Decimal("1e-31"),
            Decimal("1" * 41),
            1e300,
        ],
    )
    def test_past_the_bounds(self, written: Any) -> None:
        """What is longer is refused without being computed."""
        assert kind_of(written) == "too_long"


class TestFromPrograms:
    """Numbers that JSON files and programs give."""

    @pytest.mark.parametrize(
        ("written", "value"),
        [
            (5, 5),
            (Decimal("0.70"), Fraction(7, 10)),
            (0.1, Fraction(1, 10)),
            (1e22, 10**22),
            (Decimal("1e3"), 1000),
            ("1.5e3 ha", 1500),
            ("1e5", 100_000),
            ("1.2E-3", Fraction(12, 10_000)),
            ("5e1 %", Fraction(1, 2)),
        ],
    )
    def test_exact(self, written: Any, value: Fraction) -> None:
        """A float is its shortest decimal text; an exponent marks a program's number."""
        assert read_number(written).value == value

    @pytest.mark.parametrize("written", [float("nan"), float("inf"), Decimal("NaN"), Decimal("-Infinity")])
    def test_not_finite(self, written: Any) -> None:
        """NaN and the infinities are refused."""
        assert kind_of(written) == "not_finite"

    def test_context_changes_nothing(self) -> None:
        """The caller's decimal context does not round."""
        with localcontext(prec=2):
            assert read_number(Decimal("1234.5678")).value == Fraction(12345678, 10_000)

    def test_whole_is_int(self) -> None:
        """A whole value is an int, however it came."""
        assert [type(read_number(text).value) for text in ("3,0", "100 %", "4/2", "1e2")] == [int] * 4


class TestShown:
    """Numbers for people."""

    @pytest.mark.parametrize(
        ("value", "lang", "options", "text"),
        [
            (Fraction(117, 133), "vi", {"percent": True}, "87,97 %"),
            (Fraction(117, 133), "en", {"percent": True}, "87.97 %"),
            (Fraction(12345, 10), "vi", {"unit": "ha"}, "1.234,5 ha"),
            (Fraction(12345, 10), "en", {"unit": "ha"}, "1,234.5 ha"),
            (2420, "vi", {}, "2.420"),
            (Fraction(7, 8), "vi", {}, "0,875"),
            (Fraction(-1, 3), "vi", {}, "-0,33"),
            (Fraction(1, 1000), "vi", {"decimals": 2}, "0,00"),
            (Fraction(-1, 1000), "vi", {"decimals": 2}, "0,00"),
            (Fraction(5, 1000), "vi", {"decimals": 2}, "0,01"),
            (Fraction(879, 1000), "vi", {"percent": True, "decimals": 2}, "87,90 %"),
            (1, "vi", {"percent": True}, "100 %"),
        ],
    )
    def test_text(self, value: Any, lang: Any, options: dict[str, Any], text: str) -> None:
        """Marks follow the language; a number that ends is whole, another has two decimals, half up."""
        assert show_number(value, lang, **options) == text

    @pytest.mark.parametrize(
        ("value", "text"), [(Fraction(199_999, 200_003), "99,998 %"), (Fraction(1, 300_003), "0,0003 %")]
    )
    def test_never_rounded_to_a_whole(self, value: Fraction, text: str) -> None:
        """What is not whole is never shown as a whole number."""
        assert show_number(value, "vi", percent=True) == text

    @given(st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=1000), st.sampled_from(["vi", "en"]))
    def test_reads_back(self, value: Fraction, lang: Any) -> None:
        """What is shown with enough decimals is near the value, in the same style; one group mark aside."""
        shown = show_number(value, lang, decimals=3)
        assert abs(read_number(shown, lang).value - value) <= Fraction(1, 2000)
