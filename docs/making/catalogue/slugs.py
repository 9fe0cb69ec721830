"""Slugs: names of pages made of ids, safe as a file's name and in an address everywhere.

The rule: within one set no two ids have one slug, not even on a disk that cannot tell ``A`` from ``a``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

#: Names that some systems keep for devices.
_DEVICES = ("con", "prn", "aux", "nul", *(f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10)))


def slug(text: str) -> str:
    """Return the slug of one id: ``2.10`` is ``2-10``, and ``đ`` is ``dd``, as it is typed."""
    typed = text.lower().replace("đ", "dd")
    plain = "".join(mark for mark in unicodedata.normalize("NFD", typed) if not unicodedata.combining(mark))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "x"


def slugs(ids: Iterable[str], taken: Iterable[str] = ()) -> Mapping[str, str]:
    """Return the slug of each of some ids; the second to come to a slug gets a number after it."""
    found: dict[str, str] = {}
    used = {*_DEVICES, *taken}
    for one in ids:
        plain = named = slug(one)
        number = 1
        while named in used:
            number += 1
            named = f"{plain}-{number}"
        used.add(named)
        found[one] = named
    return found
