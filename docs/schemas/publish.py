"""Write the JSON Schemas of results. Run after a change of a result type; a test holds the files current.

``python docs/schemas/publish.py`` writes ``<result>-<version>.schema.json`` beside this file. The version is that of
``schema_version`` in the results: it changes when a reader would have to change.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from smartvillage import Assessment, Explanation, Roadmap, Village
from smartvillage.model.findings import RESULT_SCHEMA

HERE = Path(__file__).parent
TYPES = {"assessment": Assessment, "explanation": Explanation, "roadmap": Roadmap, "village": Village}


def schema(name: str) -> dict[str, Any]:
    """Return one type's JSON Schema (2020-12) as it is written, or read for a village."""
    mode: Any = "validation" if name == "village" else "serialization"
    body = TYPES[name].model_json_schema(mode=mode)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:smartvillage:schema:{name}:{RESULT_SCHEMA}",
        **body,
    }


def text(name: str) -> str:
    """Return the file's text."""
    return json.dumps(schema(name), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def path(name: str) -> Path:
    """Return where the file stands."""
    return HERE / f"{name}-{RESULT_SCHEMA}.schema.json"


if __name__ == "__main__":
    for kind in TYPES:
        path(kind).write_text(text(kind), encoding="utf-8")
