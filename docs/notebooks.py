"""Keep each notebook's two files the same: ``python docs/notebooks.py`` writes the ``.ipynb`` of each ``.md``.

``--check`` writes nothing and ends with 1 where one is not what its ``.md`` says. Outputs are kept in neither: the site
runs the notebooks and shows what comes out.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import jupytext

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
    differing = []
    for source in sorted(FOLDER.glob("*.md")):
        target = source.with_suffix(".ipynb")
        text = notebook(source)
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            differing.append(target.name)
            if "--check" not in arguments:
                target.write_text(text, encoding="utf-8")
    if differing and "--check" in arguments:
        sys.stderr.write(f"run `python docs/notebooks.py`: {', '.join(differing)} differ from their texts\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
