"""``smartvillage schema``: what may be typed, as JSON Schema, for editors and for other programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from smartvillage.files import write_text_atomic

from . import options
from .output import is_stdout, put
from .talk import Talk

if TYPE_CHECKING:
    from smartvillage.schemas import SchemaKind


@click.command("schema", short_help="In lược đồ JSON. Print a JSON Schema for editors and programs.")
@click.argument("kind", type=click.Choice(["ruleset", "overlay", "village", "case", "result"]))
@click.option(
    "--ruleset", metavar="NAME|PATH", shell_complete=options.offer_rulesets,
    help="Lược đồ số liệu của riêng một bộ; chỉ với village. One ruleset's facts; only with village.",
)  # fmt: skip
@click.option(
    "--overlay", "overlays", multiple=True, metavar="NAME|PATH",
    help="Bản phủ lên bộ đó, lặp lại được. Overlay to resolve into it first; may be repeated.",
)  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), metavar="FILE",
    help="Ghi vào tệp. Write to a file.",
)  # fmt: skip
@options.lang_option
@click.pass_obj
def command(
    talk: Talk, /, *, kind: SchemaKind, ruleset: str | None, overlays: tuple[str, ...], output: Path | None
) -> None:
    """In lược đồ JSON (2020-12) của tệp bộ tiêu chí, bản phủ, tệp làng, tệp tình huống, hoặc của kết quả.

    Print the JSON Schema (2020-12) of what may be typed, with a description of every key, so that an editor can
    complete it; with --ruleset that of one ruleset's village facts, so that any program can check its data. It is a
    first reading: `smartvillage validate` says all.

    \b
    Ví dụ / examples:
      smartvillage schema ruleset -o ruleset.schema.json
      smartvillage schema village --ruleset dong-thap-2021-2025 --lang en
    Trong VS Code (đuôi mở rộng YAML), dòng đầu của tệp / in VS Code (YAML extension), the file's first line:
      # yaml-language-server: $schema=ruleset.schema.json
    """  # noqa: D301 - click reads \b
    from smartvillage.schemas import schema

    if ruleset is not None and kind != "village":
        told = talk.words("chỉ đi với `village`", "goes with `village` alone")
        raise click.BadParameter(told, param_hint="--ruleset")
    if overlays and ruleset is None:
        told = talk.words("cần `--ruleset`: bản phủ lên bộ nào", "needs `--ruleset`: an overlay on which one")
        raise click.BadParameter(told, param_hint="--overlay")
    text = (
        json.dumps(schema(kind, ruleset=ruleset, overlays=overlays, lang=talk.lang), ensure_ascii=False, indent=2)
        + "\n"
    )
    if output is None or is_stdout(output):
        put(text)
        return
    write_text_atomic(output, text)
    talk.say(f"đã ghi {output}", f"wrote {output}")
