"""English: words of the procedure. A word in braces is filled in; every key stands in every language."""

from __future__ import annotations

from types import MappingProxyType

LABELS = MappingProxyType({
    "section.procedure": "The procedure",
    "section.procedure_ahead": "The procedure, once all is ready",
    "procedure.done": "done",
    "procedure.under_way": "under way",
    "procedure.open": "not begun",
    "procedure.unrecorded": "no figure records it",
    "procedure.on": "on {day}",
    "procedure.since": "since {start}",
    "procedure.days": "{start} – {end}",
    "procedure.earliest": "{start} – {end} at the earliest",
    "procedure.no_days": "cannot begin yet",
    "procedure.owner": "who: {owner}",
    "procedure.owner_unknown": "who: no text says",
    "procedure.until": "by {until} at the latest",
    "procedure.in_time": "in time (by {until})",
    "procedure.late": "late: by {until} at the latest",
    "procedure.lasts": "lasts at least {lasts}",
    "procedure.lasts_unknown": "how long: no text says",
    "procedure.kept": "lasted at least {lasts}",
    "procedure.not_kept": "ended too early: at least {lasts}, to {day}",
    "procedure.may_end": "lasts at least {lasts}, to {day}",
    "procedure.decision": "asks for “{decision}”: {verdict}",
    "procedure.waits": "after: {steps}",
})  # fmt: skip
