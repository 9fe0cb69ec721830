"""Pages that are read off the code and the data, written anew at each build in the language of the build.

The rule: each room writes its own folder, and what is in no room is no page.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .api import write_api
from .catalogue import catalogue, read_shelf
from .commands import command_page
from .diagnostics import write_diagnostics
from .folders import write_folder, write_page
from .notebooks import copy_notebooks
from .reference import write_reference

if TYPE_CHECKING:
    from smartvillage.diagnostics import Lang

ROOT = Path(__file__).parents[2]
MARK = "% Written from the data when the site is built; do not edit.\n\n"


def write_pages(docs: Path, language: str) -> None:
    """Write all such pages in a language."""
    lang: Lang = "vi" if language == "vi" else "en"
    write_catalogue(docs / "reference" / "catalogue", lang)
    write_page(docs / "reference" / "cli.md", MARK + command_page(lang))
    write_diagnostics(docs, lang)
    write_reference(docs, lang)
    write_api(docs, lang)
    copy_notebooks(docs)


def write_catalogue(folder: Path, lang: Lang, root: Path = ROOT) -> None:
    """Write the catalogue of the rulesets below ``root``, with how the examples there stand."""
    shelf = read_shelf(root / "rulesets", root / "examples")
    write_folder(folder, {name: MARK + text for name, text in catalogue(shelf, lang).items()})
