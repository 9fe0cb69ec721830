"""What lies below a folder: the rulesets, overlays, villages and files of cases to be looked at one by one.

The rule: a ruleset's folder is one thing, whichever of its files is named; what is nobody's (another program's YAML)
is passed over. Hidden folders and links to folders are not entered.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from smartvillage.document import Limits, read_file
from smartvillage.files import read_bytes

from . import folder
from .sections import DEFAULTS, SECTIONS
from .shelf import ENDINGS

_CASES = tuple(f".case{ending}" for ending in ENDINGS)
_SECTIONS = frozenset((*SECTIONS, DEFAULTS)) - {"ruleset"}
#: A key that stands at the top of our files; a text without one is nobody's of ours, and is not read any further.
_TOPS = "|".join((*SECTIONS, DEFAULTS, "overlay", "village", "as_of"))
_OURS = re.compile(rf"""(?:^|[{{,])\s*["']?(?:{_TOPS})["']?\s*:""", re.MULTILINE)
#: Keys by which a file that cannot be read is known to be ours.
_SURELY = re.compile(
    r"""^(ruleset|overlay|village|as_of|criteria|decisions|edits|cases)\s*:|\A\s*\{\s*"(ruleset|overlay|village)"\s*:""",
    re.MULTILINE,
)
#: Folders of other programs.
_FOREIGN = frozenset({"node_modules", "__pycache__", "site-packages"})


def below(path: Path, limits: Limits | None = None) -> tuple[Path, ...]:
    """Return what there is to look at in a folder, in the order of paths; a file is looked at with its ruleset."""
    limits = limits or Limits()
    if not path.is_dir():
        return (whole(path, limits),)
    return tuple(_walk(path, limits)) or (path,)


def whole(file: Path, limits: Limits) -> Path:
    """Return the folder of the ruleset that a file is a part of; else the file."""
    if file.name.endswith(_CASES) or not file.name.endswith(ENDINGS):
        return file
    home = file.parent.parent if file.parent.name == folder.INNER else file.parent
    data = _data(file, limits)
    parts = isinstance(data, Mapping) and (_is_header(data) or _is_part(data))
    return home if parts and not _village_in(home) and is_ruleset(home, limits) else file


def is_ruleset(home: Path, limits: Limits) -> bool:
    """Tell whether the files of a folder are one ruleset: one header, and files that hold nothing but sections."""
    files = _files(home)
    if any(file.stem == "ruleset" for file in files):
        return True
    parts = [data for data in (_data(file, limits) for file in files) if isinstance(data, Mapping)]
    return sum(_is_header(data) for data in parts) == 1 and (
        any(_is_part(data) for data in parts) or bool(_files(home / folder.INNER))
    )


def _walk(top: Path, limits: Limits) -> Iterator[Path]:
    for where, folders, _ in os.walk(top):
        here = Path(where)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _FOREIGN)
        one = is_ruleset(here, limits)
        if one:
            yield _header_file(here) if _village_in(here) else here
            folders[:] = [name for name in folders if name != folder.INNER]
        for file in _files(here, cases=True):
            if not (one and _belongs(file, limits)) and _is_ours(file, limits):
                yield file


def _header_file(home: Path) -> Path:
    """Return the file that stands for a ruleset whose folder a village shares."""
    return next((file for file in _files(home) if file.stem == "ruleset"), home)


def _village_in(path: Path) -> bool:
    return any((path / f"village{ending}").is_file() for ending in ENDINGS)


def _files(home: Path, *, cases: bool = False) -> list[Path]:
    if not home.is_dir():
        return []
    found = (file for file in home.iterdir() if file.name.endswith(ENDINGS) and not file.name.startswith("."))
    return sorted(file for file in found if file.is_file() and (cases or not file.name.endswith(_CASES)))


def _belongs(file: Path, limits: Limits) -> bool:
    """Tell whether a file of a ruleset's folder is looked at with it."""
    if file.name.endswith(_CASES):
        return False
    data = _data(file, limits)
    return not isinstance(data, Mapping) or not ("overlay" in data or _is_village(data))


def _is_ours(file: Path, limits: Limits) -> bool:
    if file.name.endswith(_CASES):
        return True
    data = _data(file, limits)
    if data is None:
        text = _text(file, limits)
        return text is None or bool(_SURELY.search(text))
    return isinstance(data, Mapping) and ("overlay" in data or _is_village(data) or _is_header(data))


def _data(file: Path, limits: Limits) -> Any:  # noqa: ANN401 - plain data
    """Read a file that may be ours; nothing where it is not or cannot be read."""
    return read_file(file, limits).data if _OURS.search(_text(file, limits) or "") else None


def _text(file: Path, limits: Limits) -> str | None:
    """Return as much of a text as may be read; nothing where the system refuses."""
    try:
        return (read_bytes(file, limits.max_bytes) or b"").decode("utf-8", "replace")
    except OSError:
        return None


def _is_header(data: Mapping[str, Any]) -> bool:
    return isinstance(data.get("ruleset"), Mapping)


def _is_village(data: Mapping[str, Any]) -> bool:
    return isinstance(data.get("village"), Mapping) or "as_of" in data


def _is_part(data: Mapping[str, Any]) -> bool:
    return bool(data) and data.keys() <= _SECTIONS
