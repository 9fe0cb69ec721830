"""The shelf: where rulesets lie and how a name becomes a folder.

INVARIANT (inside): a name leads only to what lies directly on a shelf, or in the project of that name on it; no
scheme, no ``..``, no absolute path and no link out of the shelf is ever followed from a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from smartvillage.document import read_file

#: How the files of a ruleset, an overlay or a village may end.
ENDINGS = (".yaml", ".yml", ".json")


def shelf() -> Path | None:
    """Return the folder of the shipped rulesets: inside the wheel, or beside ``src`` in a checkout."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "rulesets", package.parent.parent / "rulesets"):
        if folder.is_dir():
            return folder
    return None


def shipped() -> dict[str, Path]:
    """Return the shipped rulesets, name to folder, in the order of their names."""
    folder = shelf()
    return {} if folder is None else dict(sorted(_on(folder)))


def find_near(name: str, folder: Path | None) -> Path | None:
    """Return the folder or file of a name in a folder or in its ``rulesets``, else the ruleset whose folder this is.

    Nothing where there is none.
    """
    if folder is None or not is_name(name):
        return None
    for home in (folder, folder / "rulesets"):
        for candidate in (home / name, *(home / f"{name}{ending}" for ending in ENDINGS)):
            if _is_data(candidate) or (candidate.is_dir() and _holds_data(candidate)):
                return candidate
        if made := _made(name, home / name):
            return made
    return _around(name, folder)


def _is_data(file: Path) -> bool:
    """Tell whether a file may be a ruleset: what ends otherwise, as `.env`, is nobody's to be read by its name."""
    return file.suffix in ENDINGS and file.is_file()


def _holds_data(folder: Path) -> bool:
    """Tell whether a folder may be a ruleset: one that only bears its name, as its project's does, has no such file."""
    try:
        return any(item.suffix in ENDINGS for item in folder.iterdir())
    except OSError:  # what cannot be looked into is told when it is read
        return True


def _made(name: str, project: Path) -> Path | None:
    """Return what a project's package brings under the project's own name: a ruleset's folder, or an overlay's file."""
    for package in sorted((project / "src").glob("*/")):
        folder, overlay = package / name, package / "overlays" / f"{name}.yaml"
        found = folder if (folder / "ruleset.yaml").is_file() else overlay
        if found.exists() and found.resolve().is_relative_to(project.resolve()):
            return found
    return None


def _around(name: str, folder: Path) -> Path | None:
    """Return the ruleset of the folder where it bears the name; of a folder with villages in it, its own file alone."""
    file = next((folder / f"ruleset{end}" for end in ENDINGS if (folder / f"ruleset{end}").is_file()), None)
    if file is None or _id_of(file) != name:
        return None
    return file if any(other.name.startswith("village") for other in folder.iterdir()) else folder


def _id_of(file: Path) -> str | None:
    """Return the id that a ruleset's file says, whatever else it holds."""
    data = read_file(file, inside=file.parent).data
    header = data.get("ruleset") if isinstance(data, Mapping) else None
    written = header.get("id") if isinstance(header, Mapping) else None
    return written if isinstance(written, str) else None


def is_name(text: str) -> bool:
    """Tell whether a text is a name: no separator, no scheme, no way up."""
    return bool(text) and not any(mark in text for mark in ("/", "\\", ":", "\0")) and text not in (".", "..")


def _on(folder: Path) -> Iterator[tuple[str, Path]]:
    for item in folder.iterdir():
        if item.is_dir() and not item.name.startswith((".", "_")):
            yield item.name, item
