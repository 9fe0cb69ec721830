"""Shelves to make pages of: the shipped one, the one with every shape of rule, and copies that somebody edited."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from making.catalogue import catalogue, read_shelf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from making.catalogue import Shelf
    from smartvillage.diagnostics import Lang

ROOT = Path(__file__).parents[3]
RULESETS, EXAMPLES = ROOT / "rulesets", ROOT / "examples"
#: A ruleset with every form of entry, and overlays with every kind of edit.
EVERY_FORM = ROOT / "docs" / "making" / "reference" / "shown" / "every-form"
#: A shape whose folder holds villages beside its ruleset, as no ruleset's own folder may.
NESTED = "08-nested"


@cache
def shipped() -> Shelf:
    """Return the shelf of all that is shipped."""
    return read_shelf(RULESETS, EXAMPLES)


@cache
def shapes() -> Shelf:
    """Return the shelf of the shapes of rules, which has every head, every form of limit and every kind of edit."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        for path in (ROOT / "tests" / "suite").glob("*/ruleset.yaml"):
            if path.parent.name != NESTED:
                shutil.copytree(path.parent, Path(folder) / path.parent.name)
        shutil.copytree(EVERY_FORM, Path(folder) / EVERY_FORM.name, ignore=shutil.ignore_patterns("village.yaml"))
        return read_shelf(Path(folder), Path(folder))


@cache
def pages(lang: Lang) -> Mapping[str, str]:
    """Return all pages of what is shipped."""
    return catalogue(shipped(), lang)


@cache
def shape_pages(lang: Lang) -> Mapping[str, str]:
    """Return all pages of the shapes of rules."""
    return catalogue(shapes(), lang)


def copied(folder: Path, *only: str) -> Path:
    """Copy all rulesets, or some, and all examples, to be edited, and return where they lie."""
    for ruleset in RULESETS.iterdir():
        if not only or ruleset.name in only:
            shutil.copytree(ruleset, folder / "rulesets" / ruleset.name)
    for village in EXAMPLES.glob("*/village.yaml"):
        target = folder / "examples" / village.parent.name
        target.mkdir(parents=True)
        shutil.copy(village, target)
    return folder


def pages_of(folder: Path, lang: Lang) -> Mapping[str, str]:
    """Return the pages of a copy."""
    return catalogue(read_shelf(folder / "rulesets", folder / "examples"), lang)


def edit(path: Path, old: str, new: str) -> None:
    """Change what stands once in a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (old, text.count(old))
    path.write_text(text.replace(old, new), encoding="utf-8")
