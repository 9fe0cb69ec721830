"""Editions: one base and its overlays become one ruleset that answers for every day of its period.

The rule: every stretch of days is resolved from the base by itself and held to every check; an edit is in vain only if
it changes nothing on any day. How days and overlays meet is told in ``amendments``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from smartvillage._faults import overlays as faulty
from smartvillage._faults import shape
from smartvillage.diagnostics import Diagnostic, in_place_order
from smartvillage.model.frozen import FrozenDict
from smartvillage.model.ruleset import Ruleset

from .amendments import never_in_force, period_of, stretches
from .layers import Doings, Layers
from .overlay import Overlay
from .resolve import Checked, has_error, resolve
from .sections import Sections

if TYPE_CHECKING:
    from smartvillage.document import Limits


def resolve_editions(
    base: Sections, overlays: Sequence[Overlay], faults: list[Diagnostic], limits: Limits
) -> Checked:  # fmt: skip
    """Resolve overlays into a set, for each stretch of days; the base is left as it was."""
    told = [*faults, *_of_all(base, overlays, limits)]
    if len(overlays) > limits.max_extends:
        return None, in_place_order(told)
    doings, made = Doings(), list[tuple[date, Ruleset | None]]()
    for begins, entries, active in stretches(base, overlays):
        sections, own = entries.copy(), list[Diagnostic]()
        Layers(sections, own, doings, begins).bring_in(active)
        ruleset, found = resolve(sections, own, limits, [overlay.name for overlay in active])
        made.append((begins, ruleset))
        told.extend(found)
    told.extend(doings.in_vain())
    found = in_place_order(dict.fromkeys(told))
    sets = [(begins, ruleset) for begins, ruleset in made if ruleset is not None]
    if has_error(found) or len(sets) < len(made):
        return None, found
    return _amended(sets, found), found


def _of_all(base: Sections, overlays: Sequence[Overlay], limits: Limits) -> Iterator[Diagnostic]:
    """Yield what is wrong with overlays whatever the day."""
    for overlay in never_in_force(overlays, period_of(base.header())):
        yield faulty.never_in_force(overlay.place("in_force", key=True), overlay.id)
    if len(overlays) > limits.max_extends:
        yield shape.too_many(None, "overlays", len(overlays), limits.max_extends)


def _amended(sets: list[tuple[date, Ruleset]], found: tuple[Diagnostic, ...]) -> Ruleset:
    """Return the set of the first days with those of the later ones beside it."""
    (_, first), *later = sets
    if later:
        kept = first._derived  # noqa: SLF001 - the place for what stages derive
        first = first.model_copy(update={"amended": FrozenDict(later)})
        first._derived.update(kept)  # noqa: SLF001 - likewise
    first._derived["warnings"] = found  # noqa: SLF001 - likewise
    return first
