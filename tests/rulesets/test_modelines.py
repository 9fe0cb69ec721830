"""Every shipped file names the schema by which an editor completes it.

The schema is named by its path from the file: it is there in a checkout without any network, and it is the one that
belongs to the version at hand. Only who edits a checkout needs it.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from editors.reading import kind_of, read

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(path for folder in ("rulesets", "examples") for path in (ROOT / folder).rglob("*.yaml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_first_line_names_the_schema(path: Path) -> None:
    """Of the file's own kind, with descriptions in the language of its texts."""
    mark, _, target = path.read_text("utf-8").splitlines()[0].partition("=")
    assert mark == "# yaml-language-server: $schema"
    assert (path.parent / target).resolve() == ROOT / "docs" / "schemas" / f"{kind_of(path, read(path))}.vi.schema.json"
    assert (path.parent / target).is_file()
