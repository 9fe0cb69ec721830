"""The level of a main decision is called by its title, in whatever way the measure comes to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from smartvillage import load_ruleset, load_village, render, roadmap
from smartvillage._reporting.view.main_level import named
from smartvillage._reporting.view.names import Names


@pytest.mark.parametrize(
    ("ruleset", "said", "title"),
    [
        ("ocop-2023", "4", "4 stars"),
        ("qd-4725-2022", "2", "Level 2 (basically met)"),
        ("itu-y4904-2019", "planning..integration", "Level 1 (planning) – Level 4 (integration)"),
        ("thanh-hoa-2022-2025", "met", "met"),
    ],
)
def test_a_level_is_named(ruleset: str, said: str, title: str) -> None:
    """By a grade, by the lowest of measures, by the lowest of grades; what is no level stays as it is."""
    assert named(Names(load_ruleset(ruleset), "en"), said) == title


def test_without_the_ruleset_the_id_is_shown() -> None:
    """A name has nowhere to be read."""
    assert named(Names(None, "en"), "1..3") == "1..3"


def test_a_roadmap_names_the_level_it_aims_at(tmp_path: Path) -> None:
    """So do the verdicts; how far the facts are is written as numbers are."""
    file = tmp_path / "product.yaml"
    facts = "facts: {part_a: 36/40, part_b: 20/25, part_c: 33/35}"
    file.write_text(
        f"village: {{id: a, name: A, kind: product}}\nruleset: ocop-2023\nas_of: 2024-06-30\n{facts}\n",
        encoding="utf-8",
    )
    shipped = load_ruleset("ocop-2023")
    told = render(roadmap(shipped, load_village(file), target="5"), lang="vi", ruleset=shipped)

    assert "mục tiêu: 5 sao" in told
    assert "hiện nay: 4 sao" in told
    assert "còn thiếu 2,5 điểm phần trăm; còn thiếu 4 điểm phần trăm; còn thiếu 2,86 điểm phần trăm" in told
