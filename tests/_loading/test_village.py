"""Loading villages: the header is checked with places, values stay as written."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from smartvillage._loading import check_file, check_village, load_village
from smartvillage.document import Document
from smartvillage.errors import NotFoundError, VillageError
from smartvillage.model.village import Village

HEAD = "village: {id: ap-1, name: Ấp 1, kind: hamlet}\nruleset: base\nas_of: 31/3/2024\n"


def written(folder: Path, text: str) -> Path:
    """Write a village's file."""
    path = folder / "village.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_values_stay_as_written(tmp_path: Path) -> None:
    """Only a ruleset says what a value is; until then it is the text, the truth or nothing that stands there."""
    text = HEAD + 'facts:\n  a: 010\n  b: "92 %"\n  c: true\n  d:\n  e: {value: 1.234, scope: commune}\n  f: no\n'
    village = load_village(written(tmp_path, text))
    assert village.facts == {
        "a": "010", "b": "92 %", "c": True, "d": None, "e": {"value": "1.234", "scope": "commune"}, "f": "no",
    }  # fmt: skip


def test_a_day_may_be_written_the_vietnamese_way(tmp_path: Path) -> None:
    """``31/3/2024`` is the last day of March."""
    assert load_village(written(tmp_path, HEAD + "facts:\n")).as_of == date(2024, 3, 31)


def test_empty_facts_are_a_village_of_which_nothing_is_known(tmp_path: Path) -> None:
    """Nothing after ``facts:`` is no fault."""
    assert load_village(written(tmp_path, HEAD + "facts:\n")).facts == {}


def test_a_village_without_facts_is_told(tmp_path: Path) -> None:
    """The section itself must stand there."""
    [fault] = check_village(written(tmp_path, HEAD))[1]
    assert (fault.code, "facts" in fault.message.en) == ("SV204", True)


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("as_of: 30/2/2024", 3, "SV211"),
        ("as_of: 2024", 3, "SV211"),
        ("as_off: 31/3/2024", 3, "SV203"),
        ("as_of:", 3, "SV209"),
        ("as_of: 31/3/2024\nfor_year: 24", 4, "SV208"),
        ("as_of: 31/3/2024\nfor_year: 9999", 4, "SV208"),
        ("as_of: 31/3/2024\nfor_year: 2024.5", 4, "SV208"),
        ("as_of: 31/3/2024\noverlays: [../x]", 4, "SV227"),
        ("as_of: 31/3/2024\noverlays: x", 4, "SV208"),
        ("as_of: 31/3/2024\nprogress: {draft: {finished: 2024-01-01}}", 4, "SV203"),
        ("as_of: 31/3/2024\nsources: {kh: {type: plan, issuer: UBND xã}}", 4, "SV204"),
    ],
)
def test_a_fault_in_the_header_has_its_place(text: str, line: int, code: str, tmp_path: Path) -> None:
    """Each fault is told once, at its line."""
    found = check_village(written(tmp_path, HEAD.replace("as_of: 31/3/2024", text) + "facts: {a: true}\n"))[1]
    assert [(fault.place and fault.place.line, fault.code) for fault in found] == [(line, code)]


@pytest.mark.parametrize("name", ["/etc/base", "..", "base.yaml", "https://x.vn/base", "a\\b", "a" * 201, "ấ" * 67])
def test_a_village_names_its_ruleset_and_no_path(name: str, tmp_path: Path) -> None:
    """A stranger's file never says from where to read."""
    path = written(tmp_path, HEAD.replace("ruleset: base", f"ruleset: '{name}'") + "facts:\n")
    assert [fault.code for fault in check_village(path)[1]] == ["SV227"]


def test_the_document_is_kept_beside_the_village(tmp_path: Path) -> None:
    """Binding can ask where a value stands; equality does not."""
    path = written(tmp_path, HEAD + "facts:\n  a: true\n")
    village = load_village(path)
    document = village._derived["document"]
    assert isinstance(document, Document)
    assert document.place(("facts", "a")).line == 5
    assert village == Village.model_validate({
        "village": {"id": "ap-1", "name": "Ấp 1", "kind": "hamlet"}, "ruleset": "base", "as_of": "2024-03-31",
        "facts": {"a": True},
    })  # fmt: skip


def test_a_folder_holds_a_village(tmp_path: Path) -> None:
    """A folder stands for the ``village.yaml`` in it."""
    written(tmp_path, HEAD + "facts:\n")
    assert load_village(tmp_path).id == "ap-1"


def test_plain_data_is_a_village() -> None:
    """A program may hand over plain data; its faults have no place."""
    data = {"village": {"id": "ap-1", "name": "Ấp 1", "kind": "hamlet"}, "ruleset": "base", "as_of": "2024-03-31"}
    assert load_village({**data, "facts": {}}).name == "Ấp 1"
    with pytest.raises(VillageError) as error:
        load_village(data)
    assert [(fault.code, fault.place) for fault in error.value.diagnostics] == [("SV204", None)]


