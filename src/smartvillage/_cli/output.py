"""Standard output: what a run prints is data. A run whose data got lost says so, unless its reader went away."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from smartvillage.diagnostics import Words
from smartvillage.errors import WriteError
from smartvillage.refusals import refusal

from .endings import PIPE_CLOSED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CLOSED = Words("đầu ra chuẩn đã đóng", "standard output is closed")
_NAME = "stdout"


class OutputError(WriteError):
    """Standard output could not be written."""


def is_stdout(path: Path | None) -> bool:
    """Tell whether a result goes to standard output: no file is named, or ``-`` is."""
    return path is None or str(path) == "-"


def put(text: str) -> None:
    """Print data; whether it is painted was decided before."""
    if sys.stdout is None:
        raise OutputError(_NAME, _CLOSED)
    click.echo(text, nl=False, color=True)


@contextmanager
def delivered() -> Iterator[None]:
    """See to it that all that was printed arrives; a reader that went away is a quiet end."""
    try:
        yield
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _abandon()
        raise click.exceptions.Exit(PIPE_CLOSED) from None
    except OSError as error:
        if error.filename is not None:
            raise
        _abandon()
        raise OutputError(_NAME, refusal(error)) from error


def _abandon() -> None:
    """Let what is still buffered go nowhere, so that the interpreter has nothing to complain of at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
