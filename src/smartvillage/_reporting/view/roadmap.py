"""A roadmap as a page: its standing, what comes of it, what is in the way, the tasks by date, what others must grant.

INVARIANT (both counts): what the tasks achieve is never shown without saying what they achieve with no assumption
granted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._reporting.blocks import Block, Heading, Page, Paragraph, Span, Tone
from smartvillage._reporting.speech import Speech

from .assessment import headline, reference
from .main_level import named
from .marks import joined, tone
from .obstacles import obstacles, relaxations
from .planning import Planning
from .procedure import ahead
from .remainder import remainder
from .tasks import assumptions, tasks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage.diagnostics import Lang
    from smartvillage.model.roadmap import Replayed, Roadmap

    from .names import Names

_STANDING_TONES = (
    ("already_met", Tone.GOOD), ("secured", Tone.GOOD), ("conditional", Tone.OPEN), ("out_of_reach", Tone.BAD),
)  # fmt: skip


def page(roadmap: Roadmap, lang: Lang, *, names: Names, as_counted: bool) -> Page:  # noqa: ARG001 - no outcome stands here
    """Lay a roadmap out."""
    planning = Planning(Speech(lang, "assessment", "explanation", "roadmap"), names, roadmap)
    say = planning.say
    replay = roadmap.replay
    title = say("roadmap.title", village=replay.village.name, ruleset=say.text(replay.ruleset.title))
    blocks: list[Block] = [
        Heading(title, 1),
        Paragraph((Span(_question(planning), Tone.MUTED),)),
        Paragraph((Span(say(f"standing.{roadmap.standing}"), dict(_STANDING_TONES)[roadmap.standing]),)),
        *(Paragraph(line) for line in _replayed(planning)),
        *_price(planning),
        *obstacles(planning),
        *relaxations(planning),
        *tasks(planning),
        *assumptions(planning),
        *ahead(planning),
        *remainder(planning),
    ]
    return Page(title, lang, tuple(blocks))


def _question(planning: Planning) -> str:
    say, roadmap = planning.say, planning.roadmap
    parts = [say("roadmap.about", on=say.day(roadmap.on), ruleset=reference(say, roadmap.replay.ruleset))]
    if roadmap.until:
        parts.append(say("roadmap.until", until=say.day(roadmap.until)))
    if roadmap.budget is not None:
        parts.append(say("roadmap.budget", budget=say.money(roadmap.budget)))
    label = f"target.{roadmap.target}"
    target = say(label) if say.knows(label) else named(planning.names, roadmap.target)
    parts.append(say("roadmap.target", target=target))
    return " · ".join(parts)


def _replayed(planning: Planning) -> Iterator[tuple[Span, ...]]:
    """Say what stands today and what the tasks achieve, without and with assumptions."""
    say, roadmap = planning.say, planning.roadmap
    replay = roadmap.replay
    before, without, granted = replay.before, replay.without_assumptions, replay.with_assumptions
    today = say("replay.before", headline=headline(say, before.counts, before.proven))
    yield (Span(today, Tone.STRONG),)
    if replay.lapsing:
        told = say("replay.lapsing", criteria=", ".join(replay.lapsing), on=say.day(granted.on))
        yield (Span(told, Tone.OPEN),)
    if roadmap.tasks or roadmap.assumptions:
        after = say(
            "replay.after" if roadmap.assumptions else "replay.after_sure",
            without=without.counts.met, with_=granted.counts.met, total=_applying(granted),
            count=len(roadmap.assumptions), proven=granted.proven,
        )  # fmt: skip
        yield (Span(after, Tone.STRONG),)
        if _preconditions(granted):
            yield (Span(_precondition_words(say, before, without, granted)),)
    states = [("before", before), ("without", without), ("with_", granted)]
    verdicts = {key: _verdict(planning, state) for key, state in states}
    agreed = (
        len({(state.verdict, state.answer) for _, state in states}) == 1
    )  # a line of several verdicts has no one colour
    yield (Span(say("replay.verdict", **verdicts), *((tone(granted.verdict),) if agreed else ())),)
    if replay.by_until is not None:
        late = replay.by_until
        verdict = _verdict(planning, late)
        told = say(
            "replay.by_until", met=late.counts.met, total=_applying(late), proven=late.proven, verdict=verdict
        )  # fmt: skip
        yield (Span(told, Tone.BAD),)
    if roadmap.left_out:
        label = "left_out.needless" if granted.target_met else "left_out.short"
        yield (Span(say(label, criteria=", ".join(roadmap.left_out))),)


def _verdict(planning: Planning, state: Replayed) -> str:
    """Say what the main decision came to: an outcome, else the level."""
    if state.verdict is not None:
        return planning.say.verdict(state.verdict)
    return named(planning.names, state.answer)


def _applying(state: Replayed) -> int:
    return state.counts.total - state.counts.not_applicable


def _preconditions(state: Replayed) -> int:
    """Count the findings of precondition groups: those that the counts leave out and that are not only scored."""
    return max(sum(finding.outcome is not None for finding in state.findings) - state.counts.total, 0)


def _preconditions_met(state: Replayed) -> int:
    return sum(finding.outcome == "met" for finding in state.findings) - state.counts.met


def _precondition_words(say: Speech, before: Replayed, without: Replayed, granted: Replayed) -> str:
    return say(
        "replay.conditions", before=_preconditions_met(before), without=_preconditions_met(without),
        with_=_preconditions_met(granted), total=_preconditions(granted),
    )  # fmt: skip


def _price(planning: Planning) -> Iterator[Block]:
    """Say when all is ready, what it costs, and whether anything cheaper is known to be impossible."""
    say, roadmap = planning.say, planning.roadmap
    if not roadmap.tasks:
        return
    parts = [Span(say("roadmap.ready", ready=say.day(roadmap.ready_on)), Tone.STRONG)] if roadmap.ready_on else []
    parts.append(Span(say.counted("roadmap.tasks_count", len(roadmap.tasks))))
    known = any(task.cost.high is not None for task in roadmap.tasks)
    cost = planning.range(roadmap.cost.low, roadmap.cost.high if known else None)
    parts.append(Span(say("roadmap.cost", cost=cost)))
    if roadmap.cost.unknown_count:
        parts.append(Span(say.counted("roadmap.unknown_costs", roadmap.cost.unknown_count), Tone.OPEN))
    yield Paragraph(joined(parts))
    yield Paragraph((Span(_cheapest(say, roadmap), Tone.MUTED),))


def _cheapest(say: Speech, roadmap: Roadmap) -> str:
    """Say how sure it is that no other way is better; a bound of nothing bounds nothing."""
    if roadmap.proven_cheapest:
        return say("roadmap.cheapest_rest" if roadmap.standing == "out_of_reach" else "roadmap.cheapest")
    return say("roadmap.bound", bound=say.money(roadmap.cost_bound)) if roadmap.cost_bound else say("roadmap.unbound")
