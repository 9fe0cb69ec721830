"""The board: pick a village, see how it stands, turn a fact or a threshold, see what has to be done.

The rule: the page is written from top to bottom at every turn of a dial. What is slow is kept by `answers`, and drawn
only while its tab is open; what is asked is always drawn, as Streamlit forgets a widget that is not.
"""

from __future__ import annotations

from datetime import date
from hashlib import sha256

import streamlit as st
from village_board import answers, show
from village_board.answers import Lang, Question
from village_board.dials import Desk, turned_facts, turned_limits
from village_board.knobs import fact_knobs, limit_knobs
from village_board.shelf import LIMITS, villages
from village_board.words import words

from smartvillage import Assessment, SmartVillageError

#: The languages, each by its own name.
LANGUAGES: dict[Lang, str] = {"vi": "Tiếng Việt", "en": "English"}


def main() -> None:
    """Write the page."""
    st.set_page_config(page_title="smartvillage", layout="wide")
    show.style()
    with st.container(horizontal=True):
        lang = _language()
        say = words(lang)
        asked = _asked(say)
    if asked is None:
        st.info(say["file_note"])
        return
    try:
        _board(asked, say, lang)
    except SmartVillageError as error:
        show.refusal(error, say, lang)


def _language() -> Lang:
    """Ask for the language; the address may say which comes first, as `?lang=en`."""
    first = 1 if st.query_params.get("lang") == "en" else 0
    said = "Ngôn ngữ / Language"
    return st.radio(said, list(LANGUAGES), first, format_func=LANGUAGES.__getitem__, horizontal=True, width=230)


def _asked(say: dict[str, str]) -> Question | None:
    """Ask for a village and a day; nothing while no file is chosen. The address may say which village comes first."""
    known = villages()
    named = {**{name: title for name, (title, _file) in known.items()}, "": say["upload"]}
    first = st.query_params.get("village", "")
    place = list(named).index(first if first in named else next(iter(named)))
    chosen = st.selectbox(say["village"], list(named), place, format_func=named.__getitem__, key="village", width=260)
    on: date | None = st.date_input(say["on"], None, help=say["on_note"], key="on", format="DD/MM/YYYY", width=200)
    if chosen:
        return Question(known[chosen][1].read_bytes(), on=on)
    file = st.file_uploader(say["file"], ("yaml", "yml", "json"), key="file", width=400)
    if file is None:
        return None
    return Question(file.read(LIMITS.max_bytes + 1), file.name.lower().endswith(".json"), on)


def _board(asked: Question, say: dict[str, str], lang: Lang) -> None:
    """Write the board: the counts on top follow the dials below, so their place is kept until those are read."""
    before, village, ruleset = answers.assessment(asked), answers.village(asked), answers.ruleset(asked)
    show.heading(village.name, f"{ruleset.ruleset.title.say(lang)} · {show.day(before.on, lang)}")
    top = st.container()
    names = [say[name] for name in ("findings", "what_if", "pictures", "why", "roadmap")]
    findings, what_if, pictures, why, roadmap = st.tabs(names, key="tab", on_change="rerun")
    with what_if:
        turned = _turned(asked, say, lang)
        now = answers.assessment(turned)
        show.turned(now, before, say, lang)
    with top:
        st.markdown(f"{say['verdict']}: **{_verdict(now, say)}**")
        show.metrics(now, before, say)
    with findings:
        show.result(now, lang, answers.ruleset(turned))
        if village.warnings:
            with st.expander(say["warnings"]):
                show.result(village.warnings[: LIMITS.max_faults], lang)
    with pictures:
        for name in ("groups", "distances", "proof") if pictures.open else ():
            show.picture(answers.picture(name, turned, lang), say["pictures"])
    with why:
        _why(turned, say, lang)
    with roadmap:
        _roadmap(turned, say, lang, shown=bool(roadmap.open))


def _turned(asked: Question, say: dict[str, str], lang: Lang) -> Question:
    """Ask what to turn, and return the question with it."""
    st.caption(say["what_if_note"])
    told, village = answers.explanations(asked), answers.village(asked)
    desk = Desk(say, lang, _home(asked), "," if village.numbers == "vi" else ".")
    facts = turned_facts(fact_knobs(told, answers.ruleset(asked), village), desk)
    return asked._replace(facts=facts, limits=turned_limits(limit_knobs(told), desk))


def _home(asked: Question) -> str:
    """Name a village's text, so that a widget belongs to one text and to no other."""
    return sha256(asked.sent).hexdigest()[:8]


def _verdict(now: Assessment, say: dict[str, str]) -> str:
    """Say the main decision: an outcome in words, a level or a score as it is."""
    if now.verdict is not None:
        return show.word(now.verdict, say)
    return next((one.answer for one in now.decisions), say["none"])


def _why(turned: Question, say: dict[str, str], lang: Lang) -> None:
    told = {one.id: one for one in answers.explanations(turned)}
    titles = {name: f"{name} · {one.title.say(lang) if one.title else ''}" for name, one in told.items()}
    chosen = st.selectbox(say["criterion"], list(told), format_func=titles.__getitem__, key=f"{_home(turned)} why")
    if chosen is not None:
        show.result(told[chosen], lang, answers.ruleset(turned))


def _roadmap(turned: Question, say: dict[str, str], lang: Lang, *, shown: bool) -> None:
    """Ask what the roadmap has to keep, and show it; where it is refused the other tabs stand all the same."""
    with st.container(horizontal=True):
        until: date | None = st.date_input(
            say["until"], None, help=say["until_note"], key="until", format="DD/MM/YYYY", width=220
        )
        millions = st.number_input(
            say["budget"], min_value=0, value=None, step=10, help=say["budget_note"], key="budget", width=220
        )
    if not shown:
        return
    budget = None if millions is None else millions * 1_000_000
    try:
        plan = answers.roadmap(turned, until, budget)
    except SmartVillageError as error:
        show.refusal(error, say, lang)
        return
    if plan.tasks:
        show.picture(answers.timeline(turned, until, budget, lang), say["roadmap"])
    page = answers.page(turned, until, budget, lang)
    st.download_button(say["download"], page, f"roadmap-{plan.replay.village.id}.html", "text/html")
    show.result(plan, lang, answers.ruleset(turned))


main()
