"""How the site is built: ``sphinx-build -W -n -b html docs build/docs``; ``-D language=vi`` for Vietnamese.

The rule: what can be read off the code or the data is written from it at each build, never by hand.
"""

from __future__ import annotations

import sys
from importlib.metadata import version as version_of
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from making.generated import write_pages  # noqa: E402 - where the site is made is not on the path before

project = "smartvillage"
author = "The smartvillage developers"
copyright = author  # noqa: A001 - Sphinx's name
release = version_of("smartvillage")
language = "en"

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "sphinx_design",
    "making.api.targets",
    "making.directives",
    "making.tables",
    "making.front",
    "making.notebooks",
]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_execution_show_tb = True
exclude_patterns = ["build", "schemas", "locale", "making", "diagnostics.md"]
templates_path = ["_templates"]
locale_dirs = ["locale"]
gettext_compact = False

html_theme = "furo"
html_title = f"smartvillage {release}"
html_copy_source = False
html_show_sphinx = False
html_static_path = ["_static"]
html_css_files = ["smartvillage.css", "catalogue.css"]
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/search.html",
        "sidebar/language.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
# A copied command has no prompt and no output.
copybutton_prompt_text = r"\$ |>>> |\.\.\. "
copybutton_prompt_is_regexp = True
copybutton_exclude = ".linenos, .go"

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_default_options = {"members": True, "undoc-members": False, "exclude-members": "model_config"}
python_use_unqualified_type_names = True


def setup(app: Sphinx) -> None:
    """Write what is read off the code and the data, before anything is read."""
    app.add_config_value("generated_pages", default=True, rebuild="")
    app.connect("config-inited", _generate)


def _generate(_app: Sphinx, config: Config) -> None:
    if config.generated_pages:
        write_pages(HERE, config.language)
