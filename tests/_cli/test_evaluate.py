"""``smartvillage evaluate`` on the real village and on a small one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Smartvillage

AN_PHU = Path(__file__).parents[2] / "examples" / "an-phu" / "village.yaml"


def test_an_phu_as_json(smartvillage: Smartvillage) -> None:
    """The golden result, as a program reads it."""
    ended = smartvillage("evaluate", AN_PHU, "--format", "json")
    found = json.loads(ended.out)
    assert (ended.code, found["verdict"], found["proven"]) == (0, "not_met", 2)
    assert found["counts"] == {"met": 15, "not_met": 9, "not_assessable": 3, "unknown": 0, "not_applicable": 0}
    assert len(found["findings"]) == 33


def test_an_overlay_by_name(smartvillage: Smartvillage) -> None:
    """An overlay that lies with its set is named by its id."""
    ended = smartvillage("evaluate", AN_PHU, "--overlay", "quoc-gia-tham-chieu", "--format", "json")
    counts = json.loads(ended.out)["counts"]
    assert (counts["met"], counts["not_met"], counts["not_assessable"]) == (17, 9, 1)


def test_a_village_may_be_its_folder(smartvillage: Smartvillage) -> None:
    """The same village, the same text."""
    assert smartvillage("evaluate", AN_PHU.parent).out == smartvillage("evaluate", AN_PHU).out


def test_a_ruleset_may_be_a_file(smartvillage: Smartvillage, village: Path) -> None:
    """Named, or beside the village, or by its path."""
    named = smartvillage("evaluate", village, "--ruleset", village.with_name("vi-du.yaml"), "--format", "json")
    assert named.out == smartvillage("evaluate", village, "--format", "json").out


@pytest.mark.parametrize(
    ("event", "old", "new", "code"),
    [
        ("not_met", "users: 4", "users: 4", 1),
        ("not_met", "wifi: false", "wifi: true", 0),
        ("open", "users: 4", "users: 4", 0),
        ("open", "users: 4", "users:", 1),
        ("unproven", "users: 4", "users: 12", 1),
        ("unproven", "wifi: false", "wifi: true", 0),
    ],
)
def test_fail_on(  # noqa: PLR0913, PLR0917 - one case
    smartvillage: Smartvillage, edited: Callable[[str, str], Path], event: str, old: str, new: str, code: int
) -> None:
    """The verdict, an open criterion, a met criterion that is not proven."""
    assert smartvillage("evaluate", edited(old, new), "--fail-on", event).code == code


def test_what_failed_is_printed_all_the_same(smartvillage: Smartvillage, village: Path) -> None:
    """A gate says why it is shut."""
    assert "✗ 1" in smartvillage("evaluate", village, "--fail-on", "not_met").out


def test_a_result_goes_to_a_file(smartvillage: Smartvillage, village: Path, tmp_path: Path) -> None:
    """The file has the data, standard error says where it is, standard output is empty."""
    ended = smartvillage("evaluate", village, "-o", tmp_path / "a.json")
    assert (ended.code, ended.out, ended.err) == (0, "", f"đã ghi {tmp_path / 'a.json'}\n")
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["verdict"] == "not_met"


def test_as_counted_by_commune_changes_words_alone(smartvillage: Smartvillage) -> None:
    """The program's own words in JSON stay."""
    plain = smartvillage("evaluate", AN_PHU, "--format", "json")
    assert smartvillage("evaluate", AN_PHU, "--format", "json", "--as-counted-by-commune").out == plain.out
    assert "Chưa đánh giá được" not in smartvillage("evaluate", AN_PHU, "--as-counted-by-commune").out


@pytest.mark.parametrize(
    ("environment", "painted"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
     ({"FORCE_COLOR": "1", "TERM": "dumb"}, False)],
)  # fmt: skip
def test_colour_is_for_those_who_want_it(
    smartvillage: Smartvillage, village: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str],
    painted: bool,  # noqa: FBT001 - a parameter of the case
) -> None:  # fmt: skip
    """Never in a pipe unless forced, and never against NO_COLOR."""
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in smartvillage("evaluate", village).out) is painted


