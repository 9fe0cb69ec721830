"""Files on the disk: reading no more than is allowed, and writing all or nothing.

The rule for reading: a file is opened before it is believed, so that nothing which is put in its place meanwhile (a
pipe, a link out of its folder) is read. The rule for writing: what stood there before stands until the new content is
whole and on the disk, and a link is never followed.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from .errors import WriteError
from .refusals import A_LINK, NOT_A_FILE, refusal

#: Opening a pipe must not wait for its other end.
_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def read_bytes(path: Path, most: int, inside: Path | None = None) -> bytes | None:
    """Read at most so many bytes of a file; nothing where it is no regular file.

    Args:
        path: The file.
        most: How many bytes.
        inside: A folder out of which no link may lead.

    Raises:
        OSError: The system refuses, or the file is a link out of the folder.
    """
    real = path if inside is None else path.resolve(strict=True)
    if inside is not None and not real.is_relative_to(inside.resolve()):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if not real.is_file():
        return None
    handle = os.open(real, _READING | (0 if inside is None else _NO_LINK))
    with os.fdopen(handle, "rb") as stream:
        return stream.read(most) if stat.S_ISREG(os.fstat(handle).st_mode) else None


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
