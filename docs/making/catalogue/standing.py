"""How the villages among the examples stand on a criterion: reported, proven, why, and the whole explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import smartvillage as sv

from .markdown import badge, blocks, safe, without_headings

if TYPE_CHECKING:
    from smartvillage.model.criteria import Criterion
    from smartvillage.model.findings import Finding

    from .shelf import Shelved, Standing
    from .telling import Telling

_COLOURS = {"met": "success", "not_met": "danger", "not_applicable": "secondary"}


def villages(telling: Telling, shelved: Shelved, criterion: Criterion) -> str:
    """Tell of each village that names the ruleset."""
    found = (one for one in shelved.villages if any(own.id == criterion.id for own in one.ruleset.criteria))
    return blocks(*(_village(telling, one, criterion) for one in found)).rstrip("\n")


def _village(telling: Telling, standing: Standing, criterion: Criterion) -> str:
    finding = standing.assessment[criterion.id]
    told = sv.explain(standing.ruleset, standing.village, criterion.id)
    drawn = without_headings(sv.render(told, "md", lang=telling.lang, ruleset=standing.ruleset))
    head = f"### {safe(standing.village.name)}"
    return blocks(head, state(telling, finding), drawn).rstrip("\n")


def state(telling: Telling, finding: Finding) -> str:
    """Say in labels how a criterion came out: as reported, whether proven, and why."""
    say = telling.say
    if finding.outcome is None:
        return badge(telling("state.scored"), "secondary")
    labels = [badge(say(f"outcome.{finding.outcome}"), _COLOURS.get(finding.outcome, "warning"))]
    proven = "state.proven" if finding.proven else "state.not_proven"
    labels.append(badge(telling(proven), "success" if finding.proven else "secondary"))
    return " ".join(labels)
