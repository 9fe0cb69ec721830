"""The main job on one page: load → evaluate → explain → roadmap → write.

This file alone writes the course. A stage never calls another; what the planner needs of the evaluator it is handed
here as a function. Every function is pure but for the files it is asked to read or write: no clock, no network, no
global state, no print.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from .arguments import check_budget, check_language, day_of, overlays_of
from .nesting import judge_for
from .resolving import program_of, program_on, resolved_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ._program.program import Given, Program
    from .arguments import DayLike, OverlayLike
    from .diagnostics import Diagnostic, Lang
    from .document import Document, Limits
    from .model.comparison import Comparison
    from .model.explanation import Explanation
    from .model.findings import Assessment
    from .model.origins import Origins
    from .model.roadmap import Roadmap
    from .model.ruleset import Ruleset
    from .model.village import Village

#: A ruleset, or where to find one: its name, its file or folder, or its plain data.
RulesetLike: TypeAlias = "Ruleset | str | Path | Mapping[str, Any]"
#: A village, or where to find one: its file or folder, its plain data, or its text as it was read.
VillageLike: TypeAlias = "Village | str | Path | Mapping[str, Any] | Document"
#: Anything the library hands out and can write.
Result: TypeAlias = "Assessment | Comparison | Explanation | Origins | Roadmap | Ruleset | Sequence[Diagnostic]"


def load_ruleset(
    source: RulesetLike,
    *,
    overlays: OverlayLike | Sequence[OverlayLike] = (),
    near: Path | None = None,
    limits: Limits | None = None,
) -> Ruleset:
    """Load a ruleset, check it whole, and resolve overlays into it.

    Args:
        source: A shipped name (``"dong-thap-2021-2025"``), a file, a folder, plain data, or a loaded ruleset.
        overlays: Overlays to resolve, by name, file or plain data; their order makes no difference.
        near: A folder whose rulesets may be named too, such as the one a village lies in.
        limits: Bounds on what a file may hold; by default those of ``smartvillage.Limits()``.

    Raises:
        NotFoundError: Nothing bears that name.
        RulesetError: The text has faults; all of them, each with its place.

    >>> ruleset = load_ruleset("dong-thap-2021-2025")
    >>> len(ruleset.criteria)
    33
    """
    from ._loading import load_ruleset as load

    return load(source, overlays=overlays_of(overlays), near=near, **bounds(limits))


def load_village(source: VillageLike, *, limits: Limits | None = None) -> Village:
    """Load a village; its values stay as written until a ruleset types them.

    Args:
        source: A file, a folder that holds ``village.yaml``, plain data, or a loaded village.
        limits: Bounds on what a file may hold.

    Raises:
        NotFoundError: There is no such file.
        VillageError: The text has faults; all of them, each with its place.

    >>> load_village("examples/an-phu").facts["smartphone_share"]["value"]
    '92 %'
    """
    from ._loading import load_village as load

    return load(source, **bounds(limits))


def evaluate(
    ruleset: RulesetLike,
    village: VillageLike,
    on: DayLike | None = None,
    *,
    overlays: OverlayLike | Sequence[OverlayLike] | None = None,
) -> Assessment:
    """Say how a village stands against a ruleset on a day: every criterion, as reported and as proven.

    Args:
        ruleset: The ruleset, loaded or as a name or path.
        village: The village, loaded or as a path.
        on: The day, or its ISO text; by default the village's ``as_of``.
        overlays: Overlays to resolve first; by default those the village names.

    Raises:
        NotInForceError: The day lies outside the ruleset's period.
        QuestionError: ``on`` is no day.
        VillageError: A fact does not fit the ruleset; all such faults at once.
        RulesetError: The ruleset has faults.

    >>> assessment = evaluate("dong-thap-2021-2025", "examples/an-phu")
    >>> assessment.verdict
    <Outcome.NOT_MET: 'not_met'>
    >>> assessment.counts.met, assessment.proven
    (15, 2)
    """
    from ._evaluation.assess import assess
    from ._program.bind import bind

    day = day_of(on, "on")
    village = load_village(village)
    program = program_of(ruleset, village, day, overlays)
    return assess(program, bind(program, village, judge_for(program.ruleset, village)))


def explain(
    ruleset: RulesetLike,
    village: VillageLike,
    criterion: str,
    on: DayLike | None = None,
    *,
    overlays: OverlayLike | Sequence[OverlayLike] | None = None,
) -> Explanation:
    """Show why a criterion came out as it did: the rule, the values, the threshold and its basis, what is missing.

    Args:
        ruleset: The ruleset, loaded or as a name or path.
        village: The village, loaded or as a path.
        criterion: The id of a criterion, or of a decision.
        on: The day, or its ISO text; by default the village's ``as_of``.
        overlays: Overlays to resolve first; by default those the village names.

    Raises:
        NotFoundError: The ruleset has no such criterion.
        NotInForceError, VillageError, RulesetError: As ``evaluate``.

    >>> explanation = explain("dong-thap-2021-2025", "examples/an-phu", "2.13")
    >>> explanation.rule.measured.exact, explanation.certainty.certain
    ('117/133', False)
    """
    from ._evaluation.explain import explain as tell
    from ._program.bind import bind

    day = day_of(on, "on")
    village = load_village(village)
    program = program_of(ruleset, village, day, overlays)
    return tell(program, bind(program, village, judge_for(program.ruleset, village)), criterion)


def roadmap(  # noqa: PLR0913 - all but three are keywords
    ruleset: RulesetLike,
    village: VillageLike,
    on: DayLike | None = None,
    *,
    until: DayLike | None = None,
    budget: int | None = None,
    target: str = "reported",
    overlays: OverlayLike | Sequence[OverlayLike] | None = None,
    previous: Roadmap | None = None,
    days_off: Mapping[date, str] | None = None,
) -> Roadmap:
    """Find the cheapest set of tasks after which the village meets the ruleset, with dates, owners and assumptions.

    Args:
        ruleset: The ruleset, loaded or as a name or path.
        village: The village, loaded or as a path.
        on: The day to plan from; by default the village's ``as_of``.
        until: The last day, included, or its ISO text; by default the ruleset's last day in force.
        budget: What may be spent, in whole đồng; the plan says when the cheapest costs more.
        target: ``"reported"`` (met as reported) or ``"proven"``; where the main decision is a level, the one to reach.
        overlays: Overlays to resolve first; by default those the village names.
        previous: An earlier roadmap to compare with.
        days_off: Further days off with the text that orders each.

    Raises:
        NotInForceError: ``on`` or ``until`` lies outside the ruleset's period.
        QuestionError: No working day lies before ``until``, ``previous`` is another village's or ruleset's, or the main
            decision is a level or a score and no level of it is the target.
        VillageError, RulesetError: As ``evaluate``.

    >>> plan = roadmap("dong-thap-2021-2025", "examples/an-phu", until="2024-12-31")
    >>> str(plan.standing), len(plan.tasks), len(plan.assumptions)
    ('conditional', 13, 5)
    """
    from ._evaluation.assess import assess
    from ._planning.plan import plan
    from ._program.bind import bind
    from ._program.door import program_for

    first, last = day_of(on, "on"), day_of(until, "until")
    check_budget(budget)
    village = load_village(village)
    resolved = resolved_for(ruleset, village, overlays)
    judge = judge_for(resolved, village)

    def ask(state: Village, day: date, given: Given | None = None) -> tuple[Program, Any, Assessment]:
        program = program_for(resolved, day, given, "until")
        bound = bind(program, state, judge)
        return program, bound, assess(program, bound)

    program_on(resolved, village, first)
    return plan(
        resolved, village, evaluate=ask, on=first or village.as_of, until=last, budget=budget, target=target,
        previous=previous, days_off=days_off or {},
    )  # fmt: skip


def render(  # noqa: PLR0913 - all but two are keywords
    result: Result,
    format: str = "text",  # noqa: A002 - the word users type
    *,
    lang: Lang = "vi",
    width: int | None = None,
    color: bool = False,
    ruleset: Ruleset | None = None,
    as_counted_by_commune: bool = False,
) -> str:
    """Write a result as text in a format and a language; the caller decides where it goes.

    Args:
        result: What any of the functions here returned.
        format: ``text``, ``json``, ``md`` or ``html`` (a fragment in which everything is escaped); of diagnostics also
            ``sarif`` and ``github``; else the name under which an installed package offers a format.
        lang: The language of the words; JSON has none.
        width: How many columns text may take.
        color: Paint text for a terminal; needs the extra ``cli``.
        ruleset: Where names of facts, roles and evidence types are read; without it their ids are shown.
        as_counted_by_commune: Print "not assessable" as "not met"; only words change.

    Raises:
        ValueError: There is no such format.
        PluginError: The package that offers the format fails.

    >>> assessment = evaluate("dong-thap-2021-2025", "examples/an-phu")
    >>> render(assessment, lang="en").splitlines()[3]
    '15 of 27 met as reported, 2 proven'
    """
    from ._reporting import render as draw

    check_language(lang)
    return draw(
        result, format, lang=lang, width=width, color=color, ruleset=ruleset,
        as_counted_by_commune=as_counted_by_commune,
    )  # fmt: skip


def write(  # noqa: PLR0913 - all but two are keywords
    result: Result,
    path: str | Path,
    *,
    format: str | None = None,  # noqa: A002 - the word users type
    lang: Lang = "vi",
    ruleset: Ruleset | None = None,
    as_counted_by_commune: bool = False,
) -> Path:
    """Write a result to a file in ``format``, else as its ending says: ``.json .md .txt .html``.

    The file is whole or not there. Diagnostics are also written as ``.sarif``.

    Raises:
        WriteError: The file cannot be written, or nobody knows its ending.

    >>> write(evaluate("dong-thap-2021-2025", "examples/an-phu"), "an-phu.md").stat().st_size > 1000
    True
    """
    from ._reporting.write import write as put

    check_language(lang)
    return put(
        result, Path(path), format=format, lang=lang, ruleset=ruleset, as_counted_by_commune=as_counted_by_commune
    )


def bounds(limits: Limits | None) -> dict[str, Limits]:
    """Return the bounds a caller gave, as arguments; the loader has its own."""
    return {} if limits is None else {"limits": limits}
