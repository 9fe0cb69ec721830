"""A village file to start from: every fact of a ruleset, asked in a comment, with nothing after its colon.

INVARIANT (loads as it is): whatever a ruleset's texts hold, they stay inside their comments, so that the skeleton is a
village with every fact missing.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from smartvillage.model.limits import YearlyDay

from .answers import answer_lines, one_line
from .order import Asked, Section, sections
from .words import say, say_scope

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from smartvillage.diagnostics import Lang
    from smartvillage.model.facts import Fact
    from smartvillage.model.ruleset import Ruleset

_WIDTH = 118
_PLAIN = re.compile(r"[^\W\d_][\w-]*")
#: Words that some YAML reader takes for something else than text.
_NOT_TEXT = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


def skeleton(ruleset: Ruleset, *, lang: Lang = "vi", as_of: date, stands_in: bool = False) -> str:
    """Write a village file in which every fact of a ruleset is asked and none is answered.

    Args:
        ruleset: The ruleset.
        lang: The language of the comments.
        as_of: The day the facts will speak of, inside the ruleset's period.
        stands_in: Whether that day stands in for one outside the period.
    """
    lines = [
        *_head(ruleset, lang),
        *_village(ruleset, lang, as_of, stands_in=stands_in),
        "",
        "facts:",
        *(line for section in sections(ruleset) for line in _section(section, ruleset, lang)),
        *_evidence(ruleset, lang),
    ]
    return "\n".join(lines) + "\n"


def _head(ruleset: Ruleset, lang: Lang) -> Iterator[str]:
    yield from _comment(f"{ruleset.ruleset.title.say(lang)} ({ruleset.id} {ruleset.version})")
    yield "#"
    yield from _comment(say(lang, "head.how"))
    yield from _comment(say(lang, "head.trust"))
    yield "#   some_fact: {value: 92 %, scope: commune}"
    yield from _comment(say(lang, "head.source"))
    yield "#   some_fact: {value: false, planned: true, planned_for: 2024-12-31, measured_on: 2024-03-31, note: …}"
    yield from _comment(say(lang, "head.comma"))
    yield from _comment(say(lang, "head.numbers"))


def _name(subject: str, lang: Lang) -> str:
    """Say whose name to write: a village's, or that of whatever the ruleset judges."""
    if subject in ("hamlet", "village"):
        return say(lang, "village.name")
    return say(lang, "village.name_of", scope=say_scope(lang, subject))


def _village(ruleset: Ruleset, lang: Lang, as_of: date, *, stands_in: bool) -> Iterator[str]:
    wider = sorted({fact.scope for fact in ruleset.facts.values() if fact.scope} - {ruleset.ruleset.subject})
    yield "village:"
    yield f"  id: {say(lang, 'village.id')}"
    yield f"  name: {_name(ruleset.ruleset.subject, lang)}"
    yield f"  kind: {_key(ruleset.ruleset.subject)}"
    if wider:
        yield f"  # {say(lang, 'village.within')}"
        yield "  # within: {" + ", ".join(f"{_key(kind)}: {_key(kind)}-a" for kind in wider) + "}"
    yield f"ruleset: {_key(ruleset.id)}"
    yield from _comment(say(lang, "village.as_of"))
    if stands_in:
        period = ruleset.ruleset.period
        yield from _comment(say(lang, "village.stands_in", since=period.start or "…", until=period.until or "…"))
    yield f"as_of: {as_of.isoformat()}"
    if _counts_years(ruleset):
        yield from _comment(say(lang, "village.for_year"))
        yield f"# for_year: {as_of.year}"


def _counts_years(part: Any) -> bool:  # noqa: ANN401 - any value of the vocabulary
    """Tell whether a set has days of every year, which are counted from the year a village is judged for."""
    if isinstance(part, YearlyDay):
        return True
    if isinstance(part, BaseModel):
        return any(_counts_years(value) for _, value in part)
    if isinstance(part, Mapping):
        part = part.values()
    return not isinstance(part, str) and isinstance(part, Iterable) and any(map(_counts_years, part))


def _section(section: Section, ruleset: Ruleset, lang: Lang) -> Iterator[str]:
    yield ""
    yield from _comment(f"=== {_title(section, lang)} ===", "  ")
    for asked in section.facts:
        yield ""
        yield from _fact(asked, ruleset, lang)


def _title(section: Section, lang: Lang) -> str:
    if section.group is not None:
        return section.group.title.say(lang)
    if section.context:
        return say(lang, "group.context")
    return say(lang, "group.none" if section.facts[0].criteria else "group.rest")


def _fact(asked: Asked, ruleset: Ruleset, lang: Lang) -> Iterator[str]:
    fact = ruleset.facts[asked.id]
    text = fact.question or fact.title
    if text is not None:
        yield from _comment(text.say(lang), "  ")
    for line in (*answer_lines(fact, ruleset, lang), *_about(asked, fact, ruleset, lang)):
        yield from _comment(line, "  ")
    yield f"  {_key(asked.id)}:"


def _about(asked: Asked, fact: Fact, ruleset: Ruleset, lang: Lang) -> Iterator[str]:
    """Say of what place and time the fact is, and what it is for."""
    told = [say(lang, "fact.about", scope=say_scope(lang, fact.scope or ruleset.ruleset.subject))]
    period = getattr(fact, "period", None)
    if period is not None:
        told.append(say(lang, "fact.period", period=period.say(lang)))
    if fact.fresh_for:
        told.append(say(lang, "fact.fresh", age=fact.fresh_for))
    if asked.criteria:
        told.append(say(lang, "fact.used", criteria=", ".join(asked.criteria)))
    if asked.fills:
        told.append(say(lang, "fact.fills", facts=", ".join(asked.fills)))
    yield " · ".join(told)
    if fact.note:
        yield fact.note.say(lang)


def _evidence(ruleset: Ruleset, lang: Lang) -> Iterator[str]:
    if not ruleset.evidence_types or not ruleset.criteria:
        return
    kind, supported = _key(next(iter(ruleset.evidence_types))), json.dumps(ruleset.criteria[0].id, ensure_ascii=False)
    yield ""
    yield from _comment(say(lang, "evidence.how"))
    yield "# evidence:"
    yield f"#   - {{id: a, type: {kind}, supports: [{supported}], file: a.jpg, issued_on: 2024-03-31}}"
    yield from _comment(say(lang, "evidence.types"))
    for key, evidence in ruleset.evidence_types.items():
        yield from _comment(f"  {key}: {evidence.title.say(lang)}")


def _comment(text: str, indent: str = "") -> Iterator[str]:
    """Wrap a text into comment lines; its own leading blanks are kept."""
    blanks = text[: len(text) - len(text.lstrip(" "))]
    lines: Iterable[str] = textwrap.wrap(
        one_line(text), _WIDTH - len(indent), subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )
    yield from (f"{indent}# {blanks}{line}" for line in lines)


def _key(name: str) -> str:
    """Write an id so that every YAML reader takes it for text."""
    plain = _PLAIN.fullmatch(name) and name.lower() not in _NOT_TEXT
    return name if plain else json.dumps(name, ensure_ascii=False)
