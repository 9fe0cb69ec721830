"""Planning again: what became of the tasks of the roadmap before, and what progress says that facts do not bear out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._faults.village import done_without_effect
from smartvillage.model.activities import FactEffect, ListEffect
from smartvillage.model.base import Text
from smartvillage.model.roadmap import Changes, Moved, Notice
from smartvillage.model.tasks import TaskStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smartvillage.model.roadmap import Roadmap
    from smartvillage.model.ruleset import Ruleset
    from smartvillage.model.tasks import Task
    from smartvillage.model.village import Village

    from .effects import Deed, Effects


def planned_before(previous: Roadmap | None) -> frozenset[str]:
    """Return the tasks of the roadmap before that were not done then."""
    tasks = () if previous is None else previous.tasks
    return frozenset(task.id for task in tasks if task.status is not TaskStatus.DONE)


def changes(previous: Roadmap, tasks: Sequence[Task]) -> Changes:
    """Compare with the roadmap before, in the order of tasks; a task that is done since is kept."""
    was, now = {task.id: task for task in previous.tasks}, {task.id: task for task in tasks}
    both = [id_ for id_ in now if id_ in was]
    moved = [id_ for id_ in both if (was[id_].start, was[id_].due) != (now[id_].start, now[id_].due)]
    return Changes(
        kept=tuple(id_ for id_ in both if id_ not in moved),
        moved=tuple(Moved(task=id_, was_start=was[id_].start, was_due=was[id_].due) for id_ in moved),
        added=tuple(id_ for id_ in now if id_ not in was),
        dropped=tuple(id_ for id_ in was if id_ not in now),
    )


def notices(ruleset: Ruleset, village: Village, effects: Effects) -> Iterator[Notice]:
    """Yield every activity recorded done of whose effects some are missing from the facts."""
    for name, progress in sorted(village.progress.items()):
        if progress.done is None or name not in ruleset.activities:
            continue
        missing = [deed for deed in effects.deeds[name] if not _adds(deed) and not effects.holds(deed)]
        if missing:
            facts = tuple(sorted({fact for deed in missing if (fact := effects.fact_of(deed)) is not None}))
            fault = done_without_effect(None, name, facts)
            yield Notice(
                code=fault.code, activity=name, message=Text(vi=fault.message.vi, en=fault.message.en), facts=facts
            )


def _adds(deed: Deed) -> bool:
    """Tell whether a deed adds to what is there, of which nobody can see whether it was done."""
    return isinstance(deed.effect, (FactEffect, ListEffect)) and deed.effect.add is not None
