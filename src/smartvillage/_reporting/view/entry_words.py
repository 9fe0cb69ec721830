"""Entries of a ruleset in words: a criterion's or decision's rule, a limit's value, as the ruleset's page says them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._reporting.speech import Speech
from smartvillage.model.base import Text

from .names import Names
from .rules import Rules

if TYPE_CHECKING:
    from smartvillage.diagnostics import Lang
    from smartvillage.model.ruleset import Ruleset


def entry_in_words(ruleset: Ruleset, section: str, name: str) -> Text | None:
    """Say what an entry asks, in both languages; nothing for one that asks nothing or is not there."""
    vi, en = (_said(ruleset, section, name, lang) for lang in ("vi", "en"))
    return None if vi is None else Text(vi=vi, en=en)


def _said(ruleset: Ruleset, section: str, name: str, lang: Lang) -> str | None:
    say = Speech(lang, "assessment", "ruleset")
    rules = Rules(say, Names(ruleset, lang), ruleset)
    if section == "criteria":
        criterion = next((one for one in ruleset.criteria if one.id == name), None)
        if criterion is None or criterion.rule is None:
            return None
        said = rules.rule(criterion.rule)
        if criterion.applies_if is not None:
            said += "; " + say("ruleset.applies_if", rule=rules.rule(criterion.applies_if))
        return said
    if section == "decisions":
        decision = ruleset.decisions.get(name)
        return None if decision is None or decision.if_ is None else rules.rule(decision.if_)
    limit = ruleset.limits.get(name) if section == "limits" else None
    return None if limit is None else rules.limit(limit, None)
