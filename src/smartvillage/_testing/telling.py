"""Telling how cases went, in Vietnamese and English: what was expected, what came out, and why it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage import api
from smartvillage.diagnostics import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage.diagnostics import Lang

    from .case import Told
    from .run import Mismatch, Result

#: How wide an explanation is drawn below a failure.
_WIDTH = 92


def failure(result: Result, lang: Lang = "vi") -> str:
    """Say what went wrong with a case, with the explanation of each criterion that came out otherwise."""
    return "\n".join(_lines(result, lang))


def _lines(result: Result, lang: Lang) -> Iterator[str]:
    case = result.case
    yield f"{case.place('name')}: {Words('tình huống', 'case').say(lang)} `{case.name}`"
    for fault in result.faults:
        yield _indented(fault.render(lang), 2)
    if case.error is not None and not result.faults:
        yield f"  {_expected(case.error, ', '.join(result.codes) or None, lang)}"
    for mismatch in result.mismatches:
        line = mismatch.expectation.place.line if mismatch.expectation.place else 0
        where = Words(f"dòng {line}", f"line {line}").say(lang)
        told = _expected(_written(mismatch.expectation.wanted), _written(mismatch.found), lang)
        yield f"  {mismatch.expectation.key} ({where}): {told}"
    for name in dict.fromkeys(_subjects(result.mismatches)):
        yield _indented(_why(result, name, lang), 4)


def _expected(wanted: str | None, found: str | None, lang: Lang) -> str:
    nothing = Words("không có gì", "nothing").say(lang)
    wanted, found = (nothing if one is None else f"`{one}`" for one in (wanted, found))
    return Words(f"chờ {wanted}, ra {found}", f"expected {wanted}, found {found}").say(lang)


def _written(told: Told) -> str | None:
    """Write what is compared as a file of cases would."""
    if told is None:
        return "null"
    if isinstance(told, bool):
        return "true" if told else "false"
    if isinstance(told, frozenset):
        return f"[{', '.join(sorted(told))}]"
    if isinstance(told, dict):
        return f"{{{', '.join(f'{word}: {number}' for word, number in told.items())}}}"
    return str(told)


def _subjects(mismatches: tuple[Mismatch, ...]) -> Iterator[str]:
    return (mismatch.expectation.name for mismatch in mismatches if mismatch.expectation.name)


def _why(result: Result, name: str, lang: Lang) -> str:
    """Draw the explanation of a criterion or decision; nothing where it is not in the set on that day."""
    assessment = result.assessment
    if result.ruleset is None or result.village is None or assessment is None:
        return ""
    if all(name != one.criterion for one in assessment.findings) and all(
        name != one.id for one in assessment.decisions
    ):
        return ""
    explanation = api.explain(result.ruleset, result.village, name, result.day, overlays=())
    return api.render(explanation, lang=lang, width=_WIDTH, ruleset=result.ruleset)


def _indented(text: str, by: int) -> str:
    return "\n".join(f"{' ' * by}{line}".rstrip() for line in text.rstrip().splitlines())
