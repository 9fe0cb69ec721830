"""A ruleset as a page: whose it is, and every criterion with its rule in words and where each limit comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._reporting.blocks import Block, Entries, Entry, Heading, Line, Page, Paragraph, Span, Tone
from smartvillage._reporting.speech import Speech
from smartvillage.model.limits import ValueLimit

from .footing import WEAK, based
from .limits import limits
from .marks import BULLET
from .rules import Rules
from .scoring import decision as decision_words
from .scoring import measures, scoring
from .steps_written import steps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage.diagnostics import Lang
    from smartvillage.model.conditions import Condition
    from smartvillage.model.criteria import Criterion
    from smartvillage.model.ruleset import Ruleset

    from .names import Names


def page(ruleset: Ruleset, lang: Lang, *, names: Names, as_counted: bool) -> Page:  # noqa: ARG001 - nothing is judged
    """Lay a ruleset out."""
    say = Speech(lang, "assessment", "ruleset", "procedure")
    rules = Rules(say, names, ruleset)
    title = say.text(ruleset.ruleset.title)
    rules_told = (*_criteria(rules), *measures(rules), *_decisions(rules), *steps(rules))
    blocks = (Heading(title, 1), *_header(say, ruleset), *rules_told, *_sources(say, ruleset))
    return Page(title, lang, blocks)


def _header(say: Speech, ruleset: Ruleset) -> Iterator[Block]:
    header = ruleset.ruleset
    about = say("ruleset.about", id=header.id, version=header.version, period=say.period(header.period))
    if ruleset.overlays:
        about += say("ref.overlays", overlays=", ".join(ruleset.overlays))
    yield Paragraph((Span(about, Tone.MUTED),))
    if ruleset.borrowed:
        yield Paragraph((Span(say("ruleset.borrowed", sets=", ".join(ruleset.borrowed)), Tone.MUTED),))
    if header.authority:
        yield Paragraph((Span(say("ruleset.authority", authority=say.text(header.authority))),))
    sizes = {"criteria": len(ruleset.criteria), "facts": len(ruleset.facts), "activities": len(ruleset.activities)}
    counts = {of: say.counted(f"ruleset.{of}", size) for of, size in sizes.items()}
    yield Paragraph((Span(say("ruleset.counts", **counts)),))
    if header.completeness == "partial":
        yield Paragraph((Span(say("ruleset.partial"), Tone.CAVEAT),))
    if header.note:
        yield Paragraph((Span(say.text(header.note), Tone.CAVEAT),))


def _criteria(rules: Rules) -> Iterator[Block]:
    say, ruleset = rules.say, rules.ruleset
    known = {group.id for group in ruleset.groups}
    for group in ruleset.groups:
        inside = [criterion for criterion in ruleset.criteria if criterion.group == group.id]
        if inside:
            title = say.text(group.title)
            yield Heading(say("group.precondition", title=title) if group.precondition else title)
            yield Entries(tuple(_criterion(rules, criterion) for criterion in inside))
    outside = [criterion for criterion in ruleset.criteria if criterion.group not in known]
    if outside:
        if known:
            yield Heading(say("group.none"))
        yield Entries(tuple(_criterion(rules, criterion) for criterion in outside))


def _criterion(rules: Rules, criterion: Criterion) -> Entry:
    title = (Span(rules.say.text(criterion.title)),)
    return Entry(BULLET, criterion.id, title, None, tuple(_notes(rules, criterion)))


def _notes(rules: Rules, criterion: Criterion) -> Iterator[Line]:
    say = rules.say
    if criterion.rule is not None:
        asked = say("ruleset.rule", rule=rules.rule(criterion.rule))
        yield (Span(asked), *based(rules, criterion.rule))
        yield from dict.fromkeys(_limits(rules, criterion.rule))
    yield from scoring(rules, criterion)
    if criterion.applies_if is not None:
        yield (Span(say("ruleset.applies_if", rule=rules.rule(criterion.applies_if))),)
    if criterion.instead:
        facts = ", ".join(f"“{rules.names.fact(substitute.fact)}”" for substitute in criterion.instead)
        yield (Span(say("ruleset.instead", facts=facts)),)
    if criterion.rule is not None or criterion.evidence is not None:
        yield _evidence(rules, criterion)
    if criterion.responsible:
        told = (_role(rules, one.role, one.basis) for one in criterion.responsible)
        yield (Span(say("ruleset.responsible", roles=", ".join(told)), Tone.MUTED),)


def _limits(rules: Rules, rule: Condition) -> Iterator[Line]:
    """Say each limit; one that has the rule's own basis and source, or is a mere *yes*, has been said with the rule."""
    say = rules.say
    for word, fact, limit in limits(rule):
        said = limit.basis != "unknown" and (limit.basis, limit.source) == (rule.basis, rule.source)
        if said or (isinstance(limit, ValueLimit) and isinstance(limit.value, bool)):
            continue
        value = rules.limit(limit, rules.ruleset.facts.get(fact) if fact else None)
        test = value if value == say("limit.all") else say(f"test.{word}", limit=value)
        yield (Span(say("ruleset.limit", test=test), Tone.MUTED), *based(rules, limit, always=True))
        if limit.ask and limit.basis == "unknown":
            yield (Span(say("ruleset.ask", role=rules.names.role(limit.ask)), Tone.OPEN),)


def _role(rules: Rules, role: str, basis: str | None) -> str:
    name = rules.names.role(role)
    return f"{name} ({rules.say.firmness(basis, short=True)})" if basis in WEAK else name


def _evidence(rules: Rules, criterion: Criterion) -> Line:
    say = rules.say
    if criterion.evidence is None:
        return (Span(say("ruleset.no_evidence"), Tone.CAVEAT),)
    if criterion.evidence == "none":
        return (Span(say("ruleset.nothing_asked"), Tone.MUTED),)
    lists = (say("rule.and").join(map(rules.names.evidence, wanted)) for wanted in criterion.evidence)
    return (Span(say("ruleset.evidence", lists=say("rule.or").join(lists)), Tone.MUTED),)


def _decisions(rules: Rules) -> Iterator[Block]:
    say = rules.say
    yield Heading(say("ruleset.decisions"))
    entries = []
    for id_, decision in rules.ruleset.decisions.items():
        main = (Span(f" ({say('ruleset.main')})", Tone.MUTED),) if decision.main else ()
        asked = Span(decision_words(rules, decision))
        title = (Span(say.text(decision.title, id_)), *main)
        entries.append(Entry(BULLET, id_, title, None, ((asked, *based(rules, decision, always=True)),)))
    yield Entries(tuple(entries))


def _sources(say: Speech, ruleset: Ruleset) -> Iterator[Block]:
    yield Heading(say("ruleset.sources"))
    entries = []
    for id_, source in ruleset.sources.items():
        parts = [source.number, say.text(source.title) or None, source.issuer, source.date and say.date(source.date)]
        unseen = () if source.seen else (Span(f" ({say('ruleset.unseen_source')})", Tone.CAVEAT),)
        told = Span(", ".join(part for part in parts if part))
        link = ((Span(source.link, Tone.MUTED),),) if source.link else ()
        entries.append(Entry(BULLET, id_, (told, *unseen), None, link))
    yield Entries(tuple(entries))
