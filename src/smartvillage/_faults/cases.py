"""SV8xx: files of cases, with which the author of a ruleset tests it. One function a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.diagnostics import Diagnostic, Place, Severity, Words

from .words import nearest, suggestion

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_ERROR = Severity.ERROR

#: What an expectation can be about, in Vietnamese.
_KINDS = {"criterion": "tiêu chí", "decision": "kết luận", "criterion or decision": "tiêu chí hay kết luận"}


def unknown_expectation(place: Place | None, key: str, known: Collection[str]) -> Diagnostic:
    """A key under `expect` that asks for nothing there is."""
    message = Words(f"không có kết quả nào tên `{key}` để chờ", f"nothing that can be expected is called `{key}`")
    meant = nearest(key.partition("/")[0], [one.partition("/")[0] for one in known])
    name = key.partition("/")[2] or "ID"
    written = next((one.replace("ID", name) for one in known if one.partition("/")[0] == meant), None)
    hint = Words(f"ý bạn là `{written}`?", f"did you mean `{written}`?") if written else suggestion(key, known)
    return Diagnostic("SV801", _ERROR, message, hint, place)


def unknown_subject(place: Place | None, kind: str, name: str, known: Iterable[str]) -> Diagnostic:
    """An expectation about a criterion or a decision that the ruleset does not have."""
    message = Words(f"bộ tiêu chí không có {_KINDS[kind]} `{name}`", f"the ruleset has no {kind} `{name}`")
    return Diagnostic("SV802", _ERROR, message, suggestion(name, known), place)


def impossible(place: Place | None, text: str, known: Iterable[str]) -> Diagnostic:
    """An expectation that nothing could ever fulfil."""
    message = Words(f"không bao giờ có kết quả `{text}` ở đây", f"`{text}` can never come out here")
    return Diagnostic("SV803", _ERROR, message, suggestion(text, known), place)


def outside(place: Place | None, path: str) -> Diagnostic:
    """A path that leads out of the folder of the cases and of their ruleset."""
    message = Words(
        f"`{path}` dẫn ra ngoài thư mục của bộ tiêu chí", f"`{path}` leads out of the folder of the ruleset"
    )
    hint = Words("đặt tệp cạnh tệp này hoặc bên dưới", "put the file beside this one or below it")
    return Diagnostic("SV804", _ERROR, message, hint, place)


def no_file(place: Place | None, path: str) -> Diagnostic:
    """A file that a case names and that is not there."""
    message = Words(f"không có tệp `{path}`", f"there is no file `{path}`")
    hint = Words(
        "sửa đường dẫn, tính từ thư mục của tệp này", "correct the path, which starts in the folder of this file"
    )
    return Diagnostic("SV805", _ERROR, message, hint, place)


def expects_nothing(place: Place | None, name: str) -> Diagnostic:
    """A case that passes whatever comes out."""
    message = Words(f"tình huống `{name}` không chờ kết quả nào", f"case `{name}` expects nothing")
    hint = Words(
        "thêm `expect:` với ít nhất một kết quả, hoặc `error:`", "add `expect:` with at least one result, or `error:`"
    )
    return Diagnostic("SV806", _ERROR, message, hint, place)


def says_nothing(place: Place | None, name: str) -> Diagnostic:
    """A case whose own facts are read by nothing that it expects, so that it would pass with any others."""
    message = Words(
        f"tình huống `{name}`: không kết quả nào đang chờ dùng đến những gì tình huống này nêu",
        f"case `{name}`: nothing that it expects reads anything that it says",
    )
    hint = Words("chờ một kết quả có dùng chúng, hoặc bỏ chúng", "expect what reads them, or take them out")
    return Diagnostic("SV807", _ERROR, message, hint, place)


def takes_out_nothing(place: Place | None, name: str, known: Iterable[str]) -> Diagnostic:
    """An id under `without` that the case's village does not have."""
    message = Words(
        f"làng của tình huống này không có `{name}` để bỏ ra", f"the case's village has no `{name}` to be taken out"
    )
    hint = suggestion(name, known) or Words(f"bỏ `{name}` khỏi `without`", f"take `{name}` out of `without`")
    return Diagnostic("SV808", _ERROR, message, hint, place)


def expects_both(place: Place | None) -> Diagnostic:
    """A case that expects results and also that there are none."""
    message = Words(
        "`error` không đứng cùng `expect`: có lỗi thì không có kết quả",
        "`error` cannot stand with `expect`: with an error nothing comes out",
    )
    return Diagnostic("SV809", _ERROR, message, Words("bỏ một trong hai", "take one of them out"), place)


def no_day(place: Place | None) -> Diagnostic:
    """A case of which nobody says the day."""
    message = Words("không rõ ngày đánh giá của tình huống này", "nobody says on which day this case is evaluated")
    hint = Words("thêm `date: 2024-03-31`", "add `date: 2024-03-31`")
    return Diagnostic("SV810", _ERROR, message, hint, place)
