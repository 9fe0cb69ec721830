"""The base set with some texts exchanged or added, and what is told of it as a whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

import smartvillage

BASE = Path(__file__).parents[2] / "bad" / "base.yaml"
#: Takes texts to exchange and gives what is told, as ``code text-under-the-caret: message``.
Told: TypeAlias = Callable[..., list[str]]
#: Facts with bounds, which only some of the sets use.
FACTS = """\
  score: {type: quantity, unit: điểm, min: 0 điểm, max: 100 điểm, context: true}
  idm: {type: quantity, unit: "1", min: "0", max: "1", context: true}
"""


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Return what tells of the base set with some texts exchanged."""

    def find(*changes: tuple[str, str]) -> list[str]:
        text = BASE.read_text(encoding="utf-8").replace("\nlimits:\n", f"{FACTS}\nlimits:\n")
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        path = tmp_path / "set.yaml"
        path.write_text(text, encoding="utf-8")
        return [_line(fault) for fault in smartvillage.check(path)]

    return find


def _line(fault: smartvillage.Diagnostic) -> str:
    assert fault.place is not None
    start = fault.place.column - 1
    return f"{fault.code} {fault.place.text[start : start + fault.place.length]}: {fault.message.en}"


def rule(*rules: str, more: str = "") -> tuple[str, str]:
    """Add a criterion for each rule; ``more`` stands in each of them."""
    added = "".join(
        f'  - id: "9.{at}"\n    group: "2"\n    title: Thêm\n    rule: {one}\n{more}' for at, one in enumerate(rules, 1)
    )
    return "\nevidence_types:", f"{added}\nevidence_types:"


def measure(written: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """Add a measure, and a decision that is its level."""
    measures = f"\nmeasures:\n  size: {written}\n\ngroups:\n"
    return ("\ngroups:\n", measures), ("decisions:\n", "decisions:\n  graded: {level: size}\n")
