"""A ruleset as plain data that the loader reads back: what is empty is left out, and so is what no verdict hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smartvillage.model.ruleset import Ruleset

#: Sections that stand in every ruleset, also where they hold nothing.
_ALWAYS = ("ruleset", "sources", "facts", "criteria", "decisions")
#: What plans are made of; no verdict hangs on it.
_OF_PLANS = ("activities", "parties")


def plain(ruleset: Ruleset) -> dict[str, Any]:
    """Return a resolved ruleset's data."""
    data = ruleset.model_dump(by_alias=True)
    return {name: part for name, part in data.items() if name in _ALWAYS or (part and name not in _OF_PLANS)}
