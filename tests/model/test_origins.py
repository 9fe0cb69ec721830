"""Where each field of a ruleset comes from, as a value."""

from __future__ import annotations

import smartvillage as sv


def test_it_says_in_one_line_what_it_is() -> None:
    """At a prompt nobody wants a thousand fields."""
    shown = sv.origins("vinh-phuc-2021-2025")
    assert repr(shown) == str(shown) == f"<Origins vinh-phuc-2021-2025 1.0.0 on {shown.on}: {len(shown.fields)} fields>"
