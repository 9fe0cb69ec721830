"""SV340 to SV350: points, grades and measures: what cannot be measured, and levels whose edges do not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.diagnostics import Diagnostic, Place, Severity, Words

if TYPE_CHECKING:
    from collections.abc import Iterable

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

#: What is measured, by its English word.
_KINDS = {
    "number": "số", "share": "tỷ lệ", "level": "bậc", "code": "mã", "day": "ngày", "truth": "đúng hoặc sai",
    "points": "điểm",
}  # fmt: skip
_ARTICLES = {"truth": "something true or false", "points": "points"}


#: How what is needed is made, by its English word.
_MADE = {
    "level": Words(
        "ghi số liệu kiểu `level`, hoặc chia thành bậc bằng `grade: {of: …, scale: …, levels: …}` trong `measures`",
        "name a fact of type `level`, or make levels by `grade: {of: …, scale: …, levels: …}` in `measures`",
    ),
    "truth": Words("thêm một phép so sánh, như `at_least`", "add a comparison, as `at_least`"),
}
_NAME_ANOTHER = Words("ghi thứ khác, đo ra đúng loại ấy", "name something that is measured so")


def not_measured(place: Place | None, found: str, needed: Iterable[str]) -> Diagnostic:
    """Something that is measured as another kind of thing than is needed."""
    kinds = list(needed)
    message = Words(
        f"ở đây cần {_or([_KINDS[kind] for kind in kinds], 'hoặc')}, không phải {_KINDS[found]}",
        f"{_or([_a(kind) for kind in kinds], 'or')} is needed here, not {_a(found)}",
    )
    return Diagnostic("SV340", _ERROR, message, _MADE.get(kinds[0], _NAME_ANOTHER), place)


def not_a_measure(place: Place | None, head: str, known: Iterable[str]) -> Diagnostic:
    """A condition whose head looks at nothing that could be measured."""
    message = Words(f"`{head}` không đo được gì", f"`{head}` measures nothing")
    listed = ", ".join(f"`{word}`" for word in known)
    return Diagnostic("SV341", _ERROR, message, Words(f"có thể đo: {listed}", f"what can be measured: {listed}"), place)


def test_not_wanted(place: Place | None, word: str) -> Diagnostic:
    """A test, or a ``where``, on what is only measured."""
    message = Words(f"ở đây chỉ đo, không hỏi `{word}`", f"this is only measured, `{word}` is not asked here")
    return Diagnostic("SV342", _ERROR, message, Words(f"bỏ `{word}`", f"take `{word}` out"), place)


def other_scale(place: Place | None, found: str, needed: str) -> Diagnostic:
    """A level of another scale, or a code of another list, than those around it."""
    message = Words(
        f"đây là bậc của `{found}`, không phải của `{needed}`", f"this is of `{found}` and not of `{needed}`"
    )
    hint = Words("các bậc được so với nhau phải cùng một thang", "levels that are compared need one scale")
    return Diagnostic("SV343", _ERROR, message, hint, place)


def nothing_to_measure(place: Place | None, key: str) -> Diagnostic:
    """Criteria of which none gives points, or none has a grade."""
    message = Words(f"không tiêu chí nào trong số này có `{key}`", f"none of these criteria has `{key}`")
    hint = Words(f"thêm `{key}` vào tiêu chí, hoặc chọn tiêu chí khác", f"add `{key}` to criteria, or select others")
    return Diagnostic("SV344", _ERROR, message, hint, place)


def bands_overlap(place: Place | None, level: str, other: str) -> Diagnostic:
    """Two levels that share a value, or whose edges do not go the way their scale does."""
    message = Words(
        f"khoảng của bậc `{level}` trùng hoặc không theo thứ tự với bậc `{other}`",
        f"the edges of level `{level}` overlap those of `{other}` or do not follow their order",
    )
    hint = Words("sửa cận; thang bậc ghi từ thấp đến cao", "correct the edges; scales are written lowest first")
    return Diagnostic("SV345", _ERROR, message, hint, place)


def band_gap(place: Place | None, values: str, example: str = "") -> Diagnostic:
    """Values that the printed edges leave in no level.

    ``example`` is one of them where they are many.
    """
    such = (f", ví dụ {example}", f", as {example}") if example else ("", "")
    message = Words(f"không bậc nào nhận giá trị {values}{such[0]}", f"no level takes the values {values}{such[1]}")
    hint = Words(
        "đối chiếu với bản gốc; giá trị trong khoảng này không đánh giá được (`no_band`)",
        "compare with the original; a value there is not assessable (`no_band`)",
    )
    return Diagnostic("SV346", _WARNING, message, hint, place)


def over_most(place: Place | None, written: str, most: str) -> Diagnostic:
    """More points than the most that a criterion gives, or a most that is not above zero."""
    message = Words(f"`{written}` vượt số điểm tối đa {most}", f"`{written}` is more than the most, {most}")
    if most == "0":
        message = Words(f"số này phải lớn hơn 0, không phải `{written}`", f"this must be above 0, not `{written}`")
    return Diagnostic(
        "SV347", _ERROR, message, Words("sửa số điểm, hoặc sửa `max`", "correct the points, or `max`"), place
    )


def one_of_keys(place: Place | None, given: Iterable[str], known: Iterable[str]) -> Diagnostic:
    """None, or several, of keys of which exactly one must stand."""
    told, keys = ", ".join(f"`{key}`" for key in given), ", ".join(f"`{key}`" for key in known)
    message = (
        Words(f"chỉ được có một trong các khóa: {told}", f"only one of these may stand: {told}")
        if told
        else Words(f"thiếu một trong các khóa: {keys}", f"one of these is missing: {keys}")
    )
    return Diagnostic("SV348", _ERROR, message, Words(f"ghi đúng một: {keys}", f"write exactly one of {keys}"), place)


def same_step(place: Place | None, written: str) -> Diagnostic:
    """Two steps, or two kinds of step, from one value on."""
    message = Words(f"bậc điểm `{written}` đã có", f"there is a step at `{written}` already")
    return Diagnostic("SV349", _ERROR, message, Words("bỏ một bậc", "take one of them out"), place)


def asked_too_often(place: Place | None, name: str) -> Diagnostic:
    """Points and measures so nested that one thing would be asked too many times."""
    message = Words(
        f"`{name}` gồm quá nhiều phần lồng nhau để tính được", f"`{name}` is made of too many parts within parts"
    )
    hint = Words("bớt bậc điểm hoặc bớt lồng nhau", "use fewer steps, or nest less")
    return Diagnostic("SV350", _ERROR, message, hint, place)


def _a(kind: str) -> str:
    return _ARTICLES.get(kind, f"a {kind}")


def _or(words: list[str], word: str) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {word} {words[-1]}"
