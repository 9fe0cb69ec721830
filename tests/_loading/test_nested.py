"""Results of other sets: a place's own file is read inside the village's folder, and judged by the other set."""

from __future__ import annotations

from pathlib import Path

import pytest

import smartvillage
from smartvillage import Outcome, VillageError

HAMLETS = """
ruleset: {id: hamlets, title: Ấp, version: 1.0.0, period: {from: 2023-01-01, until: 2024-12-31}, basis: wording,
  source: qd}
sources: {qd: {type: decision, number: 1/QĐ-UBND, date: 2023-01-01, issuer: UBND tỉnh, seen: true}}
facts: {wifi: {type: flag}}
criteria: [{id: "1", title: Wifi, rule: {fact: wifi}, evidence: none}]
decisions: {smart: {main: true, if: {met: all, at_least: all}}}
"""
COMMUNE = """
ruleset: {id: communes, title: Xã, version: 1.0.0, subject: commune, period: {from: 2022-01-01, until: 2025-12-31},
  basis: wording, source: qd}
sources: {qd: {type: decision, number: 2/QĐ-UBND, date: 2023-01-01, issuer: UBND tỉnh, seen: true}}
facts:
  hamlet: {type: result, ruleset: hamlets, counts: COUNTS}
criteria: [{id: "1", title: Ấp thông minh, rule: {fact: hamlet}, evidence: none}]
decisions: {exemplary: {main: true, if: {met: all, at_least: all}}}
"""
VILLAGE = "village: {id: a, name: A, kind: KIND}\nruleset: SET\nas_of: 2024-03-31\nfacts:\n  "


def village(
    folder: Path, line: str, *, kind: str = "commune", ruleset: str = "communes", name: str = "xa.yaml"
) -> Path:
    """Write a village of one line and return its file."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(VILLAGE.replace("KIND", kind).replace("SET", ruleset) + line + "\n", encoding="utf-8")
    return file


@pytest.fixture(params=["either"])
def folder(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A folder with two sets; the commune's counts results as the parameter says."""
    (tmp_path / "hamlets.yaml").write_text(HAMLETS, encoding="utf-8")
    (tmp_path / "communes.yaml").write_text(COMMUNE.replace("COUNTS", request.param), encoding="utf-8")
    return tmp_path


def outcome(file: Path, on: str | None = None) -> tuple[Outcome | None, bool]:
    """Return what the one criterion came to, and whether it is proven."""
    finding = smartvillage.evaluate("communes", file, on)["1"]
    return finding.outcome, finding.proven


def codes(file: Path, ruleset: str | Path = "communes") -> list[tuple[str, str]]:
    """Return the codes of a village's faults, each with the name of the file it stands in."""
    with pytest.raises(VillageError) as caught:
        smartvillage.evaluate(ruleset, file)
    return [(fault.code, Path(fault.place.file).name if fault.place else "") for fault in caught.value.diagnostics]


@pytest.mark.parametrize(
    ("wifi", "expected"),
    [("true", (Outcome.MET, True)), ("false", (Outcome.NOT_MET, False)), ("", (Outcome.UNKNOWN, False))],
)
def test_a_place_is_judged_from_its_own_file(folder: Path, wifi: str, expected: tuple[Outcome, bool]) -> None:
    """Its verdict is the result; one that is open is missing, not false."""
    village(folder, f"wifi: {wifi}", kind="hamlet", ruleset="hamlets", name="ap/1.yaml")
    assert outcome(village(folder, "hamlet: {village: ap/1.yaml}")) == expected


def test_a_folder_holds_its_village(folder: Path) -> None:
    """A folder is named like the file in it."""
    village(folder, "wifi: true", kind="hamlet", ruleset="hamlets", name="ap/village.yaml")
    assert outcome(village(folder, "hamlet: {village: ap}")) == (Outcome.MET, True)


def test_what_is_not_proven_there_is_not_proven_here(folder: Path) -> None:
    """A verdict that rests on figures of another place counts as reported alone."""
    line = "wifi: {value: true, scope: school}"
    village(folder, line, kind="hamlet", ruleset="hamlets", name="ap.yaml")
    assert outcome(village(folder, "hamlet: {village: ap.yaml}")) == (Outcome.MET, False)


