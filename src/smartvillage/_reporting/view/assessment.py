"""An assessment as a page: both numbers first, the verdict, the groups' counts, then every criterion with its reasons.

INVARIANT (both numbers): no headline shows what is met as reported without what is proven.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._reporting.blocks import (
    Block,
    Column,
    Entries,
    Entry,
    Grid,
    Heading,
    Line,
    Page,
    Paragraph,
    Span,
    Tone,
)
from smartvillage._reporting.speech import Speech
from smartvillage.model.basis import Basis
from smartvillage.model.findings import Outcome, Reason

from .marks import joined, mark, tone
from .values import amount, answer, levels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage.diagnostics import Lang
    from smartvillage.model.findings import Assessment, Counts, DecisionResult, Finding, GroupResult, RulesetRef

    from .names import Names

#: The bases that every output shows as such.
WEAK = (Basis.INFERRED, Basis.ASSUMED, Basis.UNKNOWN)


def page(assessment: Assessment, lang: Lang, *, names: Names, as_counted: bool) -> Page:
    """Lay an assessment out."""
    say = Speech(lang, "assessment")
    title = say("assessment.title", village=assessment.village.name, ruleset=say.text(assessment.ruleset.title))
    blocks: list[Block] = [
        Heading(title, 1),
        Paragraph((Span(about(say, assessment), Tone.MUTED),)),
        Paragraph((Span(headline(say, assessment.counts, assessment.proven), Tone.STRONG),)),
        *(_decision(say, names, decision) for decision in assessment.decisions),
        *([_groups(say, assessment, as_counted=as_counted)] if assessment.counts.total else []),
        *_findings(say, names, assessment, as_counted=as_counted),
        *_procedure(say, names, assessment),
        Paragraph((Span(say("assessment.legend"), Tone.MUTED),)),
    ]
    if as_counted:
        blocks.append(Paragraph((Span(say("as_counted.legend"), Tone.MUTED),)))
    return Page(title, lang, tuple(blocks))


def _procedure(say: Speech, names: Names, assessment: Assessment) -> Iterator[Block]:
    if assessment.procedure:
        from .procedure import procedure

        yield from procedure(say, names, assessment.procedure)


def headline(say: Speech, counts: Counts, proven: int) -> str:
    """Say how many are met as reported and how many of these are proven."""
    if not counts.total:
        return say("headline.scored")
    text = say("headline", met=counts.met, total=counts.total - counts.not_applicable, proven=proven)
    extra = say("headline.not_applicable", count=counts.not_applicable) if counts.not_applicable else ""
    return text + extra


def reference(say: Speech, ruleset: RulesetRef) -> str:
    """Name a ruleset with its version and overlays."""
    overlays = say("ref.overlays", overlays=", ".join(ruleset.overlays)) if ruleset.overlays else ""
    return f"{ruleset.id} {ruleset.version}{overlays}"


def about(say: Speech, assessment: Assessment) -> str:
    """Say which day and which ruleset."""
    return say("assessment.about", on=say.day(assessment.on), ruleset=reference(say, assessment.ruleset))


def _decision(say: Speech, names: Names, decision: DecisionResult) -> Paragraph:
    title = say.text(decision.title, decision.id)
    spans = [Span(say("decision.line", title=title))]
    spans += [mark(decision.outcome), Span(" ")] if decision.outcome is not None else []
    spans.append(Span(answer(say, names, decision), tone(decision.outcome)))
    if decision.outcome is None and decision.reasons:
        spans.append(Span(f" · {say('note.because', reasons=say.all('reason', decision.reasons))}", Tone.OPEN))
    if decision.basis in WEAK:
        spans.append(Span(f" · {say('note.basis_of_rule', basis=say.firmness(decision.basis))}", Tone.CAVEAT))
    if decision.caveats:
        spans.append(Span(f" · {say('note.caveats', caveats=say.all('caveat', decision.caveats))}", Tone.CAVEAT))
    return Paragraph(tuple(spans))


def _groups(say: Speech, assessment: Assessment, *, as_counted: bool) -> Grid:
    """Count by group and over the whole set; what nothing falls into has a column only if it is a usual outcome."""
    every = [assessment.counts, *(group.counts for group in assessment.groups)]
    shown = [name for name in _outcomes(as_counted=as_counted) if name in _USUAL or any(_cell(c, name) for c in every)]

    def row(title: str, counts: Counts, proven: int, as_: Tone = Tone.PLAIN) -> tuple[Span, ...]:
        cells = [_cell(counts, name, as_counted=as_counted) for name in shown]
        return (Span(title, as_), *(Span(str(cell), as_) for cell in (*cells, proven)))

    held = {finding.group for finding in assessment.findings}
    rows = [row(_group_title(say, one), one.counts, one.proven) for one in assessment.groups if one.id in held]
    apart = any(group.precondition for group in assessment.groups)
    rows.append(row(say("group.all_but" if apart else "group.all"), assessment.counts, assessment.proven, Tone.STRONG))
    numbers = [*(say(f"outcome.{name}") for name in shown), say("column.proven")]
    columns = (Column(say("column.group")), *(Column(title, number=True) for title in numbers))
    return Grid(columns, tuple(rows))


def _group_title(say: Speech, group: GroupResult) -> str:
    title = say.text(group.title)
    return say("group.precondition", title=title) if group.precondition else title


_USUAL = ("met", "not_met", "not_assessable")


def _outcomes(*, as_counted: bool) -> list[str]:
    return [str(outcome) for outcome in Outcome if not (as_counted and outcome is Outcome.NOT_ASSESSABLE)]


def _cell(counts: Counts, name: str, *, as_counted: bool = False) -> int:
    cell: int = getattr(counts, name)
    return cell + counts.not_assessable if as_counted and name == "not_met" else cell


def _findings(say: Speech, names: Names, assessment: Assessment, *, as_counted: bool) -> Iterator[Block]:
    titles = {group.id: say.text(group.title) for group in assessment.groups}
    for group in [*titles, None]:
        found = [finding for finding in assessment.findings if (finding.group in titles) == (group is not None)]
        found = [finding for finding in found if group is None or finding.group == group]
        if found:
            if titles:
                yield Heading(titles[group] if group else say("group.none"), 2)
            yield Entries(tuple(_entry(say, names, finding, as_counted=as_counted) for finding in found))


def _entry(say: Speech, names: Names, finding: Finding, *, as_counted: bool) -> Entry:
    sign, word = mark(finding.outcome), f"outcome.{finding.outcome}"
    if finding.proven:
        word = "outcome.met_proven"
    elif as_counted and finding.outcome is Outcome.NOT_ASSESSABLE:
        sign, word = mark(Outcome.NOT_MET), "outcome.as_counted"
    notes = remarks(say, names, finding)
    title = (Span(say.text(finding.title)),)
    told = say("scored.nothing") if finding.outcome is None else say(word)
    told = " · ".join(scored(say, names, finding)) or told if finding.outcome is None else told
    return Entry(sign, finding.criterion, title, Span(told, sign.tone), (notes,) if notes else ())


def scored(say: Speech, names: Names, finding: Finding) -> list[str]:
    """Say how many points a criterion gives, and its grade."""
    told = [] if finding.points is None else [say("scored.points", points=amount(say, finding.points))]
    return told if finding.grade is None else [*told, say("scored.grade", grade=levels(say, names, finding.grade))]


def remarks(say: Speech, names: Names, finding: Finding) -> Line:
    """Say why, what would have to be known (and so is missing), what weakens it, and how firm the rule is."""
    parts = [Span(told) for told in scored(say, names, finding)] if finding.outcome is not None else []
    missing = [path for path in finding.open if path.startswith("facts/")]
    named = bool(missing) and finding.outcome in {None, Outcome.UNKNOWN, Outcome.NOT_ASSESSABLE}
    reasons = [reason for reason in finding.reasons if not (named and reason is Reason.MISSING_FACT)]
    if reasons:
        as_ = Tone.OPEN if finding.outcome is None else tone(finding.outcome)
        parts.append(Span(say("note.because", reasons=say.all("reason", reasons)), as_))
    if named:
        told = ", ".join(f"“{names.fact(path)}”" for path in missing)
        parts.append(Span(say("note.open", open=told), Tone.OPEN))
    if finding.caveats:
        parts.append(Span(say("note.caveats", caveats=say.all("caveat", finding.caveats)), Tone.CAVEAT))
    if finding.basis in WEAK:
        parts.append(Span(say("note.basis", basis=say.firmness(finding.basis, short=True)), Tone.CAVEAT))
    return joined(parts)
