"""Show: results as the library writes them, set into the page.

The rule: what files say reaches the page only through `sv.render`, which escapes it, or as plain text.
"""

from __future__ import annotations

from base64 import b64encode
from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

import smartvillage as sv
from smartvillage import Assessment, Outcome, Ruleset, SmartVillageError
from smartvillage.errors import DiagnosedError

from .answers import Lang
from .shelf import LIMITS

if TYPE_CHECKING:
    from smartvillage.api import Result


def style() -> None:
    """Lay the style of the library's HTML into the page."""
    st.html(f"<style>{(Path(__file__).parent / 'style.css').read_text(encoding='utf-8')}</style>")


def heading(title: str, below: str) -> None:
    """Show a title as plain text: Streamlit's own would read Markdown in what a stranger calls a village."""
    st.html(f'<div class="smartvillage"><h1>{escape(title)}</h1><span class="muted">{escape(below)}</span></div>')


def result(told: Result, lang: Lang, known: Ruleset | None = None) -> None:
    """Show a result as the library's HTML."""
    st.html(sv.render(told, "html", lang=lang, ruleset=known))


def refusal(error: SmartVillageError, say: dict[str, str], lang: Lang) -> None:
    """Show what the library refused: each fault with its code and line, or one sentence."""
    st.error(say["refused"])
    if isinstance(error, DiagnosedError):
        result(error.diagnostics[: LIMITS.max_faults], lang)
    else:
        st.text(error.explain(lang))


def picture(png: bytes, label: str) -> None:
    """Show a picture that on a phone is not made smaller than one can read, but scrolls by itself."""
    data = b64encode(png).decode()
    st.html(f'<div class="picture"><img alt="{escape(label)}" src="data:image/png;base64,{data}"></div>')


def metrics(now: Assessment, before: Assessment, say: dict[str, str]) -> None:
    """Show the counts, and by how much they differ from those of the file as it is."""
    total = now.counts.total - now.counts.not_applicable
    figures = (
        (say["met"], now.counts.met, before.counts.met, f"/{total}"),
        (say["not_met"], now.counts.not_met, before.counts.not_met, ""),
        (say["open"], _open(now), _open(before), ""),
        (say["proven"], now.proven, before.proven, ""),
    )
    with st.container(horizontal=True):
        for label, count, was, of in figures:
            more = count - was or None
            st.metric(label, f"{count}{of}", more, border=True, width=150, delta_color="off")


def turned(now: Assessment, before: Assessment, say: dict[str, str], lang: Lang) -> None:
    """List the criteria that come out differently."""
    st.subheader(say["turned"])
    told = [
        f"**{new.criterion}** {new.title.say(lang)}: {word(old.outcome, say)} → {word(new.outcome, say)}"
        for old, new in zip(before.findings, now.findings, strict=False)
        if old.outcome != new.outcome
    ]
    st.markdown("\n".join(f"- {line}" for line in told) or say["nothing"])


def day(one: date, lang: Lang) -> str:
    """Write a day as the library's reports do."""
    return f"{one:%d/%m/%Y}" if lang == "vi" else one.isoformat()


def word(outcome: Outcome | None, say: dict[str, str]) -> str:
    """Say an outcome."""
    return say["none" if outcome is None else outcome]


def _open(one: Assessment) -> int:
    return one.counts.not_assessable + one.counts.unknown
