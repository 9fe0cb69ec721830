"""The directives of guides: their steps, done once when a page is read, and shown in the order of the page.

The rule: the steps of a page are done before the page is parsed, with those that the page's parser knows nothing of.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.directives.code import container_wrapper
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from .steps import StepError, Workspace, steps_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

LOGGER = logging.getLogger(__name__)
#: Pages that hold no guide: what they show is read off the code, or run by the notebooks' own kernel.
OTHERS = ("reference/", "notebooks/")
LANGUAGES = {".yaml": "yaml", ".yml": "yaml", ".json": "json", ".py": "python", ".toml": "toml", ".md": "markdown"}


def do_steps(app: Sphinx, docname: str, source: list[str]) -> None:
    """Do all steps of a page and keep what they show for its directives; one that fails is a warning of the build."""
    if docname.startswith(OTHERS) or app.builder.name == "gettext":
        return
    shown: list[str] = []
    app.env.temp_data["steps_shown"] = iter(shown)
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace.made(Path(folder), app.config.language)
        for step in steps_of(source[0]):
            try:
                told = workspace.perform(step)
            except StepError as error:
                LOGGER.warning("%s", error, location=(docname, step.line))
                return
            if step.kind != "python":
                shown.append(told)


class StepDirective(SphinxDirective):
    """What a step shows."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar = {
        "exit": directives.nonnegative_int,
        "lines": directives.positive_int,
        "hide": directives.flag,
        "lang": directives.unchanged,
    }

    def run(self) -> list[nodes.Node]:
        """Return the literal block of the step, with the name of its file."""
        shown: Iterator[str] = self.env.temp_data.get("steps_shown") or iter(())
        text = next(shown, "\n".join(self.content)).rstrip("\n")
        if self.options.get("lang", self.config.language) != self.config.language:
            return []
        if self.name == "picture":
            return self._drawn(*text.rsplit("\n", 2))
        block = nodes.literal_block(text, text, classes=[f"step-{self.name}"])
        self.set_source_info(block)
        path = self.arguments[0] if self.arguments else ""
        kinds = {"run": "console", "change": "diff", "file": LANGUAGES.get(Path(path).suffix, "text")}
        block["language"] = kinds[self.name]
        if not path:
            return [block]
        named = container_wrapper(self, block, path)
        for caption in named.findall(nodes.caption):
            caption["translatable"] = False  # a file is called the same in every language
        return [named]

    def _drawn(self, typed: str, words: str = "", dots: str = "") -> list[nodes.Node]:
        """Return the expression and the picture that it gave."""
        block = nodes.literal_block(typed, typed, classes=["step-picture"], language="python")
        self.set_source_info(block)
        return [block, nodes.image(uri=dots, alt=words)] if dots else [block]


def setup(app: Sphinx) -> dict[str, bool]:
    """Bring the directives to Sphinx."""
    for name in ("run", "file", "change", "picture"):
        app.add_directive(name, StepDirective)
    app.connect("source-read", do_steps)
    return {"parallel_read_safe": False, "parallel_write_safe": True}
