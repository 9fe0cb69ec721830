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
    "plot.critical": "critical",
    "plot.task": "task",
    "plot.slack": "may slip until",
    "plot.duties": "Who answers for what: {ruleset}",
    "plot.owed": "Who still owes what: {ruleset}",
    "plot.lead": "leads (* only inferred or assumed)",
    "plot.support": "supports",
})  # fmt: skip
