"""On what a statement of a ruleset rests, in words: its basis, and the text it was read in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._reporting.blocks import Line, Span, Tone

if TYPE_CHECKING:
    from smartvillage.model.basis import Based, Citation

    from .rules import Rules

#: The bases that are always told.
WEAK = ("inferred", "assumed", "unknown")


def based(rules: Rules, based: Based, *, always: bool = False) -> Line:
    """Say where something comes from; a rule's own wording goes without saying, unless ``always``."""
    if based.basis is None or (based.basis == "wording" and not always):
        return ()
    source = f": {_cited(rules, based.source)}" if based.source and based.basis != "unknown" else ""
    told = f" · {rules.say.firmness(based.basis)}{source}"
    return (Span(told, Tone.CAVEAT if based.basis in WEAK else Tone.MUTED),)


def _cited(rules: Rules, citation: Citation) -> str:
    source = rules.ruleset.sources.get(citation.id)
    name = source.number if source and source.number else citation.id
    return name + (f", {rules.say.item(citation.item)}" if citation.item else "")
