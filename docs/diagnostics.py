"""Write the table of all diagnostics that is read beside the code: run it after a change; the site has a page each."""

from __future__ import annotations

import re
from pathlib import Path

from making.diagnostics.codes import GROUPS, Code, codes

PAGE = Path(__file__).parent / "diagnostics.md"
HEAD = """<!-- Written by docs/diagnostics.py; do not edit. -->
# Mã chẩn đoán · Diagnostics

Điều gì công cụ báo về một tệp cũng có một mã không đổi, một chỗ, một câu nói điều gì sai và một gợi ý, bằng tiếng Việt
và tiếng Anh. Mỗi dòng là một mã; liên kết dẫn tới tệp mẫu trong `tests/bad` và tới cách sửa nó.

Everything that is told of a file has a code that stays the same, a place, a message and a hint, in Vietnamese and in
English. Each line below is one code, with links to the file in `tests/bad` that shows it and to the edit that mends it.
"""
COLUMNS = "| | | Nghĩa | Meaning | |"


def page() -> str:
    """Return the whole page."""
    lines = [HEAD]
    for group, title in GROUPS.items():
        lines += [
            f"## {title.vi} · {title.en.partition(': ')[2]}",
            "",
            COLUMNS,
            "|---|---|---|---|---|",
        ]
        lines += [_row(code) for code in codes(group)]
        lines.append("")
    return "\n".join(lines)


def _row(code: Code) -> str:
    links = ""
    if code.bad:
        names = (code.bad.name, f"{code.bad.stem}.fix")
        links = " · ".join(f"[{name.rpartition('.')[2]}](../tests/bad/{name})" for name in names)
    meanings = " | ".join(_cell(text) for text in (code.meaning.vi, code.meaning.en))
    return f"| {code.name} | {code.severity} | {meanings} | {links} |"


def _cell(text: str) -> str:
    return re.sub(r"(?<!\\)\|", r"\\|", text)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
