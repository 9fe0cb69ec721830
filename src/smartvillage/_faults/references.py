"""SV3xx: what entries say of one another: references, kinds that do not fit, cycles, citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.diagnostics import Diagnostic, Place, Severity, Words

from .words import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

#: What an id names, by its English word.
KINDS = {
    "source": "nguồn", "role": "vai trò", "party": "cơ quan", "scale": "thang bậc", "code list": "danh mục",
    "code": "mã trong danh mục", "level": "bậc", "fact": "số liệu", "field": "trường", "limit": "ngưỡng",
    "measure": "số đo",
    "group": "nhóm", "criterion": "tiêu chí", "decision": "quyết định", "step": "bước",
    "evidence type": "loại minh chứng", "activity": "hoạt động", "ruleset": "bộ tiêu chí", "overlay": "bản phủ",
    "tag": "nhãn", "condition": "điều kiện",
}  # fmt: skip


def unknown_id(place: Place | None, kind: str, name: str, known: Iterable[str]) -> Diagnostic:
    """A reference to something that is not there."""
    message = Words(f"không có {KINDS[kind]} nào tên `{name}`", f"there is no {kind} `{name}`")
    return Diagnostic("SV301", _ERROR, message, suggestion(name, known), place)


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
    return Diagnostic("SV304", _WARNING, message, Words("đối chiếu với bản gốc", "compare with the original"), place)


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
    return Diagnostic("SV305", _WARNING, message, Words("đối chiếu với bản gốc", "compare with the original"), place)


def wrong_test(place: Place | None, word: str, fact: str, allowed: Iterable[str]) -> Diagnostic:
    """A comparison word that says nothing of this kind of thing."""
    words = list(allowed)
    message = Words(f"không thể hỏi `{word}` về `{fact}`", f"`{word}` cannot be asked of `{fact}`")
    hint = Words(f"có thể dùng: {_list(words)}", f"what can be asked: {_list(words)}") if words else None
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
    return Diagnostic("SV308", _ERROR, message, None, place)


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
    return Diagnostic("SV310", _ERROR, message, Words("bỏ `instead`", "take `instead` out"), place)


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
    return Diagnostic("SV313", _ERROR, message, Words("bỏ khỏi `after`", "take it out of `after`"), place)


def effects_contradict(place: Place | None, fact: str, activity: str) -> Diagnostic:
    """Two effects on one fact that cannot both be had."""
    message = Words(
        f"tác động lên `{fact}` trái với tác động của `{activity}`",
        f"this effect on `{fact}` contradicts one of `{activity}`",
    )
    hint = Words(
        "một số liệu chỉ nhận một giá trị `becomes`, và `becomes` không đi cùng `reach` hay `add`",
        "a fact takes one value of `becomes`, and `becomes` does not go with `reach` or `add`",
    )
    return Diagnostic("SV314", _ERROR, message, hint, place)


def wrong_effect(place: Place | None, word: str, fact: str, type_: str) -> Diagnostic:
    """An effect that a fact of this type cannot have."""
    message = Words(
        f"`{word}` không áp dụng cho `{fact}` (kiểu `{type_}`)",
        f"`{word}` does not apply to `{fact}`, of type `{type_}`",
    )
    return Diagnostic("SV315", _ERROR, message, None, place)


def periods_overlap(place: Place | None, first: str, later: str) -> Diagnostic:
    """Two periods of one limit on the same days."""
    message = Words(f"thời kỳ {later} chồng lên thời kỳ {first}", f"the period {later} overlaps the period {first}")
    return Diagnostic("SV316", _ERROR, message, Words("sửa `from` hoặc `until`", "correct `from` or `until`"), place)


def period_hole(place: Place | None, first: str, last: str) -> Diagnostic:
    """Days of the set's own period on which a dated limit has no value."""
    message = Words(f"từ {first} đến {last} không có ngưỡng nào", f"from {first} to {last} no limit is in force")
    hint = Words("thêm thời kỳ còn thiếu nếu biết", "add the missing period if it is known")
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
    hint = Words("`where` chỉ dùng cho bản ghi và danh sách", "`where` is for records and lists alone")
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
    message = Words(f"không tiêu chí nào mang thẻ `{tag}`", f"no criterion carries the tag `{tag}`")
    return Diagnostic("SV323", _WARNING, message, suggestion(tag, known), place)


def out_of_reach(place: Place | None, asked: str, there: int) -> Diagnostic:
    """More is asked for than there is."""
    message = Words(f"cần {asked} nhưng chỉ có {there}", f"{asked} are asked for, and there are only {there}")
    hint = Words(
        "sửa con số, hoặc ghi `all` nếu cần tất cả", "correct the number, or write `all` where every one is meant"
    )
    return Diagnostic("SV324", _WARNING, message, hint, place)


def to_itself(place: Place | None, name: str) -> Diagnostic:
    """Something held against itself."""
    message = Words(f"`{name}` được so với chính nó", f"`{name}` is held against itself")
    return Diagnostic("SV330", _ERROR, message, Words("ghi số liệu khác", "name another fact"), place)


def round_not_possible(place: Place | None) -> Diagnostic:
    """Rounding where the limit follows from the village."""
    message = Words(
        "không thể làm tròn khi ngưỡng phụ thuộc số liệu của làng",
        "nothing can be rounded where the limit follows from the village",
    )
    return Diagnostic("SV331", _ERROR, message, Words("bỏ `round`", "take `round` out"), place)


def other_set_faulty(place: Place | None, name: str, count: int) -> Diagnostic:
    """Another set that is needed here and has faults of its own."""
    message = Words(f"bộ tiêu chí `{name}` có lỗi ({count})", f"the ruleset `{name}` has faults of its own ({count})")
    hint = Words(f"chạy `smartvillage validate` với `{name}`", f"run `smartvillage validate` on `{name}`")
    return Diagnostic("SV332", _ERROR, message, hint, place)


def other_numbers(place: Place | None, name: str) -> Diagnostic:
    """A limit of a set that types numbers in the other way."""
    message = Words(
        f"bộ tiêu chí `{name}` viết số theo kiểu khác (`numbers`)",
        f"the ruleset `{name}` types numbers in another way (`numbers`)",
    )
    hint = Words("ghi ngưỡng này vào `limits` của bộ này", "write the limit into this set's own `limits`")
    return Diagnostic("SV333", _ERROR, message, hint, place)


def fact_of_other(place: Place | None, limit: str, key: str, fact: str) -> Diagnostic:
    """A limit of another set that depends on a fact which this set does not have."""
    message = Words(
        f"ngưỡng `{limit}` dùng số liệu `{fact}` (`{key}`), bộ này không có",
        f"the limit `{limit}` reads the fact `{fact}` (`{key}`), which this set does not have",
    )
    hint = Words("khai báo số liệu cùng tên và cùng kiểu", "declare a fact of the same name and type")
    return Diagnostic("SV334", _ERROR, message, hint, place)


def _list(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)
