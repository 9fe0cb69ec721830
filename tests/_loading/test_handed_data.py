"""Data that a program hands over is held to what a file's text is held to."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

import smartvillage
from smartvillage import VillageError
from smartvillage._loading import check_ruleset
from smartvillage.document import read_file

BASE = Path(__file__).parents[1] / "bad" / "base.yaml"
VILLAGE: dict[str, Any] = {
    "village": {"id": "ap-1", "name": "Ấp 1", "kind": "hamlet"},
    "ruleset": "made-up",
    "as_of": "2024-03-31",
    "facts": {},
}


def codes(facts: Any) -> list[str]:
    """Return the codes of what is wrong with a village of some facts."""
    with pytest.raises(VillageError) as caught:
        smartvillage.load_village({**VILLAGE, "facts": facts})
    return [diagnostic.code for diagnostic in caught.value.diagnostics]


def test_text_is_composed() -> None:
    """Letters whose marks stand apart are composed, in keys and in values."""
    apart = unicodedata.normalize("NFD", "đường")
    village = smartvillage.load_village({**VILLAGE, "facts": {apart: apart}})
    assert village.facts == {"đường": "đường"}


@pytest.mark.parametrize("letter", ["\ud800", "\u202e", "\0"])
def test_what_nobody_sees_is_refused(letter: str) -> None:
    """Half a letter, which no file could hold, or a mark that turns letters round: in a key, a fact or the header."""
    header = {**VILLAGE["village"], "name": f"Ấp{letter}"}
    parts: list[dict[str, Any]] = [{"facts": {letter: 1}}, {"facts": {"a": [{"b": letter}]}}, {"village": header}]
    for part in parts:
        with pytest.raises(VillageError) as caught:
            smartvillage.load_village({**VILLAGE, **part})
        assert [fault.code for fault in caught.value.diagnostics] == ["SV103"]
        with pytest.raises(ValidationError, match="invisible character"):
            smartvillage.Village.model_validate({**VILLAGE, **part})


def test_faults_say_which_keys_lead_to_them() -> None:
    """Data has no lines, so a fault of a village that a program hands over names the keys on the way to it."""
    header = {**VILLAGE["village"], "kind": "a b"}
    data = {**VILLAGE, "village": header, "as_of": "soon", "evidence": [{"id": "e", "type": "photo"}]}
    with pytest.raises(VillageError) as caught:
        smartvillage.load_village(data)
    found = [(fault.code, fault.path) for fault in caught.value.diagnostics]
    assert found == [("SV211", "as_of"), ("SV204", "evidence/0/supports"), ("SV210", "village/kind")]


def test_keys_that_are_one_when_composed() -> None:
    """Two spellings of one key are a duplicate, never a silent loss."""
    assert codes({"đường": True, unicodedata.normalize("NFD", "đường"): False}) == ["SV105"]


def test_data_nested_without_end() -> None:
    """Data nested thousands deep is refused; the interpreter's own limit is never met."""
    facts: dict[str, Any] = {}
    here = facts
    for _ in range(5000):
        here["a"] = {}
        here = here["a"]
    assert codes(facts) == ["SV112"]


@pytest.mark.parametrize("section", ["facts", "sources", "criteria", "decisions"])
def test_a_section_that_is_nothing_is_missing(section: str) -> None:
    """And what refers to its entries is told, as if nobody had written it."""
    written = {**read_file(BASE).data, section: None}
    without = {name: part for name, part in written.items() if name != section}
    found = [(fault.code, fault.message.en) for fault in check_ruleset(written)[1]]
    assert found == [(fault.code, fault.message.en) for fault in check_ruleset(without)[1]]
    assert "SV202" in {code for code, _ in found}


def test_a_section_that_may_be_absent_may_be_nothing() -> None:
    """As programs and JSON write it."""
    data = {key: part for key, part in read_file(BASE).data.items() if key != "roles"}
    assert [fault.code for fault in check_ruleset({**data, "procedure": None})[1]] == [
        fault.code for fault in check_ruleset(data)[1]
    ]


def test_what_an_overlay_sets_as_data_is_held_to_it() -> None:
    """Also a key with nothing after it, inside an entry that a file wrote."""
    overlay = {
        "overlay": {"id": "o", "title": "O", "version": "1.0.0", "extends": "base@>=1", "basis": "assumed"},
        "edits": [{"set": "criteria/1.1/title", "to": {"vi": "Tên", "nonsense": None}, "because": "x"}],
    }
    assert [fault.code for fault in check_ruleset(BASE, overlays=[overlay])[1]] == ["SV203"]


def test_an_entry_that_is_no_mapping_is_told_with_what_refers_to_it(tmp_path: Path) -> None:
    """Whatever stands there."""
    data = read_file(BASE).data
    path = tmp_path / "set.json"
    path.write_text(json.dumps({**data, "criteria": [*data["criteria"], True]}, default=str), "utf-8")
    assert {"SV208"} <= {fault.code for fault in smartvillage.check(path)}
