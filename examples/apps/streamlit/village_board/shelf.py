"""The shelf: rulesets, each loaded once for all sessions, and the villages one may pick.

The rule: a stranger's word is looked up among names; it is never opened as a path.
"""

from __future__ import annotations

import os
from difflib import get_close_matches
from pathlib import Path

import streamlit as st

import smartvillage as sv
from smartvillage import Limits, Ruleset

#: What a text from strangers may hold: An Phú's file, the longest that is shipped, has 11 KB.
LIMITS = Limits(max_bytes=256 * 1024, max_nodes=20_000, max_depth=24, max_faults=50)
#: Folders with a `village.yaml` in them.
VILLAGES = Path(os.environ.get("SMARTVILLAGE_VILLAGES") or Path(__file__).parent.parent.parent.parent)


@st.cache_resource(show_spinner=False)
def names() -> tuple[str, ...]:
    """Return the names of the shipped rulesets and of those that installed packages bring."""
    return tuple(sv.rulesets())


@st.cache_resource(max_entries=64, show_spinner=False)
def ruleset(name: str, overlays: tuple[str, ...] = ()) -> Ruleset:
    """Return a ruleset with overlays resolved into it: a resource, as it is frozen and all sessions may share it.

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


@st.cache_resource(ttl="5m", show_spinner=False)
def villages() -> dict[str, tuple[str, Path]]:
    """Return the villages that one may pick: by the folder's name what each is called, and its file."""
    files = sorted(VILLAGES.glob("*/village.yaml"))
    return {file.parent.name: (_name(file), file) for file in files}


def _name(file: Path) -> str:
    """Return what a village is called; one whose file has faults goes by its folder, and says them when it is asked."""
    try:
        return sv.load_village(file).name
    except sv.VillageError:
        return file.parent.name
