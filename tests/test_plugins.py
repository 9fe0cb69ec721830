"""Forms of output that other installed packages offer: used by name, and what is broken there breaks nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import smartvillage as sv
from smartvillage._cli.course import run
from smartvillage.plugins import EXPORTERS, exporter, offers

ROOT = Path(__file__).parents[1]
AP_THU = ROOT / "examples" / "ap-thu" / "village.yaml"
WRITERS = """\
def csv(result, *, lang, ruleset):
    return f"{type(result).__name__};{lang};{ruleset and ruleset.id}\\n"

def raising(result, *, lang, ruleset):
    raise KeyError("x")

def silent(result, *, lang, ruleset):
    return None

nothing = 3

def leaving(result, *, lang, ruleset):
    raise SystemExit(0)
"""
ENTRIES = """\
[smartvillage.exporters]
csv = writers:csv
raising = writers:raising
silent = writers:silent
nothing = writers:nothing
missing = writers:gone
nowhere = no_such_module:x
json = writers:raising
leaving = writers:leaving
absent = leavers:x
"""


@pytest.fixture
def writers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed package that offers forms of output, good and bad."""
    info = tmp_path / "writers-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: writers\nVersion: 1\n", "utf-8")
    (info / "entry_points.txt").write_text(ENTRIES, "utf-8")
    (tmp_path / "writers.py").write_text(WRITERS, "utf-8")
    (tmp_path / "leavers.py").write_text("raise SystemExit(3)\n", "utf-8")
    monkeypatch.delitem(sys.modules, "writers", raising=False)
    monkeypatch.syspath_prepend(str(tmp_path))


@pytest.fixture(scope="module")
def assessment() -> sv.Assessment:
    """A result."""
    return sv.evaluate("dong-thap-2021-2025", AP_THU)


@pytest.mark.usefixtures("writers")
class TestExporters:
    """What a package offers under ``smartvillage.exporters``."""

    def test_a_form_is_written_by_its_name(self, assessment: sv.Assessment, tmp_path: Path) -> None:
        """To a text, or to a file."""
        assert sv.render(assessment, "csv", lang="en") == "Assessment;en;None\n"
        target = sv.write(
            assessment, tmp_path / "out.csv", format="csv", ruleset=sv.load_ruleset("dong-thap-2021-2025")
        )
        assert target.read_text("utf-8") == "Assessment;vi;dong-thap-2021-2025\n"

    def test_the_command_line_knows_it(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Where our own forms are asked for."""
        assert run(["evaluate", str(AP_THU), "--format", "csv"]) == 0
        assert capsys.readouterr().out == "Assessment;vi;dong-thap-2021-2025\n"

    @pytest.mark.parametrize(
        ("name", "why"),
        [
            ("raising", "KeyError: 'x'"),
            ("silent", "TypeError: writers:silent returned no text"),
            ("nothing", "TypeError: writers:nothing is not callable"),
            ("missing", "AttributeError: module 'writers' has no attribute 'gone'"),
            ("leaving", "SystemExit: 0"),
            ("absent", "SystemExit: 3"),
            ("nowhere", "ModuleNotFoundError: No module named 'no_such_module'"),
        ],
    )
    def test_a_broken_one_is_an_error_that_names_it(self, assessment: sv.Assessment, name: str, why: str) -> None:
        """And its package."""
        with pytest.raises(sv.PluginError) as error:
            sv.render(assessment, name)
        assert str(error.value) == f"`{name}` of the package `writers` cannot be used: {why}"
        assert error.value.explain("vi") == f"`{name}` của gói `writers` không dùng được: {why}"

    def test_a_broken_one_ends_the_command_line_without_a_traceback(self, capsys: pytest.CaptureFixture[str]) -> None:
        """As any other misuse."""
        assert run(["evaluate", str(AP_THU), "--format", "raising", "--lang", "en"]) == 2
        out, err = capsys.readouterr()
        assert (out, err) == ("", "`raising` of the package `writers` cannot be used: KeyError: 'x'\n")

    def test_our_own_forms_are_ours(self, assessment: sv.Assessment) -> None:
        """A package cannot take their names."""
        assert sv.render(assessment, "json").startswith("{")

    def test_an_unknown_form_is_refused(self, assessment: sv.Assessment) -> None:
        """By the library and by the command line."""
        assert exporter("nope") is None
        with pytest.raises(ValueError, match="a format is one of text, json, md, html, not 'nope'"):
            sv.render(assessment, "nope")
        assert run(["evaluate", str(AP_THU), "--format", "nope"]) == 2

    def test_each_offer_stands_once(self) -> None:
        """In the order of packages and names."""
        names = [offer.name for offer in offers(EXPORTERS) if offer.package == "writers"]
        assert names == sorted(
            ["csv", "raising", "silent", "nothing", "missing", "nowhere", "json", "leaving", "absent"]
        )


def test_nobody_looks_for_packages_without_need(tmp_path: Path) -> None:
    """An evaluation of a shipped set in our own forms, and of a set that lies near, reads no package's metadata."""
    near = tmp_path / "village.yaml"
    text = (ROOT / "tests" / "bad" / "base.yaml").read_text("utf-8")
    (tmp_path / "base.yaml").write_text(text, "utf-8")
    near.write_text("village: {id: a, name: A, kind: hamlet}\nruleset: base\nas_of: 2024-01-01\nfacts: {}\n", "utf-8")
    assert [looked("evaluate", str(path), "--format", "json") for path in (AP_THU, near)] == [False, False]
    assert looked("evaluate", str(near), "--ruleset", "nowhere")
    assert looked("evaluate", str(near), "--format", "nowhere")


def looked(*arguments: str) -> bool:
    """Run the command line and tell whether it looked for packages; pydantic, which looks too, is told not to."""
    watch = (
        "import importlib.metadata as m, os, sys\n"
        "os.environ['PYDANTIC_DISABLE_PLUGINS'] = '__all__'\n"
        "m.entry_points = lambda **_: sys.exit('looked')\n"
        "from smartvillage._cli.course import run\n"
        "sys.exit(run(sys.argv[1:]))\n"
    )
    done = subprocess.run([sys.executable, "-c", watch, *arguments], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    return done.stderr == "looked\n"
