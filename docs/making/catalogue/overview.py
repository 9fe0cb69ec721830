"""A ruleset's page: whose it is and of when, what it asks in one table a group, and all else that its data holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._reporting.view.scoring import decision as decision_words
from smartvillage._reporting.view.scoring import grade_words
from smartvillage._reporting.view.scoring import words as measure_words
from smartvillage.model.digest import digest_of
from smartvillage.model.measures import GradeMeasure

from . import offices
from .brief import bases_of, how_much, in_a_line, tally
from .criterion import title
from .footing import statement_box, table_box
from .limits import edges_of
from .markdown import admonition, badge, blocks, bullets, code, link, safe, table, toctree, unbroken
from .sources import cited, source_list
from .telling import legend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage.model.criteria import Criterion

    from .shelf import Shelved
    from .telling import Telling


def overview_page(telling: Telling, shelved: Shelved) -> str:
    """Return the page of one ruleset."""
    sections = (
        ("criteria", blocks(*_criteria(telling, shelved)).strip()),
        ("measures", blocks(*_measures(telling)).strip()),
        ("decisions", blocks(*_decisions(telling)).strip()),
        ("procedure", offices.procedure(telling)),
        ("villages", _villages(telling, shelved)),
        ("overlays", _overlays(telling, shelved)),
        ("roles", offices.roles(telling)),
        ("parties", offices.parties(telling)),
        ("activities", offices.activities(telling, shelved)),
        ("sources", source_list(telling)),
    )
    told = [f"## {telling(f'section.{name}')}\n\n{body}" for name, body in sections if body]
    pages = [f"{shelved.id}/{shelved.page(one)}" for one in shelved.ruleset.criteria]
    overlays = [shelved.overlay_page(one) for one in shelved.overlays]
    listed = toctree([*pages, *overlays]) if pages or overlays else None
    return blocks(*_head(telling), legend(telling.lang), *told, listed)


def _head(telling: Telling) -> Iterator[str]:
    header = telling.ruleset.ruleset
    yield f"# {telling.text(header.title)}"
    other = telling.other(header.title)
    whole = header.completeness == "whole"
    label = badge(telling("head.whole" if whole else "head.partial"), "success" if whole else "danger")
    yield " ".join([f"*{other}* ·" if other else "", label, code(f"{header.id} {header.version}")]).strip()
    yield table(("", ""), ((telling(f"head.{name}"), told) for name, told in _facts(telling)))
    if header.period.note is not None:
        yield telling.text(header.period.note)
    if header.note is not None or not whole:
        partial = None if whole else safe(telling.say("ruleset.partial"))
        note = None if header.note is None else telling.text(header.note)
        target = f"(note-{telling.ruleset.id})=\n" if header.note is not None else ""
        yield target + admonition(telling("head.note"), "caution", blocks(partial, note))


def _facts(telling: Telling) -> Iterator[tuple[str, str]]:
    """Yield what a set says of itself, each by its label."""
    ruleset, header, say = telling.ruleset, telling.ruleset.ruleset, telling.say
    yield "authority", telling.text(header.authority) if header.authority else telling("head.nobody")
    period = safe(say.period(header.period))
    yield "period", f"{period} {telling.basis(header.period.basis)} {cited(telling, header.period.source)}".strip()
    yield "subject", safe(say.place(header.subject))
    sizes = {"criteria": ruleset.criteria, "facts": ruleset.facts, "activities": ruleset.activities}
    yield "sizes", safe(", ".join(say.counted(f"ruleset.{of}", len(held)) for of, held in sizes.items()))
    yield "thresholds", tally(telling)
    yield "digest", code(f"{digest_of(ruleset)[:19]}…")


def _criteria(telling: Telling, shelved: Shelved) -> Iterator[str]:
    known = {group.id for group in telling.ruleset.groups}
    for group in telling.ruleset.groups:
        inside_ = [one for one in telling.ruleset.criteria if one.group == group.id]
        if inside_:
            named = telling.say.text(group.title)
            head = telling.say("group.precondition", title=named) if group.precondition else named
            yield f"### {safe(head)}"
            yield _table(telling, shelved, inside_)
    outside = [one for one in telling.ruleset.criteria if one.group not in known]
    if outside:
        yield f"### {safe(telling.say('group.none'))}" if known else ""
        yield _table(telling, shelved, outside)


def _table(telling: Telling, shelved: Shelved, criteria: list[Criterion]) -> str:
    head = [telling(f"column.{name}") for name in ("criterion", "asked", "level", "basis")]
    rows = ([link(title(telling, one), f"{shelved.id}/{shelved.page(one)}.md"), safe(in_a_line(telling, one)),
             unbroken(how_much(telling, one)),
             " ".join(telling.basis(basis) for basis in dict.fromkeys(bases_of(telling, one)))]
            for one in criteria)  # fmt: skip
    return table(head, rows)


def _measures(telling: Telling) -> Iterator[str]:
    for name, measure in telling.ruleset.measures.items():
        yield f"### {safe(telling.say.text(measure.title, name))}"
        if isinstance(measure, GradeMeasure):
            of = telling.rules.measured(measure.grade.of)
            yield table_box(telling, telling("box.grade", of=of), measure, edges_of(telling, measure.grade))
            yield safe(grade_words(telling.rules, measure.grade))
        else:
            yield statement_box(telling, measure_words(telling.rules, measure), measure)


def _decisions(telling: Telling) -> Iterator[str]:
    for name, decision in telling.ruleset.decisions.items():
        main = f" ({safe(telling.say('ruleset.main'))})" if decision.main else ""
        yield f"### {safe(telling.say.text(decision.title, name))}{main}"
        yield statement_box(telling, decision_words(telling.rules, decision), decision, decision.decided_by)


def _villages(telling: Telling, shelved: Shelved) -> str:
    """Say how each village stands, and where more is told of it."""
    told = bullets(villages_told(telling, shelved))
    return blocks(told, telling("villages.more")).strip() if told else ""


def villages_told(telling: Telling, shelved: Shelved) -> Iterator[str]:
    """Yield a line on each village that names a set."""
    say = telling.say
    for standing in shelved.villages:
        assessment, counts = standing.assessment, standing.assessment.counts
        total = counts.total - counts.not_applicable
        headline = safe(say("headline", met=counts.met, total=total, proven=assessment.proven))
        overlays = ", ".join(standing.village.overlays)
        with_ = safe(say("ref.overlays", overlays=overlays)) if overlays else ""
        yield f"**{safe(standing.village.name)}** ({safe(say.day(assessment.on))}{with_}): {headline}"


def _overlays(telling: Telling, shelved: Shelved) -> str:
    return bullets(
        link(telling.say.text(one.title), f"{shelved.overlay_page(one)}.md")
        + ("" if one.basis is None else f" {telling.basis(one.basis)}")
        for one in shelved.overlays
    )
