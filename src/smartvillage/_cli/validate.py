"""``smartvillage validate``: all that is wrong with files and folders, in one run."""

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
    from collections.abc import Iterator

    from smartvillage.document import Document


@click.command("validate", short_help="Kiểm tra tệp và thư mục. Show all faults in one run.")
@click.argument("paths", nargs=-1, required=True, metavar="NAME|PATH...")
@options.ruleset_option
@options.format_option("text", "json", "sarif", "github")
@options.output_option
@options.lang_option
@click.pass_obj
def command(
    talk: Talk, /, *, paths: tuple[str, ...], ruleset: str | None, form: options.Form | None, output: Path | None
) -> int:
    """Kiểm tra bộ tiêu chí, bản phủ, tệp làng, tệp tình huống và cả thư mục: mọi lỗi trong một lần chạy.

    Check rulesets, overlays, villages, files of cases, and all of them below a folder: all faults in one run, each
    with line, caret and hint. A village is also held against the ruleset it names, or --ruleset. Warnings alone leave
    exit code 0. `-` reads a village from standard input.

    --format: sarif - SARIF 2.1.0 for code hosts and editors; github - annotations of a GitHub workflow.

    \b
    Ví dụ / examples:
      smartvillage validate examples/an-phu/village.yaml
      smartvillage validate rulesets/dong-thap-2021-2025 --format json
      smartvillage validate . --format sarif -o smartvillage.sarif
    """  # noqa: D301 - click reads \b
    found = authoring.check_together(_sources(paths), ruleset=ruleset)
    deliver(talk, found, form=form, output=output)
    return int(any(fault.severity == "error" for fault in found))


def _sources(paths: tuple[str, ...]) -> Iterator[str | Path | Document]:
    """Yield what there is to check: a name as it was typed, what lies below a folder, and each thing once."""
    from smartvillage._loading.below import below

    seen: set[object] = set()
    for path in paths:
        read = source_of(Path(path))
        found = below(read) if isinstance(read, Path) and read.exists() else [path if isinstance(read, Path) else read]
        yield from (one for one in found if one not in seen)
        seen.update(found)
