"""Selections: which criteria ``all``, a group, a tag or a list of ids names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


class Selections:
    """The criteria of a ruleset by the ways of naming them."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Take a ruleset as plain data."""
        self._criteria = data["criteria"]
        self._outside = {group["id"] for group in data.get("groups") or () if group.get("precondition")}

    def ids(self, selector: Any) -> tuple[str, ...]:  # noqa: ANN401 - plain data
        """Return the ids of what is selected, in the ruleset's order; none where nothing is a selector."""
        if selector == "all":
            return tuple(one["id"] for one in self._criteria if one.get("group") not in self._outside)
        if isinstance(selector, (list, tuple)):
            return tuple(map(str, selector))
        if isinstance(selector, dict) and "group" in selector and "of" not in selector:
            return tuple(one["id"] for one in self._criteria if one.get("group") == selector["group"])
        if isinstance(selector, dict) and "tag" in selector:
            return tuple(one["id"] for one in self._criteria if selector["tag"] in (one.get("tags") or ()))
        return ()
