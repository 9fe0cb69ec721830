"""The pages of diagnostics: one a group of codes, and the page that lists all of them.

The rule: a page is a function of the files in `tests/bad` and of what is told of them, so that neither can go stale.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

import smartvillage
from making.folders import write_folder

from . import words
from .codes import GROUPS, Code, codes
from .elsewhere import elsewhere
from .fixes import BAD, fix_of, read

if TYPE_CHECKING:
    from smartvillage.diagnostics import Diagnostic, Lang, Place

MARK = "% Written from the code and from tests/bad when the site is built; do not edit.\n\n"
#: How many lines around a fault are shown.
BEFORE, AFTER = 3, 2
#: How wide a sentence of a report is on a page.
WIDTH = 86


def write_diagnostics(docs: Path, lang: Lang) -> None:
    """Write all pages below ``docs/reference/diagnostics``; a page that says the same is left as it is."""
    pages = {f"{group}.md": group_page(group, lang) for group in GROUPS}
    pages["index.md"] = index_page(lang)
    write_folder(docs / "reference" / "diagnostics", pages)


def index_page(lang: Lang) -> str:
    """Return the page that lists all codes."""
    parts = [MARK, f"# {words.TITLE.say(lang)}\n\n{words.INTRO.say(lang)}\n\n{words.READING.say(lang)}\n"]
    head = f"| {words.CODE.say(lang)} | | {words.MEANING.say(lang)} |\n|---|---|---|\n"
    for group, title in GROUPS.items():
        rows = "".join(
            f"| [{code.name}](#{code.name.lower()}) | {_badge(code, lang)} | {code.meaning.say(lang)} |\n"
            for code in codes(group)
        )
        parts.append(f"\n## {title.say(lang)}\n\n{head}{rows}")
    listed = "\n".join(GROUPS)
    parts.append(f"\n```{{toctree}}\n:hidden:\n:maxdepth: 1\n\n{listed}\n```\n")
    return "".join(parts)


def group_page(group: str, lang: Lang) -> str:
    """Return the page of one file of functions, with a section for each code."""
    told = [MARK, f"# {GROUPS[group].say(lang)}\n\n{words.LEAD.say(lang)}\n"]
    for code in codes(group):
        head = f"\n({code.name.lower()})=\n## {code.name}\n\n{_badge(code, lang)} **{code.meaning.say(lang)}**\n\n"
        told.append(head + (_shown(code.bad, lang) if code.bad else _elsewhere(code, lang)))
    return "".join(told)


def report(bad: Path) -> tuple[Diagnostic, ...]:
    """Return all that is told of a bad file, as its test sees it."""
    return smartvillage.check(bad, ruleset=BAD / "base.yaml")


def _shown(bad: Path, lang: Lang) -> str:
    """Show the file around the fault, what is told of it, and the edit that mends it."""
    found, fix = report(bad), fix_of(bad)
    places = _first_places(found)
    whole = "" if str(bad) in places else _excerpt(bad)
    excerpts = whole + "".join(_excerpt(Path(file), place) for file, place in places.items())
    name = words.FIX if list(places) == [str(BAD / fix.file)] else words.FIX_IN
    edit = "@@ … @@\n".join(fix.blocks)
    return (
        f"**{words.FILE.say(lang)}**\n\n{excerpts}\n"
        f"**{words.TOLD.say(lang)}**\n\n{_fence('text', _told(found, lang))}\n"
        f"**{name.say(lang).format(file=fix.file)}**\n\n{_fence('diff', edit)}"
    )


def _elsewhere(code: Code, lang: Lang) -> str:
    """Tell in words how a code is met, and what to do."""
    found = elsewhere()[code.name]
    return (
        f"{found.arises.say(lang)}\n\n"
        f"**{words.TOLD.say(lang)}**\n\n{_fence('text', _told([found.told], lang))}\n"
        f"**{words.FIX.say(lang)}**\n\n{found.mend.say(lang)}\n\n{words.SHOWN.say(lang).format(test=found.test)}\n"
    )


def _badge(code: Code, lang: Lang) -> str:
    colour, word = ("danger", words.ERROR) if code.severity == "error" else ("warning", words.WARNING)
    return f"{{bdg-{colour}-line}}`{word.say(lang)}`"


def _told(found: Sequence[Diagnostic], lang: Lang) -> str:
    return "".join(f"{line}\n" for diagnostic in found for line in _lines(diagnostic, lang))


def _lines(diagnostic: Diagnostic, lang: Lang) -> Iterator[str]:
    """Yield a report's lines; its sentences are wrapped, the line of the file and its caret are not."""
    for number, line in enumerate(diagnostic.render(lang).replace(f"{BAD}/", "").split("\n")):
        if diagnostic.place and diagnostic.place.text and number in (1, 2):
            yield line
        else:
            yield from wrap(
                line, WIDTH, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False,
            )  # fmt: skip


def _first_places(found: Sequence[Diagnostic]) -> dict[str, Place]:
    """Return the place of the first fault of each file."""
    first: dict[str, Place] = {}
    for diagnostic in found:
        if diagnostic.place:
            first.setdefault(diagnostic.place.file, diagnostic.place)
    return first


def _excerpt(file: Path, place: Place | None = None) -> str:
    """Show a file around a place, or all of it."""
    lines = read(file).splitlines()
    start, end = (0, len(lines)) if place is None else (max(0, place.line - 1 - BEFORE), place.line + AFTER)
    while place and start < place.line - 1 and not lines[start].strip():
        start += 1
    options = f":force:\n:caption: {file.name}\n:lineno-start: {start + 1}\n"
    if place:
        options += f":emphasize-lines: {place.line - start}\n"
    return _fence("{code-block} yaml", options + "\n" + "\n".join(lines[start:end]) + "\n") + "\n"


def _fence(kind: str, text: str) -> str:
    """Fence a text; what cannot be seen in it is named, so that a page says what its file holds."""
    return f"````{kind}\n{''.join(_visible(char) for char in text)}````\n"


def _visible(char: str) -> str:
    hidden = unicodedata.category(char) in {"Cf", "Cc"} and char not in "\n\t"
    return f"⟨U+{ord(char):04X}⟩" if hidden else char
