"""Codes that no file of a few lines can show: how one meets them, what to do, and what is told.

The rule: what is told comes out of the function that gives the code, and the test that shows the code is named.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from smartvillage._faults import nested, overlays, shape, source, village
from smartvillage.diagnostics import Diagnostic, Place, Words
from smartvillage.refusals import NOT_A_FILE

from .fixes import BAD

DATA = BAD / "elsewhere.yaml"

#: What each code tells, with names such as a reader's own.
_TOLD: dict[str, Callable[[], Diagnostic]] = {
    "SV101": lambda: source.unreadable(Place("my-province", 1, 1), NOT_A_FILE),
    "SV113": lambda: source.link_left_out("my-province/roles.yaml"),
    "SV114": lambda: source.broken_package("province-rules", "province", "no ruleset lies in its folder"),
    "SV115": lambda: source.name_taken("my-province", "province-rules-2", "province-rules"),
    "SV218": lambda: shape.too_many(Place("ruleset.yaml", 12, 1, 8, "criteria:"), "criteria", 20_001, 20_000),
    "SV515": lambda: overlays.extends_link(
        Place("district.yaml", 5, 12, 12, '  extends: "province@>=1"'), "province", "my-rules/province.yaml"
    ),
    "SV517": lambda: overlays.chain_too_long(Place("last.yaml", 5, 12, 7, '  extends: "b16@>=1"'), 16),
    "SV618": lambda: village.done_without_effect(
        Place("village.yaml", 19, 3, 5, "  draft: {done: 2024-03-20}"), "draft", ("regulation",)
    ),
    "SV630": lambda: nested.nested_too_deep(Place("v8.yaml", 5, 19, 7, "  neighbour: {village: v9.yaml}"), 8),
    "SV632": lambda: nested.no_folder(None, "ap-2.yaml"),
}


@dataclass(frozen=True)
class Elsewhere:
    """How a code is met and mended, why no file shows it, and which test does."""

    why: str
    test: str
    arises: Words
    mend: Words
    told: Diagnostic


def elsewhere() -> dict[str, Elsewhere]:
    """Return all such codes."""
    data: dict[str, dict[str, Any]] = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return {
        code: Elsewhere(entry["why"], entry["test"], Words(**entry["arises"]), Words(**entry["mend"]), _TOLD[code]())
        for code, entry in data.items()
    }
