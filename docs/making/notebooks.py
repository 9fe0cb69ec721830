"""The notebooks' pages: their texts, copied to where Sphinx looks for pages, and run in the language of the site.

The rule: a text is written only where it changed, and a notebook that fails fails the build.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from .folders import write_folder

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

FOLDER = Path(__file__).parents[2] / "examples" / "notebooks"


def copy_notebooks(docs: Path) -> None:
    """Copy each notebook's text below ``docs/notebooks`` and take away what is none any more."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md"))}
    write_folder(docs / "notebooks", texts)


#: What opens and closes a cell whose code is put away at first.
PROMPTS = {"vi": ("Xem mã", "Cất mã"), "en": ("Show the code", "Put the code away")}


def setup(app: Sphinx) -> dict[str, bool]:
    """Let the notebooks and the kernels that run them know which language their readers have."""
    app.connect("config-inited", _speak)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _speak(_app: Sphinx, config: Config) -> None:
    os.environ["SMARTVILLAGE_LANG"] = config.language
    config["nb_code_prompt_show"], config["nb_code_prompt_hide"] = PROMPTS[config.language]
