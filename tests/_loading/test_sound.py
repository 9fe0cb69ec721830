"""What is sound of a village with faults: the rest is judged in the same run, and nothing cascades."""

from __future__ import annotations

from pathlib import Path

import pytest

from smartvillage._loading import check_file, check_village

HEAD = "village: {id: ap-1, name: Ấp 1, kind: hamlet}\nruleset: base\nas_of: 2024-03-31\n"


def written(folder: Path, text: str) -> Path:
    """Write a village's file."""
    path = folder / "village.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("bad", "kept"),
    [
        ("facts: {a: true, 'b c': 1}", {"facts": {"a": True}}),
        ("facts: {a: {value: 87,9 %}}", {"facts": {"a": {"value": "87,9 %"}}}),
        ("facts: {a: 1}\nprogress: {x: {dne: 2024-01-01}, z: {done: 2024-01-01}}", {"progress": ["z"]}),
        (
            "facts: {a: 1}\nsources: {k: {type: plan, issuer: x}, l: {type: plan, issuer: x, seen: true}}",
            {"sources": ["l"]},
        ),
        ("facts: {a: 1}\nevidence: 3\nparties: {p: {title: P}}", {"evidence": (), "parties": ["p"]}),
        ("facts: {a: 1}\nremarks: none", {"facts": {"a": "1"}}),
    ],
)
def test_a_bad_part_is_left_out_alone(bad: str, kept: dict[str, object], tmp_path: Path) -> None:
    """The village that is left holds everything else, and is good for finding further faults only."""
    path = written(tmp_path, HEAD + bad + "\n")
    found, village, _ = check_file(path)
    assert (len(found), check_village(path)[0]) == (1, None)
    assert village is not None
    held = {name: getattr(village, name) for name in kept}
    listed = {name: list(value) if isinstance(kept[name], list) else value for name, value in held.items()}
    assert listed == kept


def test_evidence_that_stays_keeps_its_place(tmp_path: Path) -> None:
    """Where a piece before it is left out, a later one is still found at its own line."""
    evidence = "facts: {a: 1}\nevidence:\n  - {id: e, typ: t, supports: a}\n  - {id: f, type: t, supports: a}\n"
    _, village, _ = check_file(written(tmp_path, HEAD + evidence))
    assert village is not None
    assert [piece.id for piece in village.evidence] == ["f"]
    place = village._derived["document"].place
    assert (place(("evidence", 0, "type")).line, place(("facts", "a")).line) == (7, 4)


@pytest.mark.parametrize(
    "head",
    [
        HEAD.replace("kind: hamlet", "kind: 'a b'"),
        HEAD.replace("as_of: 2024-03-31", "as_of: 2024-02-31"),
        HEAD.replace("ruleset: base", "ruleset: ../base"),
        HEAD + "numbers: fr\n",
        HEAD + "number: en\n",
        HEAD + "overlays: none\n",
        HEAD + "overlay: [x]\n",
    ],
)
def test_nothing_is_sound_without_what_rules_the_rest(head: str, tmp_path: Path) -> None:
    """A fault in how everything is read must not make faults of everything."""
    found, village, _ = check_file(written(tmp_path, head + "facts: {a: 1}\n"))
    assert (len(found), village) == (1, None)
