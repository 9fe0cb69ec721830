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
    "code": "mã trong danh mục", "level": "bậc", "fact": "dữ kiện", "field": "trường", "limit": "ngưỡng",
    "group": "nhóm", "criterion": "tiêu chí", "decision": "quyết định", "evidence type": "loại minh chứng",
    "activity": "hoạt động", "tag": "thẻ",
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
        else Words("dẫn một văn bản đã đọc, hoặc ghi `basis: inferred`", "cite a text that was read, or write `basis: inferred`")
    )
    return Diagnostic("SV302", _ERROR, message, hint, place)


def cited_dates(place: Place | None, number: str, first: str, later: str) -> Diagnostic:
    """One decision under two dates."""
    message = Words(
        f"văn bản số {number} được dẫn với hai ngày: {first} và {later}",
        f"text number {number} is cited under two dates: {first} and {later}",
    )
    hint = Words("đối chiếu với bản gốc; ngày/tháng có thể bị đảo", "compare with the original; day and month may be swapped")
    return Diagnostic("SV303", _WARNING, message, hint, place)


def cited_symbols(place: Place | None, number: str, first: str, later: str) -> Diagnostic:
    """One decision under two symbols."""
    message = Words(
        f"văn bản số {number} được dẫn với hai ký hiệu: `{first}` và `{later}`",
        f"text number {number} is cited under two symbols: `{first}` and `{later}`",
    )
    return Diagnostic("SV304", _WARNING, message, Words("đối chiếu với bản gốc", "compare with the original"), place)


def cited_type(place: Place | None, number: str, written: str, meant: str) -> Diagnostic:
    """A text of a type that its own symbol contradicts."""
    message = Words(
        f"`{number}` theo ký hiệu là `{meant}`, không phải `{written}`",
        f"`{number}` is a {meant} by its symbol, not a {written}",
    )
    return Diagnostic("SV305", _WARNING, message, Words("đối chiếu với bản gốc", "compare with the original"), place)
