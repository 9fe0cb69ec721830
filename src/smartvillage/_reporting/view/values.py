"""Values as people read them: a measured value, a limit, what is still possible, a distance.

INVARIANT (exact): a value shown in full is the exact one; what is rounded for show is never compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from smartvillage.exact import read_exact
from smartvillage.model.trial import Span
from smartvillage.timeline import iso_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smartvillage._reporting.speech import Speech
    from smartvillage.model.base import Text
    from smartvillage.model.explanation import Distance, Form, InForce, LimitStep, Measured, Picked, Step
    from smartvillage.model.findings import Amount, DecisionResult, LevelRange

    from .names import Names


def shown(say: Speech, form: Form, exact: str, *, unit: str = "", title: Text | None = None) -> str:
    """Write one exact value by its form."""
    match form:
        case "truth":
            return say(f"truth.{exact}")
        case "number":
            return say.number(exact, unit)
        case "percent":
            return say.number(exact, percent=True)
        case "days":
            return say.counted("distance.days", read_exact(exact))
        case "level" | "code":
            return say.text(title, exact)
        case "day":
            day = iso_day(exact)
            return say.day(day) if day else exact
        case _:
            assert_never(form)


def measured_value(say: Speech, measured: Measured) -> str:
    """Write what was measured, with the counts behind a share, or what it can still be."""
    if measured.exact is not None:
        value = shown(say, measured.form, measured.exact, unit=measured.unit, title=measured.title)
        if measured.part is not None and measured.whole is not None:
            value = say("value.counts", value=value, part=measured.part, whole=measured.whole)
        if measured.out_of is not None:
            value = say("value.of_most", value=value, most=say.number(measured.out_of))
        same_day = measured.form == "day" and measured.written == measured.exact
        if measured.written is not None and not same_day and _differs(measured.written, value):
            return say("value.written", value=value, written=measured.written)
        return say("value.is", value=value)
    if measured.within is not None:
        return say("value.within", within=within(say, measured.within, measured.form, measured.unit))
    return say("value.open")


def bare_value(say: Speech, measured: Measured) -> str:
    """Write what was measured and nothing beside it."""
    if measured.exact is None:
        return "" if measured.within is None else within(say, measured.within, measured.form, measured.unit)
    value = shown(say, measured.form, measured.exact, unit=measured.unit, title=measured.title)
    return value if measured.out_of is None else say("value.of_most", value=value, most=say.number(measured.out_of))


def amount(say: Speech, amount: Amount) -> str:
    """Write a number, or between what it lies, of the most it could be."""
    if amount.lowest is not None and amount.lowest == amount.highest:
        value = shown(say, amount.form, amount.lowest, unit=amount.unit)
    else:
        value = within(say, Span(low=amount.lowest, high=amount.highest), amount.form, amount.unit)
    if amount.out_of is None:
        return value
    label = "value.of_most" if amount.lowest == amount.highest else "value.within_most"
    return say(label, value=value, most=say.number(amount.out_of))


def levels(say: Speech, names: Names, found: LevelRange) -> str:
    """Write a level, or between which ones it lies."""
    low, high = (names.level(found.scale, one) for one in (found.lowest, found.highest))
    return low if found.lowest == found.highest else say("within.both", low=low, high=high)


def answer(say: Speech, names: Names, decision: DecisionResult) -> str:
    """Write what a decision came to: an outcome, a level or a score."""
    if decision.outcome is not None:
        return say.verdict(decision.outcome)
    if decision.level is not None:
        return levels(say, names, decision.level)
    return "" if decision.score is None else amount(say, decision.score)


def _differs(written: str, value: str) -> bool:
    """Tell whether the village wrote it otherwise, so that both are worth showing."""
    return written.replace(" ", "") not in value.replace(" ", "") and written not in ("true", "false")


def limits_in_question(say: Speech, names: Names, limits: Sequence[LimitStep]) -> str:
    """Write the limits of one test: the one there is, with the class that picked it, or those of every class."""
    if not limits or not limits[0].picked:
        return ", ".join(limit_value(say, names, limit) for limit in limits)
    first = limits[0].picked[0]
    fact = say.text(first.fact_title) or names.fact(first.fact)
    if len(limits) == 1:
        because = say("limit.and").join(
            say("limit.class", fact=say.text(one.fact_title) or names.fact(one.fact), name=_class(say, one))
            for one in limits[0].picked
        )
        return say("limit.picked", limit=limit_value(say, names, limits[0]), because=because)
    each = ((one, ", ".join(_class(say, row) for row in one.picked)) for one in limits)
    told = (say("limit.of_class", limit=limit_value(say, names, one), name=name) for one, name in each)
    return say("limit.by_class", limits=", ".join(told), fact=fact)


def _class(say: Speech, picked: Picked) -> str:
    return say.text(picked.title) or picked.code or say("limit.other_classes")


def limit_value(say: Speech, names: Names, limit: LimitStep) -> str:
    """Write a limit, with what it follows from where it does not stand by itself."""
    value, follows = _limit_value(say, limit), limit.relative
    if follows is None:
        return value
    if follows.kind == "year":
        return say("follows.year", limit=value, year=follows.of)
    named = say.text(follows.title) or (names.fact(follows.of) if follows.kind == "fact" else follows.of)
    of = say(f"follows.{follows.kind}", name=named)
    if follows.exact is not None:
        of = say("limit.times_whole", name=of, exact=shown(say, limit.form, follows.exact, unit=limit.unit))
    relative = say("limit.percent_of" if "%" in (follows.times or "") else "limit.times_of", times=follows.times, of=of)
    follows_open = limit.exact is None and follows.kind != "limit"
    return relative if follows_open else say("limit.relative", limit=value, relative=relative)


def _limit_value(say: Speech, limit: LimitStep) -> str:
    """Write a limit, or between what it must lie while nobody has seen it."""
    if limit.periods:
        return say("limit.not_in_force")
    if limit.written == "all":
        return say("limit.all")
    if limit.exact is not None:
        return shown(say, limit.form, limit.exact, unit=limit.unit, title=limit.title)
    if limit.within is not None:
        return say("limit.unknown_within", within=within(say, limit.within, limit.form, limit.unit))
    return say("limit.unknown")


def within(
    say: Speech, span: Span, form: Form, unit: str = "", *, titles: Mapping[str, Text | None] | None = None
) -> str:
    """Write between which ends a value lies; ``titles`` says what levels and codes are called."""
    low, high = (
        None if end is None else shown(say, form, end, unit=unit, title=(titles or {}).get(end))
        for end in (span.low, span.high)
    )
    if low is None and high is None:
        return say("within.any")
    if span.low is not None and span.low == span.high:
        return say("within.exactly", value=low)
    if low is None:
        return say("within.high_open" if span.high_open else "within.high", high=high)
    if high is None:
        return say("within.low_open" if span.low_open else "within.low", low=low)
    both = {(True, True): "both_open", (True, False): "low_open_high", (False, True): "low_high_open"}
    return say(f"within.{both.get((span.low_open, span.high_open), 'both')}", low=low, high=high)


def in_force(say: Speech, limit: LimitStep, part: InForce) -> str:
    """Write what is in force in a period."""
    value = part.written
    if part.exact is not None:
        value = shown(say, limit.form, part.exact, unit=limit.unit, title=part.title)
    return say("limit.in_force", period=say.period(part.during), value=value)


def distance_words(say: Speech, names: Names, distance: Distance, step: Step | None = None) -> str:
    """Say how far a value is from its limit, and on which side; where members are open, at least so far.

    Beneath a ``step`` that names what is counted, the name is not said again.
    """
    words = _distance_words(say, names, distance, step)
    return say("distance.at_least", distance=words) if distance.bound and distance.amount != "0" else words


def _distance_words(say: Speech, names: Names, distance: Distance, step: Step | None) -> str:
    sign = distance.amount.startswith("-")
    size = distance.amount.removeprefix("-")
    if size == "0":
        return say("distance.exact" if not distance.beyond else "distance.just_beyond")
    amount = _amount(say, names, distance, size, step)
    side = ("short" if distance.direction == "up" else "over") if sign else "spare"
    return say(f"distance.{side}", amount=amount) + (say("distance.beyond") if distance.beyond else "")


def _amount(say: Speech, names: Names, distance: Distance, size: str, step: Step | None) -> str:
    if distance.measure == "units" or (distance.measure == "items" and distance.of):
        number = say.number(size, distance.unit)
        if step is None or distance.of != step.of:
            return say("distance.items", amount=number, of=_of(say, names, distance)) if distance.of else number
        whole = step.measured.whole if step.measured is not None else None
        return number if whole is None else say("distance.of_whole", amount=number, whole=say.number(whole))
    label = f"distance.{distance.measure}"
    if distance.measure == "items":
        head = "" if step is None else step.head
        label = f"distance.{head}" if head in ("met", "not_met") else "distance.items_plain"
    return say.counted(label, read_exact(size))


def _of(say: Speech, names: Names, distance: Distance) -> str:
    """Name what a distance counts."""
    return say.text(distance.title) or names.fact(distance.of or "")
