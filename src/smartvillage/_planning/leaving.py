"""What activities leave to prove things with: papers of the kinds they produce, and records that are complete.

The rule: a piece supports the facts and criteria that its activity changes, and counts on the day of the replay. The
particulars of a paper that is still to be written are a mark, never a made-up number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartvillage.model.activities import SettleEffect
from smartvillage.model.village import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from smartvillage.model.activities import Activity
    from smartvillage.model.facts import RecordFact

    from .effects import Deed

#: Stands for a number or an issuer that will be known once the paper is there.
TO_COME = "…"


def papers(activities: Mapping[str, Activity], deeds: Iterable[Deed], day: date) -> Iterator[Evidence]:
    """Yield the evidence that some deeds leave."""
    supports: dict[str, set[str]] = {}
    for deed in deeds:
        supports.setdefault(deed.task, set()).update(_supported(deed))
    for task, names in sorted(supports.items()):
        for kind in activities[task].evidence:
            yield Evidence(
                id=f"{task}-{kind}"[-64:], type=kind, supports=tuple(sorted(names)), issued_on=day, number=TO_COME
            )


def _supported(deed: Deed) -> Iterator[str]:
    effect = deed.effect
    if isinstance(effect, SettleEffect):
        yield from (path.split("/")[1] for path in effect.settle if path.startswith("criteria/"))
    yield from (name for key in ("fact", "list", "learn") if isinstance(name := getattr(effect, key, None), str))


def complete(record: Any, fact: RecordFact, day: date) -> Any:  # noqa: ANN401 - as a village writes it
    """Fill in what a new record needs to be proven."""
    filled = {key: day.isoformat() if key in {"issued_on", "valid_until"} else TO_COME for key in fact.needed()}
    return {**filled, **(record if isinstance(record, dict) else {})} or True
