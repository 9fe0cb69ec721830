"""Pictures in notebooks: they stand above the table, are bounded, say in words what they show, and never fail."""

from __future__ import annotations

import re
import sys
from base64 import b64decode

import pytest

import smartvillage as sv
from smartvillage._plotting import inline as room
from smartvillage._plotting.inline import MOST, inline

SET, PLACE = "dong-thap-2021-2025", "examples/an-phu"


@pytest.fixture(scope="module")
def assessment() -> sv.Assessment:
    """An Phú's standing."""
    return sv.evaluate(SET, PLACE)


@pytest.fixture(scope="module")
def roadmap() -> sv.Roadmap:
    """An Phú's way."""
    return sv.roadmap(SET, PLACE, until="2024-12-31")


def size(html: str) -> tuple[int, int]:
    """Return how many dots wide and high the image in HTML is."""
    [data] = re.findall(r'src="data:image/png;base64,([^"]*)"', html)
    head = b64decode(data)
    assert head.startswith(b"\x89PNG")
    return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")


def test_a_picture_stands_between_headline_and_table(assessment: sv.Assessment) -> None:
    """With words that say what it shows, as wide as the page at most."""
    html = assessment._repr_html_()
    assert re.findall(r"<(strong|img|table)\b", html) == ["strong", "img", "table"]
    assert 'alt="Ấp An Phú: đạt 15 trên 27 tiêu chí theo báo cáo, 2 đã chứng minh" lang="vi"' in html
    assert 'style="max-width: 100%"' in html


def test_a_roadmap_and_an_explanation_have_theirs(roadmap: sv.Roadmap) -> None:
    """The Gantt, and how far a value is from its threshold."""
    assert "Lộ trình của Ấp An Phú: xong ngày 02/12/2024, hạn 31/12/2024" in roadmap._repr_html_()
    assert "Ấp An Phú, 2.13: còn cách ngưỡng bao xa" in sv.explain(SET, PLACE, "2.13")._repr_html_()


def test_pictures_are_of_the_size_of_a_page(assessment: sv.Assessment, roadmap: sv.Roadmap) -> None:
    """No wider than a notebook's column."""
    assert [size(one._repr_html_())[0] for one in (assessment, roadmap, sv.explain(SET, PLACE, "2.13"))] == [
        864, 960, 864
    ]  # fmt: skip


def test_what_has_nothing_to_draw_has_no_picture(assessment: sv.Assessment, roadmap: sv.Roadmap) -> None:
    """No groups, no tasks, a threshold nobody has seen, a comparison."""
    for one in (
        assessment.model_copy(update={"groups": ()}), roadmap.model_copy(update={"tasks": ()}),
        sv.explain(SET, PLACE, "1.1"), sv.diff(SET, SET),
    ):  # fmt: skip
        assert inline(one) == ""
        assert one._repr_html_().startswith('<div class="smartvillage"><p><strong>')


def test_a_long_roadmap_is_cut_and_says_so(roadmap: sv.Roadmap) -> None:
    """As high as so many tasks, with how many there are; the table has all."""
    tasks = tuple(roadmap.tasks[0].model_copy(update={"id": f"t{place}"}) for place in range(MOST + 40))
    told = inline(roadmap.model_copy(update={"tasks": tasks}))
    assert size(told) == size(inline(roadmap.model_copy(update={"tasks": tasks[:MOST]})))
    assert "Hình vẽ 30 trên 70; bảng có đủ." in told
    assert "bảng có đủ" not in inline(roadmap.model_copy(update={"tasks": tasks[:MOST]}))


def test_another_language_is_asked_for(assessment: sv.Assessment) -> None:
    """As everywhere, Vietnamese where nobody asks."""
    assert 'alt="Ấp An Phú: 15 of 27 criteria met as reported, 2 proven" lang="en"' in inline(assessment, lang="en")


def test_the_words_are_escaped(assessment: sv.Assessment) -> None:
    """A name may hold anything."""
    named = assessment.village.model_copy(update={"name": '"><script>'})
    assert "<script>" not in inline(assessment.model_copy(update={"village": named}))


def test_without_matplotlib_the_table_is_shown(assessment: sv.Assessment, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is missed."""
    for name in [one for one in sys.modules if one.partition(".")[0] == "matplotlib"]:
        monkeypatch.setitem(sys.modules, name, None)
    html = assessment._repr_html_()
    assert ("<img" in html, "<table>" in html) == (False, True)


def test_a_picture_that_fails_takes_nothing_with_it(assessment: sv.Assessment, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is wrong with the library that draws."""
    monkeypatch.setattr(room, "groups", lambda *_, **__: 1 / 0)
    html = assessment._repr_html_()
    assert ("<img" in html, "<table>" in html) == (False, True)


def test_the_same_result_is_the_same_picture(assessment: sv.Assessment) -> None:
    """Dot by dot; a notebook run again does not change."""
    assert inline(assessment) == inline(assessment)
