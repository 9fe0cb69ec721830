"""Origins as a page: one line a field."""

from __future__ import annotations

from datetime import date

from smartvillage._reporting import render
from smartvillage.model.base import Text
from smartvillage.model.basis import Basis, Citation
from smartvillage.model.origins import Field, Origins


def text(*fields: Field, told: bool = True, lang: str = "en") -> list[str]:
    """Return the lines of the fields."""
    origins = Origins(
        id="x",
        version="1.0.0",
        title=Text(vi="Bộ"),
        on=date(2024, 7, 1),
        fields=fields,
        told=told,
        overlays=("a@1.0.0",),
    )
    return [line.strip() for line in render(origins, "text", lang=lang).splitlines() if " = " in line]  # type: ignore[arg-type]


def test_a_field_with_all_that_is_known() -> None:
    """Value, place, overlay and why, and what it rests on."""
    field = Field(
        path="criteria/1/rule/at_least/value", value="80 %", file="a.yaml", line=4, basis=Basis.STATED,
        source=Citation(id="qd"), cited="1/QĐ-UBND", overlay="a", because=Text(vi="năm 2025"),
    )  # fmt: skip
    assert text(field, lang="vi") == [
        "criteria/1/rule/at_least/value = 80 %  ← a.yaml:4  [bản phủ a: năm 2025; văn bản nêu: 1/QĐ-UBND]"
    ]


def test_a_field_of_which_nothing_is_known() -> None:
    """A program handed it over, and nothing says what it rests on."""
    assert text(Field(path="roles/x/title", value="X")) == ["roles/x/title = X  ← handed over by a program"]


def test_values_are_written_as_files_have_them() -> None:
    """Truths, lists of lists and texts of several lines stand on one line each."""
    values = [True, [["a", "b"], ["c"]], "one\n  two", {"k": False}]
    fields = [Field(path=f"facts/{n}", value=value) for n, value in enumerate(values)]
    assert [line.split(" = ")[1] for line in text(*fields, told=False)] == [
        "true", "[[a, b], [c]]", "one two", "{k: false}",
    ]  # fmt: skip


def test_the_page_names_the_day_and_the_overlays() -> None:
    """Which set, on which day, with what resolved."""
    origins = Origins(
        id="x", version="1.0.0", title=Text(vi="Bộ"), on=date(2024, 7, 1), fields=(), overlays=("a@1.0.0",)
    )
    assert "x 1.0.0 · as it stands on 2024-07-01 with a@1.0.0" in render(origins, "text", lang="en")
