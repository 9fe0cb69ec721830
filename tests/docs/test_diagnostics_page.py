"""The page of diagnostics is current and leaves no code out."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import smartvillage

ROOT = Path(__file__).parents[2]
spec = importlib.util.spec_from_file_location("diagnostics", ROOT / "docs" / "diagnostics.py")
assert spec is not None
assert spec.loader is not None
diagnostics = importlib.util.module_from_spec(spec)
spec.loader.exec_module(diagnostics)


def test_the_page_is_current() -> None:
    """The committed page is what the functions say; run ``python docs/diagnostics.py`` after a change."""
    assert diagnostics.PAGE.read_text(encoding="utf-8") == diagnostics.page()


def test_every_code_has_its_line() -> None:
    """Each code that the library can give stands on the page once."""
    faults = Path(smartvillage.__file__).parent / "_faults"
    given = {code for file in faults.glob("*.py") for code in re.findall(r'"(SV\d{3})"', file.read_text("utf-8"))}
    listed = re.findall(r"^\| (SV\d{3}) \|", diagnostics.page(), flags=re.MULTILINE)
    assert sorted(listed) == sorted(given)
