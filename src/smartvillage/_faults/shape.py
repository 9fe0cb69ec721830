"""SV2xx: the shape of an entry. One function a code; the caller gives the place and the words of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.diagnostics import Diagnostic, Place, Severity, Words

from .shapes import SHAPES, written_as
from .words import meant_day, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ERROR = Severity.ERROR


def unknown_section(place: Place | None, section: str, known: Iterable[str]) -> Diagnostic:
    """A top-level key that is no section."""
    message = Words(f"không có phần nào tên `{section}`", f"there is no section `{section}`")
    return Diagnostic("SV201", _ERROR, message, suggestion(section, known), place)


def missing_section(place: Place | None, section: str) -> Diagnostic:
    """A section without which a file says nothing."""
    message = Words(f"thiếu phần `{section}`", f"section `{section}` is missing")
    hint = Words(f"thêm `{section}:` ở đầu dòng", f"add `{section}:` at the start of a line")
    return Diagnostic("SV202", _ERROR, message, hint, place)


def unknown_key(place: Place | None, key: str, known: Iterable[str]) -> Diagnostic:
    """A key nobody reads."""
    message = Words(f"không có khóa `{key}` ở đây", f"there is no key `{key}` here")
    return Diagnostic("SV203", _ERROR, message, suggestion(key, known), place)


def missing_key(place: Place | None, key: str) -> Diagnostic:
    """A key that must be there."""
    message = Words(f"thiếu khóa `{key}`", f"key `{key}` is missing")
    return Diagnostic("SV204", _ERROR, message, Words(f"thêm `{key}:`", f"add `{key}:`"), place)


def unknown_word(place: Place | None, word: str, known: Iterable[str]) -> Diagnostic:
    """A value that is none of the words allowed."""
    message = Words(f"`{word}` không phải một từ được dùng ở đây", f"`{word}` is not a word allowed here")
    return Diagnostic("SV205", _ERROR, message, suggestion(word, known), place)


def missing_head(place: Place | None, keys: Iterable[str], heads: Iterable[str]) -> Diagnostic:
    """A condition, limit or effect whose head key is missing or misspelt."""
    heads, keys = list(heads), list(keys)
    message = Words(
        f"ở đây phải có một trong các từ mở đầu: {_list(heads)}", f"none of the head words {_list(heads)} stands here"
    )
    hints = (suggestion(key, heads) for key in keys)
    hint = next((hint for hint in hints if hint and "?" in hint.en), None)
    fallback = Words("bắt đầu bằng một từ như vậy, ví dụ `fact: …`", "begin with a head word, as `fact: …`")
    return Diagnostic("SV206", _ERROR, message, hint or fallback, place)


def two_heads(place: Place | None, first: str, second: str, *, combine: bool = True) -> Diagnostic:
    """Two head keys in one mapping; ``combine``: of conditions, which can be put side by side."""
    message = Words(
        f"`{first}` và `{second}` không thể đứng cùng một chỗ", f"`{first}` and `{second}` cannot stand together"
    )
    hint = (
        Words("tách thành hai phần dưới `all_of` hoặc `any_of`", "put one each under `all_of` or `any_of`")
        if combine
        else Words("giữ một trong hai", "keep one of the two")
    )
    return Diagnostic("SV207", _ERROR, message, hint, place)


def wrong_shape(place: Place | None, expected: str, written: str = "") -> Diagnostic:
    """A value of another shape than the one expected; ``expected`` is a word of ``SHAPES``."""
    message = Words(f"ở đây cần {SHAPES[expected]}", f"{expected} is expected here")
    hint = written_as(expected, written)
    return Diagnostic("SV208", _ERROR, message, hint, place)


def empty_value(place: Place | None, key: str) -> Diagnostic:
    """A key with nothing after it."""
    message = Words(f"`{key}` không có giá trị", f"`{key}` has no value")
    hint = Words("ghi giá trị hoặc bỏ khóa này", "write a value or leave the key out")
    return Diagnostic("SV209", _ERROR, message, hint, place)


def bad_id(place: Place | None, text: str, printed: str = "title") -> Diagnostic:
    """An id with characters no id may have; ``printed`` is the key for what people read."""
    message = Words(f"`{text}` không phải là mã", f"`{text}` is not an id")
    plain = text.strip("“”‘’„")
    hint = (
        Words(f'viết `"{plain}"`, dấu nháy thẳng', f'write `"{plain}"`, with straight quotes')
        if plain != text
        else Words(
            f"mã gồm 1 đến 64 chữ, số, `_`, `-` hoặc `.`; tên để in viết ở `{printed}`",
            f"an id is 1 to 64 letters, digits, `_`, `-` or `.`; what is printed goes into `{printed}`",
        )
    )
    return Diagnostic("SV210", _ERROR, message, hint, place)


def bad_day(place: Place | None, text: str) -> Diagnostic:
    """A text that is no day."""
    message = Words(f"`{text}` không phải là một ngày", f"`{text}` is not a day")
    hint = meant_day(text) or Words("ghi năm-tháng-ngày, ví dụ 2024-03-31", "write year-month-day, as 2024-03-31")
    return Diagnostic("SV211", _ERROR, message, hint, place)


def bad_version(place: Place | None, text: str) -> Diagnostic:
    """A text that is no semantic version."""
    message = Words(f"`{text}` không phải là một phiên bản", f"`{text}` is not a version")
    return Diagnostic("SV212", _ERROR, message, Words("ghi ba số, ví dụ 1.0.0", "write three numbers, as 1.0.0"), place)


def period_backwards(place: Place | None) -> Diagnostic:
    """A period that ends before it begins."""
    message = Words("thời kỳ kết thúc trước khi bắt đầu", "the period ends before it begins")
    hint = Words("đổi chỗ `from` và `until`", "exchange `from` and `until`")
    return Diagnostic("SV213", _ERROR, message, hint, place)


def bad_partial_date(place: Place | None, text: str) -> Diagnostic:
    """A text that is no day, month or year."""
    message = Words(f"`{text}` không phải là ngày, tháng hay năm", f"`{text}` is not a day, a month or a year")
    hint = meant_day(text, or_month=True) or Words(
        "ghi năm-tháng-ngày, năm-tháng hoặc năm: 2023-04-03, 2023-04, 2023",
        "write year-month-day, year-month or the year: 2023-04-03, 2023-04, 2023",
    )
    return Diagnostic("SV214", _ERROR, message, hint, place)


def defined_twice(
    place: Place | None, name: str, first: Place | None, sets: tuple[str, str] | None = None
) -> Diagnostic:
    """An id that two entries bear; ``sets``: the ids of two rulesets that lie in one folder."""
    where_vi, where_en = (f" (đã có ở {first})", f" (first at {first})") if first else ("", "")
    if sets:
        message = Words(
            f"thư mục này có hai bộ tiêu chí, `{sets[0]}` và `{sets[1]}`{where_vi}",
            f"this folder holds two rulesets, `{sets[0]}` and `{sets[1]}`{where_en}",
        )
        hint = Words("đặt mỗi bộ trong một thư mục riêng", "put each into a folder of its own")
        return Diagnostic("SV215", _ERROR, message, hint, place)
    message = Words(f"`{name}` được khai báo hai lần{where_vi}", f"`{name}` is defined twice{where_en}")
    return Diagnostic("SV215", _ERROR, message, Words("bỏ một trong hai", "take one of them out"), place)


def reserved_id(place: Place | None, name: str) -> Diagnostic:
    """A fact or field named like a word of the language."""
    message = Words(
        f"`{name}` là từ của ngôn ngữ, không dùng làm mã được", f"`{name}` is a word of the language, not an id"
    )
    return Diagnostic(
        "SV216", _ERROR, message, Words(f"đặt tên khác, ví dụ `{name}_1`", f"choose another, as `{name}_1`"), place
    )


def too_deep(place: Place | None, bound: int) -> Diagnostic:
    """Conditions nested deeper than anybody reads."""
    message = Words(f"điều kiện lồng nhau quá {bound} tầng", f"conditions are nested more than {bound} deep")
    return Diagnostic("SV217", _ERROR, message, Words("tách thành nhiều tiêu chí", "split it into criteria"), place)


def too_many(place: Place | None, what: str, count: int, bound: int) -> Diagnostic:
    """More entries than the bounds allow."""
    message = Words(
        f"`{what}` có {count} mục, giới hạn là {bound}", f"`{what}` has {count} entries, the bound is {bound}"
    )
    hint = Words("nâng giới hạn bằng `Limits` nếu bạn tin tệp này", "raise it in `Limits` if you trust the file")
    return Diagnostic("SV218", _ERROR, message, hint, place)


def no_basis(place: Place | None, what: str, others: Sequence[str] = ()) -> Diagnostic:
    """Something that says nowhere where it comes from; ``others`` are those that would rest on it."""
    message = Words(f"`{what}` không cho biết căn cứ (basis)", f"`{what}` has no basis")
    if others:
        hint = Words(
            "ghi `basis: stated | wording | inferred | assumed` ở đây, hoặc ở từng mục",
            "write `basis: stated | wording | inferred | assumed` here, or at each of them",
        )
        message = Words(
            f"{message.vi}, và {len(others)} mục cũng không, trước hết là `{others[0]}`",
            f"{message.en}, and {len(others)} entries that would take it from there have none, first `{others[0]}`",
        )
        return Diagnostic("SV219", _ERROR, message, hint, place)
    hint = Words(
        "ghi `basis: stated | wording | inferred | assumed` ở đây hoặc ở phần trên",
        "write `basis: stated | wording | inferred | assumed` here or further up",
    )
    return Diagnostic("SV219", _ERROR, message, hint, place)


def unknown_with_basis(place: Place | None, basis: str) -> Diagnostic:
    """A limit nobody has seen that claims to rest on something."""
    message = Words(
        f"ngưỡng `unknown` không thể có căn cứ `{basis}`", f"a limit that is `unknown` cannot have the basis `{basis}`"
    )
    hint = Words(
        "bỏ `basis`; nếu đã đọc được ngưỡng thì ghi `value`",
        "take `basis` out; write `value` where somebody has seen it",
    )
    return Diagnostic("SV220", _ERROR, message, hint, place)


def empty_list(place: Place | None) -> Diagnostic:
    """A list that must hold something."""
    message = Words("danh sách này không được rỗng", "this list must not be empty")
    hint = Words("thêm một mục, hoặc bỏ danh sách này", "put something into it, or take it out")
    return Diagnostic("SV221", _ERROR, message, hint, place)


def no_main_decision(place: Place | None) -> Diagnostic:
    """No decision is the verdict in headlines."""
    message = Words("không kết luận nào có `main: true`", "no decision has `main: true`")
    hint = Words("ghi `main: true` ở kết luận chính", "write `main: true` at the decision that is the verdict")
    return Diagnostic("SV222", _ERROR, message, hint, place)


def two_main_decisions(place: Place | None, first: str, second: str) -> Diagnostic:
    """Two decisions claim to be the verdict."""
    message = Words(f"`{first}` và `{second}` cùng có `main: true`", f"`{first}` and `{second}` both have `main: true`")
    return Diagnostic(
        "SV223", _ERROR, message, Words("chỉ giữ `main: true` ở một", "keep `main: true` at one of them"), place
    )


def wrong_file(place: Place | None, expected: str) -> Diagnostic:
    """A file of another kind than asked for."""
    names = {"ruleset": "bộ tiêu chí", "overlay": "bản phủ", "village": "dữ liệu làng"}
    message = Words(f"đây không phải tệp {names[expected]}", f"this is not a {expected} file")
    hint = Words(
        f"tệp này cần có khóa `{expected}` ở đầu dòng", f"such a file has the key `{expected}` at the start of a line"
    )
    return Diagnostic("SV225", _ERROR, message, hint, place)


def not_a_rule(place: Place | None, criterion: str) -> Diagnostic:
    """A criterion that asks nothing."""
    message = Words(
        f"tiêu chí `{criterion}` không có `rule`, `points` hay `grade`",
        f"criterion `{criterion}` has no `rule`, `points` or `grade`",
    )
    hint = Words(
        "nếu chưa biết cách đánh giá, ghi `rule: {no_method: not_seen}`",
        "where nobody knows how to assess it, write `rule: {no_method: not_seen}`",
    )
    return Diagnostic("SV226", _ERROR, message, hint, place)


def not_a_name(place: Place | None, text: str) -> Diagnostic:
    """A path where a village names a ruleset or an overlay."""
    message = Words(f"`{text}` không phải là một tên", f"`{text}` is not a name")
    hint = Words(
        "ghi tên, không ghi đường dẫn; tệp riêng thì đặt cạnh tệp này hoặc chỉ ra khi chạy lệnh",
        "write a name, no path; a file of your own lies beside this one or is given when you ask",
    )
    return Diagnostic("SV227", _ERROR, message, hint, place)


def no_such_day(place: Place | None, text: str) -> Diagnostic:
    """A day of every year that no year has."""
    message = Words(f"không năm nào có ngày `{text}`", f"no year has the day `{text}`")
    hint = Words("tháng từ 1 đến 12, ngày có trong tháng đó", "a month is 1 to 12, and the day is one of that month")
    return Diagnostic("SV228", _ERROR, message, hint, place)


def _list(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)
