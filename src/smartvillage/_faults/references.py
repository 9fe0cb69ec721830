"""SV3xx: what entries say of one another: references, kinds that do not fit, cycles, citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.diagnostics import Diagnostic, Place, Severity, Words

from .words import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

_COMPARE = Words("đối chiếu với bản gốc và sửa chỗ chép sai", "compare with the original and correct what is miscopied")

#: What an id names, by its English word.
KINDS = {
    "source": "nguồn", "role": "vai trò", "party": "cơ quan", "scale": "thang bậc", "code list": "danh mục",
    "code": "mã trong danh mục", "level": "bậc", "fact": "số liệu", "field": "trường", "limit": "ngưỡng",
    "measure": "số đo",
    "group": "nhóm", "criterion": "tiêu chí", "decision": "kết luận", "step": "bước",
    "evidence type": "loại minh chứng", "activity": "hoạt động", "ruleset": "bộ tiêu chí", "overlay": "bản phủ",
    "tag": "nhãn", "condition": "điều kiện",
}  # fmt: skip


def unknown_id(place: Place | None, kind: str, name: str, known: Iterable[str]) -> Diagnostic:
    """A reference to something that is not there."""
    message = Words(f"không có {KINDS[kind]} nào tên `{name}`", f"there is no {kind} `{name}`")
    hint = suggestion(name, known) or Words(
        f"khai báo `{name}`, hoặc bỏ chỗ này", f"declare `{name}`, or take this out"
    )
    return Diagnostic("SV301", _ERROR, message, hint, place)


def unseen_source(place: Place | None, source: str, reporters: Sequence[str]) -> Diagnostic:
    """``stated`` by a text that nobody here has read."""
    message = Words(
        f"chưa ai đọc nguồn `{source}`, nên không thể ghi `stated` theo nguồn này",
        f"nobody here has read `{source}`, so nothing can be `stated` by it",
    )
    named = ", ".join(f"`{reporter}`" for reporter in reporters)
    hint = (
        Words(f"dẫn nguồn kể lại văn bản này: {named}", f"cite a text that reports it: {named}")
        if reporters
        else Words(
            "dẫn một văn bản đã đọc, hoặc ghi `basis: inferred`",
            "cite a text that was read, or write `basis: inferred`",
        )
    )
    return Diagnostic("SV302", _ERROR, message, hint, place)


def cited_dates(place: Place | None, number: str, first: str, later: str) -> Diagnostic:
    """One decision under two dates."""
    message = Words(
        f"văn bản số {number} được dẫn với hai ngày: {first} và {later}",
        f"text number {number} is cited under two dates: {first} and {later}",
    )
    hint = Words(
        "đối chiếu với bản gốc; ngày/tháng có thể bị đảo", "compare with the original; day and month may be swapped"
    )
    return Diagnostic("SV303", _WARNING, message, hint, place)


def cited_symbols(place: Place | None, number: str, first: str, later: str) -> Diagnostic:
    """One decision under two symbols."""
    message = Words(
        f"văn bản số {number} được dẫn với hai ký hiệu: `{first}` và `{later}`",
        f"text number {number} is cited under two symbols: `{first}` and `{later}`",
    )
    return Diagnostic("SV304", _WARNING, message, _COMPARE, place)


#: What the types of texts are called in Vietnamese.
_TEXTS = {
    "law": "luật", "decision": "quyết định", "guidance": "hướng dẫn", "letter": "công văn", "plan": "kế hoạch",
    "article": "bài báo", "standard": "tiêu chuẩn",
}  # fmt: skip


def _named(kind: str) -> str:
    return f"{_TEXTS[kind]} (`{kind}`)" if kind in _TEXTS else f"`{kind}`"


def cited_type(place: Place | None, number: str, written: str, meant: str) -> Diagnostic:
    """A text of a type that its own symbol contradicts."""
    message = Words(
        f"`{number}` theo ký hiệu là {_named(meant)}, không phải {_named(written)}",
        f"`{number}` is a {meant} by its symbol, not a {written}",
    )
    return Diagnostic("SV305", _WARNING, message, _COMPARE, place)


def wrong_test(place: Place | None, word: str, fact: str, allowed: Iterable[str]) -> Diagnostic:
    """A comparison word that says nothing of this kind of thing."""
    words = list(allowed)
    message = Words(f"không thể hỏi `{word}` về `{fact}`", f"`{word}` cannot be asked of `{fact}`")
    hint = (
        Words(f"có thể dùng: {_list(words)}", f"what can be asked: {_list(words)}")
        if words
        else Words(f"bỏ `{word}`", f"take `{word}` out")
    )
    return Diagnostic("SV306", _ERROR, message, hint, place)


def missing_test(place: Place | None, fact: str, allowed: Iterable[str]) -> Diagnostic:
    """A condition that looks at a value and asks nothing of it."""
    words = list(allowed)
    message = Words(f"điều kiện này không hỏi gì về `{fact}`", f"this condition asks nothing of `{fact}`")
    hint = Words(f"thêm một phép so sánh: {_list(words)}", f"add a comparison: {_list(words)}")
    return Diagnostic("SV307", _ERROR, message, hint, place)


def wrong_kind(place: Place | None, name: str, found: str, needed: Iterable[str]) -> Diagnostic:
    """A fact of a type that cannot stand here."""
    types = _list(needed)
    message = Words(
        f"`{name}` thuộc kiểu `{found}`, ở đây cần {types}", f"`{name}` is of type `{found}`; {types} is needed here"
    )
    hint = Words(
        f"ghi một số liệu kiểu {types}, hoặc hỏi thẳng giá trị bằng `fact: {name}`",
        f"name a fact of type {types}, or ask for the value itself by `fact: {name}`",
    )
    return Diagnostic("SV308", _ERROR, message, hint, place)


def class_missing(place: Place | None, codes: Sequence[str]) -> Diagnostic:
    """A table by class that leaves classes out."""
    listed = _list(codes)
    message = Words(f"bảng theo loại thiếu {listed}", f"the table by class leaves out {listed}")
    hint = Words("thêm dòng còn thiếu hoặc `otherwise`", "add the rows or `otherwise`")
    return Diagnostic("SV309", _ERROR, message, hint, place)


def instead_not_allowed(place: Place | None) -> Diagnostic:
    """Substitutes for a rule that is not one fact."""
    message = Words(
        "`instead` chỉ dùng khi `rule` là một điều kiện `fact`",
        "`instead` stands only where `rule` is one `fact` condition",
    )
    hint = Words("bỏ `instead`, hoặc tách tiêu chí", "take `instead` out, or split the criterion")
    return Diagnostic("SV310", _ERROR, message, hint, place)


def cycle(place: Place | None, chain: Sequence[str]) -> Diagnostic:
    """Things that need one another in a circle."""
    shown = " → ".join(f"`{name}`" for name in chain)
    message = Words(f"các mục cần nhau theo vòng tròn: {shown}", f"these need one another in a circle: {shown}")
    return Diagnostic("SV311", _ERROR, message, Words("bỏ một mắt xích", "take one of the links out"), place)


def no_such_limit(place: Place | None, path: str, known: Iterable[str]) -> Diagnostic:
    """A path to a limit or a method that is not there."""
    message = Words(f"không có ngưỡng hay phương pháp nào ở `{path}`", f"there is no limit or method at `{path}`")
    return Diagnostic("SV312", _ERROR, message, suggestion(path, known), place)


def needs_advised(place: Place | None, activity: str) -> Diagnostic:
    """A need of an activity that is never planned."""
    message = Words(
        f"`{activity}` chỉ là khuyến nghị (`advised`), không hoạt động nào được chờ nó",
        f"`{activity}` is only advised, so nothing may wait for it",
    )
    hint = Words(
        f"bỏ khỏi `after`, hoặc bỏ `advised` ở `{activity}`",
        f"take it out of `after`, or `advised` out of `{activity}`",
    )
    return Diagnostic("SV313", _ERROR, message, hint, place)


def effects_contradict(place: Place | None, fact: str, activity: str) -> Diagnostic:
    """Two effects on one fact that cannot both be had."""
    message = Words(
        f"tác động lên `{fact}` trái với tác động của `{activity}`",
        f"this effect on `{fact}` contradicts one of `{activity}`",
    )
    hint = Words(
        "giữ một trong hai: một số liệu chỉ nhận một giá trị `becomes`, và `becomes` không đi cùng `reach` hay `add`",
        "keep one: a fact takes one value of `becomes`, and `becomes` does not go with `reach` or `add`",
    )
    return Diagnostic("SV314", _ERROR, message, hint, place)


def wrong_effect(place: Place | None, word: str, fact: str, type_: str) -> Diagnostic:
    """An effect that a fact of this type cannot have."""
    message = Words(
        f"`{word}` không áp dụng cho `{fact}` (kiểu `{type_}`)",
        f"`{word}` does not apply to `{fact}`, of type `{type_}`",
    )
    hint = Words(
        f"bỏ `{word}`: chỉ ghi `fact` nếu việc làm cho có; `reach`, `add` dùng cho số, `becomes` cho một giá trị",
        f"take `{word}` out: `fact` alone where the activity brings it about; `reach` and `add` are for numbers, "
        "`becomes` for a value",
    )
    return Diagnostic("SV315", _ERROR, message, hint, place)


def periods_overlap(place: Place | None, first: str, later: str) -> Diagnostic:
    """Two periods of one limit on the same days."""
    message = Words(f"thời kỳ {later} chồng lên thời kỳ {first}", f"the period {later} overlaps the period {first}")
    hint = Words(
        "sửa `from` hoặc `until`; cả hai ngày đều tính", "correct `from` or `until`; both days are part of the period"
    )
    return Diagnostic("SV316", _ERROR, message, hint, place)


def period_hole(place: Place | None, first: str, last: str) -> Diagnostic:
    """Days of the set's own period on which a dated limit has no value."""
    message = Words(f"từ {first} đến {last} không có ngưỡng nào", f"from {first} to {last} no limit is in force")
    hint = Words(
        "sửa `from`, `until`, hoặc thêm thời kỳ còn thiếu nếu biết",
        "correct `from` or `until`, or add the missing period if it is known",
    )
    return Diagnostic("SV317", _WARNING, message, hint, place)


