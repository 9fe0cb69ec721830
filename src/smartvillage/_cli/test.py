"""``smartvillage test``: run the cases of rulesets, and ask what they leave untested."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from . import options
from .output import is_stdout, put
from .talk import Talk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smartvillage.testing import Report

#: After how many mistakes the talk on standard error says how far it is.
_EVERY = 25


@click.command("test", short_help="Chạy các tình huống thử của bộ tiêu chí. Run the cases of a ruleset.")
@click.argument("paths", nargs=-1, required=True, metavar="NAME|PATH...")
@click.option("--coverage", is_flag=True, help="Nêu những gì chưa tình huống nào thử. Also list what no case shows.")
@click.option(
    "--mutation", is_flag=True,
    help="Thử sửa sai từng chỗ xem có bị phát hiện. Also make small mistakes and see whether a case notices.",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "junit"]), default="text",
    help="Dạng in ra. What is printed; default text.",
)  # fmt: skip
@options.fail_on_option("uncovered", "survived")
@options.output_option
@options.lang_option
@click.pass_obj
def command(  # noqa: PLR0913 - click hands every option over
    talk: Talk, /, *, paths: tuple[str, ...], coverage: bool, mutation: bool,
    form: Literal["text", "json", "junit"], fail_on: tuple[str, ...], output: Path | None,
) -> int:  # fmt: skip
    """Chạy các tệp *.case.yaml: mỗi tình huống nêu số liệu của một làng và kết quả phải có.

    Run files of cases (*.case.yaml; all below a folder, or a shipped ruleset's by its name): each case says what is
    known of a village and what must come out. A failure shows the explanation. A case that expects nothing, or whose
    own facts nothing that it expects reads, fails. Exit code 1 when a case fails.

    --fail-on: uncovered - something lacks that --coverage asks for; survived - a mistake that --mutation makes goes
    unnoticed.

    \b
    Ví dụ / examples:
      smartvillage test rulesets/dong-thap-2021-2025
      smartvillage test dong-thap-2021-2025 --coverage --mutation --lang en
      smartvillage test my-ruleset/cases/services.case.yaml --format junit -o report.xml
    """  # noqa: D301 - click reads \b
    from smartvillage import testing

    files = dict.fromkeys(file for path in paths for file in _files(path))
    if not files:
        talk.say(
            "không thấy tệp *.case.yaml nào; viết một tệp như vậy cạnh bộ tiêu chí",
            "there is no file *.case.yaml; write one beside the ruleset",
        )
        return 1
    coverage, mutation = coverage or "uncovered" in fail_on, mutation or "survived" in fail_on
    reports = testing.run_cases(files, coverage=coverage, mutation=mutation, progress=_progress(talk))
    text = testing.render_reports(reports, form, lang=talk.lang)
    if output is None or is_stdout(output):
        put(text)
    else:
        from smartvillage.files import write_text_atomic

        write_text_atomic(output, text)
        talk.say(f"đã ghi {output}", f"wrote {output}")
    return int(any(not report.passed or _came_true(report, fail_on) for report in reports))


def _came_true(report: Report, events: tuple[str, ...]) -> bool:
    """Tell whether what ``--fail-on`` names is so."""
    lacking = report.coverage.lacking if report.coverage and "uncovered" in events else ()
    survived = report.mutation.survived if report.mutation and "survived" in events else ()
    return bool(lacking or survived)


def _files(path: str) -> Iterator[Path]:
    """Yield the files of cases at a path, or of a shipped ruleset."""
    from smartvillage import authoring, testing

    found = Path(path)
    if not found.exists():
        shipped = authoring.rulesets()
        if path not in shipped:
            from smartvillage.errors import NotFoundError

            raise NotFoundError("file", path, known=shipped)
        found = shipped[path]
    yield from testing.find_cases(found)


def _progress(talk: Talk) -> Callable[[int, int], None] | None:
    """Say on standard error how far it is, where somebody looks."""
    if not (sys.stderr and sys.stderr.isatty()):
        return None

    def tell(done: int, of: int) -> None:
        if done % _EVERY == 0 or done == of:
            click.echo(f"\r{talk.words('đột biến', 'mutants')} {done}/{of}", err=True, nl=done == of)

    return tell
