"""The catalogues that say each page in its other language, and what they lack.

The rule: a page is written once, in the language that its head names (English where it names none); a catalogue holds
each of its texts once, in its order, and nothing else.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from .notebooks import copy_notebooks

DOCS = Path(__file__).parents[1]
#: Written anew at each build, in the language of the build.
GENERATED = ("reference/",)
#: Reference pages that somebody wrote.
WRITTEN = ("reference/exit-codes", "reference/index")
HEADER = (
    'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
)
_HEAD = re.compile(r"\A---\n(.*?)^---$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Page:
    """A page and the language it was written in."""

    name: str
    language: str

    @property
    def other(self) -> str:
        """The language that its catalogue brings."""
        return "en" if self.language == "vi" else "vi"

    @property
    def catalogue(self) -> Path:
        """The file of its translations."""
        return DOCS / "locale" / self.other / "LC_MESSAGES" / f"{self.name}.po"


def pages() -> Iterator[Page]:
    """Yield each page that people wrote."""
    for path in sorted(DOCS.rglob("*.md")):
        name = path.relative_to(DOCS).with_suffix("").as_posix()
        if name.startswith(("schemas/", "locale/")) or (name.startswith(GENERATED) and name not in WRITTEN):
            continue
        head = _HEAD.match(path.read_text(encoding="utf-8"))
        yield Page(name, "vi" if head and re.search(r"^language: vi$", head[1], re.MULTILINE) else "en")


def templates(names: Iterable[str]) -> Iterator[Catalog]:
    """Yield the texts of each page, as Sphinx reads them."""
    copy_notebooks(DOCS)
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "sphinx", "-q", "-b", "gettext", "-D", "generated_pages=0", "-D"]
        subprocess.run([*command, "nb_execution_mode=off", str(DOCS), folder], check=True, stderr=subprocess.DEVNULL)  # noqa: S603
        for name in names:
            file = Path(folder) / f"{name}.pot"
            yield _read(file) if file.exists() else Catalog()


def _read(path: Path) -> Catalog:
    if not path.exists():
        return Catalog()
    with path.open("rb") as file:
        return read_po(file)


def update(wanted: Iterable[str] = ()) -> Iterator[Path]:
    """Bring catalogues to what their pages say, new texts without a translation, and yield those that changed."""
    chosen = [page for page in pages() if not list(wanted) or page.name in wanted]
    for page, template in zip(chosen, templates(page.name for page in chosen), strict=True):
        catalogue = _read(page.catalogue)
        catalogue.update(template)
        told = _told(catalogue, page.other)
        if not page.catalogue.exists() or page.catalogue.read_text(encoding="utf-8") != told:
            page.catalogue.parent.mkdir(parents=True, exist_ok=True)
            page.catalogue.write_text(told, encoding="utf-8")
            yield page.catalogue


def _told(catalogue: Catalog, language: str) -> str:
    written = io.BytesIO()
    write_po(written, catalogue, width=120, no_location=True, omit_header=True, ignore_obsolete=True)
    return HEADER.format(language=language) + written.getvalue().decode("utf-8").lstrip("\n")


def lacks(wanted: Iterable[str] = ()) -> Iterator[str]:
    """Yield a line for each text of a page that its catalogue does not bring, or brings for a text that is gone."""
    chosen = [page for page in pages() if not list(wanted) or page.name in wanted]
    for page, template in zip(chosen, templates(page.name for page in chosen), strict=True):
        catalogue = _read(page.catalogue)
        for message in template:
            found = catalogue.get(message.id)
            if message.id and (found is None or not found.string or found.fuzzy):
                yield f"{page.name}: not in {page.other}: {str(message.id)[:70]!r}"
        known = {message.id for message in template}
        yield from (f"{page.name}: is gone: {str(one.id)[:70]!r}" for one in catalogue if one.id not in known)