def test_a_day_on_which_the_other_set_is_not_in_force_leaves_it_open(folder: Path) -> None:
    """Nobody can be judged by what is not in force."""
    village(folder, "wifi: true", kind="hamlet", ruleset="hamlets", name="ap.yaml")
    file = village(folder, "hamlet: {village: ap.yaml}")
    assert [outcome(file, day)[0] for day in ("2022-12-31", "2023-01-01")] == [Outcome.UNKNOWN, Outcome.MET]


@pytest.mark.parametrize(
    ("folder", "line", "expected"),
    [
        ("recognised", "{decision: 3/QĐ-UBND, issued_on: 2024-03-31}", Outcome.MET),
        ("recognised", "{decision: 3/QĐ-UBND, issued_on: 2024-04-01}", Outcome.NOT_MET),
        ("recognised", "{decision: 3/QĐ-UBND}", Outcome.MET),
        ("recognised", "{issued_on: 2024-03-31}", Outcome.UNKNOWN),
        ("recognised", "{village: ap.yaml}", Outcome.UNKNOWN),
        ("recognised", "true", Outcome.MET),
        ("assessed", "{decision: 3/QĐ-UBND, issued_on: 2024-03-31}", Outcome.UNKNOWN),
        ("assessed", "{village: ap.yaml}", Outcome.MET),
        ("assessed", "false", Outcome.NOT_MET),
        ("either", "{decision: 3/QĐ-UBND, issued_on: 2024-03-31}", Outcome.MET),
        ("either", "{village: ap.yaml}", Outcome.MET),
        ("either", "{status: planned, value: true}", Outcome.NOT_MET),
    ],
    indirect=["folder"],
)
def test_each_kind_counts_its_own_form(folder: Path, line: str, expected: Outcome) -> None:
    """A result that counts decisions takes no assessment, and the other way round; all take true and false."""
    village(folder, "wifi: true", kind="hamlet", ruleset="hamlets", name="ap.yaml")
    assert outcome(village(folder, f"hamlet: {line}"))[0] is expected


@pytest.mark.parametrize("folder", ["recognised"], indirect=True)
def test_the_other_set_is_looked_for_only_when_a_place_is_judged(folder: Path) -> None:
    """A decision says all there is to say."""
    (folder / "hamlets.yaml").unlink()
    assert outcome(village(folder, "hamlet: {decision: 3/QĐ-UBND}"))[0] is Outcome.MET


