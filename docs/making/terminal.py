"""Pictures of a terminal: a command is truly run, and what it prints in colour becomes an SVG.

The rule: a picture names no host, no font that must be fetched, no day and no path; the same output gives the same
picture, so that a test can hold the committed one against what the command prints now.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from rich.cells import cell_len
from rich.color import blend_rgb
from rich.console import Console
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from smartvillage.diagnostics import Lang

ROOT = Path(__file__).parents[2]
#: Columns that can still be read on a telephone and fill a page of a code host.
WIDTH = 72
#: A column's and a line's size, how far letters stand above a line's end, and the margin: enough room for Ẩ and Ỗ.
COLUMN, LINE, DESCENT, MARGIN, TOP = 12, 26, 7, 18, 48
#: Dark paper; each colour on it can be read, also when it is dimmed.
THEME = TerminalTheme(
    (13, 17, 23), (230, 237, 243),
    [(110, 118, 129), (255, 123, 114), (63, 185, 80), (227, 179, 65), (121, 192, 255), (210, 168, 255), (86, 211, 221),
     (230, 237, 243)],
)  # fmt: skip
#: Type that is already there, of letters of one width. The last two lack letters with two marks (ế, ỗ), and a browser
#: would set the second mark beside its letter: those letters it takes from a type that has them and is as wide.
TYPE = "ui-monospace, SFMono-Regular, Menlo, Consolas, Cascadia Mono, marked, DejaVu Sans Mono, monospace"
MARKED = "\n".join(
    f"@font-face {{ font-family: marked; font-weight: {weight}; src: local('{name}'); unicode-range: U+1EA0-1EF9 }}"
    for weight, name in ((400, "DejaVu Sans"), (700, "DejaVu Sans Bold"))
)


@dataclass(frozen=True)
class Scene:
    """A picture: the command, and a pattern of the line before which the picture ends."""

    name: str
    command: str
    until: str | None = None


SCENES = (
    Scene("evaluate", "smartvillage evaluate examples/an-phu", r"^(Dịch vụ số chia sẻ và|Shared digital serv)\D*$"),
    Scene("explain", "smartvillage explain examples/an-phu 2.13"),
    Scene("roadmap", "smartvillage roadmap examples/an-phu/village.yaml --until 2024-12-31", r"^○ 3 "),
)  # fmt: skip


def printed(scene: Scene, lang: Lang) -> list[Text]:
    """Run a scene's command as in a terminal, and return its lines in their colours.

    Raises:
        subprocess.CalledProcessError: The command failed.
        LookupError: The line before which the picture ends is not printed.
    """
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))
    done = subprocess.run(  # noqa: S603 - our own command
        scene.command.split(), cwd=ROOT, check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, encoding="utf-8",
        env={"PATH": path, "FORCE_COLOR": "1", "COLUMNS": str(WIDTH), "SMARTVILLAGE_LANG": lang, "PYTHONUTF8": "1"},
    )  # fmt: skip
    lines = list(Text.from_ansi(done.stdout).split("\n"))
    if scene.until is not None:
        end = next((place for place, line in enumerate(lines) if re.search(scene.until, line.plain)), None)
        if end is None:
            raise LookupError(scene.until)
        while not lines[end - 1].plain:
            end -= 1
        lines = [*lines[:end], Text.assemble(("…", "dim"))]
    return [Text.assemble(("$ ", "green"), (scene.command, "bold")), *lines]


def picture(scene: Scene, lang: Lang) -> str:
    """Return the SVG of what a scene's command prints."""
    lines = printed(scene, lang)
    width, height = WIDTH * COLUMN + 2 * MARGIN, len(lines) * LINE + TOP + MARGIN
    title = escape(f"{scene.command} ({lang})")
    body = "\n".join(_drawn(line, TOP + place * LINE + LINE - DESCENT) for place, line in enumerate(lines))
    dots = "".join(
        f'<circle cx="{24 + 22 * place}" cy="24" r="7" fill="{colour}"/>'
        for place, colour in enumerate(("#ff5f57", "#febc2e", "#28c840"))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">\n<title>{title}</title>\n'
        f"<style>\n{MARKED}\n</style>\n"
        f'<rect width="{width}" height="{height}" rx="9" fill="{THEME.background_color.hex}"/>\n{dots}\n'
        f'<g font-family="{TYPE}" font-size="20">\n{body}\n</g>\n</svg>\n'
    )


def _drawn(line: Text, base: int) -> str:
    """Draw a line: each piece between two gaps stands at its own column and is as wide as its columns."""
    drawn, column = [], 0
    for text, style in _pieces(line):
        cells = cell_len(text)
        if text.strip():
            fitted = f' textLength="{cells * COLUMN}" lengthAdjust="spacingAndGlyphs"' if cells > 1 else ""
            place = f'x="{MARGIN + column * COLUMN}" y="{base}"'
            drawn.append(f"<text {place}{fitted} {_paint(style)}>{escape(text, quote=False)}</text>")
        column += cells
    return "".join(drawn)


def _pieces(line: Text) -> Iterator[tuple[str, Style]]:
    """Yield a line's pieces of one colour, gaps of their own."""
    console = Console(force_terminal=True, color_system="truecolor", _environ={})
    for segment in line.render(console):
        for piece in re.split(r"( {2,}|^ | $)", segment.text):
            if piece:
                yield piece, segment.style or Style()


def _paint(style: Style) -> str:
    ink = style.color.get_truecolor(THEME) if style.color else THEME.foreground_color
    if style.dim:
        ink = blend_rgb(ink, THEME.background_color, 0.4)
    return f'fill="{ink.hex}"' + (' font-weight="bold"' if style.bold else "")
