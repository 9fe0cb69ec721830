"""Finding: where the ruleset of a name lies, in the one order in which places are asked."""

from __future__ import annotations

from pathlib import Path

from smartvillage._faults.words import nearest
from smartvillage.errors import NotFoundError

from .shelf import find_near, shipped


def find_ruleset(name: str, near: Path | None = None) -> Path:
    """Return where the ruleset of a name lies: on the shelf, in the folder ``near``, in the working folder, installed.

    Raises:
        NotFoundError: Nothing bears the name.
    """
    known = shipped()
    if name in known:
        return known[name]
    found = find_near(name, near) or find_near(name, Path())
    if found is not None:
        return found
    from .installed import installed  # asking what is installed takes longer than all the rest

    known = {**known, **installed().sets}
    if name not in known:
        raise NotFoundError("ruleset", name, nearest(name, known), known)
    return known[name]
