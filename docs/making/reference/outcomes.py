"""What shipped villages really come to, taken apart by the types of the result schema: the examples of result pages.

The rule: nothing is made up; of a type that no such result holds nothing is shown.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import smartvillage as sv

EXAMPLES = Path(__file__).parents[3] / "examples"
RULESET, OVERLAY = "dong-thap-2021-2025", "quoc-gia-tham-chieu"
#: An example has no more lines; a whole result is shown with its lists cut to their first item.
LINES, DEEPEST = 40, 2


@functools.cache
def results() -> tuple[Any, ...]:
    """Return an assessment, explanations, roadmaps and a comparison as plain data."""
    ruleset, village = sv.load_ruleset(RULESET), sv.load_village(EXAMPLES / "an-phu")
    tighter = sv.load_ruleset(RULESET, overlays=[OVERLAY])
    made = [
        sv.evaluate(ruleset, village),
        *(sv.explain(ruleset, village, one) for one in ("2.13", "1.1", "1.2", "3.7", "recognised")),
        sv.roadmap(ruleset, village),
        sv.roadmap(ruleset, village, budget=1, target="proven"),
        sv.diff(ruleset, tighter, villages=[village]),
    ]
    return tuple(json.loads(one.model_dump_json()) for one in made)


@functools.cache
def examples() -> Mapping[str, list[Any]]:
    """Return the plain data of each definition's examples, as the results hold them."""
    schema = sv.schema("result", lang="en")
    found: dict[str, list[Any]] = {}
    for result in results():
        _visit(schema, result, schema["$defs"], found)
    return found


def _visit(schema: Mapping[str, Any], value: Any, known: Mapping[str, Any], found: dict[str, list[Any]]) -> None:  # noqa: ANN401 - plain data
    """Walk plain data along its schema."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        found.setdefault(name, []).append(value)
        _visit(known[name], value, known, found)
    if "if" in schema:
        _visit(schema["then" if schema["if"]["required"][0] in value else "else"], value, known, found)
    for one in (*schema.get("anyOf", ()), *schema.get("oneOf", ())):
        if _could_be(one, value, known):
            _visit(one, value, known, found)
            break
    if isinstance(value, dict):
        inner = schema.get("additionalProperties")
        for key, part in value.items():
            _visit(
                schema.get("properties", {}).get(key) or (inner if isinstance(inner, dict) else {}), part, known, found
            )
    elif isinstance(value, list):
        for part in value:
            _visit(schema.get("items", {}), part, known, found)


def _could_be(schema: Mapping[str, Any], value: Any, known: Mapping[str, Any]) -> bool:  # noqa: ANN401 - plain data
    """Tell whether a value could be of a member of a choice, by its type, its keys and its constants."""
    while "$ref" in schema:
        schema = known[schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema or "oneOf" in schema:
        return any(_could_be(one, value, known) for one in schema.get("anyOf", schema.get("oneOf", ())))
    kinds: dict[str, type] = {
        "object": dict,
        "array": list,
        "string": str,
        "null": type(None),
        "integer": int,
        "boolean": bool,
        "number": int,
    }
    named: Any = schema.get("type", [])
    names: list[str] = [named] if isinstance(named, str) else named
    if names and not isinstance(value, tuple(kinds[one] for one in names)):
        return False
    keys = schema.get("properties")
    if not isinstance(value, dict) or keys is None:
        return "const" not in schema or value == schema["const"]
    return value.keys() <= keys.keys() and all(
        part.get("const", value.get(key)) == value.get(key) for key, part in keys.items()
    )


def shown_of(name: str) -> Any:  # noqa: ANN401 - plain data
    """Return the example of a definition that says most within the lines there are, its lists cut."""
    cut = [_cut(one) for one in examples().get(name, ()) if isinstance(one, dict)]
    fitting = [one for one in cut if json.dumps(one, indent=2).count("\n") < LINES]
    return max(
        fitting,
        key=lambda one: (sum(part not in (None, "", [], False) for part in one.values()), -len(str(one))),
        default=None,
    )


def _cut(value: Any, depth: int = 0) -> Any:  # noqa: ANN401 - plain data
    """Keep what a reader takes in: the first item of a list, and of what lies deeper only that there is something."""
    if isinstance(value, dict):
        return (
            {key: _cut(part, depth + 1) for key, part in value.items()}
            if depth < DEEPEST or value.keys() <= {"vi", "en"}
            else "…"
        )
    if isinstance(value, list):
        return [_cut(part, depth + 1) for part in value[:1]] + (["…"] if len(value) > 1 else [])
    return value
