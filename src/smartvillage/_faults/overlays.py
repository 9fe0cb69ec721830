"""SV5xx: overlays: which set they extend and what their edits reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.diagnostics import Diagnostic, Place, Severity, Words

from .words import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable

_ERROR = Severity.ERROR


def other_base(place: Place | None, extends: str, base: str, version: str) -> Diagnostic:
    """An overlay of another set, or of other versions of it."""
    message = Words(
        f"bản phủ này dành cho `{extends}`, không phải `{base}` phiên bản {version}",
        f"this overlay extends `{extends}`, not `{base}` version {version}",
    )
    hint = Words(f"sửa `extends`, ví dụ `{base}@>={version}`", f"correct `extends`, as `{base}@>={version}`")
    return Diagnostic("SV501", _ERROR, message, hint, place)


def bad_range(place: Place | None, text: str) -> Diagnostic:
    """A version range nobody can read."""
    message = Words(f"`{text}` không phải một khoảng phiên bản", f"`{text}` is not a version range")
    hint = Words("ví dụ `vi-du@>=1,<2`", "as `vi-du@>=1,<2`")
    return Diagnostic("SV502", _ERROR, message, hint, place)


def no_such_path(place: Place | None, path: str, step: str, known: Iterable[str]) -> Diagnostic:
    """A path that leads nowhere in the set."""
    message = Words(f"không có `{step}` trên đường dẫn `{path}`", f"there is no `{step}` on the path `{path}`")
    return Diagnostic("SV503", _ERROR, message, suggestion(step, known), place)


def edited_twice(place: Place | None, path: str, first: Place | None) -> Diagnostic:
    """Two edits of one path."""
    where_vi, where_en = (f" (đã sửa ở {first})", f" (first at {first})") if first else ("", "")
    message = Words(f"`{path}` được sửa hai lần{where_vi}", f"`{path}` is edited twice{where_en}")
    return Diagnostic("SV504", _ERROR, message, Words("chỉ giữ một lần sửa", "keep one of the edits"), place)


def no_effect(place: Place | None, path: str) -> Diagnostic:
    """An edit that sets what stands there already."""
    message = Words(f"lần sửa `{path}` không thay đổi gì", f"the edit of `{path}` changes nothing")
    return Diagnostic("SV505", _ERROR, message, Words("bỏ lần sửa này", "take this edit out"), place)


def verb_not_supported(place: Place | None, verb: str) -> Diagnostic:
    """A kind of edit that this version does not make yet."""
    message = Words(
        f"phiên bản này chưa hỗ trợ lệnh sửa `{verb}`", f"this version does not support the edit `{verb}` yet"
    )
    return Diagnostic("SV506", _ERROR, message, Words("dùng `set`", "use `set`"), place)


def locked(place: Place | None, path: str, lock: str) -> Diagnostic:
    """An edit of a limit that its set has locked."""
    message = Words(f"`{path}` bị khóa (`{lock}`)", f"`{path}` is locked (`{lock}`)")
    hint = (
        Words("chỉ được siết chặt hơn", "it may only be tightened")
        if lock == "may_tighten"
        else Words("bỏ lần sửa này", "take this edit out")
    )
    return Diagnostic("SV507", _ERROR, message, hint, place)


def edit_without_basis(place: Place | None, path: str) -> Diagnostic:
    """An edit that says nowhere where it comes from."""
    message = Words(f"lần sửa `{path}` không cho biết căn cứ (basis)", f"the edit of `{path}` has no basis")
    hint = Words(
        "ghi `basis` và `source` ở lần sửa hoặc ở phần `overlay`",
        "write `basis` and `source` at the edit or in `overlay`",
    )
    return Diagnostic("SV508", _ERROR, message, hint, place)


def dated_overlay(place: Place | None) -> Diagnostic:
    """An overlay with days of its own, which this version does not honour yet."""
    message = Words(
        "phiên bản này chưa hỗ trợ `in_force` của bản phủ", "this version does not support an overlay's `in_force` yet"
    )
    hint = Words(
        "bỏ `in_force` và tự chọn bản phủ khi cần", "take `in_force` out and choose the overlay when it applies"
    )
    return Diagnostic("SV509", _ERROR, message, hint, place)


def not_editable(place: Place | None, path: str) -> Diagnostic:
    """A path to a thing that gives a set its identity or its order."""
    message = Words(f"`{path}` không sửa được bằng bản phủ", f"`{path}` cannot be edited by an overlay")
    hint = Words("sửa một ngưỡng hoặc một khóa bên trong một mục", "edit a limit or a key inside an entry")
    return Diagnostic("SV510", _ERROR, message, hint, place)


def unknown_base(place: Place | None, name: str, known: Iterable[str]) -> Diagnostic:
    """An overlay of a set that is neither shipped nor near."""
    message = Words(f"không tìm thấy bộ tiêu chí `{name}` để phủ lên", f"there is no ruleset `{name}` to extend")
    return Diagnostic("SV511", _ERROR, message, suggestion(name, known), place)
