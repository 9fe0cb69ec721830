"""A definition whose id is misspelt is told beside the names that miss it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from smartvillage._loading import check_file

BASE = (Path(__file__).parents[2] / "bad" / "base.yaml").read_text("utf-8")
#: A misspelt definition of each kind, and what is told of it.
MISSPELT = {
    "source": ("  bai-2:", "  bai-3:", "the source `bai-3`"),
    "role": ("  department:", "  departement:", "the role `departement`"),
    "scale": ("  stars:", "  starz:", "the scale `starz`"),
    "level": ('["1", "2", "3"]', '["1", "two", "2x"]', "the level `2x`"),
    "code list": ("  region:", "  regions:", "the code list `regions`"),
    "code": ("{mountain: Miền núi", "{mountains: Miền núi", "the code `mountains`"),
    "fact": ("  residents:", "  resident:", "the fact `resident`"),
    "field": ("fields: {wifi:", "fields: {wify:", "the field `wify`"),
    "limit": ("  least_area:", "  least_aera:", "the limit `least_aera`"),
    "group": ('{id: "1", title: Hạ', '{id: "1a", title: Hạ', "the group `1a`"),
    "criterion": ('- id: "2.1"', '- id: "2.1a"', "the criterion `2.1a`"),
    "evidence type": ("  paper:", "  papers:", "the evidence type `papers`"),
    "activity": ("  draft:", "  drafts:", "the activity `drafts`"),
}


def told(tmp_path: Path, *changes: tuple[str, str]) -> list[tuple[int, str]]:
    """Return the line and the words of each warning about something unused."""
    text = BASE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / "set.yaml"
    path.write_text(text, "utf-8")
    found = check_file(path).found
    return [(fault.place.line, fault.message.en) for fault in found if fault.code == "SV318" and fault.place]


@pytest.mark.parametrize("kind", MISSPELT)
def test_a_misspelt_definition_is_told_on_its_line(tmp_path: Path, kind: str) -> None:
    """Each kind of id that something names is told where it is defined."""
    old, new, words = MISSPELT[kind]
    line = BASE[: BASE.index(old)].count("\n") + 1
    assert told(tmp_path, (old, new)) == [(line, f"nothing refers to {words}")]


def test_the_id_of_a_condition_is_told(tmp_path: Path) -> None:
    """A path goes by the ids of conditions, so one of them may be what is misspelt."""
    settled = (
        "effects: [{fact: user_share, reach",
        "effects: [{settle: [criteria/2.2/rule/all_of/rated/at_least]}, {fact: user_share, reach",
    )
    found = told(tmp_path, ("{id: rated,", "{id: ratet,"), settled)
    assert [words for _, words in found] == ["nothing refers to the condition `ratet`"]


def test_what_another_names_is_no_orphan(tmp_path: Path) -> None:
    """Where one of two names is misspelt, the definition is right."""
    assert told(tmp_path, ("ask: department}", "ask: departmant}")) == []


def test_what_is_not_alike_is_no_orphan(tmp_path: Path) -> None:
    """A name that resembles nothing unused says nothing of any definition."""
    assert told(tmp_path, ("{fact: founded,", "{fact: zzzzzz,")) == []


def test_a_set_without_lost_names_has_no_orphans(tmp_path: Path) -> None:
    """Another fault says nothing of definitions."""
    assert (
        told(tmp_path, ("titel: x", "titel: x")) == []
        if "titel" in BASE
        else told(tmp_path, ("subject: hamlet", "subjekt: hamlet")) == []
    )


def test_plain_data_has_no_lines(codes: Any) -> None:
    """Loading alone tells a misspelt name once; only whoever checks files is told of the definition too."""
    assert codes(("  residents:", "  resident:")) == ["SV301", "SV301"]