def unused(place: Place | None, kind: str, name: str) -> Diagnostic:
    """A definition that nothing refers to."""
    message = Words(f"{KINDS[kind]} `{name}` không được dùng ở đâu", f"nothing refers to the {kind} `{name}`")
    hint = (
        Words(
            "bỏ đi, hoặc ghi `context: true` nếu chỉ để báo cáo",
            "take it out, or write `context: true` if it is for reports",
        )
        if kind in ("fact", "field")
        else Words("bỏ đi, hoặc kiểm tra chính tả", "take it out, or check its spelling")
    )
    return Diagnostic("SV318", _WARNING, message, hint, place)


def where_not_allowed(place: Place | None, name: str) -> Diagnostic:
    """A ``where`` on something that has no fields."""
    message = Words(f"`{name}` không có trường nào để dùng `where`", f"`{name}` has no fields for a `where`")
    hint = Words("bỏ `where`: chỉ dùng cho bản ghi và danh sách", "take it out: `where` is for records and lists alone")
    return Diagnostic("SV319", _ERROR, message, hint, place)


def when_empty_not_needed(place: Place | None) -> Diagnostic:
    """``when_empty`` where no share of entities is asked for."""
    message = Words(
        "`when_empty` chỉ dùng khi đếm phần trăm hoặc `all` của một danh sách",
        "`when_empty` stands only where `%` or `all` of a list is asked for",
    )
    return Diagnostic("SV320", _ERROR, message, Words("bỏ `when_empty`", "take `when_empty` out"), place)


