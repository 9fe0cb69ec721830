"""English: words of pictures. A word in braces is filled in; every key stands in every language."""

from __future__ import annotations

from types import MappingProxyType

LABELS = MappingProxyType({
    "plot.groups": "{village}: {met} of {total} criteria met as reported, {proven} proven",
    "plot.proven_count": "{proven} proven",
    "plot.criteria": "criteria",
    "plot.proof": "{village}: {met} met as reported, {proven} proven",
    "plot.reported": "as reported",
    "plot.proven": "as proven",
    "plot.not_proven": "evidence missing",
    "plot.nothing_to_prove": "–",
    "plot.distances": "{village}: how far to the threshold ({drawn} of {total} criteria have both numbers)",
    "plot.reached": "{value} of {asked}",
    "plot.of_threshold": "percent of what is asked",
    "plot.gantt": "Roadmap of {village}: ready on {ready}",
    "plot.gantt_until": "Roadmap of {village}: ready on {ready}, deadline {until}",
    "plot.gantt_done": "Roadmap of {village}: nothing left to do",
    "plot.critical": "critical: a day late and all is late",
    "plot.task": "task",
    "plot.slack": "may slip until",
    "plot.deadline": "┆ deadline",
    "plot.distance": "{village}, {criterion}: how far to the threshold",
    "plot.first": "The picture shows {drawn} of {total}; the table has all.",
    "plot.duties": "Who answers for what: {ruleset}",
    "plot.owed": "Who still owes what: {ruleset}",
    "plot.lead": "leads",
    "plot.support": "supports",
    "plot.weak": "* only inferred or assumed",
    "plot.villages": "{villages} villages: how each criterion comes out",
    "plot.of_villages": "villages",
    "plot.turns": "{turned} of {villages} villages come out differently",
    "plot.gained": "met only afterwards",
    "plot.lost": "no longer met",
    "plot.otherwise": "comes out otherwise, not met before or after",
})  # fmt: skip
