"""Homes: the folders in which overlays are found by their id; those of installed packages come last.

INVARIANT (inside): a name leads only to what lies directly in one of them or in its ``overlays``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from . import folder, shelf

#: Where overlays lie inside a ruleset's folder.
INNER = "overlays"


@dataclass(frozen=True, slots=True)
class Homes:
    """Where overlays are named: the ruleset's own folder, and the one that a village lies in."""

    home: Path | None
    near: Path | None

    def candidates(self, name: str, beside: Path | None) -> Iterator[tuple[Path, Path]]:
        """Yield the files that may bear a name, each with the folder that it may not lead out of."""
        if not shelf.is_name(name):
            return
        for root in dict.fromkeys((self.home, beside, self.near, *shelf.shipped().values())):
            if root is None or not root.is_dir():
                continue
            own = root in (self.home, *shelf.shipped().values())
            for folder_ in (root / INNER,) if own and root != beside else (root, root / INNER):
                yield from ((folder_ / f"{name}{ending}", root) for ending in shelf.ENDINGS)
        from .installed import installed

        for root in installed().shelves:
            yield from ((root / INNER / f"{name}{ending}", root) for ending in shelf.ENDINGS)

    def known(self, beside: Path | None) -> list[str]:
        """Return the names of the overlays and rulesets that could be meant."""
        roots = [root for root in (self.home, beside, self.near) if root is not None and root.is_dir()]
        return [*shelf.shipped(), *dict.fromkeys(name for root in roots for name in folder.overlay_files(root))]
