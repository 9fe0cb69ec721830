"""Telling: the words of one language for one ruleset: those of the library's own reports, and those of the catalogue.

The rule: what the library has a word for is said in its word, so that a page and a report never differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from smartvillage._reporting.speech import Speech
from smartvillage._reporting.view.names import Names
from smartvillage._reporting.view.rules import Rules
from smartvillage._testing.reads import Reads

from .markdown import badge, safe
from .words import word

if TYPE_CHECKING:
    from smartvillage.diagnostics import Lang
    from smartvillage.model.base import Text
    from smartvillage.model.ruleset import Ruleset

#: From the weakest to the firmest, with the colour of each.
COLOURS = {"unknown": "danger", "assumed": "secondary", "inferred": "warning", "wording": "info", "stated": "success"}
PAGES = ("assessment", "ruleset", "procedure", "explanation", "comparison", "roadmap")


@dataclass(frozen=True)
class Telling:
    """Says things of one ruleset in one language."""

    ruleset: Ruleset
    lang: Lang
    base: Ruleset | None = None
    """What the ruleset was before an overlay, where it is shown as an overlay makes it."""

    @cached_property
    def say(self) -> Speech:
        """The words of the library's reports."""
        return Speech(self.lang, *PAGES)

    @cached_property
    def names(self) -> Names:
        """What the ruleset's own things are called."""
        return Names(self.ruleset, self.lang)

    @cached_property
    def rules(self) -> Rules:
        """What the ruleset's rules are in words."""
        return Rules(self.say, self.names, self.ruleset)

    @cached_property
    def reads(self) -> Reads:
        """Which facts each criterion reads."""
        return Reads(self.ruleset)

    def __call__(self, label: str, /, **values: object) -> str:
        """Fill a label of the catalogue in."""
        return word(self.lang, label, **values)

    def text(self, text: Text | None, otherwise: str = "") -> str:
        """Return a text of the ruleset, safe to stand on a page."""
        return safe(self.say.text(text, otherwise))

    def other(self, text: Text) -> str | None:
        """Return a text in the other language, where the data has it and it differs."""
        other = text.vi if self.lang == "en" else text.en
        return None if other is None or other == text.say(self.lang) else safe(other)

    def basis(self, basis: str | None) -> str:
        """Return the coloured label of a basis."""
        return badge(self.short(basis), COLOURS[basis or "unknown"])

    def seen(self, *, seen: bool) -> str:
        """Return the label that tells a text that was read from one that was not."""
        return badge(self("source.seen" if seen else "source.unseen"), "success" if seen else "warning")

    def short(self, basis: str | None) -> str:
        """Name a basis in a word or two."""
        return self.say.firmness(basis, short=True)


def legend(lang: Lang) -> str:
    """Say what the coloured labels mean, from the firmest to the weakest."""
    say = Speech(lang)
    told = (
        f"{badge(say.firmness(basis, short=True), colour)} {word(lang, f'legend.{basis}')}"
        for basis, colour in reversed(COLOURS.items())
    )
    return word(lang, "legend", bases=" · ".join(told))


def weakest(bases: list[str]) -> str:
    """Return the weakest of some bases; nothing known is unknown."""
    return next((basis for basis in COLOURS if basis in bases), "unknown")
