"""What mends each bad file of `tests/bad`: the smallest edit that its author would make, kept beside it as `.fix`.

The rule: an edit is made of lines of the file itself, and each of its blocks stands there exactly once.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

BAD = Path(__file__).parents[3] / "tests" / "bad"
FILES = frozenset({".yaml", ".yml", ".json"})
_MARKS = frozenset({"  ", "- ", "+ "})


class FixError(Exception):
    """An edit that does not fit its file."""


@dataclass(frozen=True)
class Fix:
    """An edit of one file: blocks of lines that begin with two spaces where they stay, with `- ` or `+ ` else."""

    file: str
    blocks: tuple[str, ...]

    def apply(self, text: str) -> str:
        """Return the text with each block changed."""
        for block in self.blocks:
            lines = block.splitlines()
            before = "".join(f"{line[2:]}\n" for line in lines if line[0] != "+")
            after = "".join(f"{line[2:]}\n" for line in lines if line[0] != "-")
            if len(re.findall(rf"(?=\n{re.escape(before)})", f"\n{text}")) != 1:
                raise FixError(f"{self.file} does not hold once:\n{before}")
            text = f"\n{text}".replace(f"\n{before}", f"\n{after}", 1)[1:]
        return text


def bad_files() -> tuple[Path, ...]:
    """Return all bad files, by code."""
    return tuple(sorted(path for path in BAD.glob("SV*") if path.suffix in FILES))


def fix_of(bad: Path) -> Fix:
    """Read what mends a bad file; a first line `= name` tells that another file is edited."""
    text = bad.with_suffix(".fix").read_text(encoding="utf-8")
    file = bad.name
    if text.startswith("= "):
        head, text = text.split("\n", 1)
        file = head.removeprefix("= ")
    for line in text.splitlines():
        if line != "@@" and line[:2] not in _MARKS:
            raise FixError(f"{bad.stem}.fix: `{line}` begins neither with two spaces nor with `- ` or `+ `")
    return Fix(file, tuple(text.split("@@\n")))


def read(path: Path) -> str:
    """Return a bad file's text; what is no UTF-8 is shown as what editors show."""
    return path.read_bytes().decode("utf-8", errors="replace")


def workshop(bad: Path, folder: Path) -> Path:
    """Copy a bad file with all that it may refer to into a folder of its own."""
    text = read(bad)
    beside = [path for path in BAD.glob("*.yaml") if not path.name.startswith("SV")]
    named = [path for path in bad_files() if re.search(rf"\b{re.escape(path.stem)}\b", text)]
    for path in dict.fromkeys([bad, *beside, *named]):
        shutil.copy(path, folder / path.name)
    return folder / bad.name


def mend(bad: Path, folder: Path) -> Path:
    """Copy a bad file into a folder, mend it there and return it."""
    copy, fix = workshop(bad, folder), fix_of(bad)
    edited = folder / fix.file
    edited.write_text(fix.apply(read(edited)), encoding="utf-8")
    return copy
