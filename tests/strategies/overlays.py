"""Overlays as plain data, of the set that all bad files are made of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from smartvillage._loading import check_ruleset

if TYPE_CHECKING:
    from smartvillage.model.criteria import Criterion
    from smartvillage.model.ruleset import Ruleset

BASE = Path(__file__).parent.parent / "bad" / "base.yaml"


def overlay(*edits: dict[str, Any], id: str = "sua", extends: str = "base", **more: Any) -> dict[str, Any]:  # noqa: A002
    """Return an overlay, assumed all through; ``in_force`` goes into its header, sections beside it."""
    header = {"id": id, "title": "Sửa", "version": "1.0.0", "extends": extends, "basis": "assumed"}
    if "in_force" in more:
        header["in_force"] = more.pop("in_force")
    return {"overlay": header, "edits": [{"because": "thử", **edit} for edit in edits], **more}


def codes(*overlays: dict[str, Any]) -> list[str]:
    """Return the codes that overlays of the base give."""
    return [fault.code for fault in check_ruleset(BASE, overlays=overlays)[1]]


def criterion(ruleset: Ruleset, id_: str) -> Criterion:
    """Return a criterion."""
    return next(one for one in ruleset.criteria if one.id == id_)
