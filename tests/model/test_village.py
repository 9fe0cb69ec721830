"""Villages as programs make them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

import smartvillage as sv
from smartvillage import NotFoundError, Village

HEAD = {"village": {"id": "ap-1", "name": "Ấp 1", "kind": "hamlet"}, "as_of": "2024-03-31", "facts": {}}
RULESET = """\
ruleset: {id: own, title: Own, version: 1.0.0, subject: hamlet, period: {from: 2023-01-01}, basis: assumed, source: own}
sources: {own: {type: own, issuer: us, seen: true}}
facts: {a: {type: flag}}
criteria: [{id: "1", title: A, rule: {fact: a}}]
decisions: {recognised: {main: true, if: {met: all, at_least: all}}}
"""


@pytest.mark.parametrize("name", ["/etc/passwd", "../x", "..", "", "x.yaml", "file:x", "a\\b", "a\0b", "X.JSON"])
def test_a_village_from_anywhere_names_no_path(name: str) -> None:
    """A village that came in over the net cannot make a service read a file of its choice."""
    with pytest.raises(ValidationError):
        Village.model_validate({**HEAD, "ruleset": name})
    with pytest.raises(ValidationError):
        Village.model_validate({**HEAD, "ruleset": "x", "overlays": [name]})


def test_printing_a_village_does_not_dump_it() -> None:
    """One line, in print as at a prompt."""
    village = Village.model_validate({**HEAD, "ruleset": "x", "facts": {"a": True}})
    assert str(village) == repr(village) == "<Village ap-1 (Ấp 1) as of 2024-03-31: 1 fact>"


def test_a_name_is_a_name() -> None:
    """Names may have dots, dashes and letters of any script."""
    assert Village.model_validate({**HEAD, "ruleset": "đồng-tháp.2025"}).ruleset == "đồng-tháp.2025"


def place(**more: Any) -> Village:
    """A village with two facts and a paper."""
    papers = [{"id": "p", "type": "map", "supports": "b"}]
    return Village.model_validate({**HEAD, "ruleset": "x", "facts": {"a": 1, "b": True}, "evidence": papers, **more})


def test_a_change_gives_another_village() -> None:
    """What is stated stands over what was said, what is taken out is gone, and the village itself stays."""
    village = place()
    changed = village.with_changes(facts={"b": False, "c": "70 %"}, without=["a"])
    assert changed == place(facts={"b": False, "c": "70 %"})
    assert village == place()


def test_a_changed_village_is_frozen_as_any() -> None:
    """Its facts can be changed no more, and it hashes and equals by content."""
    changed = place().with_changes(facts={"a": [1]})
    with pytest.raises(TypeError, match="frozen"):
        changed.facts["a"] = 2
    with pytest.raises(TypeError, match="frozen"):
        changed.facts["a"].append(2)


def test_papers_are_added_and_taken_out() -> None:
    """By their ids; a piece may be plain data."""
    changed = place().with_changes(evidence=[{"id": "q", "type": "photo", "supports": "b"}], without=["p"])
    assert [one.id for one in changed.evidence] == ["q"]


def test_what_is_taken_out_must_be_there() -> None:
    """A misspelt id would else change nothing and say nothing."""
    with pytest.raises(NotFoundError, match="did you mean `a`") as caught:
        place().with_changes(without=["A"])
    assert "không tìm thấy số liệu" in caught.value.explain("vi")


def test_a_value_that_no_file_holds_is_refused() -> None:
    """As at every other door."""
    with pytest.raises(ValidationError):
        place().with_changes(facts={"a": float("nan")})


def test_a_changed_village_knows_where_it_lies(tmp_path: Path) -> None:
    """What it kept has its place in its file, what a program stated has none; rulesets beside it are still found."""
    (tmp_path / "own.yaml").write_text(RULESET, encoding="utf-8")
    papers = "[{id: p, type: gone, supports: a}, {id: q, type: lost, supports: a}]"
    head = "village: {id: v, name: V, kind: hamlet}\nruleset: own\nas_of: 2024-01-01\n"
    (tmp_path / "village.yaml").write_text(f"{head}facts: {{a: x}}\nevidence: {papers}\n", encoding="utf-8")
    changed = sv.load_village(tmp_path).with_changes(
        facts={"b": 1}, evidence=[{"id": "r", "type": "new", "supports": "a"}], without=["p"]
    )
    with pytest.raises(sv.VillageError) as caught:
        sv.evaluate("own", changed)
    told = {one.path: one.place and one.place.column for one in caught.value.diagnostics}
    lost = len("evidence: ") + papers.index("lost") + 1
    assert told == {"facts/a": 12, "facts/b": None, "evidence/0/type": lost, "evidence/1/type": None}


def test_one_id_is_taken_out_as_it_is() -> None:
    """A text is one id, not its letters."""
    assert place().with_changes(without="a") == place().with_changes(without=["a"])
    with pytest.raises(NotFoundError, match="`ab`"):
        place().with_changes(without="ab")
