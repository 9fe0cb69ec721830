"""``smartvillage new``: a file or a folder to start from. The only room that asks the clock."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from smartvillage import api, authoring
from smartvillage.files import write_text_atomic
from smartvillage.starting import new_ruleset

from . import options
from .output import is_stdout, put
from .talk import Talk


@click.group("new", short_help="Tạo tệp, thư mục mới. Write something to start from.")
def command() -> None:
    """Tạo tệp mới để bắt đầu.

    Write a new file to start from.
    """


@command.command("village")
@click.option(
    "--ruleset", required=True, metavar="NAME|PATH", shell_complete=options.offer_rulesets,
    help="Bộ tiêu chí. The ruleset whose facts are asked.",
)  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), metavar="FILE",
    help="Tệp để ghi; không ghi đè tệp đã có. File to write; one that exists is kept unless --force.",
)  # fmt: skip
@click.option(
    "--as-of", type=options.Day(), metavar="DAY", help="Ngày của số liệu. The day the facts speak of; default today."
)
@click.option("--force", is_flag=True, help="Ghi đè. Replace a file that exists.")
@options.lang_option
@click.pass_obj
def village(talk: Talk, /, *, ruleset: str, output: Path | None, as_of: date | None, force: bool) -> None:
    """Tạo tệp làng với mọi số liệu để trống, kèm câu hỏi, đơn vị và giá trị được phép.

    Write a village file with every fact still missing, each with its question, unit and allowed values.

    \b
    Ví dụ / example:
      smartvillage new village --ruleset dong-thap-2021-2025 -o village.yaml
    """  # noqa: D301 - click reads \b
    if output and not is_stdout(output) and output.exists() and not force:
        told = talk.words(f"{output} đã có; --force để ghi đè", f"{output} exists; --force replaces it")
        raise click.BadParameter(told, param_hint="--output")
    day = as_of or date.today()  # noqa: DTZ011 - the day here
    found = api.load_ruleset(ruleset)
    text = authoring.new_village(found, as_of=day, lang=talk.lang)
    if day not in found.ruleset.period:
        talk.say(
            f"{day} nằm ngoài thời gian áp dụng; as_of trong tệp là ngày gần nhất trong thời gian đó, hãy sửa nếu cần",
            f"{day} lies outside the ruleset's period; as_of in the file is the nearest inside: correct it if wrong",
        )
    if output is None or is_stdout(output):
        put(text)
        return
    write_text_atomic(output, text)
    talk.say(
        f"đã ghi {output}; điền số liệu rồi chạy: smartvillage evaluate {output}",
        f"wrote {output}; fill it in, then run: smartvillage evaluate {output}",
    )


@command.command("ruleset")
@click.argument("name")
@click.option(
    "--extends", metavar="NAME", shell_complete=options.offer_rulesets,
    help="Tạo bản phủ lên bộ này thay cho một bộ mới. Write an overlay on this ruleset instead.",
)  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER",
    help="Thư mục để ghi, chưa có hoặc còn trống; mặc định là tên. Folder to write, not there or empty; default: NAME.",
)  # fmt: skip
@options.lang_option
@click.pass_obj
def ruleset(talk: Talk, /, *, name: str, extends: str | None, output: Path | None) -> None:
    """Tạo thư mục của một bộ tiêu chí mới, hoặc của một bản phủ: đúng sẵn, có tình huống thử, cài được như một gói.

    Write the folder of a new ruleset, or of an overlay: sound as it is, with cases that pass, schemas for the editor,
    and ready to be built as a package that others install.

    \b
    Ví dụ / examples:
      smartvillage new ruleset vinh-long-2026
      smartvillage new ruleset sa-dec --extends dong-thap-2021-2025 -o sa-dec
      smartvillage validate vinh-long-2026
    """  # noqa: D301 - click reads \b
    folder = output or Path(name)
    if folder.exists() and any(folder.iterdir()):
        told = talk.words(f"{folder} đã có và không trống", f"{folder} exists and is not empty")
        raise click.BadParameter(told, param_hint="--output")
    since = date.today().replace(month=1, day=1)  # noqa: DTZ011 - the year here
    made = new_ruleset(name, since=since, extends=extends, near=Path(), lang=talk.lang)
    for path, text in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        write_text_atomic(folder / path, text)
    main = folder / next(path for path in made if path.endswith(".yaml"))
    talk.say(
        f"đã ghi {folder}; sửa {main} rồi chạy: smartvillage validate {folder}",
        f"wrote {folder}; edit {main}, then run: smartvillage validate {folder}",
    )
