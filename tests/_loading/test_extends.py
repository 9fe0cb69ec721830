"""What overlays extend: found by id inside the set's own folders, down to the ruleset."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import smartvillage
from smartvillage._loading import check_ruleset, load_ruleset
from smartvillage.document import Limits
from smartvillage.model.conditions import FactCondition
from smartvillage.model.limits import ValueLimit
from smartvillage.model.ruleset import Ruleset

BASE = Path(__file__).parent.parent / "bad" / "base.yaml"


def write(folder: Path, name: str, extends: str, percent: int | None = None, **header: str) -> Path:
    """Write an overlay that sets the limit of 2.1, or its title where there is no percentage."""
    folder.mkdir(parents=True, exist_ok=True)
    more = "".join(f"  {key}: {value}\n" for key, value in header.items())
    text = f'overlay:\n  id: {name}\n  title: X\n  version: 1.2.0\n  extends: "{extends}"\n  basis: assumed\n{more}'
    if percent is None:
        text += f"edits:\n  - {{set: criteria/2.1/title, to: {name}, because: thử}}\n"
    else:
        text += f"edits:\n  - set: criteria/2.1/rule/at_least\n    to: {percent} %\n    because: thử\n"
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Lay a ruleset into a folder of its own."""
    folder = tmp_path / "base"
    folder.mkdir()
    (folder / "ruleset.yaml").write_text(BASE.read_text("utf-8"), encoding="utf-8")
    return folder


def least(ruleset: Ruleset) -> Any:
    """Return the lower limit of 2.1."""
    rule = next(one.rule for one in ruleset.criteria if one.id == "2.1")
    assert isinstance(rule, FactCondition)
    assert isinstance(rule.at_least, ValueLimit)
    return rule.at_least.value


def codes(home: Path, *overlays: Any, **limits: int) -> list[str]:
    """Return the codes that overlays give."""
    return [fault.code for fault in check_ruleset(home, overlays=overlays, limits=Limits(**limits))[1]]


def test_a_chain_of_four(home: Path) -> None:
    """Each overlay is found beside the ruleset by the id that the next one extends, and comes after it."""
    folder = home / "overlays"
    write(folder, "region", "base@>=1,<2", 72)
    write(folder, "province", "region@>=1.2", 75)
    write(folder, "district", "province@1.2", 80)
    write(folder, "commune", "district", 85)
    ruleset = load_ruleset(home, overlays=["commune"])
    assert (least(ruleset), ruleset.overlays) == (
        "85 %",
        ("commune@1.2.0", "district@1.2.0", "province@1.2.0", "region@1.2.0"),
    )


def test_a_chain_beside_the_file(home: Path, tmp_path: Path) -> None:
    """What an overlay extends may lie in the folder of its own file."""
    write(tmp_path / "elsewhere", "lower", "base", 72)
    upper = write(tmp_path / "elsewhere", "upper", "lower", 75)
    assert least(load_ruleset(home, overlays=[upper])) == "75 %"


def test_a_chain_given_at_once(home: Path, tmp_path: Path) -> None:
    """What is extended may be handed over too, in any order."""
    upper = write(tmp_path / "a", "upper", "lower", 75)
    lower = write(tmp_path / "b", "lower", "base", 72)
    assert load_ruleset(home, overlays=[upper, lower]) == load_ruleset(home, overlays=[lower, upper])


def test_an_overlay_of_one_that_is_brought_in(home: Path, tmp_path: Path) -> None:
    """An overlay may extend one that a loaded set holds already, even where its file is nowhere near."""
    lower = write(tmp_path / "a", "lower", "base", 72)
    upper = write(tmp_path / "b", "upper", "lower", 75)
    loaded = load_ruleset(home, overlays=[lower])
    assert load_ruleset(loaded, overlays=[upper]) == load_ruleset(home, overlays=[lower, upper])


def test_a_version_of_an_overlay_is_held_to_its_range(home: Path) -> None:
    """An overlay that extends another version of its parent is refused."""
    write(home / "overlays", "lower", "base", 72)
    write(home / "overlays", "upper", "lower@>=2", 75)
    assert codes(home, "upper") == ["SV501"]


