"""A misspelt word of the language is told where it stands, not where something else is then missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from smartvillage._loading import check_ruleset

BASE = (Path(__file__).parents[1] / "bad" / "base.yaml").read_text("utf-8")
COUNT = "    rule: {count: places, where: {wifi: true}, at_least: all}"
BLOCK = "    rule:\n      count: places\n      at_least: all\n      where:\n"
#: A text of the base set, what it becomes, and the code that is told at the line with the mark ``<<``.
WRITTEN = {
    "the type of a fact": (
        "  residents: {type: count, max: 100000}",
        "  residents:\n    typ: count  # <<",
        "SV203",
    ),
    "the type of a field": (
        "  places: {type: list, fields: {wifi: {type: flag}}}",
        "  places:\n    type: list\n    fields:\n      wifi:\n        tpye: flag  # <<",
        "SV203",
    ),
    "the head of a rule": (
        "    rule: {fact: regulation}",
        "    rule:\n      note: a\n      fakt: regulation  # <<",
        "SV206",
    ),
    "the head of a limit": (
        "      at_least: {by: place_kind, values: {mountain: 50 %, other: 80 %}}",
        "      at_least:\n        values: {mountain: 50 %, other: 80 %}\n        bx: place_kind  # <<",
        "SV206",
    ),
    "the head of a named limit": (
        "  least_area: {value: 50 ha}",
        "  least_area:\n    note: a\n    valeu: 50 ha  # <<",
        "SV206",
    ),
    "the kind of a measure": (
        "groups:\n",
        "measures:\n  size:\n    title: Cỡ\n    lowst: [size]  # <<\n\ngroups:\n",
        "SV206",
    ),
    "any_of in a where": (
        COUNT,
        f"{BLOCK}        any_ov:  # <<\n          - {{wifi: true}}",
        "SV203",
    ),
    "not in a where": (
        COUNT,
        f"{BLOCK}        nott:  # <<\n          wifi: true",
        "SV203",
    ),
}


@pytest.mark.parametrize("word", WRITTEN)
def test_a_misspelt_word_is_told_on_its_line(tmp_path: Path, word: str) -> None:
    """Once, and nothing else is held against the entry."""
    old, new, code = WRITTEN[word]
    assert old in BASE
    path = tmp_path / "set.yaml"
    path.write_text(BASE.replace(old, new, 1), "utf-8")
    found = [(fault.code, bool(fault.place and "<<" in fault.place.text)) for fault in check_ruleset(path)[1]]
    assert found == [(code, True)]


def test_a_field_is_no_misspelt_combination(tmp_path: Path) -> None:
    """A field whose tests are misspelt keeps its name, whatever it resembles."""
    field = ("fields: {wifi: {type: flag}}", "fields: {wifi: {type: flag}, notes: {type: count}}")
    text = BASE.replace(*field).replace("where: {wifi: true}", "where: {wifi: true, notice: {at_leest: 3}}")
    path = tmp_path / "set.yaml"
    path.write_text(text, "utf-8")
    found = [fault for fault in check_ruleset(path)[1] if fault.code == "SV203"]
    assert [fault.message.en for fault in found] == ["there is no key `at_leest` here"]
