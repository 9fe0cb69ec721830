"""SV330 to SV334: limits relative to something else: to another fact, or to a limit of another set."""

from __future__ import annotations

from smartvillage.diagnostics import Diagnostic, Place, Severity, Words

_ERROR = Severity.ERROR


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
