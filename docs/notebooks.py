"""Keep each notebook's two files the same: ``python docs/notebooks.py`` writes the ``.ipynb`` of each ``.md``.

``--check`` writes nothing and ends with 1 where one is not what its ``.md`` says. Outputs are kept in neither: the site
runs the notebooks and shows what comes out.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import jupytext

from making.kept import keep

FOLDER = Path(__file__).parents[1] / "examples" / "notebooks"


def notebook(source: Path) -> str:
    """Return the notebook of a text, with ids that depend on the text alone."""
    found = jupytext.read(source)
    for place, cell in enumerate(found.cells):
        cell["id"] = f"cell-{place}"
    found.metadata.pop("jupytext", None)
    found.metadata["jupytext"] = {"formats": "ipynb,md:myst"}
    return json.dumps(found, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def main(arguments: list[str]) -> int:
    """Write or check all pairs."""
    pairs = {source.with_suffix(".ipynb"): notebook(source) for source in sorted(FOLDER.glob("*.md"))}
    return keep(pairs, arguments, "docs/notebooks.py")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