@pytest.mark.parametrize(
    ("extends", "expected"),
    [
        ("http://example.org/x", "SV512"),
        ("file:///etc/passwd", "SV512"),
        ("/etc/passwd", "SV513"),
        ("C:/windows", "SV513"),
        ("sub/lower", "SV513"),
        ("~root", "SV513"),
        ("../../../etc/passwd", "SV514"),
        ("..", "SV514"),
        ("a/../../b@>=1", "SV514"),
        ("nobody@>=1", "SV511"),
        ("base@mới", "SV502"),
        ("@>=1", "SV502"),
    ],
)
def test_what_leads_out_is_refused(home: Path, tmp_path: Path, extends: str, expected: str) -> None:
    """Addresses, paths, ways up and unknown names are told each by a code of its own, and nothing is opened."""
    path = write(tmp_path / "x", "upper", extends, 75)
    [fault] = check_ruleset(home, overlays=[path])[1]
    assert (fault.code, str(fault.place)) == (expected, f"{path}:5:12")
    assert [found.code for found in smartvillage.check(path)] == [expected if expected != "SV502" else "SV502"]


def test_a_link_out_of_the_folder_is_refused(home: Path, tmp_path: Path) -> None:
    """An overlay whose file is a link to elsewhere is not followed."""
    real = write(tmp_path / "elsewhere", "lower", "base", 72)
    (home / "overlays").mkdir()
    (home / "overlays" / "lower.yaml").symlink_to(real)
    write(home / "overlays", "upper", "lower", 75)
    assert codes(home, "upper") == ["SV515"]


@pytest.mark.parametrize("names", [["a"], ["a", "b"], ["a", "b", "c"]])
def test_a_circle_is_named(home: Path, names: list[str]) -> None:
    """Overlays that extend one another are told with the whole circle."""
    for name, below in zip(names, [*names[1:], names[0]], strict=True):
        write(home / "overlays", name, below, 75)
    [fault] = check_ruleset(home, overlays=["a"])[1]
    circle = " → ".join(f"`{name}`" for name in [*names, names[0]])
    assert (fault.code, circle in fault.message.en, circle in fault.message.vi) == ("SV516", True, True)


def test_a_chain_is_bounded(home: Path) -> None:
    """One overlay more than allowed on one another is refused where it goes over."""
    below = "base"
    for number in range(4):
        write(home / "overlays", f"o{number}", below)
        below = f"o{number}"
    assert codes(home, "o3", max_extends=3) == ["SV517"]
    assert codes(home, "o3", max_extends=4) == []


def test_two_overlays_of_one_id_are_refused(home: Path, tmp_path: Path) -> None:
    """Nobody could say which of them another one extends."""
    one, other = write(tmp_path / "a", "same", "base", 72), write(tmp_path / "b", "same", "base", 75)
    assert codes(home, one, other) == ["SV215"]


def test_the_same_overlay_twice_is_once(home: Path, tmp_path: Path) -> None:
    """One content at two places is one overlay."""
    one, other = write(tmp_path / "a", "same", "base", 72), write(tmp_path / "b", "same", "base", 72)
    assert least(load_ruleset(home, overlays=[one, other])) == "72 %"


def test_an_overlay_of_another_set_is_told_so(home: Path, tmp_path: Path) -> None:
    """An overlay of a set on the shelf does not fit another set."""
    assert codes(home, write(tmp_path / "x", "upper", "dong-thap-2021-2025", 75)) == ["SV501"]


def test_an_overlay_is_checked_with_all_it_extends(home: Path) -> None:
    """A file by itself is checked against the set at the bottom of its chain."""
    write(home / "overlays", "lower", "base", 72)
    upper = write(home / "overlays", "upper", "lower", 75)
    assert smartvillage.check(upper) == ()
    write(home / "overlays", "lower", "base", 75)
    assert [fault.code for fault in smartvillage.check(upper)] == ["SV505"]


def test_what_is_no_overlay_is_not_extended(home: Path, tmp_path: Path) -> None:
    """Another ruleset of that name is another base."""
    (tmp_path / "other.yaml").write_text(BASE.read_text("utf-8").replace("id: base", "id: other"), encoding="utf-8")
    assert codes(home, write(tmp_path, "upper", "other", 75)) == ["SV501"]


def test_an_overlay_that_a_village_names_may_lie_in_its_folders_overlays(home: Path, tmp_path: Path) -> None:
    """Where a village lies its overlays may have a folder of their own, and extend one another there."""
    near = tmp_path / "village"
    write(near / "overlays", "lower", "base", 72)
    write(near / "overlays", "upper", "lower", 75)
    assert least(load_ruleset(home, overlays=["upper"], near=near)) == "75 %"


def test_a_loaded_set_keeps_what_was_asked_of_it(home: Path) -> None:
    """Bringing overlays in leaves the set that was loaded as it was."""
    write(home / "overlays", "lower", "base", 72)
    loaded = load_ruleset(home)
    before = loaded.model_dump_json()
    assert least(load_ruleset(loaded, overlays=["lower"])) == "72 %"
    assert (loaded.model_dump_json(), load_ruleset(home)) == (before, loaded)
