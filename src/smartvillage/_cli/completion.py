"""Completion: what a shell offers for a name. A fault in a file offers nothing; it is told when the command runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from smartvillage import authoring
from smartvillage.errors import SmartVillageError

if TYPE_CHECKING:
    import click

    from smartvillage.model.ruleset import Ruleset


def rulesets(_context: click.Context, _option: click.Parameter, begun: str) -> list[str]:
    """Offer the shipped rulesets."""
    return [name for name in authoring.rulesets() if name.startswith(begun)]


def criteria(context: click.Context, _option: click.Parameter, begun: str) -> list[str]:
    """Offer the criteria and decisions of the ruleset that the village on the command line is held against."""
    try:
        ruleset = _asked(context)
    except SmartVillageError:
        return []
    known = [criterion.id for criterion in ruleset.criteria] + list(ruleset.decisions)
    return [id_ for id_ in known if id_.startswith(begun)]


def _asked(context: click.Context) -> Ruleset:
    from .subject import load

    path, name = context.params.get("village"), context.params.get("ruleset")
    return load(Path(path or ""), name, ()).ruleset
