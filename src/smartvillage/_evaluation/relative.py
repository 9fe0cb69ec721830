"""What a limit follows from, where it does not stand by itself: another limit, a fact, the village's year."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from smartvillage._program.bind import year_of
from smartvillage._program.literal import plain_text, read_times
from smartvillage._program.nodes import Linear, Slot
from smartvillage.exact import simplify
from smartvillage.model.explanation import Relative
from smartvillage.model.limits import FactReference, LimitReference

from .spelling import cited

if TYPE_CHECKING:
    from smartvillage._program.program import LimitInfo

    from .scene import Scene
    from .spelling import Speller


def relative(scene: Scene, info: LimitInfo, spelled: Speller) -> Relative | None:
    """Tell what a limit follows from; nothing for one that stands by itself."""
    limit = info.relative
    if limit is None:
        return _of_year(scene, info)
    times = plain_text(limit.times)
    whole = None
    if info.value is not None:
        factor = read_times(limit.times, scene.program.tables.style)
        whole = spelled.text(simplify(Fraction(info.value) / factor))
    match limit.of:
        case LimitReference(limit=name):
            source = cited(scene.ruleset.sources, info.source)
            return Relative(kind="limit", of=name, times=times, exact=whole, basis=info.basis, source=source)
        case FactReference(fact=name):
            return Relative(kind="fact", of=name, title=scene.fact(name).title, times=times, exact=whole)
        case _:
            return Relative(kind="measure", of=limit.of.measure, times=times, exact=whole)


def _of_year(scene: Scene, info: LimitInfo) -> Relative | None:
    match info.follows:
        case Linear(terms=((_, Slot(index=place)),)) if scene.program.slots[place].yearly is not None:
            return Relative(kind="year", of=str(year_of(scene.program, scene.bound.village)))
        case _:
            return None