@pytest.mark.parametrize(("columns", "widest"), [("60", 60), ("300", 100)])
def test_text_fits_the_terminal(
    smartvillage: Smartvillage, monkeypatch: pytest.MonkeyPatch, columns: str, widest: int
) -> None:
    """And is never wider than one can read."""
    monkeypatch.setenv("COLUMNS", columns)
    assert max(map(len, smartvillage("evaluate", AN_PHU).out.splitlines())) == pytest.approx(widest, abs=2)


def test_json_loads_nothing_it_does_not_need(village: Path) -> None:
    """A cold start pays for no colours, units, holidays, schemas, planning or explanations."""
    code = (
        "import sys; from smartvillage._cli.course import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, "evaluate", str(village), "--format", "json"]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    unwanted = ("rich", "pint", "holidays", "jsonschema", "smartvillage._planning", "smartvillage._forms")
    assert [name for name in ended.stderr.split() if name.startswith(unwanted)] == []


@pytest.mark.parametrize(
    ("cites", "told"),
    [
        ("", ""),
        ("source: a\n", "at least 1 warning; see `smartvillage validate {village}`\n"),
        ("source: a\nparties: {p: {title: P, source: b}}\n",
         "at least 2 warnings; see `smartvillage validate {village}`\n"),
    ],
)  # fmt: skip
def test_warnings_are_counted_on_standard_error(
    smartvillage: Smartvillage, edited: Callable[[str, str], Path], cites: str, told: str
) -> None:
    """In one line that says what shows them; standard output is the same."""
    village = edited("facts:", "facts:")
    plain = smartvillage("evaluate", village, "--lang", "en").out
    ended = smartvillage("evaluate", edited("facts:", f"{cites}facts:"), "--lang", "en")
    assert (ended.out, ended.err) == (plain, told.format(village=village))


def test_warnings_of_a_ruleset_are_counted_too(smartvillage: Smartvillage, village: Path) -> None:
    """The line names each file that has any."""
    ruleset = village.with_name("vi-du.yaml")
    text = ruleset.read_text("utf-8").replace("facts:\n", "facts:\n  spare: {type: flag}\n")
    ruleset.write_text(text, "utf-8")
    ended = smartvillage("roadmap", village, "--until", "2024-12-31")
    assert ended.err == f"ít nhất 1 cảnh báo; xem bằng `smartvillage validate {ruleset}`\n"


@pytest.mark.parametrize(("facts", "event", "code"), [
    ("{share: 60 %}", "open", 0), ("{}", "open", 1), ("{share: 60 %}", "not_met", 0), ("{share: 60 %}", "unproven", 0),
])  # fmt: skip
def test_fail_on_what_is_measured(
    smartvillage: Smartvillage, tmp_path: Path, facts: str, event: str, code: int
) -> None:
    """A level that is open is open, and one that is given is neither met nor unproven."""
    (tmp_path / "set.yaml").write_text(
        "ruleset: {id: levels, title: L, version: 1.0.0, period: {from: 2023-01-01}, basis: assumed, source: ours}\n"
        "sources: {ours: {type: own, issuer: T, seen: true}}\n"
        "scales: {rank: ['1', '2']}\n"
        "facts: {share: {type: share}}\n"
        "criteria:\n"
        "  - {id: a, title: A, grade: {of: {fact: share}, scale: rank, levels: {'2': 50 %}}}\n"
        "measures: {rank: {grade: all}}\n"
        "decisions: {main: {main: true, level: rank}}\n",
        encoding="utf-8",
    )
    village = tmp_path / "village.yaml"
    village.write_text(
        f"village: {{id: v, name: V, kind: hamlet}}\nruleset: levels\nas_of: 2024-03-31\nfacts: {facts}\n",
        encoding="utf-8",
    )
    ended = smartvillage("evaluate", village, "--ruleset", tmp_path / "set.yaml", "--fail-on", event)
    assert ended.code == code
