"""How single values are written: numbers, units, durations, days and ids, each read by the library's own reader.

The rule: a table says what the reader made of a text; nothing of it is typed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from smartvillage._loading.checks.facts import RESERVED
from smartvillage.diagnostics import Lang, Words
from smartvillage.durations import _LONGEST, _WORDS, read_duration
from smartvillage.exact import exact_text
from smartvillage.numbers import MAX_DIGITS, MAX_EXPONENT, NumberFault, Style, read_number
from smartvillage.timeline import iso_day, vietnamese_day
from smartvillage.units import _WRITTEN, UnitFault, convert

#: What people type for numbers.
NUMBERS = (
    "92 %",
    "87,9 %",
    "87.9 %",
    "1.234,5 ha",
    "1,234.5 ha",
    "500 triệu đồng",
    "117/133",
    "1.234/2.420",
    "06",
    "1.234",
    "90.2 %",
    "0,5",
    "-3",
    "1e6",
    "1 234",
    "năm mươi",
)
DAYS = ("2024-03-31", "31/3/2024", "31/03/2024", "3/31/2024", "2024-3-31", "31-03-2024")
DURATIONS = ("10 working days", "07 ngày", "2 tuần", "6 tháng", "1 năm", "1,5 tháng")

WORDS: dict[str, Words] = {
    "ids": Words("Mã", "Ids"),
    "ids.text": Words(
        'Mã là chữ: 1 đến 64 chữ cái, chữ số, `_`, `-` và `.`. Mã trông như số phải đặt trong ngoặc kép: `"2.10"`, '
        "vì chương trình khác đọc `2.10` thành 2,1. Hai cách gõ của cùng một chữ là một mã.",
        'An id is text: 1 to 64 letters, digits, `_`, `-` and `.`. One that looks like a number is quoted: `"2.10"`, '
        "since other programs read `2.10` as 2.1. Two ways of typing the same letters are one id.",
    ),
    "reserved": Words(
        "Số liệu và trường không được mang tên một từ của ngôn ngữ: {}.",
        "Facts and fields cannot bear a word of the language: {}.",
    ),
    "numbers": Words("Số", "Numbers"),
    "numbers.text": Words(
        "Số đọc theo kiểu Việt Nam, trừ khi phần đầu tệp ghi `numbers: en`. Số đọc được hai cách thì bị từ chối và lỗi "
        "nêu cả hai cách. Mọi số đều chính xác: phần trăm được chia cho 100, không có số thực gần đúng. Nhiều nhất {} "
        "chữ số, số mũ trong khoảng ±{}.",
        "Numbers are read the Vietnamese way unless the file's header says `numbers: en`. One with two readings is "
        "refused, and the fault names both. Every number is exact: a percent is divided by 100, and there are no "
        "floats. At most {} digits, and an exponent within ±{}.",
    ),
    "typed": Words("Gõ", "Typed"),
    "vi": Words("Đọc kiểu `vi`", "Read as `vi`"),
    "en": Words("Đọc kiểu `en`", "Read as `en`"),
    "refused": Words("từ chối", "refused"),
    "refused.two": Words("từ chối: {}?", "refused: {}?"),
    "or": Words(" hay ", " or "),
    "trap": Words(
        'Trong `{ }` giá trị có dấu phẩy phải đặt trong ngoặc kép: `{value: "87,9 %"}`. Không có ngoặc kép thì YAML '
        "đọc thành hai khóa.",
        'Inside `{ }` a value with a comma is quoted: `{value: "87,9 %"}`. Without the quotes YAML reads two keys.',
    ),
    "units": Words("Đơn vị", "Units"),
    "units.text": Words(
        "Các đơn vị sau đổi được cho nhau. Dấu `/` là chia: `triệu đồng/người/năm`. Bộ tiêu chí có thể dùng từ khác "
        "làm đơn vị; khi đó làng phải ghi đúng từ ấy. `1` là không có đơn vị.",
        "These units are turned into one another. A `/` divides: `triệu đồng/người/năm`. A ruleset may count in any "
        "other word; a village then writes that same word. `1` is no unit.",
    ),
    "unit": Words("Cách ghi", "Written"),
    "is": Words("Bằng", "Is"),
    "durations": Words("Thời hạn", "Durations"),
    "durations.text": Words(
        "Số nguyên và một đơn vị. Tháng không phải là một số ngày; ngày làm việc bỏ cuối tuần và ngày lễ, chỉ lộ trình "
        "đếm.",
        "A whole number and a unit. A month is no number of days; working days leave out weekends and holidays, and "
        "only a roadmap counts them.",
    ),
    "most": Words("Nhiều nhất", "At most"),
    "days": Words("Ngày", "Days"),
    "days.text": Words(
        "Bộ tiêu chí ghi ngày kiểu ISO. Tệp làng còn nhận `ngày/tháng/năm`, đọc theo kiểu Việt Nam. Ngày cuối của một "
        "khoảng vẫn thuộc khoảng đó. Ngày của một nguồn có thể chỉ là tháng hoặc năm: `2023-04`, `2023`.",
        "Rulesets write days as ISO. Village files also take `day/month/year`, read the Vietnamese way. The last day "
        "of a period is inside it. The date of a source may be a month or a year alone: `2023-04`, `2023`.",
    ),
    "in_ruleset": Words("Trong bộ tiêu chí", "In a ruleset"),
    "in_village": Words("Trong tệp làng", "In a village"),
}


def value_sections(lang: Lang) -> str:
    """Return the sections on ids, numbers, units, durations and days."""
    return "\n\n".join(part for make in (_ids, _numbers, _units, _durations, _days) for part in make(lang)) + "\n"


def _head(name: str, lang: Lang) -> str:
    return f"(values-{name})=\n## {WORDS[name].say(lang)}"


def _table(lang: Lang, columns: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    head = [" | ".join(WORDS[column].say(lang) for column in columns), " | ".join("---" for _ in columns)]
    return "\n".join(f"| {line} |" for line in (*head, *(" | ".join(row) for row in rows)))


def _ids(lang: Lang) -> Iterator[str]:
    yield _head("ids", lang)
    yield WORDS["ids.text"].say(lang)
    yield WORDS["reserved"].say(lang).format(" ".join(f"`{word}`" for word in sorted(RESERVED)))


def _numbers(lang: Lang) -> Iterator[str]:
    yield _head("numbers", lang)
    yield WORDS["numbers.text"].say(lang).format(MAX_DIGITS, MAX_EXPONENT)
    rows = ((f"`{text}`", _number(text, "vi", lang), _number(text, "en", lang)) for text in NUMBERS)
    yield _table(lang, ("typed", "vi", "en"), rows)
    yield WORDS["trap"].say(lang)


def _number(text: str, style: Style, lang: Lang) -> str:
    try:
        found = read_number(text, style)
    except NumberFault as fault:
        if not fault.readings:
            return WORDS["refused"].say(lang)
        readings = WORDS["or"].say(lang).join(f"`{one}`" for one in fault.readings)
        return WORDS["refused.two"].say(lang).format(readings)
    value = exact_text(found.value)
    return f"{value} {found.unit}".strip() if found.unit != "%" else value


def _units(lang: Lang) -> Iterator[str]:
    yield _head("units", lang)
    yield WORDS["units.text"].say(lang)
    yield _table(lang, ("unit", "is"), _unit_rows())


def _unit_rows() -> Iterator[tuple[str, str]]:
    """Yield each unit with its spellings, and what one of it is in the first unit of its kind."""
    firsts: list[str] = []
    spellings: dict[str, list[str]] = {}
    for written, unit in _WRITTEN.items():
        spellings.setdefault(unit, []).append(written)
    for names in (names for unit, names in spellings.items() if unit != "1"):
        first = next((one for one in firsts if _factor(names[0], one) is not None), None)
        if first is None:
            firsts.append(names[0])
        factor = None if first is None else _factor(names[0], first)
        yield " ".join(f"`{one}`" for one in names), "" if factor is None else f"{exact_text(factor)} {first}"


def _factor(unit: str, to: str) -> int | Fraction | None:
    try:
        return convert(1, unit, to)
    except UnitFault:
        return None


def _durations(lang: Lang) -> Iterator[str]:
    yield _head("durations", lang)
    yield WORDS["durations.text"].say(lang)
    units = dict.fromkeys(_WORDS.values())
    rows = (
        (" ".join(f"`{word}`" for word, one in _WORDS.items() if one == unit), str(_LONGEST[unit])) for unit in units
    )
    yield _table(lang, ("unit", "most"), rows)
    yield " · ".join(f"`{text}`: {_duration(text, lang)}" for text in DURATIONS)


def _duration(text: str, lang: Lang) -> str:
    try:
        return read_duration(text).say(lang)
    except NumberFault:
        return WORDS["refused"].say(lang)


def _days(lang: Lang) -> Iterator[str]:
    yield _head("days", lang)
    yield WORDS["days.text"].say(lang)
    readers: tuple[Callable[[str], object], ...] = (iso_day, vietnamese_day)
    rows = ((f"`{text}`", *(str(read(text) or WORDS["refused"].say(lang)) for read in readers)) for text in DAYS)
    yield _table(lang, ("typed", "in_ruleset", "in_village"), rows)