def part_without_whole(place: Place | None, fact: str) -> Diagnostic:
    """A share that names only one of the two counts that fill it."""
    message = Words(
        f"`{fact}` chỉ có một trong hai khóa `part` và `whole`", f"`{fact}` has only one of `part` and `whole`"
    )
    return Diagnostic("SV321", _ERROR, message, Words("ghi cả hai hoặc bỏ cả hai", "write both or neither"), place)


def unknown_not_allowed(place: Place | None, name: str) -> Diagnostic:
    """An unknown limit on something that is true or false or a code."""
    message = Words(f"ngưỡng của `{name}` không thể là `unknown`", f"a limit on `{name}` cannot be `unknown`")
    hint = Words(
        "nếu không biết cách đánh giá, ghi `no_method: not_seen`",
        "where nobody knows how to assess it, write `no_method: not_seen`",
    )
    return Diagnostic("SV322", _ERROR, message, hint, place)


def empty_tag(place: Place | None, tag: str, known: Iterable[str]) -> Diagnostic:
    """A tag that no criterion carries: a slip, unless those criteria are among the unseen ones."""
    message = Words(f"không tiêu chí nào mang nhãn `{tag}`", f"no criterion carries the tag `{tag}`")
    hint = suggestion(tag, known) or Words(
        f"ghi `tags: [{tag}]` ở các tiêu chí ấy", f"write `tags: [{tag}]` at the criteria that are meant"
    )
    return Diagnostic("SV323", _WARNING, message, hint, place)


def out_of_reach(place: Place | None, asked: str, there: int) -> Diagnostic:
    """More is asked for than there is."""
    message = Words(f"cần {asked} nhưng chỉ có {there}", f"{asked} are asked for, and there are only {there}")
    hint = Words(
        "sửa con số, hoặc ghi `all` nếu cần tất cả", "correct the number, or write `all` where every one is meant"
    )
    return Diagnostic("SV324", _WARNING, message, hint, place)


def _list(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)
