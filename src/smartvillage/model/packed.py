"""How results are packed: one whole number a finding, and the shelves that make findings, groups and decisions of it.

The rule: the number holds the outcome, whether it is proven, the reasons and the caveats as bits; all that is the same
for every result of a program (ids, titles, bases) stands on the shelf.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from .findings import Caveat, Counts, DecisionResult, Finding, GroupResult, Outcome, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .base import Text
    from .basis import Basis

OUTCOMES = tuple(Outcome)
_PLACES = {outcome: place for place, outcome in enumerate(OUTCOMES)}
REASONS = tuple(Reason)
CAVEATS = tuple(Caveat)

#: Three bits of outcome, one of proof, then the reasons, then the caveats.
_OUTCOME = 0b111
PROVEN = 0b1000
_REASONS_FROM = 4
_CAVEATS_FROM = _REASONS_FROM + len(REASONS)
_REASONS_MASK = (1 << len(REASONS)) - 1
_CAVEATS_MASK = (1 << len(CAVEATS)) - 1

#: The words of all findings as bytes; and what is open, paths by finding.
PackedFindings: TypeAlias = "tuple[bytes, str]"


def word(outcome: Outcome, reasons: int = 0, caveats: int = 0, *, proven: bool = False) -> int:
    """Pack one result."""
    packed = _PLACES[outcome] | reasons << _REASONS_FROM | (caveats & _CAVEATS_MASK) << _CAVEATS_FROM
    return packed | PROVEN if proven else packed


def pack(words: Iterable[int]) -> bytes:
    """Pack many results."""
    return array("I", words).tobytes()


def pack_open(paths: Sequence[tuple[int, Iterable[str]]]) -> str:
    """Pack what is open: a line a finding, its place and its paths."""
    return "\n".join("\t".join((str(place), *open_)) for place, open_ in paths)


def word_at(packed: bytes, place: int) -> int:
    """Return the word at a place."""
    return memoryview(packed).cast("I")[place]


def outcome_in(packed: int) -> Outcome:
    """Return the outcome in a word."""
    return OUTCOMES[packed & _OUTCOME]


def reasons_in(packed: int) -> tuple[Reason, ...]:
    """Return the reasons in a word, in the order in which they are shown."""
    bits = packed >> _REASONS_FROM & _REASONS_MASK
    return tuple(reason for place, reason in enumerate(REASONS) if bits >> place & 1) if bits else ()


def caveats_in(packed: int) -> tuple[Caveat, ...]:
    """Return the caveats in a word, in the order in which they are shown."""
    bits = packed >> _CAVEATS_FROM
    return tuple(caveat for place, caveat in enumerate(CAVEATS) if bits >> place & 1) if bits else ()


def counts_of(words: Sequence[int]) -> tuple[Counts, int]:
    """Count outcomes, and what is proven."""
    outcomes = [one & _OUTCOME for one in words]
    counted = {outcome.value: outcomes.count(place) for place, outcome in enumerate(OUTCOMES)}
    return Counts(**counted), len([one for one in words if one & PROVEN])


class CriterionCard(NamedTuple):
    """What every finding of a criterion says."""

    id: str
    title: Text
    group: str | None
    basis: Basis


class FindingShelf(NamedTuple):
    """Makes findings."""

    cards: tuple[CriterionCard, ...]

    def size(self) -> int:
        """Return how many criteria there are."""
        return len(self.cards)

    def item(self, packed: PackedFindings, place: int) -> Finding:
        """Make the finding of a criterion."""
        words, opened = packed
        card, one = self.cards[place], word_at(words, place)
        return Finding(
            criterion=card.id, title=card.title, group=card.group, outcome=outcome_in(one), proven=bool(one & PROVEN),
            reasons=reasons_in(one), caveats=caveats_in(one), basis=card.basis, open=_open_at(opened, place),
        )  # fmt: skip


def _open_at(opened: str, place: int) -> tuple[str, ...]:
    if not opened:
        return ()
    prefix = f"{place}\t"
    return next((tuple(line.split("\t")[1:]) for line in opened.split("\n") if line.startswith(prefix)), ())


class GroupCard(NamedTuple):
    """What every result of a group says, and where its criteria stand among the findings."""

    id: str
    title: Text
    precondition: bool
    members: tuple[int, ...]


class GroupShelf(NamedTuple):
    """Makes groups' counts out of the findings' words."""

    cards: tuple[GroupCard, ...]

    def size(self) -> int:
        """Return how many groups there are."""
        return len(self.cards)

    def item(self, packed: bytes, place: int) -> GroupResult:
        """Make the counts of a group."""
        card, words = self.cards[place], memoryview(packed).cast("I")
        counts, proven = counts_of([words[member] for member in card.members])
        return GroupResult(id=card.id, title=card.title, precondition=card.precondition, counts=counts, proven=proven)


class DecisionCard(NamedTuple):
    """What every result of a decision says."""

    id: str
    title: Text | None
    basis: Basis


class DecisionShelf(NamedTuple):
    """Makes decisions' results."""

    cards: tuple[DecisionCard, ...]

    def size(self) -> int:
        """Return how many decisions there are."""
        return len(self.cards)

    def item(self, packed: bytes, place: int) -> DecisionResult:
        """Make the result of a decision."""
        card, one = self.cards[place], word_at(packed, place)
        return DecisionResult(
            id=card.id, title=card.title, outcome=outcome_in(one), basis=card.basis,
            reasons=reasons_in(one), caveats=caveats_in(one),
        )  # fmt: skip
