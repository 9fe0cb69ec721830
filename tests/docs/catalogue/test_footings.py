"""What each limit rests on stands on its criterion's page before anything else, whatever form the limit has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import BaseModel

from smartvillage._reporting.speech import Speech
from smartvillage.model.conditions import NoMethod
from smartvillage.model.limits import AnyLimit, DatedValue, LimitReference, NamedLimit, UnknownLimit
from smartvillage.model.measures import Grade, Points

from .shelves import copied, edit, pages, pages_of, shape_pages, shapes, shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path
    from typing import Any

    from making.catalogue.shelf import Shelf, Shelved
    from smartvillage.diagnostics import Lang
    from smartvillage.model.criteria import Criterion
    from smartvillage.model.ruleset import Ruleset

LANGS = pytest.mark.parametrize("lang", ["vi", "en"])
RULES = ("rule", "applies_if", "instead", "points", "grade")
UNSEEN = {"vi": "chưa ai ở đây thấy", "en": "nobody here has seen it"}


def everything(part: Any, ruleset: Ruleset) -> Iterator[BaseModel]:
    """Walk through all that stands in a part of a ruleset, and in the limits that it names."""
    if isinstance(part, BaseModel):
        yield part
        if isinstance(part, NamedLimit | LimitReference):
            yield from everything(ruleset.limits[part.limit], ruleset)
        part = [value for _, value in part]
    elif hasattr(part, "values"):
        part = list(part.values())
    if isinstance(part, list | tuple):
        for inner in part:
            yield from everything(inner, ruleset)


def standing(shelf: Shelf) -> list[tuple[Shelved, Criterion]]:
    """Return every criterion with its ruleset."""
    return [(shelved, criterion) for shelved in shelf.values() for criterion in shelved.ruleset.criteria]


def head(page: str) -> str:
    """Return what stands on a page before its first section, plainly and in small letters."""
    return page.split("\n## ", maxsplit=1)[0].replace("\\", "").replace("\u00a0", " ").casefold()


def told_of(shelved: Shelved, criterion: Criterion) -> list[BaseModel]:
    """Return all in a criterion's rules that has a basis a reader must see."""
    kinds = (AnyLimit, DatedValue, NoMethod, Points, Grade)
    found = [one for name in RULES for one in everything(getattr(criterion, name), shelved.ruleset)]
    limits: list[BaseModel] = [one for one in found if isinstance(one, kinds)]
    return limits or [criterion.rule] if criterion.rule is not None else limits


@LANGS
@pytest.mark.parametrize(("shelf", "written"), [(shipped, pages), (shapes, shape_pages)], ids=["shipped", "shapes"])
def test_the_basis_of_every_limit_stands_under_the_title(
    shelf: Callable[[], Shelf], written: Callable[[Lang], Mapping[str, str]], lang: Lang
) -> None:
    """The word of each basis is said before the first section, and that nobody has seen a limit is said of it."""
    say = Speech(lang)
    missing = []
    for shelved, criterion in standing(shelf()):
        shown = head(written(lang)[f"{shelved.id}/{shelved.page(criterion)}.md"])
        for one in told_of(shelved, criterion):
            word = say.firmness(one.basis, short=True)  # type: ignore[attr-defined] # each of them has one
            unseen = isinstance(one, UnknownLimit) and UNSEEN[lang] not in shown
            missing += [(shelved.id, criterion.id, word)] if f"`{word}`" not in shown or unseen else []
    assert missing == []


@LANGS
def test_every_share_that_is_asked_stands_there_too(lang: Lang) -> None:
    """Each limit in percent is shown as the ruleset writes it, in every class and period."""
    missing = []
    for shelved, criterion in standing(shipped()):
        shown = head(pages(lang)[f"{shelved.id}/{shelved.page(criterion)}.md"])
        values = [str(getattr(one, "value", "")) for one in told_of(shelved, criterion)]
        missing += [(criterion.id, value) for value in values if value.endswith("%") and value not in shown]
    assert missing == []


@LANGS
def test_a_boxs_colour_is_that_of_its_weakest_part(lang: Lang) -> None:
    """Of 110 % (stated) of a limit nobody has seen the box is the unknown's; of the stated alone it is the stated's."""
    relative, alone = pages(lang)["qd-319-2022/2.md"], pages(lang)["thanh-hoa-2022-2025/4.md"]
    assert [line for line in relative.splitlines() if line.startswith(":class:")] == [
        ":class: danger footing basis-unknown"
    ]
    assert [line for line in alone.splitlines() if line.startswith(":class:")] == [":class: tip footing basis-stated"]


def test_the_box_says_the_level_its_basis_and_where_it_was_read() -> None:
    """One look tells 70 %, that a text states it, which text, where in it and in which words."""
    shown = head(pages("vi")["dong-thap-2021-2025/2-13.md"])
    assert "mức phải đạt: ít nhất 70 % — văn bản nêu" in shown
    assert "mục ii.2.13, “tỷ lệ người dân tham gia sử dụng dịch vụ công trực tuyến, ≥ 70%”" in shown


@LANGS
def test_what_nobody_has_seen_is_in_capitals_with_its_bounds(lang: Lang) -> None:
    """The title of the box says that nobody here has seen the level, and between what it must lie."""
    title = {"vi": "CHƯA AI Ở ĐÂY THẤY (trên 0 % đến 100 %)", "en": "NOBODY HERE HAS SEEN IT (above 0 % up to 100 %)"}
    box = next(line for line in pages(lang)["dong-thap-2021-2025/1-1.md"].splitlines() if line.startswith("::::{adm"))
    assert box.endswith(title[lang])


def test_what_else_a_limit_says_is_told(tmp_path: Path) -> None:
    """That a value is rounded first, that overlays may only tighten, and what an empty list comes to."""
    folder = copied(tmp_path, "vinh-phuc-2021-2025")
    path = folder / "rulesets" / "vinh-phuc-2021-2025" / "ruleset.yaml"
    edit(
        path,
        "count: ocop_products\n      where: {on_platform: true}\n      at_least: all",
        "count: ocop_products\n      where: {on_platform: true}\n      when_empty: met\n      "
        "at_least: {value: 95 %, round: {to: 1 %, mode: down}, lock: may_tighten}",
    )
    page = pages_of(folder, "en")["vinh-phuc-2021-2025/6.md"]
    assert "rounded down to 1 % first. Locked: overlays may only tighten this level." in page
    assert "where there is nothing to count it is: met" in page


def test_what_must_not_be_so_is_said_so() -> None:
    """A limit under a *not* is never shown as if it were asked."""
    shown = head(shape_pages("en")["every-form/4.md"])
    assert "not (less than 1 days)" in shown
    assert "”: less than 1 days" not in shown


def test_a_text_that_retells_another_says_which_and_whether_that_was_read() -> None:
    """Thanh Hóa's 70 % stand in a commune's page, which retells a decision that nobody here has read."""
    decision = "[35/2022/qđ-ubnd of 2022](#source-thanh-hoa-2022-2025-qd-35)"
    shown = head(pages("en")["thanh-hoa-2022-2025/4.md"])
    assert f"that text retells {decision} *(the text itself was not read)*" in shown
