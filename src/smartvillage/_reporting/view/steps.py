"""Steps of a proof tree as branches: what was looked at, what was found, what it was held against, what is missing."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from smartvillage._reporting.blocks import Branch, Line, Span, Tone
from smartvillage.durations import read_duration
from smartvillage.exact import read_exact

from .marks import mark, tone
from .values import distance_words, in_force, limits_in_question, measured_value, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage._reporting.speech import Speech
    from smartvillage.model.base import Text
    from smartvillage.model.explanation import Cited, Comparison, LimitStep, Members, Missing, Step, Weakness

    from .names import Names

#: The bases that every output shows as such.
_WEAK = ("inferred", "assumed", "unknown")


def branch(say: Speech, names: Names, step: Step) -> Branch:
    """Draw one step with all below it; what the result does not rest on is muted."""
    sign = mark(step.truth) if step.carries else Span(mark(step.truth).text, Tone.MUTED)
    line = (sign, Span(" " + _title(say, names, step), Tone.PLAIN if step.carries else Tone.MUTED))
    below = tuple(branch(say, names, inner) for inner in step.steps)
    return Branch(line, tuple(_notes(say, names, step)), below)


def _title(say: Speech, names: Names, step: Step) -> str:
    of = step.of or ""
    name = say.text(step.title) or (names.measure(of) if step.head == "measure" else names.fact(of) if of else "")
    label = f"head.{step.head}"
    if step.head == "days":
        start, end = (say.text(one.title) or names.fact(one.of or "") for one in step.steps)
        return say(label, start=start, end=end)
    if step.head == "no_method":
        return say(f"no_method.{of}")
    if step.title is not None and say.knows(f"{label}_of"):
        label = f"{label}_of"
    elif not name and say.knows(f"{label}_plain"):
        label = f"{label}_plain"
    return say(label, title=name) if say.knows(label) else name or step.head


def _notes(say: Speech, names: Names, step: Step) -> Iterator[Line]:
    yield from _value(say, step)
    if step.members is not None:
        yield from _members(say, step.members, step.head)
    for test in step.tests:
        yield from _test(say, names, step, test)
    if step.reasons and not step.tests and step.truth != "met":
        yield (Span(say("step.because", reasons=say.all("reason", step.reasons)), tone(step.truth)),)
    yield from _weaknesses(say, names, step)
    hole = any(limit.periods for test in step.tests for limit in test.limits)
    for missing in step.missing:
        if not (hole and missing.reason == "not_in_force"):
            yield from _missing(say, names, missing)
    if step.measured is not None and step.measured.source is not None:
        yield (Span(say("value.source", source=cited(say, step.measured.source)), Tone.MUTED),)
    if not step.tests and (step.basis in _WEAK or step.source) and not step.steps:
        yield _based(say, "step.basis", step.basis, step.source)
    if step.note:
        yield (Span(say("step.note", note=say.text(step.note)), Tone.MUTED),)


def _test(say: Speech, names: Names, step: Step, test: Comparison) -> Iterator[Line]:
    limits = limits_in_question(say, names, test.limits)
    every = test.word == "at_least" and [limit.written for limit in test.limits] == ["all"]
    label = f"test.{test.word}"
    truth = test.word == "is" and all(limit.form == "truth" for limit in test.limits)
    asked = say(label, limit=limits) if say.knows(label) and not (every or truth) else limits
    line = [
        Span(say("test.line", test=asked)),
        Span(say(f"step.{test.truth}"), tone(test.truth)),
    ]
    if test.distance is not None:
        rounded = test.distance.amount == "0" and not test.distance.beyond and _between(step, test)
        side = "enough" if test.distance.direction == "up" else "within"
        told = say(f"distance.{side}") if rounded else distance_words(say, names, test.distance, step)
        line.append(Span(say("test.distance", distance=told), tone(test.truth)))
    if test.gives is not None:
        line.append(Span(say("test.gives", gives=_gives(say, test.gives, test.gives_title))))
    yield tuple(line)
    yield from dict.fromkeys(told for limit in test.limits for told in _limit(say, limit))


def _between(step: Step, test: Comparison) -> bool:
    """Tell whether a value is not its limit though nothing whole lies between: two of three where 60 % is asked."""
    limit = test.limits[0]
    if limit.exact is None or limit.form not in ("number", "percent"):
        return False
    if step.members is not None:
        counted = step.members.hold + step.members.fail + step.members.open
        share = limit.form == "percent" and counted > 0
        return Fraction(step.members.hold, counted if share else 1) != read_exact(limit.exact)
    value = step.measured.exact if step.measured is not None else None
    return value is not None and read_exact(value) != read_exact(limit.exact)


def _value(say: Speech, step: Step) -> Iterator[Line]:
    """Say what was measured, and what a row of a choice gives."""
    if step.measured is not None and step.members is None:
        yield (Span(measured_value(say, step.measured)),)
    if step.gives is not None:
        yield (Span(say("step.gives", gives=_gives(say, step.gives, step.gives_title))),)


def _gives(say: Speech, gives: str, title: Text | None) -> str:
    """Write what an edge or a row gives: a level or a code by its title, points as a number."""
    if title is not None:
        return say.text(title)
    try:
        return say.number(gives)
    except ValueError:
        return gives


def _limit(say: Speech, limit: LimitStep) -> Iterator[Line]:
    for part in limit.periods:
        yield (Span(in_force(say, limit, part)),)
    yield _based(say, "limit.basis", limit.basis, limit.source)
    if limit.relative is not None and limit.relative.basis is not None:
        yield _based(say, "limit.whole_basis", limit.relative.basis, limit.relative.source)
    if limit.ask is not None and limit.exact is None:
        yield (Span(say("limit.ask", role=say.text(limit.ask.title, limit.ask.role)), Tone.OPEN),)


def _based(say: Speech, label: str, basis: str, source: Cited | None) -> Line:
    firmness = say.firmness(basis) + (f": {cited(say, source)}" if source else "")
    return (Span(say(label, basis=firmness), Tone.CAVEAT if basis in _WEAK else Tone.MUTED),)


def cited(say: Speech, source: Cited) -> str:
    """Write a citation: the text's number or title, its day, the item, its words, and whether a known one was read."""
    name = source.number or say.text(source.title, source.id)
    if source.date:
        label = "cited.number_dated" if source.number else "cited.title_dated"
        name = say(label, name=name, date=say.date(source.date))
    parts = [name]
    parts += [source.issuer] if source.issuer and not source.number else []
    parts += [say.item(source.item)] if source.item else []
    parts += [f"“{source.quote}”"] if source.quote else []
    unseen = source.issuer is not None and not source.seen
    return ", ".join(parts) + (f" ({say('cited.unseen')})" if unseen else "")


