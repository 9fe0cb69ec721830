"""The sets of smart villages side by side: what one province asks and another does not, and how much each asks.

The rule: two criteria stand in one row only where the words of both say the same subject; nobody has matched them by
hand, and no set is called stricter than another.
"""

from __future__ import annotations

from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING

from .brief import bases_of, how_much
from .criterion import title
from .markdown import badge, blocks, bullets, link, safe, table, unbroken
from .overview import villages_told
from .subjects import SUBJECTS, Subject, subjects_of
from .telling import Telling, legend
from .words import word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from smartvillage.diagnostics import Lang
    from smartvillage.model.criteria import Criterion

    from .shelf import Shelf, Shelved

#: What a set of smart villages judges, and the word in its title that tells it from others.
PLACES = ("hamlet", "village")
SMART = "thông minh"


class Beside:
    """One set among those that are compared."""

    def __init__(self, shelved: Shelved, lang: Lang, name: str) -> None:
        """Sort its criteria by subject."""
        self.shelved = shelved
        self.name = name
        self.telling = Telling(shelved.ruleset, lang)
        self.by_subject: dict[Subject, list[Criterion]] = {}
        for criterion in shelved.ruleset.criteria:
            found = list(subjects_of(self.telling, criterion))
            for subject in found:
                self.by_subject.setdefault(subject, []).append(criterion)

    def page(self, criterion: Criterion) -> str:
        """Return where a criterion's page lies, seen from the catalogue's folder."""
        return f"{self.shelved.id}/{self.shelved.page(criterion)}.md"


def side_by_side_page(shelf: Shelf, lang: Lang) -> str:
    """Return the page that holds the sets of smart villages beside one another."""
    words = partial(word, lang)
    chosen = [one for one in shelf.values() if _is_of_smart_villages(one)]
    names = _names(chosen, lang)
    sets = [Beside(one, lang, names[one.id]) for one in chosen]
    shared = [one for one in SUBJECTS if sum(one in beside.by_subject for beside in sets) > 1]
    return blocks(
        f"# {words('beside.title')}", words("beside.intro"), legend(lang),
        f"## {words('beside.sets')}", bullets(map(_set, sets)), words("beside.diff"),
        f"## {words('beside.matrix')}", words("beside.matrix_intro"), _matrix(sets, shared, words),
        *(_subject(subject, sets, words, lang) for subject in shared),
        f"## {words('beside.alone')}", words("beside.alone_intro"), *(_alone(beside, shared) for beside in sets),
    )  # fmt: skip


def _is_of_smart_villages(shelved: Shelved) -> bool:
    header = shelved.ruleset.ruleset
    return header.subject in PLACES and SMART in header.title.vi.lower()


def _names(chosen: list[Shelved], lang: Lang) -> Mapping[str, str]:
    """Call each set by what its authority's name does not share with the others': the province."""
    full = {one.id: one.ruleset.ruleset.authority for one in chosen}
    said = {id_: id_ if name is None else name.say(lang) for id_, name in full.items()}
    first, last = _shared(list(said.values())), _shared([name[::-1] for name in said.values()])
    return {id_: (name[first : len(name) - last].strip() or name) for id_, name in said.items()}


def _shared(names: list[str]) -> int:
    """Count the letters with which all names begin."""
    together = zip(*names, strict=False)
    return sum(1 for _ in takewhile(lambda letters: len(set(letters)) == 1, together)) if len(names) > 1 else 0


def _set(beside: Beside) -> str:
    header = beside.telling.ruleset.ruleset
    whole = header.completeness == "whole"
    label = badge(beside.telling("head.whole" if whole else "head.partial"), "success" if whole else "danger")
    named = link(beside.telling.say.text(header.title), f"{beside.shelved.id}.md")
    villages = bullets(villages_told(beside.telling, beside.shelved), 1)
    return "\n".join(part for part in (f"**{safe(beside.name)}** {label}: {named}", villages) if part)


def _matrix(sets: list[Beside], shared: list[Subject], words: Callable[..., str]) -> str:
    head = [words("column.subject"), *(safe(one.name) for one in sets)]
    rows = [[safe(_called(subject, sets)), *(_cell(one, subject) for one in sets)] for subject in shared]
    return table(head, rows)


def _called(subject: Subject, sets: list[Beside]) -> str:
    return subject.en if sets[0].telling.lang == "en" else subject.vi


def _cell(beside: Beside, subject: Subject) -> str:
    asked = (
        f"[{unbroken(how_much(beside.telling, one))}]({beside.page(one)})" for one in beside.by_subject.get(subject, ())
    )
    return "; ".join(asked) or "–"


def _subject(subject: Subject, sets: list[Beside], words: Callable[..., str], lang: Lang) -> str:
    head = [words(f"column.{name}") for name in ("set", "criterion", "level", "basis")]
    rows = [row for one in sets for row in _rows(one, subject)]
    silent = [one.name for one in sets if subject not in one.by_subject]
    told = words("beside.silent", sets=safe(", ".join(silent))) if silent else None
    by = words("beside.words", words=", ".join(f"“{word}”" for word in subject.words))
    return blocks(f"### {safe(subject.en if lang == 'en' else subject.vi)}", table(head, rows), told, by).rstrip("\n")


def _rows(beside: Beside, subject: Subject) -> Iterator[list[str]]:
    telling = beside.telling
    for one in beside.by_subject.get(subject, ()):
        bases = " ".join(telling.basis(basis) for basis in dict.fromkeys(bases_of(telling, one)))
        yield [safe(beside.name), link(title(telling, one), beside.page(one)), unbroken(how_much(telling, one)), bases]


def _alone(beside: Beside, shared: list[Subject]) -> str:
    """List what a set asks about subjects of which no other speaks."""
    known = {one.id for subject in shared for one in beside.by_subject.get(subject, ())}
    rest = [one for one in beside.shelved.ruleset.criteria if one.id not in known]
    if not rest:
        return ""
    told = bullets(link(title(beside.telling, one), beside.page(one)) for one in rest)
    return f"### {safe(beside.name)}\n\n{told}"
