"""SV1xx: the text of a file, before anybody asks what it means. One function a code."""

from __future__ import annotations

from dataclasses import replace

from smartvillage.diagnostics import Diagnostic, Place, Severity, Words

_ERROR = Severity.ERROR


def _fault(code: str, place: Place | None, message: Words, hint: Words | None = None) -> Diagnostic:
    return Diagnostic(code, _ERROR, message, hint, place)


def unreadable(place: Place | None, why: Words) -> Diagnostic:
    """A file that cannot be opened or read."""
    message = Words(f"không đọc được tệp: {why.vi}", f"the file cannot be read: {why.en}")
    hint = Words(
        "xem lại đường dẫn, và tệp có được phép đọc không", "look at the path, and whether you may read the file"
    )
    return _fault("SV101", place, message, hint)


def not_utf8(place: Place | None, office: bool = False) -> Diagnostic:  # noqa: FBT001, FBT002 - of the bytes
    """Bytes that are not UTF-8, as those of a Word or Excel document."""
    message = Words("tệp không phải là UTF-8", "the file is not UTF-8")
    hint = Words("lưu lại tệp với bảng mã UTF-8", "save the file with the encoding UTF-8")
    if office:
        message = Words(
            "đây là tệp Word, Excel hoặc tệp nén, không phải văn bản thuần",
            "this is a Word or Excel document or a packed file, no plain text",
        )
        hint = Words(
            "lưu lại thành văn bản thuần (Plain Text), bảng mã UTF-8, hoặc dán nội dung vào Notepad rồi lưu",
            "save it as plain text with the encoding UTF-8",
        )
    return _fault("SV102", place, message, hint)


def forbidden_character(place: Place | None, name: str) -> Diagnostic:
    """A character that cannot be seen and changes what a line seems to say."""
    message = Words(f"ký tự không nhìn thấy {name} không được dùng", f"the invisible character {name} is not allowed")
    hint = Words("xóa ký tự này rồi gõ lại dòng", "delete it and type the line again")
    return _fault("SV103", place and _tame(place), message, hint)


def _tame(place: Place) -> Place:
    """Return a place whose line shows where such characters are, and does not do what they do."""
    shown = "".join(char if char.isprintable() or char == "\t" else "\ufffd" for char in place.text)
    return replace(place, text=shown)


#: What is wrong with the syntax, and what to do. The reader picks the word.
_SYNTAX: dict[str, tuple[Words, Words]] = {
    "tab": (
        Words("dấu tab ở chỗ phải là dấu cách", "a tab stands where spaces are needed"),
        Words("thụt dòng bằng dấu cách", "indent with spaces"),
    ),
    "open_quote": (
        Words("dấu nháy này không được đóng", "this quote is never closed"),
        Words(
            "thêm dấu nháy đóng; trong '…' gõ '' để có một dấu '",
            "add the closing quote; inside '…' write '' for one '",
        ),
    ),
    "open_bracket": (
        Words(
            "dấu ngoặc này không được đóng, hoặc thiếu dấu phẩy", "this bracket is never closed, or a comma is missing"
        ),
        Words("thêm dấu đóng hoặc dấu phẩy", "add the closing bracket or the comma"),
    ),
    "stray_bracket": (
        Words("dấu đóng ngoặc này thừa", "this closing bracket has no opening one"),
        Words("xóa nó, hoặc đặt văn bản trong dấu nháy", "delete it, or quote the text"),
    ),
    "colon": (
        Words("dấu hai chấm ở giữa một giá trị", "a colon in the middle of a value"),
        Words(
            "đặt cả giá trị trong dấu nháy, đặt nhiều khóa trong { }, hoặc sửa thụt dòng",
            "quote the whole value, put several keys into { }, or correct the indentation",
        ),
    ),
    "indentation": (
        Words("dòng này thụt vào không khớp với các dòng trên", "this line is not indented like the ones above"),
        Words(
            "căn dòng thẳng với các khóa hoặc mục cùng cấp; sau `-` có một dấu cách",
            "align it with the keys or items it belongs to; a `-` is followed by a space",
        ),
    ),
    "after_quote": (
        Words("có chữ ngay sau dấu nháy đóng", "there is text right after the closing quote"),
        Words("đặt cả giá trị trong một cặp dấu nháy", "put the whole value inside one pair of quotes"),
    ),
    "sign": (
        Words("một giá trị không thể bắt đầu bằng ký hiệu này", "a value cannot begin with this sign"),
        Words("đặt cả giá trị trong dấu nháy", "put the whole value into quotes"),
    ),
    "escape": (
        Words("sau `\\` không thể là ký tự này", "this cannot follow `\\`"),
        Words("dùng '…' thay cho \"…\", hoặc viết `\\\\`", "use '…' instead of \"…\", or write `\\\\`"),
    ),
    "nothing": (
        Words("thiếu một giá trị ở đây", "a value is missing here"),
        Words("xóa dấu phẩy thừa hoặc viết giá trị", "delete the extra comma or write the value"),
    ),
    "key": (
        Words("ở đây phải là một khóa và dấu hai chấm", "a key and a colon are needed here"),
        Words(
            "viết `khóa: giá trị`; chữ dài nhiều dòng thì thụt vào dưới khóa của nó",
            "write `key: value`; a text of several lines is indented below its key",
        ),
    ),
    "space": (
        Words("thiếu dấu cách sau dấu hai chấm", "there is no space after the colon"),
        Words(
            "viết `khóa: giá trị`, có một dấu cách sau dấu hai chấm", "write `key: value`, with a space after the colon"
        ),
    ),
    "rest": (
        Words("có chữ thừa sau phần cuối", "there is text after the end"),
        Words("xóa phần thừa: một tệp chỉ chứa một giá trị", "delete it: a file holds one value"),
    ),
    "other": (
        Words("văn bản này không đọc được", "this text cannot be read"),
        Words("đặt giá trị trong dấu nháy hoặc sửa thụt dòng", "quote the value or correct the indentation"),
    ),
}


