"""What results look like as JSON: one schema for all of them, which tells them apart by the key that only one has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from smartvillage.model.explanation import Explanation
from smartvillage.model.findings import RESULT_SCHEMA, Assessment
from smartvillage.model.roadmap import Roadmap

if TYPE_CHECKING:
    from smartvillage.diagnostics import Lang

#: The results by the key that only they have.
RESULTS: dict[str, type[BaseModel]] = {"findings": Assessment, "proof": Explanation, "standing": Roadmap}


def result_schema(lang: Lang) -> dict[str, Any]:  # noqa: ARG001 - results are for programs
    """Return the schema of whatever ``--format json`` prints of an evaluation, an explanation or a roadmap."""
    refs, body = models_json_schema([(kind, "serialization") for kind in RESULTS.values()])
    chained: dict[str, Any] = {"required": ["schema_version"], "anyOf": [{"required": [key]} for key in RESULTS]}
    for key, kind in reversed(RESULTS.items()):
        chained = {"if": {"required": [key]}, "then": refs[kind, "serialization"], "else": chained}
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:smartvillage:schema:result:{RESULT_SCHEMA}",
        "title": "smartvillage result",
    }
    return {**head, "type": "object", **chained, "$defs": body["$defs"]}
