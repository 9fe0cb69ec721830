"""What a command is about: a village and the ruleset it is held against."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from smartvillage import api
from smartvillage.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartvillage.diagnostics import Diagnostic, Lang, Place
    from smartvillage.document import Document
    from smartvillage.model.ruleset import Ruleset
    from smartvillage.model.village import Village

    from .talk import Talk


class NamedByVillageError(NotFoundError):
    """A village names a ruleset or an overlay that nothing bears: the fault of its file, not of the command line."""

    place: Place | None = None

    def explain(self, lang: Lang = "en") -> str:
        """Say where the name is written, and what is missing."""
        return f"{self.place}: {super().explain(lang)}" if self.place else super().explain(lang)


class Subject(NamedTuple):
    """A village and its ruleset, overlays resolved."""

    ruleset: Ruleset
    village: Village


def source_of(village: Path) -> Path | Document:
    """Return where a village is read from; what no file holds (`-`, a pipe) is read here, within the usual bounds."""
    if str(village) != "-" and not village.is_fifo():
        return village
    from smartvillage.document import Limits, read_text

    with click.open_file(str(village), "rb") as stream:
        return read_text(stream.read(Limits().max_bytes + 1), str(village))


def _named(village: Village, error: NotFoundError) -> NamedByVillageError:
    """Say of a name that nothing bears where the village's file has it."""
    found = NamedByVillageError(error.kind, error.name, error.nearest, error.known)
    document = village._derived.get("document")  # noqa: SLF001 - where it was read from
    at = village.overlays.index(error.name) if error.name in village.overlays else 0
    found.place = document.place(("ruleset",) if error.kind == "ruleset" else ("overlays", at)) if document else None
    return found


def load(village: Path, ruleset: str | None, overlays: Sequence[str]) -> Subject:
    """Load a village and the ruleset that was asked for, else the one that the village names."""
    known = api.load_village(source_of(village))
    near = village if village.is_dir() else village.parent
    try:
        found = api.load_ruleset(ruleset or known.ruleset, overlays=overlays or known.overlays, near=near)
    except NotFoundError as error:
        if (error.kind == "ruleset" and ruleset) or (error.kind != "ruleset" and overlays):
            raise
        raise _named(known, error) from error
    return Subject(found, known)


def tell_warnings(talk: Talk, subject: Subject, village: Path) -> None:
    """Say in one line how many warnings there are, and what shows them; nothing where there are none.

    There may be more: `validate` also holds the texts that the village cites against those of the ruleset.
    """
    home = subject.ruleset._derived.get("home") or Path(subject.ruleset.id)  # noqa: SLF001 - where it was read from
    shown = [village for _ in subject.village.warnings] + [_file(found, home) for found in subject.ruleset.warnings]
    if shown:
        command = " ".join(("smartvillage validate", *map(str, dict.fromkeys(shown))))
        warnings = "1 warning" if len(shown) == 1 else f"{len(shown)} warnings"
        talk.say(f"ít nhất {len(shown)} cảnh báo; xem bằng `{command}`", f"at least {warnings}; see `{command}`")


def _file(warning: Diagnostic, home: Path) -> Path:
    """Return what is to be validated to see a warning: the whole set, or the overlay that it is in."""
    file = Path(warning.place.file) if warning.place else home
    return home if file.parent in (home, home / "criteria") else file
