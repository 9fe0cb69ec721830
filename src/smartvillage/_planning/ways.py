"""Ways: for each leaf of the pass rule, the smallest sets of activities after which the evaluator finds it met.

The rule: the evaluator is asked about sets, smallest first, and no set is asked that holds a way already. What must be
assumed of open slots belongs to the way.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from .alike import Likeness, likeness
from .batches import Batches
from .cover import Gate, Leaf, Tree, minimal
from .pins import fill
from .reach import may_worsen, read_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smartvillage._program.nodes import Exact, TruthNode

    from .asking import Asker, Pins, State
    from .effects import Deed, Effects
    from .field import Field
    from .rule import Wanted

#: Above so many activities on one leaf not every set is asked.
MOST = 12
#: Up to so many all sets are asked, since even what seems only to help may undo something.
_ALL_ASKED = 5


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways of one leaf; ``whole`` is false where there may be others."""

    sets: tuple[int, ...]
    whole: bool = True


class Finder:
    """Finds the ways of leaves."""

    def __init__(self, asker: Asker, effects: Effects, field: Field) -> None:
        """Ask about a field's activities."""
        self._asker, self._effects, self._field = asker, effects, field
        self._touches = [self._paths(move.deeds) for move in field.moves]
        self._movers: dict[str, list[int]] = {}
        for number, paths in enumerate(self._touches):
            for path in paths:
                self._movers.setdefault(path, []).append(number)
        self._read: dict[Wanted, frozenset[str]] = {}
        self._known: dict[tuple[Wanted, int], bool] = {}
        self._alike: dict[tuple[Wanted, Likeness], bool] = {}

    def _paths(self, deeds: tuple[Deed, ...]) -> frozenset[str]:
        named = {f"facts/{fact}" for deed in deeds if (fact := self._effects.fact_of(deed))}
        return frozenset(named.union(*(self._effects.open_paths(deed) for deed in deeds)))

    def touching(self, leaf: Wanted, state: State) -> list[int]:
        """Return the moves whose effects change something that a leaf reads."""
        return sorted({number for path in self.reads(leaf, state) for number in self._movers.get(path, ())})

    def least(self, leaf: Wanted, base: State) -> Tree:
        """Return a rule that every set which meets a leaf meets too.

        Any one of the moves that touch it; of moves that all do the same as many as it takes of them.
        """
        moves = self.touching(leaf, base)
        singles = tuple(Leaf((self._field.closed(1 << move),)) for move in moves)
        sizes = range(1, len(moves) + 1) if self._interchangeable(moves) else range(0)
        enough = (size for size in sizes if self._works(leaf, self._field.closed(_mask(moves[:size])), moves))
        return Gate(next(enough, 1), singles)

    def _interchangeable(self, moves: Sequence[int]) -> bool:
        """Tell whether moves do the same as one another and none needs another, so that only their number counts."""
        found = [self._field.moves[move] for move in moves]
        effects = [[deed.effect for deed in move.deeds] for move in found]
        return all(
            effect == effects[0] and move.activity.evidence == found[0].activity.evidence for effect, move in
            zip(effects, found, strict=True)
        ) and all(self._field.moves[move].needs & _mask(moves) == 1 << move for move in moves)  # fmt: skip

    def touched(self, name: str) -> frozenset[str]:
        """Return the paths of all that a move's effects change."""
        return next(paths for move, paths in zip(self._field.moves, self._touches, strict=True) if move.id == name)

    def reads_of(self, criterion: str, state: State) -> frozenset[str]:
        """Return the paths of all that a criterion reads."""
        one = state.criterion(criterion)
        return read_by(one.holds, state.program) | read_by(one.applies, state.program)

    def reads(self, leaf: Wanted, state: State) -> frozenset[str]:
        """Return the paths of all that a leaf reads."""
        if leaf not in self._read:
            read = (read_by(node, state.program) for node in truths(leaf, state))
            self._read[leaf] = frozenset().union(*read)
        return self._read[leaf]

    def ask_together(self, leaves: Iterable[Wanted], base: State) -> None:
        """Ask what single moves do for leaves, as many leaves at once as do not see one another's moves."""
        batches = Batches()
        for leaf in leaves:
            if not self._asker.met(leaf, base):
                moves = self.touching(leaf, base)
                for move in moves:
                    batches.add(leaf, self._field.closed(1 << move) & _mask(moves), _mask(moves))
        for batch in batches:
            state = self._asker.state(self._field.deeds(batch.chosen))
            for leaf, chosen in batch.questions:
                met = self._asker.met(leaf, state)
                if met or not self._hoped(self._field.deeds(chosen), self.reads(leaf, base)):
                    self._known[leaf, chosen] = met

    def ways(self, leaf: Wanted, base: State) -> Ways:
        """Return a leaf's ways."""
        if self._asker.met(leaf, base):
            return Ways((0,))
        moves = self.touching(leaf, base)
        if len(moves) > MOST:
            return Ways(self._some(leaf, moves), whole=False)
        cautious = len(moves) <= _ALL_ASKED or any(may_worsen(node) for node in truths(leaf, base))
        return Ways(minimal(self._all(leaf, moves, cautious=cautious)))

    def _all(self, leaf: Wanted, moves: Sequence[int], *, cautious: bool) -> list[int]:
        found: list[int] = []
        for size in range(1, len(moves) + 1):
            for chosen in combinations(moves, size):
                mask = self._field.closed(_mask(chosen))
                if not any(way & ~mask == 0 for way in found) and self._works(leaf, mask, moves):
                    found.append(mask)
            if not cautious and not self._works(leaf, self._field.closed(_others(moves, found)), moves):
                break
        return found

    def _some(self, leaf: Wanted, moves: Sequence[int]) -> tuple[int, ...]:
        """Return single moves that do, or one set from which nothing can be left out."""
        singles = [mask for move in moves if self._works(leaf, mask := self._field.closed(1 << move), moves)]
        chosen = self._field.closed(_mask(moves))
        if singles or not self._works(leaf, chosen, moves):
            return minimal(singles)
        for move in sorted(moves, key=lambda move: -self._field.weights[move]):
            less = self._field.closed(_mask(other for other in moves if chosen >> other & 1 and other != move))
            if less != chosen and self._works(leaf, less, moves):
                chosen = less
        return (chosen,)

    def _works(self, leaf: Wanted, chosen: int, moves: Sequence[int]) -> bool:
        seen = chosen & _mask(moves)
        if (leaf, seen) not in self._known:
            same = (leaf, likeness(self._effects, self._field.deeds(seen), self._read[leaf]))
            if same not in self._alike:
                self._alike[same] = self.pins(leaf, seen) is not None
            self._known[leaf, seen] = self._alike[same]
        return self._known[leaf, seen]

    def pins(self, leaf: Wanted, chosen: int) -> Pins | None:
        """Return what must be assumed for a leaf to be met by a set; nothing where it is not."""
        deeds = self._field.deeds(chosen)
        state = self._asker.state(deeds)
        if self._asker.met(leaf, state):
            return {}
        hoped = self._hoped(deeds, self.reads(leaf, state))
        if not hoped:
            return None
        return fill(
            lambda pins: self._asker.state(deeds, pins),
            lambda state: self._asker.met(leaf, state),
            lambda state: truths(leaf, state),
            hoped,
        )

    def as_reported(self, leaf: Wanted, base: State) -> State | None:
        """Return a state in which a criterion is met, proven or not, after all that touches it; nothing if none is."""
        criterion = leaf.criterion
        if criterion is None:
            return None
        deeds = self._field.deeds(self._field.closed(_mask(self.touching(leaf, base))))
        state = self._asker.state(deeds)
        if state.met(criterion):
            return state
        pins = fill(
            lambda pins: self._asker.state(deeds, pins),
            lambda state: state.met(criterion),
            lambda state: truths(leaf, state),
            self._hoped(deeds, self.reads(leaf, base)),
        )
        return None if pins is None else self._asker.state(deeds, pins)

    def _hoped(self, deeds: Sequence[Deed], read: frozenset[str]) -> dict[str, Exact | bool | None]:
        """Return the open paths that deeds would fill and a leaf reads, with what is hoped of each."""
        return {
            path: self._effects.hoped(deed) for deed in deeds for path in self._effects.open_paths(deed) if path in read
        }


def truths(leaf: Wanted, state: State) -> tuple[TruthNode, ...]:
    """Return the truths that a leaf is about, in a state's own program."""
    if leaf.criterion is None:
        return (leaf.node(state.program),)
    lowered = state.criterion(leaf.criterion)
    return lowered.holds, lowered.applies


def _mask(moves: Iterable[int]) -> int:
    return sum(1 << move for move in moves)


def _others(moves: Sequence[int], found: Sequence[int]) -> int:
    """Return the moves that are no way by themselves."""
    return _mask(move for move in moves if 1 << move not in found)
