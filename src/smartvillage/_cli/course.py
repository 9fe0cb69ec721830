"""One run of the command line: every way it can end becomes an exit code, and none a traceback."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from smartvillage.errors import NotInForceError, RulesetError, SmartVillageError, VillageError

from .commands import smartvillage
from .endings import BAD_RULESET, BAD_VILLAGE, DONE, OUR_FAULT, OUTPUT_LOST, STOPPED, USAGE
from .misuse import language_of, tell
from .output import OutputError
from .subject import NamedByVillageError
from .talk import Talk

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code."""
    talk = Talk.from_environment()
    _speak_utf8()
    try:
        code = smartvillage.main(list(arguments), prog_name="smartvillage", standalone_mode=False, obj=talk)
    except click.ClickException as error:
        tell(error, language_of(arguments, talk.lang))
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return STOPPED
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
    if isinstance(error, (VillageError, NamedByVillageError)) or (
        isinstance(error, NotInForceError) and error.asked == "as_of"
    ):
        return BAD_VILLAGE
    if isinstance(error, OutputError):
        return OUTPUT_LOST
    return USAGE


def _speak_utf8() -> None:
    """Write UTF-8 into pipes and files whatever the system's code page is: Vietnamese fits no other."""
    for stream in (sys.stdout, sys.stderr):
        encoding = (getattr(stream, "encoding", None) or "").lower().replace("-", "")
        if encoding not in ("utf8", "") and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")


def _our_fault(talk: Talk, error: Exception) -> int:
    if os.environ.get("SMARTVILLAGE_DEBUG"):
        raise error
    told = f"{type(error).__name__}: {error}".splitlines()[0]
    talk.say(
        f"lỗi của chương trình: {told}\nHãy chạy lại với SMARTVILLAGE_DEBUG=1 và báo lỗi kèm phần hiện ra.",
        f"a fault of the program itself: {told}\nRun again with SMARTVILLAGE_DEBUG=1 and report what it shows.",
    )
    return OUR_FAULT
