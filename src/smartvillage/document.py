"""Documents: a YAML or JSON text as plain data whose every value knows its place; no bad text raises.

INVARIANT (plain, bounded): the text is checked character by character first, then read event by event, and every
bound is checked before anything is built from an event. No alias, anchor, merge key, tag or directive is ever
followed, so the data is never larger than its text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ._faults import source as faults
from .bounds import Limits
from .characters import forbidden_faults, size_of, text_of
from .files import read_bytes
from .positions import Lines, Positions
from .yaml_text import Bare, read_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from .diagnostics import Diagnostic, Place


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """What was read from one text: plain data, the faults found on the way, and where everything stands."""

    file: str
    """The file, or what the caller called the text."""
    text: str
    """The text as it was read."""
    data: Any
    """Plain data, or ``None`` where the text could not be read."""
    faults: tuple[Diagnostic, ...] = ()
    """What is wrong with the text itself."""
    positions: Positions | None = field(default=None, repr=False)

    def place(self, path: Sequence[str | int] = (), key: bool = False) -> Place:  # noqa: FBT001, FBT002 - reads as a word
        """Return the place of the value at a path, or of its key; the deepest thing there answers for what is not."""
        positions = self.positions or Positions(Lines(self.file, self.text), self.data, 0, {})
        return positions.place(path, key=key)


def read_file(path: Path, limits: Limits | None = None, *, inside: Path | None = None) -> Document:
    """Read a YAML or (by its ending) JSON file. What is wrong with it stands in the document's faults.

    Args:
        path: The file.
        limits: Bounds on what it may hold.
        inside: A folder out of which no link may lead, not even one that is put there while we read.
    """
    limits = limits or Limits()
    try:
        content = read_bytes(path, limits.max_bytes + 1, inside)
    except OSError as error:
        return _unreadable(path, error)
    if content is None:
        return _unreadable(path)
    return read_text(content, str(path), limits, json=path.suffix.lower() == ".json")


def _unreadable(path: Path, error: OSError | None = None) -> Document:
    from .refusals import NOT_A_FILE, refusal

    name = str(path)
    why = NOT_A_FILE if error is None else refusal(error)
    return _broken(name, "", faults.unreadable(Lines(name, "").place(0), why))


def read_text(text: str | bytes, file: str, limits: Limits | None = None, *, json: bool = False) -> Document:
    """Read a YAML or JSON text. What is wrong with it stands in the document's faults; the data is then absent.

    Only faults that leave the rest readable (a duplicate key, an id without quotes) keep the data.

    Args:
        text: What was read, as text or as UTF-8.
        file: What it is called in faults.
        limits: Bounds on what it may hold.
        json: Whether it is JSON and not YAML.

    >>> read = read_text("as_of: 2024-03-31", "ap-1.yaml")
    >>> str(read.place(("as_of",)))
    'ap-1.yaml:1:8'
    """
    limits = limits or Limits()
    if size_of(text) > limits.max_bytes:
        return _broken(file, "", faults.over_limit(Lines(file, "").place(0), "max_bytes", limits.max_bytes))
    decoded = text_of(text, file)
    if not isinstance(decoded, str):
        return _broken(file, "", decoded)
    lines = Lines(file, decoded)
    forbidden = forbidden_faults(lines)
    if forbidden:
        return Document(file, decoded, None, forbidden)
    if json:
        from .json_text import read_json

        tree = read_json(lines, limits)
    else:
        tree = read_yaml(lines, limits)
    return Document(file, decoded, tree.data, tuple(tree.faults), Positions(lines, tree.data, tree.root, tree.table))


def _broken(file: str, text: str, fault: Diagnostic) -> Document:
    return Document(file, text, None, (fault,))


__all__ = ["Bare", "Document", "Limits", "read_file", "read_text"]
