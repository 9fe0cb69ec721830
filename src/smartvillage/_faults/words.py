"""The nearest known word: what somebody who misspelt a word probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.diagnostics import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

#: How many words a hint lists before it stops.
LISTED = 12


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most like ``word``; nothing when none is near."""
    from difflib import get_close_matches

    lowered = {item.lower(): item for item in known}
    found = get_close_matches(word.lower(), lowered, n=1, cutoff=0.6)
    return lowered[found[0]] if found else None


def suggestion(word: str, known: Iterable[str]) -> Words | None:
    """Hint at the nearest known word, else list a few of the known ones."""
    names = list(known)
    near = nearest(word, names)
    if near is not None:
        return Words(f"ý bạn là `{near}`?", f"did you mean `{near}`?")
    if not names:
        return None
    listed = ", ".join(f"`{name}`" for name in names[:LISTED]) + (" …" if len(names) > LISTED else "")
    return Words(f"có thể dùng: {listed}", f"known here: {listed}")
