"""Folders of pages that are written at each build.

The rule: a page that says the same is left as it is, so that Sphinx need not read it again; one that is none any more
goes.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def write_folder(folder: Path, texts: Mapping[str, str]) -> None:
    """Let a folder, and those below it, hold these pages by their paths and no others."""
    pages = {folder / name: text for name, text in texts.items()}
    for stale in set(folder.rglob("*.md")) - pages.keys():
        stale.unlink()
    for path, text in pages.items():
        write_page(path, text)


def write_page(path: Path, text: str) -> None:
    """Write a page where it says something else than before."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
