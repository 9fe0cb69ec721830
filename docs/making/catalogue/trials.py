"""The cases beside a ruleset that try a criterion: what is said of a village, and what must come out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from smartvillage.model.findings import Outcome

from .markdown import code_in_table, dropdown, safe, table

if TYPE_CHECKING:
    from smartvillage.model.criteria import Criterion
    from smartvillage.testing import Case, Expectation

    from .shelf import Shelved
    from .telling import Telling

#: So many papers and facts that a case takes out are named; more are counted.
_FEW = 3


def cases(telling: Telling, shelved: Shelved, criterion: Criterion) -> str:
    """List the cases that expect something of a criterion."""
    trying = [case for case in shelved.cases if any(_is_of(one, criterion) for one in case.expect)]
    if not trying:
        return telling("cases.none")
    head = [telling(f"column.{name}") for name in ("case", "given", "expected")]
    rows = ([safe(case.name), _given(telling, case), _expected(telling, case, criterion)] for case in trying)
    return dropdown(telling("cases.count", count=len(trying)), table(head, rows))


def _is_of(expectation: Expectation, criterion: Criterion) -> bool:
    return expectation.name == criterion.id and expectation.part != "decisions"


def _given(telling: Telling, case: Case) -> str:
    """Show what a case says beside its village, as its file writes it."""
    told = [code_in_table(f"{name}: {flow(value)}") for name, value in case.facts.items()]
    if case.village is not None:
        told.insert(0, telling("cases.village", village=safe(case.village.name)))
    if case.overlays:
        told.insert(0, telling("cases.overlays", overlays=", ".join(safe(str(one)) for one in case.overlays)))
    if case.evidence:
        told.append(telling("cases.evidence", count=len(case.evidence)))
    if case.without:
        few = len(case.without) <= _FEW
        named = ", ".join(map(safe, case.without)) if few else telling("cases.several", count=len(case.without))
        told.append(telling("cases.without", names=named))
    return "; ".join(told) or telling("cases.nothing")


def flow(value: object) -> str:
    """Write plain data on one line as a case's file does."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(flow, value)) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _expected(telling: Telling, case: Case, criterion: Criterion) -> str:
    return "; ".join(_told(telling, one) for one in case.expect if _is_of(one, criterion))


def _told(telling: Telling, expectation: Expectation) -> str:
    say, wanted = telling.say, expectation.wanted
    if expectation.part == "criteria" and isinstance(wanted, str) and wanted in set(Outcome):
        return f"**{safe(say(f'outcome.{wanted}'))}**"
    if expectation.part == "proven":
        return telling("state.proven" if wanted else "state.not_proven")
    if expectation.part in ("reasons", "caveats") and isinstance(wanted, frozenset):
        kind = expectation.part.removesuffix("s")
        return safe(say.all(kind, sorted(wanted))) or telling(f"cases.no_{expectation.part}")
    return code_in_table(f"{expectation.part}: {flow(wanted)}")
