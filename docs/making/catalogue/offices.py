"""Who does what by a ruleset: its roles, the offices that fill them and when, its procedure, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.durations import read_duration
from smartvillage.model.limits import YearlyDay
from smartvillage.model.procedure import NOBODY_SAYS

from .markdown import bullets, code, link, safe, table
from .sources import cited
from .work import cost, footing, lasts, serving_activities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage.model.procedure import Step
    from smartvillage.model.ruleset import Party

    from .shelf import Shelved
    from .telling import Telling


def roles(telling: Telling) -> str:
    """List the roles, each with the offices that fill it."""
    rows = []
    for name, role in telling.ruleset.roles.items():
        filling = [party for party in telling.ruleset.parties.values() if name in party.fills]
        filled = "; ".join(telling.text(one.title) for one in filling)
        rows.append([f"{telling.text(role.title)} {code(name)}", filled or "–"])
    return table([telling("column.role"), telling("column.filled_by")], rows) if rows else ""


def parties(telling: Telling) -> str:
    """List the offices with their days, what comes after them, and what that rests on."""
    head = [telling(f"column.{name}") for name in ("party", "period", "successors", "basis")]
    rows = [_party(telling, one) for one in telling.ruleset.parties.values()]
    return table(head, rows) if rows else ""


def _party(telling: Telling, party: Party) -> list[str]:
    period = safe(telling.say.period(party.period))
    return [telling.text(party.title), period, _successors(telling, party), _footing(telling, party)]


def _successors(telling: Telling, party: Party) -> str:
    if party.successors is None:
        return "–"
    if isinstance(party.successors, str):
        return telling(f"party.{party.successors}")
    known = telling.ruleset.parties
    return ", ".join(telling.text(known[one].title) if one in known else safe(one) for one in party.successors)


def _footing(telling: Telling, party: Party) -> str:
    note = "" if party.note is None else f" — {telling.text(party.note)}"
    return f"{telling.basis(party.basis)} {cited(telling, party.source)}{note}"


def procedure(telling: Telling) -> str:
    """List the steps that lead to the verdict."""
    return "\n".join(_step(telling, number, step) for number, step in enumerate(telling.ruleset.procedure, 1))


def _step(telling: Telling, number: int, step: Step) -> str:
    head = f"{number}. **{safe(telling.say.text(step.title, step.id))}**"
    return "\n".join([head, bullets(_terms(telling, step), 2)])


def _terms(telling: Telling, step: Step) -> Iterator[str]:
    say = telling.say
    nobody = step.owner == NOBODY_SAYS
    owner = say("procedure.owner_unknown") if nobody else say("procedure.owner", owner=telling.names.role(step.owner))
    yield f"{safe(owner)} {footing(telling, step)}"
    if step.lasts is not None:
        yield safe(say("procedure.lasts", lasts=read_duration(step.lasts).say(say.lang)))
    if step.until is not None:
        until = telling.rules.yearly(step.until) if isinstance(step.until, YearlyDay) else say.day(step.until)
        yield safe(say("procedure.until", until=until))
    if step.decision is not None:
        yield safe(say("ruleset.step_decision", decision=telling.names.decision(step.decision)))
    if step.after:
        titles = {one.id: say.text(one.title, one.id) for one in telling.ruleset.procedure}
        yield safe(say("procedure.waits", steps=", ".join(titles.get(name, name) for name in step.after)))


def activities(telling: Telling, shelved: Shelved) -> str:
    """List what can be done, each with the criteria that it serves, how long it takes and what it costs."""
    serving: dict[str, list[str]] = {}
    for criterion in telling.ruleset.criteria:
        page = link(criterion.id, f"{shelved.id}/{shelved.page(criterion)}.md")
        for name in _with_earlier(telling, [name for name, _ in serving_activities(telling, criterion)]):
            serving.setdefault(name, []).append(page)
    head = [telling(f"column.{name}") for name in ("activity", "serves", "lasts", "cost", "basis")]
    rows = [[telling.text(one.title), ", ".join(serving.get(name, ["–"])), safe(lasts(telling, one)),
             safe(cost(telling, one)), telling.basis(one.basis)]
            for name, one in telling.ruleset.activities.items()]  # fmt: skip
    return table(head, rows) if rows else ""


def _with_earlier(telling: Telling, serving: list[str]) -> dict[str, None]:
    """Return activities with those that must be done before them, each once."""
    found: dict[str, None] = {}
    todo = serving[::-1]
    while todo:
        name = todo.pop()
        if name not in found and name in telling.ruleset.activities:
            found[name] = None
            todo += telling.ruleset.activities[name].after[::-1]
    return found
