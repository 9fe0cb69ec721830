"""What overlays took out of a ruleset, of which a village may go on to speak.

The rule: one file of a village serves the whole set and any selection of it; what is said of a thing that was taken
out is passed over, while a name that no set beneath bears is a slip. Copies remember what was taken out; a set that
was written out, and read again, does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smartvillage.model.ruleset import Ruleset


def is_left_out(ruleset: Ruleset, section: str, name: str) -> bool:
    """Tell whether an overlay took an entry out of the set."""
    out: frozenset[tuple[str, str]] = ruleset._derived.get("left_out", frozenset())  # noqa: SLF001 - what stages derive
    return (section, name) in out
