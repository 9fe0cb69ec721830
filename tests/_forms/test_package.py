"""A package to start from: sound as it is, whatever it is called, with cases that pass."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from editors.reading import kind_of, read, told
from hypothesis import given
from hypothesis import strategies as st

import smartvillage as sv
from smartvillage._forms.package import Names
from smartvillage._loading.below import below
from smartvillage.document import read_text
from smartvillage.testing import find_cases, open_suite, run_suite

SINCE = date(2026, 1, 1)
BASE = "dong-thap-2021-2025"


def made(folder: Path, name: str, lang: Any = "vi", extends: str | None = None) -> Path:
    """Write a new package into a folder and return it."""
    for path, text in sv.new_ruleset(name, since=SINCE, extends=extends, lang=lang).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("extends", [None, BASE])
class TestWhatIsMade:
    """A ruleset and an overlay, in both languages."""

    def test_it_is_sound(self, lang: Any, extends: str | None, tmp_path: Path) -> None:
        """There is neither a fault nor a warning, in the set or in its cases."""
        home = made(tmp_path, "mới-2026", lang, extends)
        found = below(home)
        assert len(found) == 2
        assert [fault.render("en") for path in found for fault in sv.check(path)] == []

    def test_its_cases_pass(self, lang: Any, extends: str | None, tmp_path: Path) -> None:
        """All of them, and there are some."""
        [file] = find_cases(made(tmp_path, "mới-2026", lang, extends))
        results = list(run_suite(open_suite(file)))
        assert len(results) > 2
        assert [result.case.name for result in results if not result.passed] == []

    def test_an_editor_finds_its_files_valid(self, lang: Any, extends: str | None, tmp_path: Path) -> None:
        """Each by the schema that its first line names, which lies in the package."""
        for file in made(tmp_path, "mới-2026", lang, extends).rglob("*.yaml"):
            data = read(file)
            kind = kind_of(file, data)
            assert told(kind, data) == []
            first = file.read_text("utf-8").splitlines()[0]
            schema = (file.parent / first.removeprefix("# yaml-language-server: $schema=")).resolve()
            assert schema == (tmp_path / "schemas" / f"{kind}.schema.json").resolve()
            assert schema.is_file()

    def test_no_mark_is_left(self, lang: Any, extends: str | None) -> None:
        """Every blank is filled in."""
        texts = sv.new_ruleset("mới-2026", since=SINCE, extends=extends, lang=lang)
        written = {path: text for path, text in texts.items() if not path.endswith(".json")}
        assert [path for path, text in written.items() if "@" in text.replace(f"{BASE}@>=1.0.0,<2", "")] == []


def test_two_overlays_stand_on_one_another(tmp_path: Path) -> None:
    """What one adds bears other ids than what the other adds."""
    first = made(tmp_path / "a", "a", extends=BASE) / "src/smartvillage_a/overlays/a.yaml"
    second = made(tmp_path / "b", "b", extends=BASE) / "src/smartvillage_b/overlays/b.yaml"
    both = sv.load_ruleset(BASE, overlays=[first, second])
    assert {"a", "b"} <= {criterion.id for criterion in both.criteria}


@pytest.mark.parametrize(
    ("name", "package", "module"),
    [
        ("vinh-long-2026", "smartvillage-vinh-long-2026", "smartvillage_vinh_long_2026"),
        ("Sa Đéc".replace(" ", "_"), "smartvillage-sa-dec", "smartvillage_sa_dec"),
        ("2026", "smartvillage-2026", "smartvillage_2026"),
        ("ấp.mới", "smartvillage-ap-moi", "smartvillage_ap_moi"),
    ],
)
def test_names(name: str, package: str, module: str) -> None:
    """A package's names are plain letters, which a ruleset's need not be."""
    assert Names.of(name) == Names(name, package, module)


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "a\\b", ".a", "_a", "a b", "x" * 65, "村", "a.yaml", "a:b"])
def test_what_is_no_name(name: str) -> None:
    """It is refused before anything is made."""
    with pytest.raises(sv.QuestionError):
        sv.new_ruleset(name, since=SINCE)


@given(st.from_regex(r"[A-Za-zĐđơư0-9][\w.\-]{0,63}", fullmatch=True))
def test_any_name_makes_a_sound_ruleset(name: str) -> None:
    """Or is refused."""
    try:
        texts = sv.new_ruleset(name, since=SINCE)
    except sv.QuestionError:
        return
    text = next(text for path, text in texts.items() if path.endswith("ruleset.yaml"))
    document = read_text(text, "ruleset.yaml")
    assert document.faults == ()
    assert sv.load_ruleset(document.data).id == document.data["ruleset"]["id"]
