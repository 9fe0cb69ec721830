"""JSON: the result itself, exact numbers as text and counts as integers. Words and languages play no part."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .reportable import Reportable


def to_json(result: Reportable) -> str:
    """Write a result as JSON whose keys stand in the order of its fields."""
    if hasattr(result, "model_dump_json"):
        return str(result.model_dump_json(indent=2)) + "\n"
    faults: list[dict[str, Any]] = [diagnostic.as_data() for diagnostic in result]
    errors = sum(fault["severity"] == "error" for fault in faults)
    counted = {"errors": errors, "warnings": len(faults) - errors, "diagnostics": faults}
    return json.dumps(counted, ensure_ascii=False, indent=2) + "\n"
