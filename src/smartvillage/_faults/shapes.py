"""Shapes: what each is called, and how a file writes it."""

from __future__ import annotations

import re

from smartvillage.diagnostics import Words

from .words import meant_truth

_WORD = re.compile(r"[\w.-]{1,64}")

#: What stands where a shape is expected, by the shape's English name.
SHAPES = {
    "a mapping": "các cặp `khóa: giá trị`",
    "a list": "một danh sách",
    "a text": "một chuỗi chữ",
    "a single value": "một giá trị đơn",
    "`true` or `false`": "`true` hoặc `false`",
    "a year": "một năm, ví dụ 2024",
    "a whole number": "một số nguyên",
    "a finite number": "một số hữu hạn",
    "something less deeply nested": "nội dung lồng nhau ít tầng hơn",
    "`all`, `{group: …}`, `{tag: …}` or a list of ids": "`all`, `{group: …}`, `{tag: …}` hoặc một danh sách mã",
    "a list of lists, or `none`": "một danh sách các danh sách, hoặc `none`",
    "a list of ids, `none` or `unknown`": "một danh sách mã, `none` hoặc `unknown`",
}


#: How such a shape is written, by the same name.
_WRITTEN = {
    "a mapping": "{…: …}",
    "a list": "[…, …]",
    "a text": '"…"',
    "a single value": "70 %",
    "`true` or `false`": "true",
    "a year": "2024",
    "a whole number": "3",
    "a finite number": "3",
    "`all`, `{group: …}`, `{tag: …}` or a list of ids": '["1.1", "1.2"]',
    "a list of lists, or `none`": "[[…]]",
    "a list of ids, `none` or `unknown`": "[…]",
}


def written_as(expected: str, written: str) -> Words:
    """Show how the shape is written, with what stands there where that is an id."""
    form = _WRITTEN.get(expected, "").replace("[…", f"[{written}" if _WORD.fullmatch(written) else "[…")
    meant = meant_truth(written) if expected == "`true` or `false`" else None
    if meant:
        return meant
    if not form:
        return Words("bớt một tầng, hoặc tách thành nhiều mục", "take a level out, or split it into entries")
    return Words(f"viết như `{form}`", f"write it as `{form}`")
