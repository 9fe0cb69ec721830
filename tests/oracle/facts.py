"""What a village's line says today: a truth, a span, a code or entities; why it is open; what weakens it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import Any

from oracle.literals import Plain, day_number, number, read, scale_of
from oracle.spans import ANYTHING, MAYBE, NO, YES, Span, point

FLAG_LIKE = ("flag", "judgement", "record", "document", "registration", "certificate", "body", "event")
RECORDS = FLAG_LIKE[2:]
NEEDS = {
    "document": ("number", "issued_on", "issuer"),
    "registration": ("number", "valid_until"),
    "certificate": ("number", "valid_until"),
    "body": ("issued_on",),
    "event": ("issued_on",),
}
#: The days every record may have of its own.
RECORD_DAYS = ("issued_on", "valid_until")
LINE_WORDS = ("scope", "period", "measured_on", "status", "source", "note", "planned", "planned_for")
BLOCKING = frozenset({"scope_mismatch", "proxy_measure", "stale", "conflict"})


@dataclass(frozen=True)
class World:
    """A ruleset, a village and the day on which they meet."""

    ruleset: Plain
    village: Plain
    day: date
    blocked: bool = False
    """True where facts with a blocking caveat are taken as open."""


@dataclass(frozen=True)
class Known:
    """All that is known of one fact today."""

    given: bool = False
    truth: int = MAYBE
    span: Span = ANYTHING
    code: str | None = None
    reason: str = "missing_fact"
    caveats: frozenset[str] = frozenset()
    fields: dict[str, Known] = field(default_factory=dict)
    lacks: bool = False
    """True for a record that lacks what it needs to be proven."""
    entities: tuple[dict[str, Known], ...] = ()
    endless: bool = True
    """True where there may be more entities than are named."""
    alike: bool = False
    """True where an unknown number of entities, at least one, are all like the one that is named."""


def domain(ruleset: Plain, decl: Plain) -> Span:
    """Return what a fact may be while nothing is known of it."""
    if decl["type"] == "share":
        return Span(Fraction(0), Fraction(1))
    if decl["type"] == "level":
        return Span(Fraction(0), Fraction(len(scale_of(ruleset, decl)) - 1))
    low = number(decl["min"]) if "min" in decl else (Fraction(0) if decl["type"] == "count" else None)
    return Span(low, number(decl["max"]) if "max" in decl else None)


def missing(ruleset: Plain, decl: Plain, reason: str = "missing_fact") -> Known:
    """Return a fact of which nothing is known."""
    fields = {key: missing(ruleset, part) for key, part in decl.get("fields", {}).items()}
    if decl["type"] in RECORDS:
        fields |= {key: missing(ruleset, {"type": "date"}) for key in RECORD_DAYS}
    return Known(span=domain(ruleset, decl), reason=reason, fields=fields)


def look(world: World, fact: str) -> Known:
    """Tell what the village says of a fact; blocked facts are open where the world says so."""
    decl = world.ruleset["facts"][fact]
    found = _line(world, decl, world.village["facts"].get(fact))
    if not found.given and found.reason == "missing_fact" and decl["type"] == "share" and "part" in decl:
        found = _of_counts(world, decl)
    elif found.given and "part" in decl:
        found = replace(found, caveats=found.caveats | _other_counts(world, decl, fact))
    if world.blocked and found.caveats & BLOCKING:
        return missing(world.ruleset, decl)
    return found


def _of_counts(world: World, decl: Plain) -> Known:
    part, whole = look(replace(world, blocked=False), decl["part"]), look(replace(world, blocked=False), decl["whole"])
    if not (part.given and whole.given):
        return missing(world.ruleset, decl)
    if not whole.span.low:
        return missing(world.ruleset, decl, "unusable_fact")
    share = Known(given=True, span=point((part.span.low or Fraction(0)) / whole.span.low))
    old = (part.caveats | whole.caveats) - {"scope_mismatch"}
    return replace(
        share, caveats=old | _elsewhere(world, decl, "part", share) | _elsewhere(world, decl, "whole", share)
    )


def _elsewhere(world: World, decl: Plain, role: str, share: Known) -> frozenset[str]:
    """Tell whether a count speaks of another place than its share asks about."""
    subject = world.ruleset["ruleset"]["subject"]
    raw, counted = world.village["facts"][decl[role]], world.ruleset["facts"][decl[role]]
    said = (raw.get("scope") if isinstance(raw, dict) else None) or counted.get("scope", subject)
    wanted = decl.get("scope", subject)
    closed = said == wanted or _closed_by_logic(world.village["village"], wanted, said, decl, share)
    return frozenset[str]() if closed else frozenset({"scope_mismatch"})


def _other_counts(world: World, decl: Plain, fact: str) -> frozenset[str]:
    """Compare counts on the line with the facts of their names, where neither says a place or a day of its own."""
    raw, facts = world.village["facts"][fact], world.village["facts"]
    if not (isinstance(raw, str) and "/" in raw):
        return frozenset()
    pairs = zip((decl["part"], decl["whole"]), raw.split("/"), strict=True)
    differs = any(name in facts and number(facts[name]) != number(counted) for name, counted in pairs)
    return frozenset({"conflict"}) if differs else frozenset()


def _line(world: World, decl: Plain, raw: Any) -> Known:
    if isinstance(raw, dict) and "statements" in raw:
        return _statements(world, decl, raw["statements"])
    line = raw if isinstance(raw, dict) else {"items" if decl["type"] == "list" else "value": raw}
    said = {key for key in line if key not in LINE_WORDS and line[key] is not None}
    planned = line.get("status") == "planned"
    exists = decl["type"] in FLAG_LIKE and decl["type"] != "judgement"
    if not (said or (planned and exists)) or (planned and not exists):
        return missing(world.ruleset, decl)
    if decl["type"] in FLAG_LIKE:
        found = _flag_like(world, decl, line, planned=planned)
    elif decl["type"] == "list":
        found = _list(world, decl, line)
    else:
        found = _value(world, decl, line)
    return replace(found, caveats=found.caveats | weakened(world, decl, line, found)) if found.given else found


def _statements(world: World, decl: Plain, said: list[Plain]) -> Known:
    """Take the statement about the wanted place, then the latest; of equal ones that differ the first, in conflict."""
    wanted = decl.get("scope", world.ruleset["ruleset"]["subject"])

    def rank(one: Plain) -> tuple[bool, str]:
        return one.get("scope", wanted) == wanted, one.get("measured_on", "")

    best = max(said, key=rank)
    read = [_line(world, decl, one) for one in said if rank(one) == rank(best)]
    differ = any((one.truth, one.span, one.code) != (read[0].truth, read[0].span, read[0].code) for one in read)
    return replace(read[0], caveats=read[0].caveats | ({"conflict"} if differ else set()))


def _flag_like(world: World, decl: Plain, line: Plain, *, planned: bool) -> Known:
    around = {key: part for key, part in decl.items() if key == "scope"}
    place = {key: part for key, part in line.items() if key == "scope"}
    own = {key: {"value": line.get(key), **place} for key in decl.get("fields", {})}
    fields = {key: _line(world, {**around, **decl["fields"][key]}, raw) for key, raw in own.items()}
    days = {key: {"value": line.get(key), **place} for key in RECORD_DAYS}
    fields |= {key: _line(world, {**around, "type": "date"}, raw) for key, raw in days.items()}
    truth, reason = YES, "absent"
    if planned:
        truth, reason = NO, "planned_only"
    elif line.get("value") is False:
        truth = NO
    elif "valid_until" in line and day_number(line["valid_until"]) < world.day.toordinal():
        truth, reason = NO, "expired"
    elif "issued_on" in line and day_number(line["issued_on"]) > world.day.toordinal():
        truth = NO
    needs = decl.get("needs", NEEDS.get(decl["type"], ()))
    return Known(given=True, truth=truth, reason=reason, fields=fields, lacks=any(key not in line for key in needs))


def _value(world: World, decl: Plain, line: Plain) -> Known:
    if decl["type"] == "choice":
        return Known(given=True, code=line["value"])
    if decl["type"] != "share":
        return Known(given=True, span=point(read(world.ruleset, decl, line["value"])))
    raw = line.get("value")
    if isinstance(raw, str) and "/" in raw:
        line = {**line, "part": raw.split("/")[0], "whole": raw.split("/")[1], "value": None}
    if "whole" not in line:
        return Known(given=True, span=point(number(line["value"])))
    part, whole = number(line["part"]), number(line["whole"])
    if whole == 0:
        return missing(world.ruleset, decl, "unusable_fact")
    caveats = _printed(line["value"], part / whole) if line.get("value") is not None else frozenset[str]()
    return Known(given=True, span=point(part / whole), caveats=caveats)


def _printed(text: str, share: Fraction) -> frozenset[str]:
    """Compare a printed percent with its counts: rounded half up, off by less than its last digit, or more."""
    digits = text.rstrip("% ").partition(",")[2]
    unit = Fraction(1, 100 * 10 ** len(digits))
    rounded = (share / unit + Fraction(1, 2)).__floor__() * unit
    if rounded == number(text):
        return frozenset()
    return frozenset({"stated_differs" if abs(number(text) - share) < unit else "conflict"})


def _list(world: World, decl: Plain, line: Plain) -> Known:
    if "all" in line:
        one = _entity(world, decl, line["all"])
        if "number" in line:
            return Known(given=True, entities=(one,) * int(line["number"]), endless=False)
        return Known(given=True, entities=(one,), endless=False, alike=True)
    there = [item for item in line["items"] if item.get("status") != "planned"]
    caveats = frozenset({"planned_not_counted"}) if len(there) < len(line["items"]) else frozenset[str]()
    named = tuple(_entity(world, decl, item) for item in there)
    return Known(given=True, entities=named, endless=line.get("complete") is False, caveats=caveats)


def _entity(world: World, decl: Plain, item: Plain) -> dict[str, Known]:
    return {key: _line(world, part, item.get(key)) for key, part in decl["fields"].items()}


def weakened(world: World, decl: Plain, line: Plain, found: Known) -> frozenset[str]:
    """Tell what weakens a line: a place other than the one asked about, or age."""
    caveats = set[str]()
    header = world.village["village"]
    wanted, said = decl.get("scope", world.ruleset["ruleset"]["subject"]), line.get("scope")
    if said is not None and said != wanted and not _closed_by_logic(header, wanted, said, decl, found):
        caveats.add("scope_mismatch")
    if "fresh_for" in decl and "measured_on" in line:
        months = int(decl["fresh_for"].split(" ")[0])
        if _months_later(date.fromisoformat(line["measured_on"]), months) < world.day:
            caveats.add("stale")
    return frozenset(caveats)


def _closed_by_logic(header: Plain, wanted: str, said: str, decl: Plain, found: Known) -> bool:
    if said in header["within"] and wanted == header["kind"]:
        amount = decl["type"] in ("count", "share", "quantity")
        none_of_it = found.truth == NO or (amount and found.span == point(0))
        return none_of_it or (found.entities == () and not found.endless)
    return said == header["kind"] and wanted in header["within"] and found.truth == YES


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
