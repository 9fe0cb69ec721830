"""Pages that are read off the code and the data: the catalogue of rulesets and the command line.

The rule: a page is a function of what it shows, so that it changes when that changes and by nothing else.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

import smartvillage as sv
from making.diagnostics import write_diagnostics
from making.reference import write_reference
from smartvillage._cli.commands import smartvillage as commands

if TYPE_CHECKING:
    from smartvillage.diagnostics import Lang

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
MARK = "% Written from the data when the site is built; do not edit.\n\n"
WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "catalogue": "Catalogue of rulesets",
        "stands": "How {name} stands",
        "cli": "The command line",
        "intro": "Every ruleset that is shipped, read off its data: each rule in words, each threshold with its basis "
        "and source, evidence and roles. A *partial* set recognises nobody.",
        "legend": "**Basis**: *stated* in a text that was read or retold · *from the wording* of the criterion · "
        "*inferred*, no text says just this · *assumed*, no text says it · *unknown*, nobody here has seen it.",
    },
    "vi": {
        "catalogue": "Danh mục các bộ tiêu chí",
        "stands": "{name} đang ở đâu",
        "cli": "Dòng lệnh",
        "intro": "Mọi bộ tiêu chí có sẵn, đọc thẳng từ dữ liệu: từng quy tắc bằng lời, từng ngưỡng kèm căn cứ và "
        "nguồn, minh chứng và vai trò. Bộ *không trọn* không công nhận làng nào.",
        "legend": "**Căn cứ**: *văn bản nêu* · *theo lời văn* của tiêu chí · *suy ra*, không văn bản nào nói đúng như "
        "vậy · *giả định*, chưa có văn bản · *chưa biết*, chưa ai ở đây thấy.",
    },
}  # fmt: skip


def write_pages(docs: Path, language: str) -> None:
    """Write all such pages in a language below ``docs/reference``; a page that says the same is left as it is."""
    lang: Lang = "vi" if language == "vi" else "en"
    folder = docs / "reference" / "catalogue"
    folder.mkdir(parents=True, exist_ok=True)
    pages = {f"{name}.md": catalogue_page(name, lang) for name in sv.rulesets()}
    pages["index.md"] = catalogue_index(lang)
    for stale in {path.name for path in folder.glob("*.md")} - pages.keys():
        (folder / stale).unlink()
    for name, text in pages.items():
        _write(folder / name, text)
    _write(docs / "reference" / "cli.md", command_page(lang))
    write_diagnostics(docs, lang)
    write_reference(docs, lang)
    (docs / "notebooks").mkdir(exist_ok=True)
    for notebook in sorted((EXAMPLES / "notebooks").glob("*.md")):
        _write(docs / "notebooks" / notebook.name, notebook.read_text(encoding="utf-8"))


def _write(path: Path, text: str) -> None:
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def catalogue_index(lang: Lang) -> str:
    """Return the page that lists all rulesets."""
    words = WORDS[lang]
    names = "\n".join(sv.rulesets())
    listed = f"```{{toctree}}\n:maxdepth: 1\n\n{names}\n```\n"
    return f"{MARK}# {words['catalogue']}\n\n{words['intro']}\n\n{words['legend']}\n\n{listed}"


def catalogue_page(name: str, lang: Lang) -> str:
    """Return one ruleset's page: what it asks, and how the villages among the examples that name it stand."""
    ruleset = sv.load_ruleset(name)
    parts = [MARK, sv.render(ruleset, "md", lang=lang, ruleset=ruleset), "\n", WORDS[lang]["legend"], "\n"]
    for path in sorted(EXAMPLES.glob("*/village.yaml")):
        village = sv.load_village(path)
        if village.ruleset == name:
            assessment = sv.evaluate(ruleset, village)
            told = sv.render(assessment, "md", lang=lang, ruleset=ruleset)
            parts += ["\n## ", WORDS[lang]["stands"].format(name=village.name), "\n\n", _below(told)]
    return "".join(parts)


def _below(page: str) -> str:
    """Return a page without its own title, its headings one level down."""
    body = page.split("\n", 1)[1]
    return re.sub(r"^(#+) ", r"#\1 ", body, flags=re.MULTILINE).lstrip("\n")


def command_page(lang: Lang) -> str:
    """Return the reference of the command line: what ``--help`` says of each command."""
    parts = [MARK, f"# {WORDS[lang]['cli']}\n\n", _help(commands, ("smartvillage",))]
    context = click.Context(commands, info_name="smartvillage")
    for name in commands.list_commands(context):
        command = commands.get_command(context, name)
        if command is None:
            raise LookupError(name)
        parts.append(f"\n## `smartvillage {name}`\n\n{_help(command, ('smartvillage', name))}")
        for inner, one in getattr(command, "commands", {}).items():
            parts.append(f"\n### `smartvillage {name} {inner}`\n\n{_help(one, ('smartvillage', name, inner))}")
    return "".join(parts)


def _help(command: click.Command, names: tuple[str, ...]) -> str:
    context = click.Context(command, info_name=" ".join(names), max_content_width=100, terminal_width=100)
    return f"```text\n{command.get_help(context)}\n```\n"
