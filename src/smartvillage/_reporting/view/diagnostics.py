"""Diagnostics as a page: each with its line and caret, then how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._reporting.blocks import Page, Paragraph, Span, Tone, Verbatim
from smartvillage._reporting.speech import Speech
from smartvillage.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartvillage.diagnostics import Diagnostic, Lang

    from .names import Names


def page(diagnostics: Sequence[Diagnostic], lang: Lang, *, names: Names, as_counted: bool) -> Page:  # noqa: ARG001
    """Lay diagnostics out in the order in which they were found."""
    say = Speech(lang, "diagnostics")
    blocks = tuple(_fault(diagnostic, lang) for diagnostic in diagnostics)
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
    counts = {"errors": errors, "warnings": len(diagnostics) - errors}
    told = say("diagnostics.counts", **{of: say.counted(f"diagnostics.{of}", count) for of, count in counts.items()})
    end = Span(told if diagnostics else say("diagnostics.none"), Tone.BAD if errors else Tone.GOOD)
    return Page(say("diagnostics.title"), lang, (*blocks, Paragraph((end,))))


def _fault(diagnostic: Diagnostic, lang: Lang) -> Verbatim:
    first, *rest = diagnostic.render(lang).splitlines()
    as_ = Tone.BAD if diagnostic.severity is Severity.ERROR else Tone.CAVEAT
    return Verbatim(((Span(first, as_),), *((Span(line),) for line in rest)))
