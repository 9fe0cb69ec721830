"""Digests: by which two people see that they speak of the same ruleset and the same village.

The rule: the digest is of the content alone, in canonical JSON; files, order of keys and places make no difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.canonical import digest

if TYPE_CHECKING:
    from .ruleset import Ruleset
    from .village import Village


def digest_of(thing: Ruleset | Village) -> str:
    """Return the digest of a resolved ruleset or a village, computed once."""
    derived = thing._derived  # noqa: SLF001 - the place for what is derived once
    found = derived.get("digest")
    if found is None:
        found = derived.setdefault("digest", digest(thing.model_dump(mode="json")))
    return str(found)
