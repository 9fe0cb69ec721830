"""How results are packed: one whole number a finding, and the shelves that make findings, groups and decisions of it.

The rule: the number holds the outcome, whether it is proven, the reasons and the caveats as bits; all that is the same
for every result of a program (ids, titles, bases) stands on the shelf.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from .findings import Amount, Caveat, Counts, DecisionResult, Finding, GroupResult, LevelRange, Outcome, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Literal

    from .base import Text
    from .basis import Basis

#: By their number in a word; the last is that of what has no outcome, being scored alone.
OUTCOMES: tuple[Outcome | None, ...] = (*Outcome, None)
_PLACES = {outcome: place for place, outcome in enumerate(OUTCOMES)}
_NAMES = tuple(outcome.value for outcome in Outcome)
REASONS = tuple(Reason)
CAVEATS = tuple(Caveat)

#: Three bits of outcome, one of proof, then the reasons, then the caveats.
_OUTCOME = 0b111
PROVEN = 0b1000
_REASONS_FROM = 4
_CAVEATS_FROM = _REASONS_FROM + len(REASONS)
_REASONS_MASK = (1 << len(REASONS)) - 1
_CAVEATS_MASK = (1 << len(CAVEATS)) - 1

#: The words of all findings as bytes; what is open, paths by finding; and points and grades by finding.
PackedFindings: TypeAlias = "tuple[bytes, str, str]"
#: The words of all decisions as bytes; and levels and scores by decision.
PackedDecisions: TypeAlias = "tuple[bytes, str]"


def word(outcome: Outcome | None, reasons: int = 0, caveats: int = 0, *, proven: bool = False) -> int:
    """Pack one result."""
    packed = _PLACES[outcome] | reasons << _REASONS_FROM | (caveats & _CAVEATS_MASK) << _CAVEATS_FROM
    return packed | PROVEN if proven else packed


def pack(words: Iterable[int]) -> bytes:
    """Pack many results."""
    return array("I", words).tobytes()


def pack_open(paths: Sequence[tuple[int, Iterable[str]]]) -> str:
    """Pack what is open: a line a finding, its place and its paths."""
    return "\n".join("\t".join((str(place), *open_)) for place, open_ in paths)


def pack_scores(found: Iterable[tuple[int, str, str]]) -> str:
    """Pack what is measured: a line a place, its number ``lowest:highest:most`` and its level ``lowest:highest``."""
    return "\n".join(f"{place}\t{number}\t{levels}" for place, number, levels in found)


def word_at(packed: bytes, place: int) -> int:
    """Return the word at a place."""
    return memoryview(packed).cast("I")[place]


def outcome_in(packed: int) -> Outcome | None:
    """Return the outcome in a word; nothing for what is scored alone."""
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
    found = bytes([one & (_OUTCOME | PROVEN) for one in words])
    proven = [found.count(place | PROVEN) for place in range(len(_NAMES))]
    return Counts(**{name: found.count(place) + proven[place] for place, name in enumerate(_NAMES)}), sum(proven)


class Gauge(NamedTuple):
    """How a number and a level are written."""

    form: Literal["number", "percent"] = "number"
    unit: str = ""
    scale: str = ""
    levels: tuple[str, ...] = ()

    def amount(self, packed: str) -> Amount | None:
        """Write a number, if there is one."""
        if not packed:
            return None
        low, high, most = (part or None for part in packed.split(":"))
        return Amount(lowest=low, highest=high, out_of=most, form=self.form, unit=self.unit)

    def range(self, packed: str) -> LevelRange | None:
        """Write a level, if there is one."""
        if not packed:
            return None
        low, high = (self.levels[int(part)] for part in packed.split(":"))
        return LevelRange(scale=self.scale, lowest=low, highest=high)


def _line_at(packed: str, place: int) -> list[str]:
    """Return the parts of a place's line; none where it has no line."""
    prefix = f"{place}\t"
    lines = (line.split("\t")[1:] for line in packed.split("\n") if line.startswith(prefix))
    return next(lines, []) if packed else []


def _scores_at(packed: str, place: int) -> tuple[str, str]:
    number, levels = _line_at(packed, place) or ("", "")
    return number, levels


class CriterionCard(NamedTuple):
    """What every finding of a criterion says."""

    id: str
    title: Text
    group: str | None
    basis: Basis
    gauge: Gauge = Gauge()


class FindingShelf(NamedTuple):
    """Makes findings."""

    cards: tuple[CriterionCard, ...]

    def size(self) -> int:
        """Return how many criteria there are."""
        return len(self.cards)

    def item(self, packed: PackedFindings, place: int) -> Finding:
        """Make the finding of a criterion."""
        words, opened, scores = packed
        card, one = self.cards[place], word_at(words, place)
        points, grade = _scores_at(scores, place)
        return Finding(
            criterion=card.id, title=card.title, group=card.group, outcome=outcome_in(one), proven=bool(one & PROVEN),
            reasons=reasons_in(one), caveats=caveats_in(one), basis=card.basis, open=tuple(_line_at(opened, place)),
            points=card.gauge.amount(points), grade=card.gauge.range(grade),
        )  # fmt: skip


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
    gauge: Gauge = Gauge()


class DecisionShelf(NamedTuple):
    """Makes decisions' results."""

    cards: tuple[DecisionCard, ...]

    def size(self) -> int:
        """Return how many decisions there are."""
        return len(self.cards)

    def item(self, packed: PackedDecisions, place: int) -> DecisionResult:
        """Make the result of a decision."""
        words, scores = packed
        card, one = self.cards[place], word_at(words, place)
        score, level = _scores_at(scores, place)
        return DecisionResult(
            id=card.id, title=card.title, outcome=outcome_in(one), basis=card.basis, reasons=reasons_in(one),
            caveats=caveats_in(one), level=card.gauge.range(level), score=card.gauge.amount(score),
        )  # fmt: skip
