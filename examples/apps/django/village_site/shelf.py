"""The shelf: rulesets, each loaded once for all visitors, and the villages one may look at.

The rule: a stranger's word is looked up among names; it is never opened as a path.
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from django.conf import settings

import smartvillage as sv
from smartvillage import Limits, Ruleset, Village

#: What a text from strangers may hold: An Phú's file, the longest that is shipped, has 11 KB.
LIMITS = Limits(max_bytes=256 * 1024, max_nodes=20_000, max_depth=24, max_faults=50)


@lru_cache(maxsize=1)
def names() -> tuple[str, ...]:
    """Return the names of the shipped rulesets and of those that installed packages bring."""
    return tuple(sv.rulesets())


@lru_cache(maxsize=64)
def ruleset(name: str, overlays: tuple[str, ...] = ()) -> Ruleset:
    """Return a ruleset with overlays resolved into it; it is frozen, so that threads may share it.

    Raises:
        NotFoundError: Nothing bears one of the names.
        RulesetError: An overlay does not fit the ruleset.
    """
    _look_up("ruleset", name, names())
    for overlay in overlays:
        _look_up("overlay", overlay, _overlays(name))
    return sv.load_ruleset(name, overlays=overlays)


def _overlays(name: str) -> tuple[str, ...]:
    """Return the names of a ruleset's own overlays, and of those that installed packages bring."""
    found = sv.rulesets()
    own = (file.stem for file in (found[name] / "overlays").glob("*.yaml"))
    return tuple(sorted({*own, *(known for known, place in found.items() if place.is_file())}))


def _look_up(kind: str, name: str, known: tuple[str, ...]) -> None:
    if name not in known:
        raise sv.NotFoundError(kind, name, next(iter(get_close_matches(name, known)), None), known)


def ruleset_of(village: Village) -> Ruleset:
    """Return the ruleset that a village names, with the overlays it names."""
    return ruleset(village.ruleset, village.overlays)


@lru_cache(maxsize=1)
def samples() -> dict[str, tuple[str, Path]]:
    """Return the villages that one may look at: by the folder's name what each is called, and its file."""
    files = sorted(Path(settings.SAMPLES).glob("*/village.yaml"))
    return {file.parent.name: (_name(file), file) for file in files}


def _name(file: Path) -> str:
    """Return what a village is called; one whose file has faults goes by its folder, and says them when it is asked."""
    try:
        return sv.load_village(file).name
    except sv.VillageError:
        return file.parent.name
