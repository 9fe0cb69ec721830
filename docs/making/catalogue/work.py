"""The work that a criterion takes: what proves it, who answers for it, and what can be done to meet it.

INVARIANT (basis): every role, duration and cost is shown with what it rests on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._planning.terms import cost_of, duration_of
from smartvillage._reporting.view.planning import Planning
from smartvillage._reporting.view.tasks import duration
from smartvillage.durations import read_duration
from smartvillage.model.activities import FactEffect, LearnEffect, ListEffect, SettleEffect

from .facts import fields_of, read_by
from .markdown import blocks, bullets, code, safe
from .sources import cited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage.model.activities import Activity, Effect
    from smartvillage.model.basis import Based
    from smartvillage.model.criteria import Criterion

    from .telling import Telling


def evidence(telling: Telling, criterion: Criterion) -> str:
    """Say which papers prove a criterion."""
    if criterion.evidence is None:
        return telling("evidence.unsaid")
    if criterion.evidence == "none":
        return telling("evidence.nothing")
    lists = [telling.say("rule.and").join(_paper(telling, kind) for kind in wanted) for wanted in criterion.evidence]
    intro = telling("evidence.one" if len(lists) == 1 else "evidence.any")
    basis = telling("evidence.basis")
    if telling.ruleset.ruleset.note is not None:
        basis += " " + telling("evidence.note", anchor=f"note-{telling.ruleset.id}")
    return blocks(intro, bullets(lists), basis).rstrip("\n")


def _paper(telling: Telling, kind: str) -> str:
    known = telling.ruleset.evidence_types.get(kind)
    details = []
    if known is not None and known.issuer is not None:
        details.append(telling("evidence.issuer", issuer=safe(known.issuer)))
    if known is not None and known.valid_for is not None:
        details.append(telling("evidence.valid_for", age=safe(read_duration(known.valid_for).say(telling.lang))))
    told = f" ({'; '.join(details)})" if details else ""
    return f"**{safe(telling.names.evidence(kind))}**{told}"


def responsible(telling: Telling, criterion: Criterion) -> str:
    """Say who answers for a criterion, and on what that rests."""
    return bullets(
        f"{safe(telling.names.role(one.role))} · {telling(f'duty.{one.duty}')} {footing(telling, one)}"
        for one in criterion.responsible
    )


def footing(telling: Telling, based: Based) -> str:
    """Say in one line on what something rests."""
    source = "" if based.source is None else " " + cited(telling, based.source)
    note = "" if based.note is None else f" — {telling.text(based.note)}"
    return f"{telling.basis(based.basis)}{source}{note}"


def activities(telling: Telling, criterion: Criterion) -> str:
    """List what can be done towards a criterion."""
    serving = serving_activities(telling, criterion)
    return blocks(*(_activity(telling, name, activity) for name, activity in serving)).rstrip("\n")


def serving_activities(telling: Telling, criterion: Criterion) -> list[tuple[str, Activity]]:
    """Return the activities that change a fact which a criterion reads, or settle a limit or a method of it."""
    read, fields = set(read_by(telling, criterion)), fields_of(criterion)
    return [
        (name, activity) for name, activity in telling.ruleset.activities.items()
        if any(_serves(effect, read, fields, criterion.id) for effect in activity.effects)
    ]  # fmt: skip


def _serves(effect: Effect, read: set[str], fields: set[str], criterion: str) -> bool:
    match effect:
        case FactEffect(fact=name) | LearnEffect(learn=name):
            return name in read
        case ListEffect(list=name, with_=set_, add=add):
            return name in read and (add is not None or not set_ or not fields.isdisjoint(set_))
        case SettleEffect(settle=paths):
            return any(path.split("/")[:2] == ["criteria", criterion] for path in paths)
    return False


def _activity(telling: Telling, name: str, activity: Activity) -> str:
    return f"**{telling.text(activity.title)}** {code(name)}\n\n{bullets(_lines(telling, activity))}"


def _lines(telling: Telling, activity: Activity) -> Iterator[str]:
    names, say = telling.names, telling.say
    for effect in activity.effects:
        yield telling("activity.effect", effect=effect_words(telling, effect))
    owner = telling("activity.owner", owner=safe(names.role(activity.owner)))
    if activity.support:
        owner += f"; {safe(say('task.support', support=', '.join(map(names.role, activity.support))))}"
    length = telling("activity.duration", duration=safe(lasts(telling, activity)))
    spent = safe(say("task.cost", cost=cost(telling, activity)))
    told: list[tuple[str, Based | None]] = [(owner, activity), (length, activity.duration), (spent, activity.cost)]
    grounds = {(one.basis, one.source, one.note) for _, one in told if one is not None}
    if len(grounds) == 1:
        yield " · ".join(line for line, _ in told)
        yield telling("activity.basis", basis=footing(telling, activity))
    else:
        yield from (line if one is None else f"{line} {footing(telling, one)}" for line, one in told)
    if activity.after:
        yield telling("activity.after", activities=", ".join(safe(names.activity(one)) for one in activity.after))
    if activity.available is not None:
        yield telling("activity.available", period=safe(say.period(activity.available)))
    if activity.funding is not None:
        yield safe(say("task.funding", funding=activity.funding))
    if activity.evidence:
        yield safe(say("task.evidence", papers=", ".join(map(names.evidence, activity.evidence))))


def lasts(telling: Telling, activity: Activity) -> str:
    """Say how long an activity takes."""
    return duration(_planning(telling), duration_of(activity))


def cost(telling: Telling, activity: Activity) -> str:
    """Say what an activity costs; unknown where nobody says it."""
    found = cost_of(activity, telling.ruleset.ruleset.numbers)
    return _planning(telling).range(found.low, found.high)


def _planning(telling: Telling) -> Planning:
    """Return the library's words for plans, which need no plan for a length of time and for money."""
    return Planning(telling.say, telling.names, None)  # type: ignore[arg-type]


