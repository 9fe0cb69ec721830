"""Which pages there are, and that each link on them leads somewhere."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

import smartvillage as sv

from .shelves import pages, shipped

if TYPE_CHECKING:
    from smartvillage.diagnostics import Lang

LANGS = pytest.mark.parametrize("lang", ["vi", "en"])


@LANGS
def test_every_ruleset_and_criterion_has_its_page(lang: Lang) -> None:
    """A page for each that is shipped, no two for one, with its id and title in the page's language."""
    assert set(shipped()) == set(sv.rulesets())
    for shelved in shipped().values():
        assert shelved.ruleset.ruleset.title.say(lang) in pages(lang)[f"{shelved.id}.md"].replace("\\", "")
        named = [
            pages(lang)[f"{shelved.id}/{shelved.page(one)}.md"].splitlines()[0] for one in shelved.ruleset.criteria
        ]
        titles = [f"# {one.id} · {one.title.say(lang)}" for one in shelved.ruleset.criteria]
        assert [line.replace("\\", "") for line in named] == titles


@LANGS
def test_every_shipped_overlay_has_its_page(lang: Lang) -> None:
    """Each overlay beside a ruleset has one, and the criteria that it changes lead to it."""
    made = [name for name in pages(lang) if "/overlays/" in name]
    assert made == ["dong-thap-2021-2025/overlays/quoc-gia-tham-chieu.md", "qd-319-2022/overlays/thanh-hoa.md"]
    leading = [name for name, text in pages(lang).items() if "](../dong-thap-2021-2025/overlays/" in text]
    assert leading == ["dong-thap-2021-2025/1-1.md", "dong-thap-2021-2025/2-12.md"]


@LANGS
def test_every_link_between_pages_leads_to_one(lang: Lang) -> None:
    """A link to a file is to a page there is, and the navigation names each page once."""
    written = pages(lang)
    for name, text in written.items():
        targets = re.findall(r"\]\(([^)#\s]+\.md)\)", text)
        found = {posixpath.normpath(posixpath.join(posixpath.dirname(name), target)) for target in targets}
        assert found - written.keys() == set(), name
    trees = [re.findall(r"```\{toctree\}\n:hidden:\n\n(.*?)```", text, re.DOTALL) for text in written.values()]
    listed = [entry for blocks in trees for block in blocks for entry in block.split()]
    assert Counter(f"{entry}.md" for entry in listed) == Counter(written.keys() - {"index.md"})


@LANGS
def test_every_anchor_that_is_linked_stands_once(lang: Lang) -> None:
    """A link into a page finds its place, and no two places bear one name."""
    text = "\n".join(pages(lang).values())
    anchors = re.findall(r"^\(([\w-]+)\)=$", text, re.MULTILINE)
    assert [name for name, count in Counter(anchors).items() if count > 1] == []
    assert set(re.findall(r"\]\(#([\w-]+)\)", text)) - set(anchors) == set()


def test_a_village_stands_on_the_pages_of_the_set_that_it_names_alone() -> None:
    """An Phú is on the pages of Đồng Tháp's set and no other's, and where the sets stand beside one another."""
    standing = {name for name, text in pages("vi").items() if "Ấp An Phú" in text}
    own = {name for name in pages("vi") if name.startswith("dong-thap-2021-2025")}
    assert standing == own | {"side-by-side.md"}
    told = pages("vi")["dong-thap-2021-2025/2-13.md"]
    assert "{bdg-success}`Đạt` {bdg-secondary}`chưa được chứng minh`" in told
    assert "87,97 % = 117/133" in told


def test_a_criterion_tells_the_activities_that_serve_it_and_no_others() -> None:
    """The schools' level is raised by one activity; one that only brings cashless payment is not shown for it."""
    level, cashless = (pages("en")[f"dong-thap-2021-2025/{name}.md"] for name in ("2-6", "2-7"))
    assert ("raise_schools_digital_level" in level, "introduce_cashless_schools" in level) == (True, False)
    assert ("raise_schools_digital_level" in cashless, "introduce_cashless_schools" in cashless) == (False, True)


def test_what_must_be_done_first_serves_what_comes_after() -> None:
    """The dossier closes nothing by itself; without it no product is rated again, so it helps where that does."""
    row = next(line for line in pages("en")["dong-thap-2021-2025.md"].splitlines() if "complete the dossier" in line)
    assert row.split(" | ")[1] == "[đ](dong-thap-2021-2025/dd.md), [3.7](dong-thap-2021-2025/3-7.md)"


@LANGS
def test_the_cases_that_try_a_criterion_are_told(lang: Lang) -> None:
    """Each case that expects something of a criterion is a row of its page, with what must come out."""
    for shelved in shipped().values():
        for criterion in shelved.ruleset.criteria:
            names = [case.name for case in shelved.cases if any(one.name == criterion.id for one in case.expect)]
            shown = pages(lang)[f"{shelved.id}/{shelved.page(criterion)}.md"].replace("\\", "")
            assert [name for name in names if f"| {name} |" not in shown] == []
