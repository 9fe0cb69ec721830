"""The page of a result: which view speaks of it. A view is loaded when its result comes, and not before."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from .names import Names

if TYPE_CHECKING:
    from smartvillage._reporting.blocks import Page
    from smartvillage._reporting.reportable import Reportable
    from smartvillage.diagnostics import Lang
    from smartvillage.model.ruleset import Ruleset

#: The view of each result; the next result is one line here and one file beside this one.
_VIEWS = MappingProxyType({
    "Assessment": "assessment",
    "Explanation": "explanation",
    "Roadmap": "roadmap",
    "Ruleset": "ruleset",
    "Comparison": "comparison",
    "Origins": "origins",
})  # fmt: skip


def page(
    result: Reportable, lang: Lang, *, ruleset: Ruleset | None = None, as_counted_by_commune: bool = False
) -> Page:
    """Lay a result out as a page."""
    view = import_module(f".{_VIEWS.get(type(result).__name__, 'diagnostics')}", __package__)
    names = Names(_of_the_day(ruleset, result), lang)
    made: Page = view.page(result, lang, names=names, as_counted=as_counted_by_commune)
    return made


def _of_the_day(ruleset: Ruleset | None, result: object) -> Ruleset | None:
    """Return a ruleset as it stands on the day that a result is of; a roadmap is of the day of its replay."""
    if type(result).__name__ == "Ruleset":
        return result  # type: ignore[return-value]  # a ruleset names its own things
    replay = getattr(result, "replay", None)
    day = getattr(result if replay is None else replay.without_assumptions, "on", None)
    return ruleset if ruleset is None or day is None else ruleset.on(day)
