"""The village of a case: what a file says, less what the case takes out, and over it what the case says itself.

INVARIANT (place): a fault in what the case says is told at its place in the file of cases, any other where it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from smartvillage import api
from smartvillage._faults import cases as faults
from smartvillage.diagnostics import Diagnostic, Place
from smartvillage.document import Document, read_file
from smartvillage.errors import VillageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smartvillage.model.ruleset import Ruleset
    from smartvillage.model.village import Village

    from .case import Case

#: What an empty village is called.
_ID = "case"


@dataclass(frozen=True, slots=True, eq=False)
class Assembled(Document):
    """A village put together of several texts."""

    find: Callable[[Sequence[str | int]], Place] | None = None

    def place(self, path: Sequence[str | int] = (), key: bool = False) -> Place:  # noqa: ARG002, FBT001, FBT002 - as Document
        """Return where a part stands, in whichever text it was written."""
        assert self.find is not None  # noqa: S101 - it is always given
        return self.find(path)


def village_of(case: Case, ruleset: Ruleset) -> Village:
    """Return the village of a case.

    Raises:
        VillageError: The village has faults; all of them, each at its place.
    """
    base = _base(case)
    own = base.data if base is not None and isinstance(base.data, dict) else _empty(case, ruleset)
    facts, papers = own.get("facts") or {}, own.get("evidence") or []
    if base is not None and not (isinstance(facts, dict) and isinstance(papers, list)):
        return api.load_village(base)  # what stands there instead is told at its place
    removed, unknown = _removed(case, facts, papers)
    if unknown:
        raise VillageError(unknown)
    kept = [position for position, paper in enumerate(papers) if _paper_id(paper) not in removed]
    data = {
        **own,
        "ruleset": ruleset.id,
        "facts": {**{key: value for key, value in facts.items() if key not in removed}, **case.facts},
        "evidence": [*(papers[position] for position in kept), *case.evidence],
    }
    find = _finder(case, base, kept)
    file = base if base is not None else case.document
    return api.load_village(Assembled(file.file, file.text, data, base.faults if base else (), find=find))


def _base(case: Case) -> Document | None:
    if case.village is None:
        return None
    path = case.village
    if path.is_dir():
        path = next(
            (path / f"village{end}" for end in (".yaml", ".yml", ".json") if (path / f"village{end}").is_file()), path
        )
    return read_file(path)


def _empty(case: Case, ruleset: Ruleset) -> dict[str, Any]:
    """Return a village of the ruleset's subject of which nothing is known, in one place of each kind asked about."""
    subject = ruleset.ruleset.subject
    scopes = {fact.scope for fact in ruleset.facts.values() if fact.scope}
    day = case.date or ruleset.ruleset.period.start
    if day is None:
        raise VillageError([faults.no_day(case.place("name"))])
    header = {
        "id": _ID,
        "name": case.name,
        "kind": subject,
        "within": {kind: kind for kind in sorted(scopes - {subject})},
    }
    return {"village": header, "as_of": day.isoformat(), "facts": {}}


def _removed(case: Case, facts: dict[str, Any], papers: list[Any]) -> tuple[set[str], list[Diagnostic]]:
    known = [*facts, *filter(None, map(_paper_id, papers))]
    unknown = [
        faults.takes_out_nothing(case.place("without", position), name, known)
        for position, name in enumerate(case.without)
        if name not in known
    ]
    return set(case.without), unknown


def _paper_id(paper: object) -> str | None:
    return str(paper["id"]) if isinstance(paper, dict) and "id" in paper else None


def _finder(case: Case, base: Document | None, kept: list[int]) -> Callable[[Sequence[str | int]], Place]:
    """Return what finds the place of a path in whichever text it was written."""

    def find(path: Sequence[str | int]) -> Place:
        match tuple(path):
            case ("facts", str() as fact, *_) if fact in case.facts:
                return case.place(*path)
            case ("evidence", int() as position, *rest) if position >= len(kept):
                return case.place("evidence", position - len(kept), *rest)
            case ("evidence", int() as position, *rest) if base is not None:
                return base.place(("evidence", kept[position], *rest))
        return base.place(path) if base is not None else case.place(*(path if path[:1] == ("facts",) else ()))

    return find