def syntax(place: Place | None, word: str) -> Diagnostic:
    """A text that is no YAML or JSON; ``word`` is one of the kinds above."""
    message, hint = _SYNTAX.get(word, _SYNTAX["other"])
    return _fault("SV104", place, message, hint)


def duplicate_key(place: Place | None, key: str, first: Place | None) -> Diagnostic:
    """A key that stands twice in one mapping."""
    line = first.line if first else 0
    message = Words(
        f"khóa `{key}` đã có ở dòng {line}" if line else f"khóa `{key}` xuất hiện hai lần",
        f"key `{key}` already stands on line {line}" if line else f"key `{key}` stands twice",
    )
    return _fault("SV105", place, message, Words("giữ một trong hai", "keep one of the two"))


def bare_id(place: Place | None, text: str) -> Diagnostic:
    """An id that other tools would read as a number or a truth value."""
    message = Words(
        f"mã `{text}` phải đặt trong dấu nháy: công cụ khác đọc nó thành số hoặc giá trị khác",
        f"the id `{text}` must be quoted: other tools read it as a number or another value",
    )
    return _fault("SV106", place, message, Words(f'viết `"{text}"`', f'write `"{text}"`'))


def key_without_value(place: Place | None, key: str, quoted: str | None = None) -> Diagnostic:
    """A key without a value inside braces: nearly always a comma in a value that is not quoted."""
    message = Words(
        f"khóa `{key}` trong `{{ }}` không có giá trị", f"key `{key}` inside `{{ }}` has no value"
    )  # fmt: skip
    name, _, glued = key.partition(":") if ":" in key else key.partition(" ")
    meant = glued and not quoted and name.isascii()
    apart = Words(f"viết `{name}: {glued.strip()}`", f"write `{name}: {glued.strip()}`") if meant else None
    hint = apart or Words(
        f"dấu phẩy tách các khóa; nếu nó thuộc về giá trị, viết `{quoted}`" if quoted
        else "dấu phẩy tách các khóa; đặt giá trị có dấu phẩy trong dấu nháy",
        f"a comma separates keys; if it belongs to the value, write `{quoted}`" if quoted
        else "a comma separates keys; quote a value that has one",
    )  # fmt: skip
    return _fault("SV107", place, message, hint)


