"""Draw the pictures that the READMEs show: ``python docs/pictures.py``.

``--check`` writes nothing and ends with 1 where a committed picture no longer shows what the library gives.
"""

from __future__ import annotations

import sys
from itertools import product
from pathlib import Path

from making.kept import keep
from making.terminal import SCENES, picture
from smartvillage.diagnostics import Lang

FOLDER = Path(__file__).parent / "pictures"
LANGS: tuple[Lang, ...] = ("vi", "en")


def main(arguments: list[str]) -> int:
    """Draw or check all pictures."""
    drawn = {FOLDER / f"{scene.name}.{lang}.svg": picture(scene, lang) for scene, lang in product(SCENES, LANGS)}
    return keep(drawn, arguments, "docs/pictures.py")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
