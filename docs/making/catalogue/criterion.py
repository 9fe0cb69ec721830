"""A criterion's page: what is asked and on what that rests, then all that the data says of it.

The rule: what a limit rests on stands right under the title, before anything else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._reporting.view.scoring import grade_words, scoring
from smartvillage.model.conditions import CountCondition, FactCondition, NoMethod, Tests

from . import facts, standing, trials, work
from .brief import bases_of, how_much
from .footing import boxes, statement_box, table_box
from .limits import edges_of, inside, limits_of
from .markdown import blocks, bullets, code, link, safe, unbroken
from .sources import cited
from .telling import Telling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage.diagnostics import Lang
    from smartvillage.model.criteria import Criterion, Substitute

    from .limits import Asked
    from .shelf import Overlaid, Shelved


def criterion_page(telling: Telling, shelved: Shelved, criterion: Criterion) -> str:
    """Return the page of one criterion."""
    parts = [
        f"# {safe(title(telling, criterion))}",
        _about(telling, shelved, criterion),
        *footings(telling, criterion),
        *_section(telling, "rule", bullets(rule_lines(telling, criterion))),
        *_section(telling, "facts", facts.asked(telling, criterion)),
        *_section(telling, "evidence", work.evidence(telling, criterion)),
        *_section(telling, "responsible", work.responsible(telling, criterion)),
        *_section(telling, "activities", work.activities(telling, criterion)),
        *_section(telling, "villages", standing.villages(telling, shelved, criterion)),
        *_section(telling, "overlays", _overlays(telling, shelved, criterion)),
        *_section(telling, "cases", trials.cases(telling, shelved, criterion)),
    ]
    return blocks(*parts)


def title(telling: Telling, criterion: Criterion) -> str:
    """Call a criterion by its id and its title."""
    return telling.say("explanation.title", id=criterion.id, title=telling.say.text(criterion.title))


def footings(telling: Telling, criterion: Criterion) -> Iterator[str]:
    """Draw the boxes that say what is asked and on what that rests; a criterion always has one."""
    drawn = [*_of_rule(telling, criterion), *_of_scoring(telling, criterion)]
    if criterion.applies_if is not None:
        drawn += boxes(telling, limits_of(telling, criterion.applies_if))
    yield from dict.fromkeys(drawn)


def _of_rule(telling: Telling, criterion: Criterion) -> Iterator[str]:
    rule = criterion.rule
    if rule is None:
        return
    asked = list(limits_of(telling, rule))
    for part in inside(rule):
        if isinstance(part, NoMethod):
            told = telling("box.no_method", rule=telling.rules.rule(part))
            yield statement_box(telling, told, part, part.ask)
    if not asked and not any(isinstance(part, NoMethod) for part in inside(rule)):
        yield statement_box(telling, telling("box.no_limit", rule=telling.rules.rule(rule)), rule)
    substitutes = [one for substitute in criterion.instead for one in _of_substitute(telling, substitute)]
    yield from boxes(telling, (*asked, *substitutes))


def _of_substitute(telling: Telling, substitute: Substitute) -> Iterator[Asked]:
    """Walk the limits that a stand-in has of its own; most have those of the fact that they stand in for."""
    tests = {name: getattr(substitute, name) for name in Tests.model_fields}
    yield from limits_of(telling, FactCondition.model_construct(fact=substitute.fact, where=None, **tests))


def _of_scoring(telling: Telling, criterion: Criterion) -> Iterator[str]:
    if criterion.points is not None:
        told = next(scoring(telling.rules, criterion.model_copy(update={"grade": None})))[0].text
        yield statement_box(telling, telling("box.points", points=told), criterion.points)
        if criterion.points.of is not None:
            yield from boxes(telling, limits_of(telling, criterion.points.of))
    if criterion.grade is not None:
        of = telling.rules.measured(criterion.grade.of)
        yield table_box(telling, telling("box.grade", of=of), criterion.grade, edges_of(telling, criterion.grade))


def _about(telling: Telling, shelved: Shelved, criterion: Criterion) -> str:
    group = next((one for one in shelved.ruleset.groups if one.id == criterion.group), None)
    home = link(telling.say.text(shelved.ruleset.ruleset.title), f"../{shelved.id}.md")
    parts = [f"*{other}*" if (other := telling.other(criterion.title)) else None, home]
    parts.append(None if group is None else telling.text(group.title))
    return " · ".join(part for part in parts if part)


def _section(telling: Telling, name: str, body: str) -> tuple[str, ...]:
    return (f"## {telling(f'section.{name}')}", body) if body.strip() else ()


def rule_lines(telling: Telling, criterion: Criterion) -> Iterator[str]:
    """Yield what a criterion asks in words, when it holds, and where it comes from."""
    say, rules = telling.say, telling.rules
    if criterion.rule is not None:
        yield safe(say("ruleset.rule", rule=rules.rule(criterion.rule)))
    for line in scoring(rules, criterion.model_copy(update={"grade": None})):
        yield safe(line[0].text)
    if criterion.grade is not None:
        yield safe(say("ruleset.grade", grade=grade_words(rules, criterion.grade)))
    for part in () if criterion.rule is None else inside(criterion.rule):
        if isinstance(part, CountCondition) and part.when_empty is not None:
            yield telling("rule.empty", outcome=safe(say(f"outcome.{part.when_empty}").lower()))
    if criterion.applies_if is not None:
        yield safe(say("ruleset.applies_if", rule=rules.rule(criterion.applies_if)))
    for substitute in criterion.instead:
        told = safe(say("ruleset.instead", facts=f"“{telling.names.fact(substitute.fact)}”"))
        caveat = f" ({safe(say(f'caveat.{substitute.caveat}'))})" if substitute.caveat else ""
        yield told + caveat
    if criterion.valid is not None:
        yield safe(telling("rule.valid", period=say.period(criterion.valid)))
    yield from _origin(telling, criterion)


def _origin(telling: Telling, criterion: Criterion) -> Iterator[str]:
    if criterion.source is not None and (criterion.rule is None or criterion.rule.source != criterion.source):
        yield telling("rule.read_in", source=cited(telling, criterion.source))
    if criterion.derived_from is not None:
        yield telling("rule.derived", source=cited(telling, criterion.derived_from))
    if criterion.tags:
        yield telling("rule.tags", tags=", ".join(map(code, criterion.tags)))
    if criterion.lock is not None:
        yield telling(f"rule.lock.{criterion.lock}")
    if criterion.note is not None:
        yield telling.text(criterion.note)


def _asked(overlay: Overlaid, lang: Lang, criterion: Criterion) -> str:
    """Say in brief what a criterion asks as an overlay makes it."""
    after = Telling(overlay.made, lang)
    bases = " ".join(after.basis(basis) for basis in dict.fromkeys(bases_of(after, criterion)))
    return f"{unbroken(how_much(after, criterion))} {bases}"


def _overlays(telling: Telling, shelved: Shelved, criterion: Criterion) -> str:
    """Say which shipped overlays make something else of this criterion."""
    told = []
    for overlay in shelved.overlays:
        made = {one.id: one for one in overlay.made.criteria}.get(criterion.id)
        if made != criterion:
            page = link(telling.say.text(overlay.title), f"../{shelved.overlay_page(overlay)}.md")
            label = "overlay.changes" if made else "overlay.retires"
            told.append(telling(label, overlay=page, asked="" if made is None else _asked(overlay, telling.lang, made)))
    return bullets(told)
