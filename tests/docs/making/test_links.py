"""A link inside the built site leads to a page, and to a place on it."""

from __future__ import annotations

from pathlib import Path

from making.links import dead_links, main


def site(folder: Path, **pages: str) -> Path:
    """Write pages into a folder."""
    folder.mkdir()
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


def test_what_is_there_is_no_fault(tmp_path: Path) -> None:
    """Pages beside it, places on it, and what lies outside."""
    text = '<a href="two.html#đ">x</a><a href="#top" id="top">y</a><a href="https://example.org/z">z</a>'
    assert list(dead_links(site(tmp_path / "en", one=text, two='<p id="đ">'))) == []


def test_a_page_a_place_and_a_picture_that_are_not_there(tmp_path: Path) -> None:
    """Each is told with the page that names it."""
    text = '<a href="three.html">x</a><a href="two.html#no">y</a><img src="p.png"><a href="two.html">'
    folder = site(tmp_path / "en", one=text, two="")
    assert list(dead_links(folder)) == ["one.html: three.html", "one.html: two.html#no", "one.html: p.png"]


def test_an_empty_site_is_a_fault(tmp_path: Path) -> None:
    """Nothing to look at is not the same as nothing wrong."""
    (tmp_path / "en").mkdir()
    assert main([str(tmp_path / "en")]) == 1
