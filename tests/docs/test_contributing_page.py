"""The page for contributors names what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
SOURCE = ROOT / "src" / "smartvillage"
#: Made at a build, and what stands for a name.
NOT_THERE = ("build/", "NAME", "my/", "cases/", "how-to/plan")


def test_every_room_of_the_house_is_on_the_map() -> None:
    """Each stage's folder is named."""
    rooms = {path.name for path in SOURCE.iterdir() if path.is_dir() and (path / "__init__.py").exists()}
    assert rooms - set(re.findall(r"`(_?\w+)/`", PAGE)) - {"_testing", "_faults", "model"} == set()


def test_every_folder_of_the_site_is_on_the_map() -> None:
    """But for what a build leaves behind, and for those that hold how a page looks; the rooms named are there."""
    ignored = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    left = {path for path in (ROOT / "docs").iterdir() if f"docs/{path.name}/" in ignored}
    folders = {path.name for path in (ROOT / "docs").iterdir() if path.is_dir() and any(path.rglob("*.[a-z]*"))}
    looks = {"_static", "_templates", "__pycache__"} | {path.name for path in left}
    assert folders - set(re.findall(r"`docs/([\w-]+)/`", PAGE)) - looks == set()
    for named in ("steps", "directives", "translations", "links", "terminal"):
        assert (ROOT / "docs" / "making" / f"{named}.py").exists()


def test_every_file_and_folder_that_is_named_is_there() -> None:
    """In the repository, or in the package."""
    told = re.findall(r"`((?:_|\w+/)[\w./-]*(?:\.\w+|/))`|\]\(([\w./-]+)\)", PAGE)
    told += [
        (word, "")
        for line in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
        for word in line.split()
        if "docs/" in word
    ]
    named = [one or other for one, other in told if not (one or other).startswith(NOT_THERE)]
    assert len(named) > 20
    assert [one for one in named if not (SOURCE / one).exists() and not (ROOT / one).exists()] == []


@pytest.mark.parametrize("command", ["docs/make_site.py", "docs/translations.py check"])
def test_a_landing_runs_what_the_page_says_of_the_site(command: str) -> None:
    """Word by word, so that it is tried each time."""
    assert f".venv/bin/python {command}" in PAGE
    assert f".venv/bin/python {command}\n" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_every_fence_that_is_run_is_explained() -> None:
    """The kinds of step are those of the table, and the options those that a step may have."""
    from making.directives import StepDirective
    from making.steps import _FENCE

    kinds = set(re.findall(r"\w+", _FENCE.pattern.split(r"\{(?:", 1)[1].split(")", 1)[0]))
    assert kinds == set(re.findall(r"`\{(\w+)\}", PAGE))
    assert set(StepDirective.option_spec) == set(re.findall(r"`:(\w+):", PAGE))