def effect_words(telling: Telling, effect: Effect) -> str:
    """Say what an activity changes."""
    names = telling.names
    match effect:
        case FactEffect(fact=name, add=add, reach=reach, becomes=becomes):
            label = "reach" if reach else "add" if add is not None else "true" if becomes in (None, True) else "becomes"
            values = {"fact": safe(names.fact(name)), "add": add, "value": safe(str(becomes))}
            told = telling(f"effect.{label}", criterion=_criterion_of(reach or ""), **values)
        case ListEffect(list=name, add=add):
            label = "effect.list_add" if add is not None else "effect.list"
            told = telling(label, fact=safe(names.fact(name)), add=add, fields=_set_fields(telling, effect))
        case LearnEffect(learn=name):
            told = telling("effect.learn", fact=safe(names.fact(name)))
        case SettleEffect(settle=paths):
            told = telling("effect.settle", criteria=", ".join(dict.fromkeys(map(_criterion_of, paths))))
    granted = effect.granted_by
    return told if granted is None else f"{told} ({telling('effect.granted', role=safe(names.role(granted)))})"


def _set_fields(telling: Telling, effect: ListEffect) -> str:
    """Say what an activity makes of the fields of each entry."""
    known = getattr(telling.ruleset.facts.get(effect.list), "fields", {})
    told = []
    for name, value in (effect.with_ or {}).items():
        named = telling.names.fact(f"facts/{effect.list}/{name}").rpartition(": ")[2] if name in known else name
        shown = telling.say(f"truth.{value}".lower()) if isinstance(value, bool) else str(value)
        told.append(f"“{safe(named)}”: {safe(shown)}")
    return ", ".join(told)


def _criterion_of(path: str) -> str:
    parts = path.split("/")
    return safe(parts[1] if len(parts) > 1 else path)
