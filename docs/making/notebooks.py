"""The notebooks' pages: their texts, copied to where Sphinx looks for pages, written only where they changed."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parents[2] / "examples" / "notebooks"


def copy_notebooks(docs: Path) -> None:
    """Copy each notebook's text below ``docs/notebooks`` and take away what is none any more."""
    target = docs / "notebooks"
    target.mkdir(exist_ok=True)
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md"))}
    for stale in {path.name for path in target.glob("*.md")} - texts.keys():
        (target / stale).unlink()
    for name, text in texts.items():
        path = target / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
