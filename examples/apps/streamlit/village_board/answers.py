"""Answers: what the library says of a question, each kept for a while, so that turning one dial asks only what is new.

The rule: a question is plain, hashable data. Results are kept as copies (`cache_data`): no session can spoil another's.
"""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, assert_never

import streamlit as st

import smartvillage as sv
from smartvillage import Assessment, Explanation, Roadmap, Ruleset, Village, plot

from . import shelf
from .knobs import overlay

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Lang: TypeAlias = Literal["vi", "en"]
Picture: TypeAlias = Literal["groups", "distances", "proof"]
#: A fact as a file writes it; nothing for one that nobody knows.
Written: TypeAlias = "str | int | bool | None"

#: What the text is called in faults; JSON by an ending, with which `null` is nothing. No file bears such a name,
#: so nothing is ever looked for beside it.
SENT = {False: "<village>", True: "<village>.json"}


class Question(NamedTuple):
    """A village's text, the day asked about, and what is turned."""

    sent: bytes
    json: bool = False
    on: date | None = None
    facts: tuple[tuple[str, Written, str | None], ...] = ()
    """The id, the value and the scope of each fact that is turned."""
    limits: tuple[tuple[str, str], ...] = ()
    """The path and the value of each threshold that is turned."""


def village(question: Question) -> Village:
    """Return the village as it would be with its facts turned."""
    known = sv.load_village(sv.read_text(question.sent, SENT[question.json], shelf.LIMITS, json=question.json))
    facts = {
        name: value if scope is None else {"value": value, "scope": scope}
        for name, value, scope in question.facts
        if value is not None
    }
    gone = [name for name, value, _ in question.facts if value is None and name in known.facts]
    return known.with_changes(facts=facts, without=gone)


def ruleset(question: Question) -> Ruleset:
    """Return the ruleset that the village names, as it would be with its thresholds turned."""
    known = village(question)
    return _turned(known.ruleset, known.overlays, question.limits)


@st.cache_resource(max_entries=64, show_spinner=False)
def _turned(name: str, overlays: tuple[str, ...], limits: tuple[tuple[str, str], ...]) -> Ruleset:
    base = shelf.ruleset(name, overlays)
    return sv.load_ruleset(name, overlays=(*overlays, overlay(base, dict(limits)))) if limits else base


@st.cache_data(max_entries=128, ttl="1h", show_spinner=False)
def assessment(question: Question) -> Assessment:
    """Say how the village stands."""
    return sv.evaluate(ruleset(question), village(question), question.on, overlays=())


@st.cache_data(max_entries=64, ttl="1h", show_spinner=False)
def explanations(question: Question) -> tuple[Explanation, ...]:
    """Say why each criterion came out as it did."""
    known, asked = ruleset(question), village(question)
    criteria = [one.criterion for one in assessment(question).findings]
    return tuple(sv.explain(known, asked, criterion, question.on, overlays=()) for criterion in criteria)


@st.cache_data(max_entries=64, ttl="1h", show_spinner=False)
def roadmap(question: Question, until: date | None, budget: int | None) -> Roadmap:
    """Say what has to be done."""
    return sv.roadmap(ruleset(question), village(question), question.on, until=until, budget=budget, overlays=())


@st.cache_data(max_entries=128, ttl="1h", show_spinner=False)
def picture(name: Picture, question: Question, lang: Lang) -> bytes:
    """Draw an assessment as PNG."""
    match name:
        case "groups":
            return _png(plot.groups(assessment(question), lang=lang))
        case "proof":
            return _png(plot.proof(assessment(question), lang=lang))
        case "distances":
            known, asked = ruleset(question), village(question)
            return _png(plot.distances(known, asked, question.on, overlays=(), lang=lang))
        case _:
            assert_never(name)


@st.cache_data(max_entries=64, ttl="1h", show_spinner=False)
def timeline(question: Question, until: date | None, budget: int | None, lang: Lang) -> bytes:
    """Draw the roadmap as PNG."""
    return _png(plot.gantt(roadmap(question, until, budget), lang=lang))


@st.cache_data(max_entries=64, ttl="1h", show_spinner=False)
def page(question: Question, until: date | None, budget: int | None, lang: Lang) -> bytes:
    """Write the roadmap as a whole HTML page, which browsers and Word open."""
    plan, known = roadmap(question, until, budget), ruleset(question)
    with TemporaryDirectory() as folder:
        return sv.write(plan, Path(folder) / "roadmap.html", lang=lang, ruleset=known).read_bytes()


def _png(figure: Figure) -> bytes:
    target = BytesIO()
    figure.savefig(target, format="png", dpi=110)
    return target.getvalue()
