"""One run of the command line: every way it can end becomes an exit code, and none a traceback.

0 done · 1 what ``--fail-on`` asked for came true, or ``validate`` found faults · 2 usage · 3 bad ruleset ·
4 bad village · 70 a fault of ours · 130 stopped by Ctrl-C · 141 the reader of the pipe went away.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from smartvillage.errors import NotInForceError, RulesetError, SmartVillageError, VillageError

from .commands import smartvillage
from .talk import Talk

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, FAILED, USAGE, BAD_RULESET, BAD_VILLAGE = 0, 1, 2, 3, 4
OUR_FAULT, STOPPED, PIPE_CLOSED = 70, 130, 141


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code."""
    talk = Talk.from_environment()
    _speak_utf8()
    try:
        code = smartvillage.main(list(arguments), prog_name="smartvillage", standalone_mode=False, obj=talk)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return STOPPED
    except BrokenPipeError:
        return _pipe_closed()
    except SmartVillageError as error:
        click.echo(error.explain(talk.lang), err=True)
        return exit_code(error)
    except Exception as error:  # noqa: BLE001 - whatever it is, the user sees a sentence
        return _our_fault(talk, error)
    return code if isinstance(code, int) else DONE


def exit_code(error: SmartVillageError) -> int:
    """Tell whose fault an error is."""
    if isinstance(error, RulesetError):
        return BAD_RULESET
    if isinstance(error, VillageError) or (isinstance(error, NotInForceError) and error.asked == "as_of"):
        return BAD_VILLAGE
    return USAGE


def _speak_utf8() -> None:
    """Write UTF-8 into pipes and files whatever the system's code page is: Vietnamese fits no other."""
    for stream in (sys.stdout, sys.stderr):
        encoding = (getattr(stream, "encoding", None) or "").lower().replace("-", "")
        if encoding not in ("utf8", "") and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")


def _pipe_closed() -> int:
    """Leave quietly; what is still buffered goes nowhere, so that the interpreter has nothing to complain of."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return PIPE_CLOSED


def _our_fault(talk: Talk, error: Exception) -> int:
    if os.environ.get("SMARTVILLAGE_DEBUG"):
        raise error
    told = f"{type(error).__name__}: {error}".splitlines()[0]
    talk.say(
        f"lỗi của chương trình: {told}\nHãy chạy lại với SMARTVILLAGE_DEBUG=1 và báo lỗi kèm phần hiện ra.",
        f"a fault of the program itself: {told}\nRun again with SMARTVILLAGE_DEBUG=1 and report what it shows.",
    )
    return OUR_FAULT
