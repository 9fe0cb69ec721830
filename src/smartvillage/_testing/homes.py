"""Homes: where the ruleset and the villages that a file of cases names lie.

INVARIANT (inside): no path leads out of the folder of the cases, or of the ruleset that this folder belongs to, after
every link is followed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._faults.cases import no_file, outside

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smartvillage.diagnostics import Diagnostic, Place

#: How a ruleset's own file may be called.
_NAMES = ("ruleset.yaml", "ruleset.yml", "ruleset.json")

#: How many folders below its ruleset a file of cases may lie.
_DEEPEST = 3

_ENDINGS = (".yaml", ".yml", ".json")


def home_of(file: Path) -> Path | None:
    """Return the folder of the ruleset that a file of cases lies in: its own or one just above; nothing else."""
    folder = file.resolve().parent
    around = (folder, *folder.parents)[: _DEEPEST + 1]
    return next((place for place in around if any((place / name).is_file() for name in _NAMES)), None)


def as_reached(home: Path, file: Path) -> Path:
    """Return a folder around a file the way the file's own path leads there, so that one fault bears one name."""
    return next((place for place in (file.parent, *file.parent.parents) if place.resolve() == home), home)


def ruleset_in(folder: Path) -> Path:
    """Return what of a folder is its ruleset: all of it, or its own file where villages lie beside that."""
    if any(file.name.startswith("village") and file.name.endswith(_ENDINGS) for file in folder.iterdir()):
        return next(folder / name for name in _NAMES if (folder / name).is_file())
    return folder


def is_path(written: str) -> bool:
    """Tell a path from a name."""
    return "/" in written or "\\" in written or written.endswith(_ENDINGS) or written in (".", "..")


def inside(
    file: Path, written: str, place: Callable[[], Place | None]
) -> tuple[Path | None, Diagnostic | None]:  # a path or why not
    """Return the path that a file of cases names, or what is wrong with it."""
    home = home_of(file) or file.resolve().parent
    path = file.parent / written
    try:
        if ":" in written or "\0" in written or not path.resolve().is_relative_to(home):
            return None, outside(place(), written)
        if not path.exists():
            return None, no_file(place(), written)
    except (OSError, RuntimeError):
        return None, no_file(place(), written)
    return path, None
