"""SV5xx: overlays: which set they extend and what their edits reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.diagnostics import Diagnostic, Place, Severity, Words

from .words import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable

_ERROR = Severity.ERROR
_BY_ID = Words(
    "ghi mã của bộ tiêu chí hoặc bản phủ, ví dụ `vi-du@>=1,<2`",
    "write the id of a ruleset or of an overlay, as `vi-du@>=1,<2`",
)


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
    hint = Words(
        "ghi mã, `@` rồi khoảng phiên bản, ví dụ `vi-du@>=1,<2`", "write an id, `@` and a range, as `vi-du@>=1,<2`"
    )
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


def wrong_verb(place: Place | None, keys: Iterable[str], verbs: Iterable[str]) -> Diagnostic:
    """An edit that does not say by one word what it does."""
    verbs = list(verbs)
    listed = ", ".join(f"`{verb}`" for verb in verbs)
    message = Words(
        f"một lần sửa cần đúng một từ trong các từ {listed}", f"an edit says what it does by exactly one of {listed}"
    )
    found = list(keys)
    hints = (suggestion(key, verbs) for key in found if key not in verbs)
    near = next((hint for hint in hints if hint and "?" in hint.en), None)
    form = Words(
        "bắt đầu bằng từ đó và đường dẫn, ví dụ `- set: criteria/1.1/rule/at_least`",
        "begin with that word and a path, as `- set: criteria/1.1/rule/at_least`",
    )
    hint = Words("tách thành hai lần sửa", "split it into two edits") if set(verbs) & set(found) else near or form
    return Diagnostic("SV506", _ERROR, message, hint, place)


def locked(place: Place | None, path: str, lock: str) -> Diagnostic:
    """An edit of a limit that its set has locked."""
    message = Words(f"`{path}` bị khóa (`{lock}`)", f"`{path}` is locked (`{lock}`)")
    hint = (
        Words(
            "chỉ được siết chặt hơn: sửa giá trị, hoặc bỏ lần sửa này",
            "it may only be tightened: correct the value, or take this edit out",
        )
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


def never_in_force(place: Place | None, overlay: str) -> Diagnostic:
    """An overlay or an edit whose days all lie outside its ruleset's period."""
    message = Words(
        f"`{overlay}` không bao giờ có hiệu lực trong thời gian áp dụng của bộ tiêu chí",
        f"`{overlay}` is never in force while its ruleset is",
    )
    hint = Words("sửa ngày, hoặc bỏ phần này", "correct the days, or take this out")
    return Diagnostic("SV509", _ERROR, message, hint, place)


def not_editable(place: Place | None, path: str) -> Diagnostic:
    """A path to a thing that gives a set its identity or its order."""
    message = Words(f"`{path}` không sửa được bằng bản phủ", f"`{path}` cannot be edited by an overlay")
    hint = Words(
        "sửa một ngưỡng hoặc một khóa bên trong một mục; `retire` chỉ nhận cả mục, `alter` chỉ nhận một bảng",
        "edit a limit or a key inside an entry; `retire` takes a whole entry, `alter` a mapping",
    )
    return Diagnostic("SV510", _ERROR, message, hint, place)


def unknown_base(place: Place | None, name: str, known: Iterable[str]) -> Diagnostic:
    """An overlay of something that is neither on the shelf nor near."""
    message = Words(
        f"không tìm thấy bộ tiêu chí hay bản phủ `{name}` để phủ lên",
        f"there is no ruleset or overlay `{name}` to extend",
    )
    hint = suggestion(name, known) or _BY_ID
    return Diagnostic("SV511", _ERROR, message, hint, place)


def extends_address(place: Place | None, text: str) -> Diagnostic:
    """An overlay that extends something on a network or behind a scheme."""
    message = Words(f"`extends` không nhận địa chỉ `{text}`", f"`extends` takes no address such as `{text}`")
    return Diagnostic("SV512", _ERROR, message, _BY_ID, place)


