"""What a ruleset writes is text on a page, whatever signs it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from making.catalogue.markdown import below, code, safe, without_headings
from making.catalogue.slugs import slug, slugs

from .shelves import copied, edit, pages_of

if TYPE_CHECKING:
    from pathlib import Path

READER = MarkdownIt("commonmark").enable("table")
HOSTILE = (
    "*bold* and _this_", "a | b", "<b>x</b>", "[a](b) ![c](d)", "`code` and {ref}`x`", "# heading", "- list", "1. list",
    "1) list", "+ list", "100% of it", "% a comment", "(target)=", "::: fence", "&lt;b&gt;", "a\\*b", "~~~", "$x$",
    "= =", "two\nlines",
)  # fmt: skip


def shown(markdown: str) -> str:
    """Return the text that a reader sees of one paragraph; anything but text in it is an error."""
    tokens = READER.parse(markdown)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"], markdown
    children = tokens[1].children or []
    assert {child.type for child in children} <= {"text", "text_special"}, markdown
    return "".join(child.content for child in children)


@pytest.mark.parametrize("text", HOSTILE)
def test_safe_text_is_read_as_it_was_written(text: str) -> None:
    """Every sign that Markdown knows stands for itself; a break of line is a space."""
    assert shown(safe(text)) == text.replace("\n", " ")


@pytest.mark.parametrize("text", ["plain", "`tick`", "a``b", "`", "x|y"])
def test_code_is_read_as_it_was_written(text: str) -> None:
    """However many ticks stand in it."""
    (child,) = READER.parse(code(text))[1].children or []
    assert (child.type, child.content) == ("code_inline", text)


def test_a_title_full_of_signs_is_a_title(tmp_path: Path) -> None:
    """In the heading of its page, in the table of its set and in links to it, and in no row too many."""
    folder = copied(tmp_path, "vinh-phuc-2021-2025")
    title = "Có *một* | <b>mô hình</b> [x](y)"
    edit(
        folder / "rulesets" / "vinh-phuc-2021-2025" / "ruleset.yaml",
        "vi: Có tổ công nghệ số cộng đồng",
        f"vi: '{title}'",
    )
    written = pages_of(folder, "vi")
    heading = READER.parse(written["vinh-phuc-2021-2025/2.md"])[1]
    assert "".join(child.content for child in heading.children or ()) == f"2 · {title}"
    tables = READER.parse(written["vinh-phuc-2021-2025.md"])
    links = [token for token in tables if token.type == "inline" and "vinh-phuc-2021-2025/2.md" in token.content]
    told = [[child.content for child in token.children or () if child.content] for token in links]
    assert ["".join(parts) for parts in told] == [f"2 · {title}"]


@pytest.mark.parametrize("line", [":::{raw} html", "% gone", "(target)="])
def test_a_page_of_the_library_opens_nothing_that_only_this_site_knows(line: str) -> None:
    """What begins a fence, a comment or a target here is text there, and stays text."""
    for drawn in (below(f"# Title\n\n{line}\n"), without_headings(f"# Title\n\n{line}\n")):
        assert drawn == f"\\{line}"
        assert shown(drawn) == line


def test_slugs_are_safe_and_apart() -> None:
    """Ids that differ have slugs that differ, on disks that know no case and no accents too."""
    ids = ["2.1", "2-1", "đ", "d", "D", "Đ", "2.10", "a_b", "con", "…", "í"]
    made = slugs(ids)
    assert len({name.casefold() for name in made.values()}) == len(ids)
    assert all(name.isascii() and name.replace("-", "").isalnum() for name in made.values())
    assert (made["2.10"], made["đ"], made["d"], made["con"]) == ("2-10", "dd", "d", "con-2")
    assert slug("Hồ sơ") == "ho-so"
