"""Dials: a widget for each knob that somebody picked, and what it is turned to.

The rule: a dial that stands where the knob is now says nothing, so that opening one changes no result.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

import streamlit as st

from .answers import Lang, Written
from .knobs import FactKnob, LimitKnob

#: The word for a fact of which nothing is known.
NOBODY = "nobody"


class Desk(NamedTuple):
    """Where dials stand: in which words, and for which village."""

    say: dict[str, str]
    lang: Lang
    home: str
    """Begins the keys of its widgets, so that what was turned for one village is not turned for the next."""
    comma: str
    """How the village writes decimals."""


def turned_facts(knobs: dict[str, FactKnob], desk: Desk) -> tuple[tuple[str, Written, str | None], ...]:
    """Ask which facts to turn, and to what."""
    picked = _picked("facts", {name: knob.title.say(desk.lang) for name, knob in knobs.items()}, desk)
    asked = [(knobs[name], _fact(knobs[name], desk)) for name in picked]
    return tuple((one.id, _written(one, to, desk.comma), one.scope) for one, to in asked if to != one.now)


def turned_limits(knobs: dict[str, LimitKnob], desk: Desk) -> tuple[tuple[str, str], ...]:
    """Ask which thresholds to turn, and to what."""
    picked = _picked("limits", _told(knobs.values(), desk.lang), desk)
    asked = [(knobs[path], _limit(knobs[path], desk)) for path in picked]
    return tuple((one.path, _text(one, to)) for one, to in asked if to != one.now)


def _picked(what: str, titles: dict[str, str], desk: Desk) -> list[str]:
    """Ask which to turn. Browsers answer with the words they show, so that no two may be called the same."""
    often = Counter(titles.values())
    labels = {one: title if often[title] == 1 else f"{title} ({one})" for one, title in titles.items()}
    return st.multiselect(
        desk.say[what], list(labels), format_func=labels.__getitem__, placeholder=desk.say["pick"],
        key=f"{desk.home} {what}",
    )  # fmt: skip


def _fact(knob: FactKnob, desk: Desk) -> str | None:
    """Draw the dial of a fact; it returns what explanations would write, exact."""
    say, lang = desk.say, desk.lang
    label, key = knob.title.say(lang), f"{desk.home} facts/{knob.id}"
    if knob.form == "percent":
        known = label if knob.now is not None else f"{label} ({say['now']}: {say[NOBODY]})"
        return _percent(known, key, knob.now)
    if knob.form == "number":
        return _number(label, key, knob)
    titles = {"true": say["true"], "false": say["false"]} if knob.form == "truth" else {}
    titles |= {option: title.say(lang) for option, title in knob.options} | {NOBODY: say["nobody"]}
    options = list(titles)
    index = options.index(knob.now) if knob.now in options else len(options) - 1
    chosen = st.radio(label, options, index, format_func=titles.__getitem__, horizontal=True, key=key)
    return None if chosen == NOBODY else chosen


def _percent(label: str, key: str, now: str | None) -> str | None:
    """Return the share; one that stands where it was keeps its exact value, 117/133 and not 88 %, or stays unknown."""
    start = 0 if now is None else round(Fraction(now) * 100)
    part = st.slider(label, 0, 100, min(100, start), format="%d %%", key=key)
    return now if part == start else str(Fraction(part, 100))


def _number(label: str, key: str, knob: FactKnob) -> str | None:
    label = f"{label} ({knob.unit})" if knob.unit else label
    if knob.whole:
        start = None if knob.now is None else int(Fraction(knob.now))
        count = st.number_input(label, min_value=0, value=start, step=1, key=key)
        return None if count is None else str(count)
    known = None if knob.now is None else float(Fraction(knob.now))
    amount = st.number_input(label, value=known, key=key)
    return knob.now if amount == known else None if amount is None else f"{Decimal(repr(amount)):f}"


def _written(knob: FactKnob, to: str | None, comma: str) -> Written:
    """Write a value as the village's file would."""
    if to is None:
        return None
    if knob.form == "truth":
        return to == "true"
    if knob.form == "percent":
        return f"{Fraction(to) * 100} %"
    if knob.form == "number":
        return int(to) if knob.whole else f"{to.replace('.', comma)} {knob.unit}".strip()
    return to


def _limit(knob: LimitKnob, desk: Desk) -> Fraction | None:
    known = (
        desk.say["nobody"] if knob.now is None else f"{float(knob.now * 100):g} %" if knob.percent else str(knob.now)
    )
    label, key = f"{_named(knob, desk.lang)} ({desk.say['now']}: {known})", f"{desk.home} {knob.path}"
    scale = 100 if knob.percent else 1
    start = 0 if knob.now is None else round(knob.now * scale)
    most = 100 if knob.percent else max(10, 2 * start)
    turned = st.slider(label, 0, most, start, format="%d %%" if knob.percent else "%d", key=key)
    return knob.now if turned == start else Fraction(turned, scale)


def _text(knob: LimitKnob, to: Fraction | None) -> str:
    """Write a threshold as an overlay would; nobody can turn one to nothing."""
    amount = int((to or Fraction(0)) * (100 if knob.percent else 1))  # sliders stand on whole numbers
    return f"{amount} %" if knob.percent else f"{amount} {knob.unit}".strip()


def _told(knobs: Collection[LimitKnob], lang: Lang) -> dict[str, str]:
    """Name thresholds by their criterion; where it has several also by what is held against each."""
    often = Counter(knob.criterion for knob in knobs)
    return {
        knob.path: _named(knob, lang) + (f" · {knob.of.say(lang)}" if knob.of and often[knob.criterion] > 1 else "")
        for knob in knobs
    }


def _named(knob: LimitKnob, lang: Lang) -> str:
    return f"{knob.criterion} · {knob.title.say(lang)}"
