"""What results look like as JSON: one schema for all of them, which tells them apart by the key that only one has.

The rule: every key is described in the language asked for; a part of the rule language says what its authors read.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from smartvillage.model.comparison import Comparison
from smartvillage.model.explanation import Explanation
from smartvillage.model.findings import RESULT_SCHEMA, Assessment
from smartvillage.model.roadmap import Roadmap

from .result_words import RESULT_WORDS

if TYPE_CHECKING:
    from smartvillage.diagnostics import Lang, Words

#: The results by the key that only they have.
RESULTS: dict[str, type[BaseModel]] = {
    "findings": Assessment, "proof": Explanation, "standing": Roadmap, "flips": Comparison,
}  # fmt: skip


def result_schema(lang: Lang, language: Mapping[str, Words]) -> dict[str, Any]:
    """Return the schema of whatever ``--format json`` prints of an evaluation, an explanation, a roadmap or a diff.

    Args:
        lang: The language of descriptions.
        language: What is said of the types and keys of the rule language, which results show parts of.
    """
    refs, body = models_json_schema([(kind, "serialization") for kind in RESULTS.values()])
    chained: dict[str, Any] = {"required": ["schema_version"], "anyOf": [{"required": [key]} for key in RESULTS]}
    for key, kind in reversed(RESULTS.items()):
        chained = {"if": {"required": [key]}, "then": refs[kind, "serialization"], "else": chained}
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:smartvillage:schema:result:{RESULT_SCHEMA}:{lang}",
        "title": "smartvillage result",
    }
    defs = {name: _described(name, one, lang, language) for name, one in body["$defs"].items()}
    return {**head, "type": "object", **chained, "$defs": defs}


def _described(name: str, schema: dict[str, Any], lang: Lang, language: Mapping[str, Words]) -> dict[str, Any]:
    """Describe the keys of one definition; what pydantic says of the type is English, and stays so only there."""
    kept = schema if lang == "en" else {key: part for key, part in schema.items() if key != "description"}
    if "properties" not in schema:
        return kept
    own = name.rpartition("__")[2]
    keys = {key: {**part, **_said(own, key, lang, language)} for key, part in schema["properties"].items()}
    return {**kept, "properties": keys}


def _said(kind: str, key: str, lang: Lang, language: Mapping[str, Words]) -> dict[str, str]:
    found = (words.get(name) for words, name in (
        (RESULT_WORDS, f"{kind}.{key}"), (language, f"{kind}.{key}"), (RESULT_WORDS, key), (language, key),
    ))  # fmt: skip
    words = next((one for one in found if one is not None), None)
    return {"description": words.say(lang)} if words else {}
