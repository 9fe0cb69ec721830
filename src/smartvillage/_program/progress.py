"""What a village says of its activities: which it has begun and which it has ended.

The rule: progress is what has happened; nothing in it lies after the day of which the village speaks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._faults import village as faults

from .left_out import is_left_out

if TYPE_CHECKING:
    from smartvillage.model.village import Village

    from .lines import Reader
    from .program import Program


def check_progress(program: Program, village: Village, reader: Reader) -> None:
    """Refuse activities that the ruleset does not know, and days that cannot be so."""
    activities = program.ruleset.activities
    for name, step in village.progress.items():
        path = ("progress", name)
        if name not in activities and not is_left_out(program.ruleset, "activities", name):
            reader.refuse(faults.unknown_activity(reader.place(path, key=True), name, activities), path)
        for key, day in (("started", step.started), ("done", step.done)):
            if day is not None and day > village.as_of:
                here = (*path, key)
                reader.refuse(faults.progress_to_come(reader.place(here), day, village.as_of), here)
        if step.started is not None and step.done is not None and step.done < step.started:
            here = (*path, "done")
            reader.refuse(faults.done_before_started(reader.place(here), step.started, step.done), here)
