"""Points, grades, measures and what decisions make of them, where every fact is known: each is one plain number.

Read off the rules as they are written: a step holds from its value up, a level from its lower edge up, what lies below
all of them is the lowest; a sum is taken over the criteria that apply.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any

from oracle.facts import World, look
from oracle.limits import WORDS
from oracle.literals import Plain, is_percent, number, read
from oracle.rules import condition, where
from oracle.spans import YES, holds, point
from oracle.verdict import in_set, selected


@dataclass(frozen=True)
class Scored:
    """What a criterion came to: does it apply, does it hold, its points out of how many, its level."""

    applies: bool
    holds: bool | None
    points: Fraction | None
    out_of: Fraction | None
    grade: int | None


@dataclass
class Scores:
    """A ruleset with points, levels and measures against a village of which all is known."""

    ruleset: Plain
    village: Plain
    day: date
    _measures: dict[str, Fraction] = field(default_factory=dict)

    @cached_property
    def world(self) -> World:
        """The ruleset and the village, for conditions about facts."""
        return World(self.ruleset, self.village, self.day)

    @cached_property
    def criteria(self) -> dict[str, Scored]:
        """What each criterion in the set came to."""
        return {one["id"]: self._criterion(one) for one in self.ruleset["criteria"] if in_set(one, self.day)}

    def _criterion(self, one: Plain) -> Scored:
        applies = "applies_if" not in one or self.true(one["applies_if"])
        met = self.true(one["rule"]) if "rule" in one else None
        points = self._points(one["points"], met=met) if "points" in one else None
        grade = self.level(one["grade"]) if "grade" in one else None
        most = None if points is None else number(_most(one["points"]))
        return Scored(applies, met, points if applies else None, most, grade if applies else None)

    def true(self, rule: Plain) -> bool:  # noqa: PLR0911 - one line a head
        """Tell whether a condition holds."""
        if "all_of" in rule:
            return all(self.true(part) for part in rule["all_of"])
        if "any_of" in rule:
            return any(self.true(part) for part in rule["any_of"])
        if "not" in rule:
            return not self.true(rule["not"])
        if "met" in rule:
            return self._over_criteria(rule)
        if "decision" in rule:
            return self.decided(rule["decision"])
        if "points" in rule:
            total, most = self.points(rule["points"])
            return self._tests(rule, lambda limit: (total, number(limit) * (most if is_percent(limit) else 1)))
        if "grade" in rule:
            return self._tests(
                rule, lambda limit: (self.lowest_grade(rule["grade"]), self._on_scale(rule["grade"], limit))
            )
        if "measure" in rule:
            return self._of_measure(rule)
        return condition(self.world, {key: self._of_class(part) for key, part in rule.items()}).truth == YES

    def _of_class(self, limit: Any) -> Any:
        """Return the limit of the class that a measure chooses; any other limit as it is."""
        if isinstance(limit, dict) and limit.get("by") in self.ruleset["measures"]:
            return limit["values"][self.code(limit["by"])]
        return limit

    def _tests(self, rule: Plain, sides: Any) -> bool:
        tests = [(word, rule[word]) for word in WORDS if word in rule]
        return all(holds(word, *map(point, sides(limit))) == YES for word, limit in tests)

    def _over_criteria(self, rule: Plain) -> bool:
        chosen = [self.criteria[name] for name in selected(self.ruleset, rule["met"], self.day)]
        chosen = [one for one in chosen if one.applies and one.holds is not None]
        hits = sum(one.holds is True for one in chosen)
        of = {True: len(chosen), False: 1}
        return self._tests(rule, lambda limit: (
            Fraction(hits), of[is_percent(limit)] * (Fraction(1) if limit == "all" else number(limit))
        ))  # fmt: skip

    def _of_measure(self, rule: Plain) -> bool:
        name = rule["measure"]
        if "is" in rule and isinstance(self.ruleset["measures"][name].get("codes"), list):
            return bool(self.code(name) == rule["is"])
        scale = self.scale_of(name)
        return self._tests(
            rule, lambda limit: (self.measure(name), Fraction(scale.index(limit)) if scale else number(limit))
        )

    def points(self, chosen: Any) -> tuple[Fraction, Fraction]:
        """Return the points of the criteria that apply, and the most they could be."""
        found = [self.criteria[name] for name in selected(self.ruleset, chosen, self.day)]
        found = [one for one in found if one.applies and one.points is not None]
        return sum((one.points or Fraction(0) for one in found), Fraction(0)), sum(
            (one.out_of or Fraction(0) for one in found), Fraction(0)
        )

    def lowest_grade(self, chosen: Any) -> Fraction:
        """Return the lowest grade of the criteria that have one and apply."""
        grades = [self.criteria[name].grade for name in selected(self.ruleset, chosen, self.day)]
        return Fraction(min(grade for grade in grades if grade is not None))

    def _on_scale(self, chosen: Any, level: str) -> Fraction:
        names = selected(self.ruleset, chosen, self.day)
        scales = [one["grade"]["scale"] for one in self.ruleset["criteria"] if one["id"] in names and "grade" in one]
        return Fraction(self.ruleset["scales"][scales[0]].index(level))

    def _points(self, given: Any, *, met: bool | None) -> Fraction:
        if not isinstance(given, dict):
            return number(given) if met else Fraction(0)
        most = number(given["max"])
        if "of" not in given:
            return most if met else Fraction(0)
        value = self.value(given["of"])
        if "steps" in given:
            steps = [(self._as_measured(given["of"], key), number(worth)) for key, worth in given["steps"].items()]
            reached = [(edge, worth) for edge, worth in steps if edge <= value]
            return max(reached)[1] if reached else number(given.get("otherwise", 0))
        full = given["proportional"]
        return most * (value if full is True else min(Fraction(1), value / number(full["full_at"])))

    def _as_measured(self, measure: Plain, literal: str) -> Fraction:
        if "fact" in measure:
            return read(self.ruleset, self.ruleset["facts"][measure["fact"]], literal)
        return number(literal)

    def value(self, measure: Plain) -> Fraction:
        """Return what a head without tests comes to."""
        if "fact" in measure:
            span = look(self.world, measure["fact"]).span
            assert span.low is not None
            return span.low
        if "points" in measure:
            return self.points(measure["points"])[0]
        if "met" in measure:
            chosen = [self.criteria[name] for name in selected(self.ruleset, measure["met"], self.day)]
            return Fraction(sum(one.applies and one.holds is True for one in chosen))
        if "measure" in measure:
            return self.measure(measure["measure"])
        decl, known = self.ruleset["facts"][measure["count"]], look(self.world, measure["count"])
        hits = [where(self.world, decl["fields"], one, measure.get("where", {})) for one in known.entities]
        return Fraction(sum(one.truth == YES for one in hits))

    def level(self, grade: Plain) -> int:
        """Return the level that a value falls into: the highest whose lower edge it reaches, else the lowest."""
        scale, value = self.ruleset["scales"][grade["scale"]], self.value(grade["of"])
        reached = [0]
        for level, edge in grade["levels"].items():
            tests = edge if isinstance(edge, dict) else {"at_least": edge}
            sides = [(word, self._as_measured(grade["of"], tests[word])) for word in WORDS if word in tests]
            if all(holds(word, point(value), point(limit)) == YES for word, limit in sides):
                reached.append(scale.index(level))
        return max(reached)

    def measure(self, name: str) -> Fraction:
        """Return what a named measure comes to: a number, or the place of its level."""
        if name not in self._measures:
            self._measures[name] = self._measured(self.ruleset["measures"][name])
        return self._measures[name]

    def _measured(self, told: Plain) -> Fraction:
        if "choose" in told:
            chosen = self._chosen(told)
            if isinstance(chosen, dict):
                return self.measure(chosen["measure"])
            return Fraction(self.ruleset["scales"][told["scale"]].index(chosen))
        for head, pick in (("lowest", min), ("highest", max)):
            if head in told:
                return pick(self._each(told[head]))
        return Fraction(self.level(told["grade"])) if "grade" in told else self.value(told)

    def _each(self, told: Any) -> list[Fraction]:
        if isinstance(told, list):
            return [self.measure(one) for one in told]
        grades = [self.criteria[name].grade for name in selected(self.ruleset, told["grade"], self.day)]
        return [Fraction(grade) for grade in grades if grade is not None]

    def _chosen(self, told: Plain) -> Any:
        return next((row["then"] for row in told["choose"] if self.true(row["when"])), told["otherwise"])

    def code(self, name: str) -> Any:
        """Return the code that a measure chooses."""
        return self._chosen(self.ruleset["measures"][name])

    def scale_of(self, name: str) -> list[str] | None:
        """Return the scale of a measure that is a level; nothing for one that is a number."""
        told = self.ruleset["measures"][name]
        if "grade" in told:
            found: list[str] = self.ruleset["scales"][told["grade"]["scale"]]
            return found
        if "choose" in told:
            scale = told.get("scale")
            return self.ruleset["scales"][scale] if scale else None
        for head in ("lowest", "highest"):
            if isinstance(told.get(head), list):
                return self.scale_of(told[head][0])
            if head in told:
                names = selected(self.ruleset, told[head]["grade"], self.day)
                one = next(one for one in self.ruleset["criteria"] if one["id"] in names and "grade" in one)
                return list(self.ruleset["scales"][one["grade"]["scale"]])
        return None

    def decided(self, name: str) -> bool:
        """Tell whether a decision is met, whatever it needs included."""
        decision = self.ruleset["decisions"][name]
        needed = "needs" not in decision or self.decided(decision["needs"])
        return needed and self.true(decision["if"])

    def answer(self, name: str) -> str:
        """Return what a decision came to in one word: an outcome, a level's id, or a number."""
        decision = self.ruleset["decisions"][name]
        if "if" in decision:
            return "met" if self.decided(name) else "not_met"
        if "needs" in decision and not self.decided(decision["needs"]):
            return "not_met"
        if "level" in decision:
            scale = self.scale_of(decision["level"])
            assert scale is not None
            return scale[int(self.measure(decision["level"]))]
        return _text(self.value(decision["score"]))


def _most(given: Any) -> Any:
    return given["max"] if isinstance(given, dict) else given


def _text(value: Fraction) -> str:
    """Write a number as results do: whole, with decimals that end, or as a fraction."""
    if value.denominator == 1:
        return str(value.numerator)
    digits = next((n for n in range(1, 40) if (value * 10**n).denominator == 1), None)
    if digits is None:
        return f"{value.numerator}/{value.denominator}"
    whole, rest = divmod(int(value * 10**digits), 10**digits)
    return f"{whole}.{rest:0{digits}}"
