"""What a command is about: a village and the ruleset it is held against."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smartvillage import api
from smartvillage.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from smartvillage.model.ruleset import Ruleset
    from smartvillage.model.village import Village

    from .talk import Talk


class NamedByVillageError(NotFoundError):
    """A village names a ruleset or an overlay that nothing bears: the fault of its file, not of the command line."""


class Subject(NamedTuple):
    """A village and its ruleset, overlays resolved."""

    ruleset: Ruleset
    village: Village


def load(village: Path, ruleset: str | None, overlays: Sequence[str]) -> Subject:
    """Load a village and the ruleset that was asked for, else the one that the village names."""
    known = api.load_village(village)
    near = village if village.is_dir() else village.parent
    try:
        found = api.load_ruleset(ruleset or known.ruleset, overlays=overlays or known.overlays, near=near)
    except NotFoundError as error:
        if (error.kind == "ruleset" and ruleset) or (error.kind != "ruleset" and overlays):
            raise
        raise NamedByVillageError(error.kind, error.name, error.nearest, error.known) from error
    return Subject(found, known)


def tell_warnings(talk: Talk, subject: Subject, village: Path) -> None:
    """Say in one line how many warnings there are, and what shows them; nothing where there are none."""
    home = subject.ruleset._derived.get("home")  # noqa: SLF001 - where it was read from
    loaded = ((village, subject.village.warnings), (home or subject.ruleset.id, subject.ruleset.warnings))
    count = sum(len(found) for _, found in loaded)
    if count:
        command = " ".join(("smartvillage validate", *(str(path) for path, found in loaded if found)))
        noun = "warning; `{}` shows it" if count == 1 else "warnings; `{}` shows them"
        talk.say(f"{count} cảnh báo; xem bằng `{command}`", f"{count} {noun.format(command)}")