def _members(say: Speech, members: Members, head: str) -> Iterator[Line]:
    """Say how many fit and which do not; of criteria counted because they are not met, the others are met."""
    kind_of = f"{head}_" if head in ("met", "not_met") else ""
    if members.every:
        yield (Span(say("members.every")),)
        return
    yield (Span(say(f"members.{kind_of}line", hold=members.hold, total=members.total - members.not_applicable)),)
    for kind, count, listed, as_ in (
        ("fail", members.fail, members.failing, Tone.BAD),
        ("open", members.open, members.undecided, Tone.OPEN),
    ):
        if not count:
            continue
        told = [member.name or say.text(member.title, member.id) for member in listed]
        if count > len(told) > 0:
            told.append(say("members.more", count=count - len(told)))
        label = f"members.{kind_of if kind == 'fail' else ''}{kind}" + ("" if told else "_count")
        yield (Span(say(label, count=count, names=", ".join(told)), as_),)
    for kind, count in (("not_applicable", members.not_applicable), ("planned", members.planned)):
        if count:
            yield (Span(say(f"members.{kind}", count=count), Tone.CAVEAT),)
    if members.unlisted:
        yield (Span(say("members.unlisted"), Tone.OPEN),)


def _weaknesses(say: Speech, names: Names, step: Step) -> Iterator[Line]:
    """Say what weakens the figures; how many are planned only has been said where the members were counted."""
    counted = step.members is not None and step.members.planned
    for weakness in step.caveats:
        if not (counted and weakness.caveat == "planned_not_counted"):
            yield (Span(_weakness(say, names, weakness, step), Tone.CAVEAT),)


def _weakness(say: Speech, names: Names, weakness: Weakness, step: Step) -> str:
    label = f"weakness.{weakness.caveat}"
    if not say.knows(label) or weakness.asked is None or weakness.given is None:
        return say("note.caveat", caveat=say(f"caveat.{weakness.caveat}"))
    asked, given = weakness.asked, weakness.given
    match weakness.caveat:
        case "proxy_measure":
            asked = say.text(weakness.asked_title) or names.fact(asked)
            given = say.text(weakness.title) or names.fact(given)
        case "stale":
            asked, given = read_duration(asked).say(say.lang), shown(say, "day", given)
        case "scope_mismatch":
            asked, given = say.place(asked), say.place(given)
        case _ if step.measured is not None and asked == step.measured.exact:
            asked = shown(say, step.measured.form, asked, unit=step.measured.unit)
    return say(label, asked=asked, given=given)


def _missing(say: Speech, names: Names, missing: Missing) -> Iterator[Line]:
    name = say.text(missing.title) or names.fact(missing.fact or missing.path)
    kind = {"class_unknown": "class", "not_in_force": "not_in_force"}.get(missing.reason, missing.kind)
    what = say(f"missing.{kind}", name=name)
    if missing.ask is not None:
        what = say("missing.ask", what=what, role=say.text(missing.ask.title, missing.ask.role))
    yield (Span(what, Tone.OPEN),)
    if missing.question is not None:
        yield (Span(say("missing.question", question=say.text(missing.question)), Tone.OPEN),)
