"""Seeking: which part of a condition is fixed, the innermost one that shows why the whole is.

The rule: a whole is explained by its parts where their truths alone decide it; else the whole itself is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smartvillage._program.nodes import AtLeast, Const, Pick, Tally
from smartvillage._program.reads import beneath
from smartvillage.model.conditions import AllOf, AnyOf, Not, Tests, Where
from smartvillage.model.limits import ByLimit

from .spots import within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartvillage._program.nodes import TruthNode
    from smartvillage.model.limits import AnyLimit

    from .asking import Asker
    from .spots import Spot, Step


class Fixed(NamedTuple):
    """A part of a rule that always comes to the same."""

    spot: Spot
    steps: tuple[Step, ...]
    """The steps from its entry to the part."""
    truth: bool


class Seeker:
    """Looks for what is fixed in conditions; ``told`` are nodes of others that are fixed and told where they stand."""

    def __init__(self, asker: Asker, told: frozenset[int] = frozenset()) -> None:
        """Take who answers, and what is told elsewhere."""
        self._asker, self._told = asker, told

    def seek(self, spot: Spot) -> tuple[bool | None, list[Fixed]]:
        """Return whether a condition is fixed, and what is fixed in it."""
        node = self._asker.program.nodes.get(spot.path)
        if node is None:
            return None, []
        truth = self._asker.fixed(node)
        if truth is not None and any(id(one) in self._told for one in beneath(node)):
            return truth, []
        parts = [self.seek(part) for part in within(spot)] or self._tests(spot, node)
        found = [one for _, inner in parts for one in inner]
        if truth is not None and not _explained(spot, truth, [part for part, _ in parts]):
            found.append(Fixed(spot, spot.steps, truth))
        return truth, found

    def _tests(self, spot: Spot, node: TruthNode) -> list[tuple[bool | None, list[Fixed]]]:
        """Look at each test of a condition, and at what it asks of entities or of a record."""
        where = getattr(spot.tests, "where", None)
        found = [] if where is None else [self._where(spot, where, node)]
        given = spot.tests.given() if isinstance(spot.tests, Tests) else []
        if len(given) == 1:
            items: tuple[TruthNode, ...] = () if where is not None else (node,)
        else:
            items = node.items if isinstance(node, AtLeast) and len(node.items) == len(given) else ()
        for (word, limit), item in zip(given, items, strict=False):
            found.append(self._test(spot, (*spot.steps, word), limit, item))
        return found

    def _test(
        self, spot: Spot, steps: tuple[Step, ...], limit: AnyLimit | tuple[AnyLimit, ...], node: TruthNode
    ) -> tuple[bool | None, list[Fixed]]:
        """Look at one test; of a limit by class at each class, since one of them may be out of reach alone."""
        truth = self._asker.fixed(node)
        if truth is not None:
            return truth, [Fixed(spot, steps, truth)]
        if not isinstance(limit, ByLimit) or not isinstance(node, Pick):
            return None, []
        found: list[Fixed] = []
        for code, (_, row) in zip(sorted(limit.values), node.rows, strict=False):
            found += self._test(spot, (*steps, "values", code), limit.values[code], row)[1]  # type: ignore[arg-type]
        if len(node.rows) < len(limit.values):
            last = max(limit.values)
            found += self._test(spot, (*steps, "values", last), limit.values[last], node.otherwise)[1]  # type: ignore[arg-type]
        elif limit.otherwise is not None:
            found += self._test(spot, (*steps, "otherwise"), limit.otherwise, node.otherwise)[1]  # type: ignore[arg-type]
        return None, found

    def _where(self, spot: Spot, where: Where, node: TruthNode) -> tuple[bool | None, list[Fixed]]:
        """Look at what is asked of each entity; what is asked of a record stands with the record's own tests."""
        tally = next(
            (one for one in beneath(node) if isinstance(one, Tally) and not isinstance(one.where, Const)), None
        )
        if tally is None:
            return None, []
        truth = self._asker.fixed(tally.where, tally.list)
        steps = (*spot.steps, "where")
        found: list[Fixed] = []
        asked = [(field, word) for field, tests in sorted(where.fields.items()) for word, _ in tests.given()]
        items = tally.where.items if isinstance(tally.where, AtLeast) else ()
        for (field, word), item in zip(asked, items if len(items) > 1 else (), strict=False):
            each = self._asker.fixed(item, tally.list)
            if each is not None:
                found.append(Fixed(spot, (*steps, field, word), each))
        if truth is not None and not any(one.truth == truth for one in found):
            found.append(Fixed(spot, steps, truth))
        return truth, found


def _explained(spot: Spot, truth: bool, parts: Sequence[bool | None]) -> bool:  # noqa: FBT001 - what it comes to
    """Tell whether the truths of the parts alone make the whole what it is."""
    match spot.tests:
        case AllOf():
            return all(parts) if truth else False in parts
        case AnyOf():
            return True in parts if truth else not any(part is None or part for part in parts)
        case Not():
            return parts == [not truth]
        case _:
            return bool(parts) and (all(part is True for part in parts) if truth else False in parts)
