"""A ruleset as plain data that the loader reads back: what is empty and need not be there is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smartvillage.model.ruleset import Ruleset

#: Sections that stand in every ruleset, also where they hold nothing.
_ALWAYS = ("ruleset", "sources", "facts", "criteria", "decisions")


def plain(ruleset: Ruleset) -> dict[str, Any]:
    """Return a resolved ruleset's data."""
    data = ruleset.model_dump(by_alias=True)
    return {name: section for name, section in data.items() if section or name in _ALWAYS}
