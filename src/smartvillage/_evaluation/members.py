"""Members: how many of a set hold, which do not, and how many that is from what was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from smartvillage._program.interval import Interval, add, hold, scale
from smartvillage._program.literal import LiteralFault, plain_text
from smartvillage._program.nodes import Op
from smartvillage._program.quota import read_quota
from smartvillage.model.explanation import Comparison, Distance, Member, Members
from smartvillage.numbers import NumberFault
from smartvillage.truth import FALSE, TRUE, UNKNOWN

from .distance import Ruler, distance
from .scene import TRUTHS, Scene
from .spelling import Speller
from .trials import Trial, limit_step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartvillage._program.bound import Entities
    from smartvillage._program.interval import Known
    from smartvillage._program.nodes import Exact
    from smartvillage._program.program import LimitInfo
    from smartvillage.model.base import Text

#: How many members are named; the rest is counted.
NAMED = 20


@dataclass(frozen=True, slots=True)
class Tallied:
    """How many of a set hold, fail and are open, and whether there may be more."""

    hold: int
    fail: int
    open: int
    unlisted: bool = False
    of: str | None = None
    """The list."""
    title: Text | None = None
    """What the list is called."""

    def hits(self) -> Known:
        """Return how many hold, as far as that is known."""
        if not (self.open or self.unlisted):
            return self.hold
        return Interval(self.hold, None if self.unlisted else self.hold + self.open, whole=True)

    def weighed(self, share: Exact) -> Known:
        """Return the sum in which each hit weighs 1 − p and each miss −p."""
        known = self.hold * (1 - share) - self.fail * share
        low, high = known - self.open * share, known + self.open * (1 - share)
        if self.unlisted:
            return Interval(None if share > 0 else low, None if share < 1 else high)
        return low if low == high else Interval(low, high)


def is_share(info: LimitInfo, scene: Scene) -> bool:
    """Tell whether a limit is a part of the set."""
    try:
        return read_quota(info.written, scene.program.tables.style).share
    except (LiteralFault, NumberFault):
        top = info.domain.high if info.domain is not None else info.value
        return top is not None and top <= 1


def count_comparison(trial: Trial, tallied: Tallied, scene: Scene) -> Comparison:
    """Tell of a test of how many hold."""
    truths = {_held(trial, info, tallied, scene) for info in trial.limits}
    shares = [is_share(info, scene) for info in trial.limits]
    spellers = [Speller("percent") if share else Speller("number") for share in shares]
    truth = truths.pop() if len(truths) == 1 else UNKNOWN
    return Comparison(
        word=trial.word,
        truth=TRUTHS[truth],
        limits=tuple(limit_step(info, one, scene) for info, one in zip(trial.limits, spellers, strict=True)),
        distance=_distance(trial, tallied, truth, share=shares == [True]),
    )


def _distance(trial: Trial, tallied: Tallied, truth: int, *, share: bool) -> Distance | None:
    """Say how far off the count is: for sure, however the open ones turn out."""
    if truth == UNKNOWN or tallied.unlisted or len(trial.limits) != 1 or trial.word == "one_of":
        return None
    limit = trial.limits[0].value
    if limit is None or (tallied.open and trial.op is Op.EQ):
        return None
    wanted = limit * (tallied.hold + tallied.fail + tallied.open) if share else limit
    fewest = (trial.op in {Op.GE, Op.GT}) == (truth == TRUE)
    value = tallied.hold if fewest else tallied.hold + tallied.open
    told = distance(value, wanted, trial.op, Ruler("items", whole=True, of=tallied.of, title=tallied.title))
    return told.model_copy(update={"bound": bool(tallied.open)})


def _held(trial: Trial, info: LimitInfo, tallied: Tallied, scene: Scene) -> int:
    if info.value is None:
        if is_share(info, scene) or info.domain is None:
            return UNKNOWN
        return hold(add(tallied.hits(), scale(-1, info.domain)), trial.op)
    if is_share(info, scene):
        return hold(tallied.weighed(info.value), trial.op)
    return hold(add(tallied.hits(), -info.value), trial.op)


def entity_members(scene: Scene, fact_id: str, entities: Entities, truths: Sequence[int]) -> tuple[Tallied, Members]:
    """Count entities by their truths, and name those that fail or are open."""
    times = (entities.number or 1) if entities.every else 1
    tallied = Tallied(
        truths.count(TRUE) * times, truths.count(FALSE) * times, truths.count(UNKNOWN) * times,
        unlisted=not entities.complete, of=fact_id, title=scene.fact(fact_id).title,
    )  # fmt: skip
    listed = _listed(scene, fact_id)
    names = {plain_text(item.get("id")): item.get("name") for item in listed}

    def named(truth: int) -> tuple[Member, ...]:
        if entities.every:
            return ()
        places = [place for place, found in enumerate(truths) if found == truth][:NAMED]
        ids = [entities.ids[place] for place in places]
        return tuple(Member(id=one, name=names.get(one)) for one in ids)

    return tallied, Members(
        total=len(truths) * times, hold=tallied.hold, fail=tallied.fail, open=tallied.open,
        unlisted=not entities.complete, every=entities.every and entities.number is None,
        planned=sum(item.get("status") == "planned" for item in listed),
        failing=named(FALSE), undecided=named(UNKNOWN),
    )  # fmt: skip


def _listed(scene: Scene, fact_id: str) -> list[Mapping[str, Any]]:
    """Return a list's entities as the village wrote them."""
    line = scene.bound.village.facts.get(fact_id)
    items = line.get("items") if isinstance(line, Mapping) else line
    return [item for item in items if isinstance(item, Mapping)] if isinstance(items, (list, tuple)) else []


def plain_members(named_: Sequence[Member], truths: Sequence[int], aside: int = 0) -> tuple[Tallied, Members]:
    """Count conditions or criteria by their truths; ``aside`` is how many do not apply."""
    tallied = Tallied(truths.count(TRUE), truths.count(FALSE), truths.count(UNKNOWN))

    def named(truth: int) -> tuple[Member, ...]:
        return tuple(one for one, held in zip(named_, truths, strict=True) if held == truth)[:NAMED]

    return tallied, Members(
        total=len(truths) + aside, hold=tallied.hold, fail=tallied.fail, open=tallied.open, not_applicable=aside,
        failing=named(FALSE), undecided=named(UNKNOWN),
    )  # fmt: skip
