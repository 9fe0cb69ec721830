"""Files that are written from others and committed: brought up to date, or only held against what they should say.

The rule: with ``--check`` nothing is written, and a file that differs is named with the command that mends it.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path


def keep(texts: Mapping[Path, str], arguments: list[str], script: str) -> int:
    """Write the files that say something else than their texts, or with ``--check`` end with 1 where one does."""
    differing = {
        path: text for path, text in texts.items() if not path.exists() or path.read_text(encoding="utf-8") != text
    }
    if "--check" not in arguments:
        for path, text in differing.items():
            path.write_text(text, encoding="utf-8")
        return 0
    if differing:
        sys.stderr.write(f"run `python {script}`: {', '.join(path.name for path in differing)} not up to date\n")
    return 1 if differing else 0
