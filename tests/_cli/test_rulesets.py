"""``smartvillage rulesets``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Smartvillage

SET = "dong-thap-2021-2025"


def test_the_shipped_sets_are_listed(smartvillage: Smartvillage) -> None:
    """Name, version and title, a line each."""
    assert smartvillage("rulesets", "--lang", "en").out.startswith(f"{SET}  1.0.0  Structure and criteria")


def test_the_list_as_json(smartvillage: Smartvillage) -> None:
    """For programs."""
    first, *_ = json.loads(smartvillage("rulesets", "--format", "json").out)
    assert (first["name"], first["version"], first["period"]["until"]) == (SET, "1.0.0", "2025-12-31")


def test_a_set_is_printed_in_words(smartvillage: Smartvillage) -> None:
    """Rules, limits and where they come from."""
    text = smartvillage("rulesets", "show", SET, "--lang", "en").out
    assert "unknown, nobody here has seen it" in text
    assert "3.3" in text


def test_an_overlay_shows_what_it_changes(smartvillage: Smartvillage) -> None:
    """The resolved set, with the overlay named."""
    text = smartvillage("rulesets", "show", SET, "--overlay", "quoc-gia-tham-chieu").out
    assert "có bản phủ quoc-gia-tham-chieu@1.0.0" in text
    assert "ngưỡng: ít nhất 80 % · suy ra" in text


def test_a_set_of_ones_own(smartvillage: Smartvillage, village: Path) -> None:
    """By its file."""
    text = smartvillage("rulesets", "show", village.with_name("vi-du.yaml")).out
    assert "yêu cầu: “Người dùng” ít nhất 10" in text
