"""Write the JSON Schemas. Run after a change of the vocabulary or of a result type; a test holds the files current.

``python docs/schemas/publish.py`` writes beside this file ``<result>-<version>.schema.json``, whose version is that of
``schema_version`` in the results and changes when a reader would have to change, and ``<kind>.<lang>.schema.json`` of
what authors type, with descriptions in that language.
"""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from smartvillage import Assessment, Explanation, Roadmap, Village
from smartvillage.diagnostics import Lang
from smartvillage.model.findings import RESULT_SCHEMA
from smartvillage.schemas import SchemaKind
from smartvillage.schemas import schema as schema_of

HERE = Path(__file__).parent
TYPES: dict[str, type[BaseModel]] = {
    "assessment": Assessment,
    "explanation": Explanation,
    "roadmap": Roadmap,
    "village": Village,
}
KINDS: tuple[SchemaKind, ...] = ("ruleset", "overlay", "village", "case", "result")
LANGS: tuple[Lang, ...] = ("vi", "en")


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


def typed(kind: SchemaKind, lang: Lang) -> str:
    """Return the text of the file about what authors type."""
    return json.dumps(schema_of(kind, lang=lang), indent=2, ensure_ascii=False) + "\n"


def typed_path(kind: str, lang: str) -> Path:
    """Return where that file stands."""
    return HERE / f"{kind}.{lang}.schema.json"


if __name__ == "__main__":
    for name in TYPES:
        path(name).write_text(text(name), encoding="utf-8")
    for kind, lang in product(KINDS, LANGS):
        typed_path(kind, lang).write_text(typed(kind, lang), encoding="utf-8")