def test_any_mapping_is_plain_data() -> None:
    """Data that cannot be changed will do as well as a dictionary."""
    header = MappingProxyType({"id": "ap-1", "name": "Ấp 1", "kind": "hamlet"})
    data = {"village": header, "ruleset": "base", "as_of": "2024-03-31", "facts": MappingProxyType({"a": True})}
    assert load_village(MappingProxyType(data)).facts == {"a": True}


def test_a_file_that_is_not_there() -> None:
    """A missing file is named."""
    with pytest.raises(NotFoundError):
        load_village("nowhere/village.yaml")


def test_two_ways_of_citing_one_decision_are_warned_of(tmp_path: Path) -> None:
    """Two dates, two symbols and a type against its symbol are warnings on the later mention, and load."""
    text = HEAD + (
        "sources:\n"
        "  kh:\n"
        "    type: plan\n"
        "    issuer: UBND xã\n"
        "    seen: true\n"
        "    cites:\n"
        "      - {number: 384/QĐ-UBND-HC, date: 2023-04-03, issuer: UBND tỉnh Hòa Bình}\n"
        "      - {number: 0384/QĐ-UBND, date: 2023-03-04, issuer: Uỷ ban nhân dân tỉnh Hoà Bình}\n"
        "      - {number: 384/QĐ-UBND, date: 2020-01-01, issuer: UBND tỉnh An Giang}\n"
        "      - {number: 384/QĐ-UBND-HC, date: 2023, issuer: ubnd tỉnh hòa bình}\n"
        "      - {number: 12/HD-SKHCN, type: letter, issuer: Sở KH&CN}\n"
        "facts:\n"
    )
    village, found = check_village(written(tmp_path, text))
    assert village is not None
    assert village.warnings == found
    assert [(fault.place and fault.place.line, fault.code) for fault in found] == [
        (11, "SV304"), (11, "SV303"), (14, "SV305"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "name"),
    [
        ("source: plam\nfacts:\n", 6, "plam"),
        ("facts:\n  a: {value: 3, source: {id: plam, item: II}}\n", 7, "plam"),
        ("facts:\n  a: [{id: x, b: {value: 1, source: plam}}]\n", 7, "plam"),
        ("facts:\nparties: {ubnd: {title: UBND, source: plam}}\n", 7, "plam"),
        ("facts:\nevidence:\n  - {id: e, type: t, supports: a, source: plam}\n", 8, "plam"),
    ],
)
def test_a_source_that_is_not_described_is_warned_of(text: str, line: int, name: str, tmp_path: Path) -> None:
    """Wherever a village cites it; a text nobody can look up changes no verdict, so the village loads."""
    sources = "sources:\n  plan: {type: plan, issuer: UBND xã, seen: true}\n"
    village, found = check_village(written(tmp_path, HEAD + sources + text))
    assert village is not None
    assert [(fault.code, fault.place and fault.place.line, name in fault.message.en) for fault in found] == [
        ("SV620", line, True)
    ]


def test_a_source_that_is_not_described_is_told_once(tmp_path: Path) -> None:
    """At its first mention; ids are compared after normalisation, and a described one is fine."""
    text = HEAD + (
        "source: ﬁ\n"
        "sources: {fi: {type: plan, issuer: UBND xã, seen: true, reports: kh}}\n"
        "facts: {a: {value: 1, source: kh}, b: {value: 2, source: fi}}\n"
    )
    assert [(fault.code, fault.place and fault.place.line) for fault in check_village(written(tmp_path, text))[1]] == [
        ("SV620", 5)
    ]


def test_sources_of_a_wrong_shape_are_told_alone() -> None:
    """What cites them is not held against anybody."""
    data = {"village": {"id": "a", "name": "A", "kind": "hamlet"}, "ruleset": "b", "as_of": "2024-01-01"}
    found = check_village({**data, "facts": {}, "sources": 5, "source": "plan"})[1]
    assert [fault.code for fault in found] == ["SV208"]


def test_a_file_is_checked_for_what_it_is(tmp_path: Path) -> None:
    """A village is a village by its own keys, whatever the file is called."""
    path = tmp_path / "x.yml"
    path.write_text(HEAD + "facts:\n", encoding="utf-8")
    found, village, _ = check_file(path)
    assert (found, village and village.id) == ((), "ap-1")


def test_a_village_with_a_misspelt_header_is_still_checked_as_one(tmp_path: Path) -> None:
    """Its day and the name of its ruleset tell; it is no ruleset in which everything is wrong."""
    found, village, _ = check_file(written(tmp_path, HEAD.replace("village:", "vilage:") + "facts:\n"))
    assert ([fault.code for fault in found], village) == (["SV203"], None)


@pytest.mark.parametrize("text", ["ruleset: {id: a}\nfacts: {}\n", "overlay: {id: a}\nruleset: b\n"])
def test_a_file_of_another_kind_is_no_village(text: str, tmp_path: Path) -> None:
    """It is told as such, and not key by key."""
    assert [fault.code for fault in check_village(written(tmp_path, text))[1]] == ["SV225"]
