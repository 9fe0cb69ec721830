"""Seeking: which part of a condition is fixed, the innermost one that shows why the whole is.

The rule: a whole is explained by its parts where their truths alone decide it; else the whole itself is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smartvillage._program.nodes import AtLeast, Const, Pick, Prefer, Tally
from smartvillage._program.reads import beneath
from smartvillage.model.conditions import AllOf, AnyOf, CountCondition, FactCondition, Not, Tests
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
        own = node.options[0] if isinstance(node, Prefer) else node
        parts = [self.seek(part) for part in within(spot)] or self._where(spot, own)
        tests = self._tests(spot, own)
        found = [one for _, inner in (*parts, *tests) for one in inner]
        if truth is not None and not _explained(spot, truth, [part for part, _ in tests or parts]):
            found.append(Fixed(spot, spot.steps, truth))
        return truth, found

    def _tests(self, spot: Spot, node: TruthNode) -> list[tuple[bool | None, list[Fixed]]]:
        """Look at each test of a condition; of a record with a ``where`` the whole is all there is to look at."""
        given = spot.tests.given() if isinstance(spot.tests, Tests) else []
        if len(given) == 1:
            of_record = isinstance(spot.tests, FactCondition) and spot.tests.where is not None
            items: tuple[TruthNode, ...] = () if of_record else (node,)
        else:
            items = node.items if isinstance(node, AtLeast) and len(node.items) == len(given) else ()
        return [
            self._test(spot, (*spot.steps, word), limit, item)
            for (word, limit), item in zip(given, items, strict=False)
        ]

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

    def _where(self, spot: Spot, node: TruthNode) -> list[tuple[bool | None, list[Fixed]]]:
        """Look at what a count asks of each entity."""
        where = spot.tests.where if isinstance(spot.tests, CountCondition) else None
        if where is None:
            return []
        tallies = (one for one in beneath(node) if isinstance(one, Tally))
        tally = next((one for one in tallies if not isinstance(one.where, Const)), None)
        if tally is None:
            return []
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
        return [(truth, found)]


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
