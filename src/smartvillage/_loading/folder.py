"""Folders: which files make up a ruleset, and reading them within bounds.

INVARIANT (inside): a file counts only if it lies in the ruleset's own folder after every link is followed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from smartvillage.document import Document, Limits, read_file
from smartvillage.errors import NotFoundError

from .shelf import ENDINGS

#: Where files of a folder lie beside its top: criteria by file.
INNER = "criteria"


def ruleset_files(path: Path) -> tuple[Path, ...]:
    """Return the files of a ruleset: the file itself, or those of the folder, in the order of their names.

    Raises:
        NotFoundError: There is nothing at that path, or a folder without such files.
    """
    if path.is_file():
        return (path,)
    if not path.is_dir():
        raise NotFoundError("file", str(path))
    files = _without_village(sorted(_inside(path, path))) + tuple(sorted(_inside(path / INNER, path)))
    if not files:
        raise NotFoundError("file", str(path / "ruleset.yaml"))
    return files


def left_out(path: Path) -> Iterator[Path]:
    """Yield the files of a ruleset's folder that do not count because they are links to elsewhere, or to nothing."""
    real = path.resolve()
    for folder in (path, path / INNER):
        for file in sorted(_named(folder)):
            if file.is_symlink() and not (file.is_file() and file.resolve().is_relative_to(real)):
                yield file


def village_file(path: Path) -> Path:
    """Return a village's file: the file itself, or ``village.yaml`` in the folder.

    Raises:
        NotFoundError: There is no such file.
    """
    if path.is_dir():
        found = next((path / f"village{end}" for end in ENDINGS if (path / f"village{end}").is_file()), None)
        if found is None:
            raise NotFoundError("file", str(path / "village.yaml"))
        return found
    if not path.is_file():
        raise NotFoundError("file", str(path))
    return path


def overlay_files(path: Path) -> dict[str, Path]:
    """Return a ruleset's own overlays, by the name of their file."""
    folder = path / "overlays"
    if not folder.is_dir():
        return {}
    return {file.name.removesuffix(file.suffix): file for file in sorted(_inside(folder, path))}


def read(path: Path, limits: Limits, root: Path | None = None) -> Document:
    """Read one file; no link out of the folder ``root`` is followed."""
    return read_file(path, limits, inside=root if root is not None and root.is_dir() else None)


def _inside(folder: Path, root: Path) -> Iterator[Path]:
    real = root.resolve()
    return (file for file in _named(folder) if file.is_file() and file.resolve().is_relative_to(real))


def _without_village(files: list[Path]) -> tuple[Path, ...]:
    """Leave out the folder's village where a ruleset lies beside it: its name says that it is no part of that."""
    names = {file.name.partition(".")[0] for file in files}
    return tuple(file for file in files if "ruleset" not in names or file.name.partition(".")[0] != "village")


def _named(folder: Path) -> Iterator[Path]:
    """Yield what is named like a file that counts."""
    if not folder.is_dir():
        return
    for file in folder.iterdir():
        name = file.name
        if name.startswith(".") or not name.endswith(ENDINGS) or name.endswith(tuple(f".case{end}" for end in ENDINGS)):
            continue
        yield file
