"""All pages of the catalogue in one language, each by its name.

The rule: a page is a function of the shelf, so that it changes when what it shows changes and by nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.diagnostics import Lang

from .criterion import criterion_page
from .index import index_page
from .overlay import overlay_page
from .overview import overview_page
from .side_by_side import side_by_side_page
from .telling import Telling

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .shelf import Shelf, Shelved


def catalogue(shelf: Shelf, lang: Lang) -> Mapping[str, str]:
    """Return the text of each page by its file's name in the catalogue's folder."""
    pages = {"index.md": index_page(shelf, lang), "side-by-side.md": side_by_side_page(shelf, lang)}
    for shelved in shelf.values():
        pages.update(_ruleset(shelved, lang))
    return pages


def _ruleset(shelved: Shelved, lang: Lang) -> Iterator[tuple[str, str]]:
    telling = Telling(shelved.ruleset, lang)
    yield f"{shelved.id}.md", overview_page(telling, shelved)
    for criterion in shelved.ruleset.criteria:
        yield f"{shelved.id}/{shelved.page(criterion)}.md", criterion_page(telling, shelved, criterion)
    for overlay in shelved.overlays:
        yield f"{shelved.overlay_page(overlay)}.md", overlay_page(telling, shelved, overlay)
