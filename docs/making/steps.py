"""The steps of a guide, and the folder in which they are done one after the other.

The rule: a guide shows what came out, never what somebody typed in; a step that ends otherwise than the guide says
stops it there.
"""

from __future__ import annotations

import contextlib
import doctest
import os
import re
import shutil
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

EXAMPLES = Path(__file__).parents[2] / "examples"
#: No step of a guide takes longer; what does hangs.
SECONDS = 120
WIDTH = 88
#: What stands in a change for lines that it passes over.
GAP = "  …"

Kind = Literal["run", "file", "change", "picture", "python"]
_FENCE = re.compile(
    r"^(?P<indent> *)(?P<ticks>`{3,})(?P<head>\{(?:run|file|change|picture)\}|python\b)(?P<argument>.*)$"
)
_OPTION = re.compile(r"^:(?P<name>[a-z]+):\s*(?P<value>.*)$")


class StepError(Exception):
    """A step that did not end as its guide says."""

    def __init__(self, line: int, told: str) -> None:
        """Keep the line of the guide on which the step begins."""
        super().__init__(f"line {line}: {told}")
        self.line = line


@dataclass(frozen=True)
class Step:
    """One thing that a guide's reader does: run commands, write or change a file, type Python."""

    kind: Kind
    argument: str
    options: Mapping[str, str]
    body: str
    line: int


def steps_of(page: str) -> Iterator[Step]:
    """Yield the steps of a page's text, in order."""
    lines = page.splitlines()
    place = 0
    while place < len(lines):
        found = _FENCE.match(lines[place])
        start = place + 1
        place = start
        if not found:
            continue
        indent, closing = len(found["indent"]), re.compile(rf"^ *{found['ticks']}`*\s*$")
        while place < len(lines) and not closing.match(lines[place]):
            place += 1
        step = _step(found, [line[indent:] for line in lines[start:place]], start)
        place += 1
        if step.kind != "python" or ">>>" in step.body:
            yield step


def _step(found: re.Match[str], inside: list[str], line: int) -> Step:
    options: dict[str, str] = {}
    head = found["head"].strip("{}")
    while head != "python" and inside and (option := _OPTION.match(inside[0])):
        options[option["name"]] = option["value"].strip()
        inside = inside[1:]
    kind: Kind = head  # type: ignore[assignment] # the pattern has no other
    return Step(kind, found["argument"].strip(), options, "\n".join(inside) + "\n", line)


@dataclass
class Workspace:
    """A folder of a reader, the examples in it; what the steps write stays there for those that follow."""

    folder: Path
    lang: str
    names: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def made(cls, folder: Path, lang: str) -> Workspace:
        """Make the folder as a reader has it who has the examples and nothing of their own."""
        shutil.copytree(EXAMPLES, folder / "examples")
        return cls(folder, lang)

    def perform(self, step: Step) -> str:
        """Do a step and return what it shows; one that is told for the readers of another language is passed over.

        Raises:
            StepError: It did not end as the guide says.
        """
        if step.options.get("lang", self.lang) != self.lang:
            return ""
        return {
            "run": self._run, "file": self._write, "change": self._change, "picture": self._draw,
            "python": self._python,
        }[step.kind](step)  # fmt: skip

    def _run(self, step: Step) -> str:
        commands = [line for line in step.body.splitlines() if line.strip()]
        shown = []
        for place, command in enumerate(commands):
            wanted = int(step.options.get("exit", "0")) if place == len(commands) - 1 else 0
            done = subprocess.run(  # noqa: S603 - the guide's own command, which its reader types too
                ["bash", "-c", command],  # noqa: S607
                cwd=self.folder, env=self._environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT, text=True, encoding="utf-8", timeout=SECONDS, check=False,
            )  # fmt: skip
            output = done.stdout.replace(f"{self.folder.resolve()}/", "").replace(f"{self.folder}/", "")
            if done.returncode != wanted:
                raise StepError(step.line, f"`{command}` ended with {done.returncode}, not {wanted}:\n{output}")
            shown.append(f"$ {command}\n" + ("" if "hide" in step.options else _cut(output, step.options.get("lines"))))
        return "".join(shown)

    def _environment(self) -> dict[str, str]:
        path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))
        return {
            "PATH": path, "HOME": str(self.folder), "SMARTVILLAGE_LANG": self.lang, "NO_COLOR": "1",
            "COLUMNS": str(WIDTH), "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1",
        }  # fmt: skip

    def _file(self, step: Step) -> Path:
        path = (self.folder / step.argument).resolve()
        if not step.argument or not path.is_relative_to(self.folder.resolve()):
            raise StepError(step.line, f"`{step.argument}` is no file in the reader's folder")
        return path

    def _write(self, step: Step) -> str:
        path = self._file(step)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(step.body, encoding="utf-8")
        return step.body

    def _change(self, step: Step) -> str:
        lines = [line or "  " for line in step.body.splitlines()]
        wrong = next((line for line in lines if line[:2] not in {"  ", "- ", "+ "}), None)
        if wrong is not None:
            raise StepError(step.line, f"`{wrong}` begins neither with two spaces nor with `- ` or `+ `")
        path = self._file(step)
        text = path.read_text(encoding="utf-8").splitlines()
        for hunk in _hunks(lines):
            before = [line[2:] for line in hunk if line[0] != "+"]
            places = [place for place in range(len(text)) if text[place : place + len(before)] == before]
            if len(places) != 1 or not before:
                told = "\n".join(before)
                raise StepError(step.line, f"{step.argument} holds {len(places)} times, not once:\n{told}")
            text[places[0] : places[0] + len(before)] = [line[2:] for line in hunk if line[0] != "-"]
        path.write_text("".join(f"{line}\n" for line in text), encoding="utf-8")
        return step.body

    def _draw(self, step: Step) -> str:
        """Draw what an expression gives in the readers' language; return the expression, the words and the dots."""
        typed = step.body.strip()
        if self.lang != "vi":
            typed = f'{typed.removesuffix(")")}, lang="{self.lang}")'
        try:
            with contextlib.chdir(self.folder):
                figure = eval(typed, self.names)  # noqa: S307 - the guide's own expression, which its reader types too
                dots = figure._repr_png_()
        except Exception as error:
            raise StepError(step.line, f"`{typed}` gave no picture: {error!r}") from error
        words = " ".join(figure.get_suptitle().split())
        return f"{typed}\n{words}\ndata:image/png;base64,{b64encode(dots).decode('ascii')}\n"

    def _python(self, step: Step) -> str:
        test = doctest.DocTestParser().get_doctest(step.body, self.names, f"line {step.line}", None, step.line)
        runner, told = doctest.DocTestRunner(verbose=False, optionflags=doctest.ELLIPSIS), list[str]()
        with contextlib.chdir(self.folder):
            failed = runner.run(test, out=told.append, clear_globs=False).failed
        self.names.update(test.globs)
        if failed:
            raise StepError(step.line, "".join(told))
        return step.body


def _hunks(lines: list[str]) -> Iterator[list[str]]:
    """Yield the parts of a change that a line `…` parts: between them the file may say anything."""
    gaps = [place for place, line in enumerate(lines) if line == GAP]
    for start, end in pairwise((-1, *gaps, len(lines))):
        yield lines[start + 1 : end]


def _cut(output: str, lines: str | None) -> str:
    shown = output.splitlines(keepends=True)
    if lines is None or len(shown) <= int(lines):
        return output
    return "".join(shown[: int(lines)]) + "…\n"
