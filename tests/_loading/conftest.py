"""The base set with some texts exchanged, and what is then found in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from smartvillage._loading import check_ruleset

BASE = Path(__file__).parent.parent / "bad" / "base.yaml"
#: Takes texts to exchange and gives the codes found, in the order of the file.
Codes: TypeAlias = Callable[..., list[str]]


@pytest.fixture
def codes(tmp_path: Path) -> Codes:
    """Return what finds the codes of the base set with some texts exchanged."""

    def find(*changes: tuple[str, str]) -> list[str]:
        text = BASE.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        path = tmp_path / "set.yaml"
        path.write_text(text, encoding="utf-8")
        return [fault.code for fault in check_ruleset(path)[1]]

    return find