def extends_path(place: Place | None, text: str) -> Diagnostic:
    """An overlay that extends a file by its path."""
    message = Words(f"`extends` không nhận đường dẫn `{text}`", f"`extends` takes no path such as `{text}`")
    return Diagnostic("SV513", _ERROR, message, _BY_ID, place)


def extends_upwards(place: Place | None, text: str) -> Diagnostic:
    """An overlay that extends something outside its own folder."""
    message = Words(f"`extends` không đi ra ngoài thư mục: `{text}`", f"`extends` leads out of its folder: `{text}`")
    return Diagnostic("SV514", _ERROR, message, _BY_ID, place)


def extends_link(place: Place | None, name: str, file: str) -> Diagnostic:
    """An overlay that extends one whose file is a link out of its folder."""
    message = Words(
        f"`{name}` nằm ở liên kết `{file}` trỏ ra ngoài thư mục của nó",
        f"`{name}` lies behind the link `{file}`, which leads out of its folder",
    )
    hint = Words("đặt chính tệp đó vào thư mục", "put the file itself into the folder")
    return Diagnostic("SV515", _ERROR, message, hint, place)


def extends_cycle(place: Place | None, names: Iterable[str]) -> Diagnostic:
    """Overlays that extend one another in a circle."""
    circle = " → ".join(f"`{name}`" for name in names)
    message = Words(f"các bản phủ mở rộng nhau theo vòng tròn: {circle}", f"overlays extend one another: {circle}")
    hint = Words("một bản phủ phải mở rộng một bộ tiêu chí", "one of them must extend a ruleset")
    return Diagnostic("SV516", _ERROR, message, hint, place)


def chain_too_long(place: Place | None, bound: int) -> Diagnostic:
    """More overlays on one another than is allowed."""
    message = Words(
        f"hơn {bound} bản phủ chồng lên nhau (giới hạn `max_extends`)",
        f"more than {bound} overlays extend one another (the bound is `max_extends`)",
    )
    hint = Words("gộp vài bản phủ thành một", "make one overlay of several")
    return Diagnostic("SV517", _ERROR, message, hint, place)


def do_not_commute(place: Place | None, path: str, overlay: str, other: str, first: Place | None) -> Diagnostic:
    """Two overlays of which neither extends the other, and whose order would make a difference."""
    where_vi, where_en = (f" (ở {first})", f" (at {first})") if first else ("", "")
    message = Words(
        f"`{overlay}` và `{other}` cùng động đến `{path}`{where_vi}: thứ tự của chúng làm kết quả khác đi",
        f"`{overlay}` and `{other}` both touch `{path}`{where_en}: their order would make a difference",
    )
    hint = Words(
        f"cho bản sau `extends: {other}`, hoặc chỉ dùng một bản",
        f"let the later one say `extends: {other}`, or use one of them",
    )
    return Diagnostic("SV518", _ERROR, message, hint, place)


def refers_to_dropped(place: Place | None, name: str, overlay: str, dropped: Place | None) -> Diagnostic:
    """A reference to something that an overlay has taken out of the set."""
    where_vi, where_en = (f" (ở {dropped})", f" (at {dropped})") if dropped else ("", "")
    message = Words(
        f"`{name}` đã bị bản phủ `{overlay}` bỏ ra khỏi bộ tiêu chí{where_vi}",
        f"`{name}` was taken out of the set by the overlay `{overlay}`{where_en}",
    )
    hint = Words(
        "giữ lại mục đó, hoặc sửa hay bỏ cả chỗ nhắc đến nó", "keep it, or change or retire what refers to it too"
    )
    return Diagnostic("SV519", _ERROR, message, hint, place)


def not_lockable(place: Place | None, path: str) -> Diagnostic:
    """A lock on what can have none."""
    message = Words(f"không khóa được `{path}`", f"`{path}` cannot be locked")
    hint = Words("khóa một ngưỡng hoặc cả một tiêu chí", "lock a limit or a whole criterion")
    return Diagnostic("SV520", _ERROR, message, hint, place)