def test_the_other_set_may_lie_beside_the_set_itself(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Wherever the village lies."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    village(elsewhere, "wifi: true", kind="hamlet", ruleset="hamlets", name="ap.yaml")
    file = village(elsewhere, "hamlet: {village: ap.yaml}")
    assert smartvillage.evaluate(folder / "communes.yaml", file)["1"].outcome is Outcome.MET


def test_a_set_that_is_not_found_is_told_where_the_place_is_named(folder: Path) -> None:
    """The place's own file has no fault."""
    (folder / "hamlets.yaml").unlink()
    village(folder, "wifi: true", kind="hamlet", ruleset="hamlets", name="ap.yaml")
    assert codes(village(folder, "hamlet: {village: ap.yaml}")) == [("SV301", "xa.yaml")]


def test_a_set_with_faults_is_told_where_the_place_is_named(folder: Path) -> None:
    """Its own faults are told when it is checked."""
    (folder / "hamlets.yaml").write_text(HAMLETS.replace("fact: wifi", "fact: wify"), encoding="utf-8")
    village(folder, "wifi: true", kind="hamlet", ruleset="hamlets", name="ap.yaml")
    assert codes(village(folder, "hamlet: {village: ap.yaml}")) == [("SV332", "xa.yaml")]


def test_a_file_that_is_asked_for_another_set_is_judged_by_neither(folder: Path) -> None:
    """What one set made of it says nothing of the other."""
    both = COMMUNE.replace("COUNTS", "either").replace(
        "facts:\n", "facts:\n  other: {type: result, ruleset: third, counts: assessed}\n"
    )
    both = both.replace("{fact: hamlet}", "{all_of: [{fact: hamlet}, {fact: other}]}")
    (folder / "communes.yaml").write_text(both, encoding="utf-8")
    village(folder, "wifi: true", kind="hamlet", ruleset="hamlets", name="ap.yaml")
    file = village(folder, "hamlet: {village: ap.yaml}\n  other: {village: ./ap.yaml}")
    assert codes(file) == [("SV633", "ap.yaml")]


def test_what_is_wrong_with_a_file_is_told_once(folder: Path) -> None:
    """However often, and in however many ways, it is named."""
    text = (folder / "communes.yaml").read_text("utf-8")
    text = text.replace(
        "facts:\n", "facts:\n  other: {type: result, ruleset: hamlets, counts: assessed, context: true}\n"
    )
    (folder / "communes.yaml").write_text(text, encoding="utf-8")
    village(folder, "wifi: 3", kind="hamlet", ruleset="hamlets", name="ap/village.yaml")
    file = village(folder, "hamlet: {village: ap}\n  other: {village: ap//./village.yaml}")
    assert codes(file) == [("SV604", "village.yaml")]


@pytest.mark.parametrize("line", ["wifi: 3", "wify: true"])
def test_faults_of_the_place_stand_in_its_own_file(folder: Path, line: str) -> None:
    """They are told with those of the village itself, in one run."""
    village(folder, line, kind="hamlet", ruleset="hamlets", name="ap.yaml")
    found = codes(village(folder, "hamlet: {village: ap.yaml}\n  hamlets: true"))
    assert [file for _, file in found] == ["ap.yaml", "xa.yaml"]


@pytest.mark.parametrize(
    "path",
    ["../ap.yaml", "/etc/passwd", "~/ap.yaml", "http://example.org/ap.yaml", "a/../../ap.yaml", "a\\ap.yaml", "."],
)
def test_a_path_leads_nowhere_but_down(folder: Path, path: str) -> None:
    """No way up, no absolute path, no scheme; the folder itself holds no other village."""
    home = folder / "inside"
    village(folder, "wifi: true", kind="hamlet", ruleset="hamlets", name="ap.yaml")
    file = village(home, f'hamlet: {{village: "{path}"}}'.replace("\\", "\\\\"))
    assert codes(file, folder / "communes.yaml")[0][0] in {"SV627", "SV628"}


def test_a_link_out_of_the_folder_is_not_followed(folder: Path) -> None:
    """What a link points at lies where it lies."""
    home = folder / "inside"
    there = village(folder, "wifi: true", kind="hamlet", ruleset="hamlets", name="ap.yaml")
    file = village(home, "hamlet: {village: ap.yaml}")
    (home / "ap.yaml").symlink_to(there)
    assert codes(file, folder / "communes.yaml") == [("SV627", "xa.yaml")]


def test_a_village_that_came_from_no_file_names_none() -> None:
    """There is no folder in which a path could start."""
    data = {
        "village": {"id": "a", "name": "A", "kind": "hamlet"},
        "ruleset": "base",
        "as_of": "2024-03-31",
        "facts": {"neighbour": {"village": "neighbour.yaml"}},
    }
    with pytest.raises(VillageError) as caught:
        smartvillage.evaluate(Path(__file__).parents[1] / "bad" / "base.yaml", data)
    assert [fault.code for fault in caught.value.diagnostics] == ["SV632"]


def test_sets_that_wait_for_one_another_are_a_circle(folder: Path) -> None:
    """A set is never judged by way of itself, through whatever files."""
    back = HAMLETS.replace("{wifi: {type: flag}}", "{wifi: {type: result, ruleset: communes, counts: assessed}}")
    (folder / "hamlets.yaml").write_text(back, encoding="utf-8")
    village(folder, "wifi: {village: other.yaml}", kind="hamlet", ruleset="hamlets", name="ap.yaml")
    village(folder, "hamlet: true", name="other.yaml")
    assert codes(village(folder, "hamlet: {village: ap.yaml}")) == [("SV629", "ap.yaml")]


def test_files_stand_only_so_deep_inside_one_another(folder: Path) -> None:
    """Nine sets, each judging by the next, are one too many."""
    first = COMMUNE.replace("ruleset: hamlets", "ruleset: s1").replace("COUNTS", "assessed")
    (folder / "communes.yaml").write_text(first, encoding="utf-8")
    for place in range(1, 10):
        inner = f"{{wifi: {{type: result, ruleset: s{place + 1}, counts: assessed}}}}"
        text = HAMLETS.replace("{wifi: {type: flag}}", inner).replace("id: hamlets", f"id: s{place}")
        (folder / f"s{place}.yaml").write_text(text, encoding="utf-8")
        village(
            folder, f"wifi: {{village: v{place + 1}.yaml}}", kind="hamlet", ruleset=f"s{place}", name=f"v{place}.yaml"
        )
    village(folder, "wifi: true", kind="hamlet", ruleset="s10", name="v10.yaml")
    assert codes(village(folder, "hamlet: {village: v1.yaml}")) == [("SV630", "v8.yaml")]
