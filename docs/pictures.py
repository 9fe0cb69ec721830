"""Draw the pictures that the READMEs show: ``python docs/pictures.py``.

``--check`` writes nothing and ends with 1 where a committed picture no longer shows what the library gives.
"""

from __future__ import annotations

import sys
from itertools import product
from pathlib import Path

from making.terminal import SCENES, picture
from smartvillage.diagnostics import Lang

FOLDER = Path(__file__).parent / "pictures"
LANGS: tuple[Lang, ...] = ("vi", "en")


def main(arguments: list[str]) -> int:
    """Draw or check all pictures."""
    differing = []
    for scene, lang in product(SCENES, LANGS):
        target = FOLDER / f"{scene.name}.{lang}.svg"
        drawn = picture(scene, lang)
        if not target.exists() or target.read_text(encoding="utf-8") != drawn:
            differing.append(target.name)
            if "--check" not in arguments:
                target.write_text(drawn, encoding="utf-8")
    if differing and "--check" in arguments:
        sys.stderr.write(f"run `python docs/pictures.py`: {', '.join(differing)} show what is no longer so\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
