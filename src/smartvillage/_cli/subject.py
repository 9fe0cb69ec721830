"""What a command is about: a village and the ruleset it is held against."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smartvillage import api

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from smartvillage.model.ruleset import Ruleset
    from smartvillage.model.village import Village


class Subject(NamedTuple):
    """A village and its ruleset, overlays resolved."""

    ruleset: Ruleset
    village: Village


def load(village: Path, ruleset: str | None, overlays: Sequence[str]) -> Subject:
    """Load a village and the ruleset that was asked for, else the one that the village names."""
    known = api.load_village(village)
    chosen = overlays or known.overlays
    return Subject(api.load_ruleset(ruleset or known.ruleset, overlays=chosen), known)
