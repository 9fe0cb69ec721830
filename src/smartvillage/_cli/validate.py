"""``smartvillage validate``: all that is wrong with files, in one run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from smartvillage import authoring

from . import options
from .deliver import deliver
from .subject import source_of
from .talk import Talk

if TYPE_CHECKING:
    from smartvillage.document import Document


@click.command("validate", short_help="Kiểm tra tệp. Show all faults of files in one run.")
@click.argument("paths", nargs=-1, required=True, metavar="NAME|PATH...")
@options.ruleset_option
@options.format_option("text", "json")
@options.output_option
@options.lang_option
@click.pass_obj
def command(
    talk: Talk, /, *, paths: tuple[str, ...], ruleset: str | None, form: options.Form | None, output: Path | None
) -> int:
    """Kiểm tra bộ tiêu chí, bản phủ và tệp làng: mọi lỗi trong một lần chạy, có dòng, cột và gợi ý.

    Check rulesets, overlays and villages: all faults in one run, each with line, caret and hint. A village is also
    held against the ruleset it names, or --ruleset. Warnings alone leave exit code 0. `-` reads a village from
    standard input.

    \b
    Ví dụ / examples:
      smartvillage validate examples/an-phu/village.yaml
      smartvillage validate rulesets/dong-thap-2021-2025 --format json
    """  # noqa: D301 - click reads \b
    found = authoring.check_together(map(_source, paths), ruleset=ruleset)
    deliver(talk, found, form=form, output=output)
    return int(any(fault.severity == "error" for fault in found))


def _source(path: str) -> str | Document:
    """Return a name or a path as it was typed; what no file holds is read here."""
    read = source_of(Path(path))
    return path if isinstance(read, Path) else read
