"""Writing files: all or nothing.

The rule: what stood there before stands until the new content is whole and on the disk, and a link is never followed.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from .errors import WriteError
from .refusals import A_LINK, NOT_A_FILE, refusal


def write_text_atomic(path: Path | str, text: str) -> None:
    """Write a text as UTF-8 with plain line ends.

    Raises:
        WriteError: the file could not be written; what stood there before still stands.
    """
    write_bytes_atomic(path, text.encode())


def write_bytes_atomic(path: Path | str, content: bytes) -> None:
    """Write bytes.

    Raises:
        WriteError: the file could not be written; what stood there before still stands.
    """
    path = Path(path)
    try:
        mode = _mode_of(path)
        aside = path.with_name(f".{path.name[:64]}.{os.urandom(8).hex()}.tmp")
        try:
            _write_through(aside, content)
            if mode is not None:
                aside.chmod(mode)
            aside.replace(path)
        except BaseException:
            aside.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise WriteError(str(path), refusal(error)) from error


def _write_through(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, down to the disk."""
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _mode_of(path: Path) -> int | None:
    """Return the permissions of the file that stands there; refuse a link and what is no file."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(found.st_mode):
        raise WriteError(str(path), A_LINK)
    if not stat.S_ISREG(found.st_mode):
        raise WriteError(str(path), NOT_A_FILE)
    return stat.S_IMODE(found.st_mode)