def key_not_text(place: Place | None) -> Diagnostic:
    """A key that is empty, a list or a mapping."""
    message = Words("khóa phải là văn bản", "a key must be text")
    hint = Words("đặt `{…}` hoặc `[…]` trong dấu nháy nếu là văn bản", "quote `{…}` or `[…]` if it is meant as text")
    return _fault("SV108", place, message, hint)


def not_plain(place: Place | None, text: str) -> Diagnostic:
    """An anchor, alias, merge key, tag or directive: a file holds plain data only."""
    message = Words(
        f"`{text}` không được dùng: tệp chỉ chứa dữ liệu đơn thuần (không neo, tham chiếu, gộp, nhãn hay chỉ thị)",
        f"`{text}` is not allowed: a file is plain data (no anchors, aliases, merge keys, tags or directives)",
    )
    hint = Words(
        "viết lại giá trị, hoặc đặt trong dấu nháy nếu là văn bản", "write the value out, or quote it if it is text"
    )
    return _fault("SV109", place, message, hint)


def several_documents(place: Place | None) -> Diagnostic:
    """A second document in one file."""
    message = Words("tệp có nhiều hơn một tài liệu", "the file holds more than one document")
    hint = Words("xóa dòng `---`, hoặc tách thành nhiều tệp", "delete the line `---`, or split it into files")
    return _fault("SV110", place, message, hint)


def empty_file(place: Place | None) -> Diagnostic:
    """A file with nothing in it."""
    hint = Words(
        "xóa tệp, hoặc bắt đầu từ tệp do `smartvillage new ruleset` hay `smartvillage new village` viết",
        "delete it, or start from what `smartvillage new ruleset` or `smartvillage new village` writes",
    )
    return _fault("SV111", place, Words("tệp không có nội dung", "the file is empty"), hint)


def link_left_out(file: str) -> Diagnostic:
    """A link out of a ruleset's folder: what it leads to is no part of the ruleset."""
    message = Words("liên kết ra ngoài thư mục này bị bỏ qua", "this link out of the folder is left out")
    hint = Words("chép tệp vào thư mục", "copy the file into the folder")
    return Diagnostic("SV113", Severity.WARNING, message, hint, Place(file, 1, 1))


def broken_package(package: str, name: str, reason: str) -> Diagnostic:
    """Rulesets that an installed package offers and that cannot be used."""
    message = Words(
        f"gói `{package}` nói có bộ tiêu chí ở `{name}` nhưng không dùng được: {reason}",
        f"the package `{package}` offers rulesets as `{name}`, which cannot be used: {reason}",
    )
    hint = Words("cài lại hoặc gỡ gói đó", "install that package anew, or remove it")
    return Diagnostic("SV114", Severity.WARNING, message, hint)


def name_taken(name: str, package: str, other: str) -> Diagnostic:
    """A ruleset or an overlay of an installed package under a name that another has already."""
    message = Words(
        f"`{name}` của gói `{package}` bị bỏ qua: gói `{other}` đã dùng tên này",
        f"`{name}` of the package `{package}` is left out: the package `{other}` has that name already",
    )
    hint = Words("gọi nó bằng đường dẫn", "name it by its path")
    return Diagnostic("SV115", Severity.WARNING, message, hint)


_BOUNDS: dict[str, Words] = {
    "max_bytes": Words("tệp lớn hơn {bound} byte", "the file is larger than {bound} bytes"),
    "max_depth": Words("lồng nhau sâu hơn {bound} cấp", "things are nested deeper than {bound} levels"),
    "max_nodes": Words("tệp có hơn {bound} giá trị", "the file holds more than {bound} values"),
    "max_scalar": Words("một giá trị dài hơn {bound} ký tự", "a value is longer than {bound} characters"),
    "max_key": Words("một khóa dài hơn {bound} ký tự", "a key is longer than {bound} characters"),
}


def over_limit(place: Place | None, name: str, bound: int) -> Diagnostic:
    """A file past one of the bounds that keep strangers' files harmless; ``name`` is the bound's field."""
    words = _BOUNDS[name]
    message = Words(words.vi.format(bound=bound), words.en.format(bound=bound))
    hint = Words(
        f"rút gọn hoặc chia nhỏ tệp; trong Python, `Limits({name}=…)` nâng giới hạn",
        f"shorten or split the file; in Python `Limits({name}=…)` raises the bound",
    )
    return _fault("SV112", place, message, hint)
