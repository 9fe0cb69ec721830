"""``smartvillage diff``: what changes from one ruleset to another, and for which villages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from smartvillage import api, comparing

from . import options
from .deliver import deliver
from .talk import Talk

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from smartvillage.model.comparison import Comparison

#: The kinds of change that ``--fail-on`` can name.
_KINDS = ("stricter", "looser", "incomparable", "added", "retired")
_ENDINGS = (".yaml", ".yml", ".json")
#: The section that only villages have, and how far into a file it is looked for.
_VILLAGE = re.compile(rb"""^[\s{]*["']?village["']?\s*:""", re.MULTILINE)
_LOOKED_AT = 1 << 16


@click.command("diff", short_help="Hai bộ tiêu chí khác nhau ở đâu. What changes between two rulesets.")
@click.argument("before", metavar="A", shell_complete=options.offer_rulesets)
@click.argument("after", metavar="B", shell_complete=options.offer_rulesets)
@click.option(
    "--before-overlay",
    "before_overlays",
    multiple=True,
    metavar="NAME|PATH",
    help="Bản phủ cho bộ A. Overlay to resolve into A; may be repeated.",
)
@click.option(
    "--overlay",
    "overlays",
    multiple=True,
    metavar="NAME|PATH",
    help="Bản phủ cho bộ B. Overlay to resolve into B; may be repeated.",
)
@click.option(
    "--villages",
    "folders",
    multiple=True,
    type=click.Path(path_type=Path, exists=True),
    metavar="FOLDER",
    help="Thư mục (hoặc tệp) làng: làng nào đổi kết quả. Villages to hold against both: which come out differently.",
)
@options.on_option
@options.format_option()
@options.output_option
@options.lang_option
@options.fail_on_option(*_KINDS, "flips")
@click.pass_obj
def command(  # noqa: PLR0913 - click hands every option over
    talk: Talk, /, *, before: str, after: str, before_overlays: tuple[str, ...], overlays: tuple[str, ...],
    folders: tuple[Path, ...], on: date | None, form: options.Form | None, output: Path | None,
    fail_on: tuple[str, ...],
) -> int:  # fmt: skip
    """So bộ tiêu chí B với bộ A theo nghĩa: chặt hơn, nới lỏng, thêm, bỏ; kèm một làng ví dụ.

    Say what changes from ruleset A to ruleset B by what it means, each with a village that shows it.

    \b
    Ví dụ / examples:
      smartvillage diff dong-thap-2021-2025 dong-thap-2021-2025 --overlay quoc-gia-tham-chieu
      smartvillage diff cu.yaml moi.yaml --villages examples --format md -o khac-biet.md
      smartvillage diff cu.yaml moi.yaml --fail-on stricter
    """  # noqa: D301 - click reads \b
    old = api.load_ruleset(before, overlays=before_overlays)
    new = api.load_ruleset(after, overlays=overlays)
    villages = [path for folder in folders for path in _villages_in(folder)]
    found = comparing.diff(old, new, villages=villages, on=on, progress=_progress(talk, len(villages)))
    deliver(talk, found, form=form, output=output, ruleset=new)
    return int(any(_came_true(found, event) for event in fail_on))


def _villages_in(path: Path) -> list[Path]:
    """Return the village files of a folder and of those inside it, in the order of their paths."""
    if path.is_file():
        return [path]
    found = (one for one in path.rglob("*") if one.suffix in _ENDINGS and one.is_file())
    return sorted(one for one in found if _holds_village(one))


def _holds_village(path: Path) -> bool:
    """Tell whether a file has the section that makes it a village; what cannot be read is told when it is loaded."""
    try:
        with path.open("rb") as stream:
            return _VILLAGE.search(stream.read(_LOOKED_AT)) is not None
    except OSError:
        return True


def _progress(talk: Talk, total: int) -> Callable[[int], None] | None:
    """Say now and then how far many villages have come."""
    if total < 200:  # noqa: PLR2004 - fewer are done before one looks
        return None

    def say(done: int) -> None:
        if done % 200 == 0:
            talk.say(f"đã xét {done}/{total} làng", f"{done} of {total} villages done")

    return say


def _came_true(found: Comparison, event: str) -> bool:
    return bool(found.flips) if event == "flips" else bool(found.of(event))
