"""The JSON form of a result's key in words, each type linked to its own section.

The rule: as in ``spelling``, what the schema tells apart is told apart here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from smartvillage.diagnostics import Lang

#: The words of JSON's own types.
TYPES: dict[str, tuple[str, str]] = {
    "string": ("text", "chữ"),
    "integer": ("integer", "số nguyên"),
    "boolean": ("`true` or `false`", "`true` hoặc `false`"),
    "null": ("`null`", "`null`"),
    "number": ("number", "số"),
    "object": ("mapping", "bảng"),
    "day": ("day", "ngày"),
    "any": ("whatever the file said", "như tệp đã ghi"),
    "array": ("list", "danh sách"),
}
LIST, OR = ("list of {}", "danh sách {}"), (" or ", " hoặc ")


def label(name: str) -> str:
    """Return a definition's name without the module that pydantic puts before it."""
    return name.rpartition("__")[2]


def json_form(schema: dict[str, Any], lang: Lang) -> str:
    """Return what a key holds, in words."""
    return OR[lang == "vi"].join(dict.fromkeys(_parts(schema, lang)))


def _parts(schema: dict[str, Any], lang: Lang) -> Iterator[str]:
    vi = lang == "vi"
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        yield f"[{label(name)}](#result-{name.lower()})"
    elif "anyOf" in schema or "oneOf" in schema:
        yield from (part for one in schema.get("anyOf") or schema["oneOf"] for part in _parts(one, lang))
    elif "enum" in schema or "const" in schema:
        yield from (f"`{word}`" for word in schema.get("enum", [schema.get("const")]))
    elif schema.get("type") == "array":
        inner = schema.get("items") or (schema.get("prefixItems") or [{}])[0]
        yield LIST[vi].format(json_form(inner, lang))
    elif schema.get("format") == "date":
        yield TYPES["day"][vi]
    elif isinstance(schema.get("type"), list):
        yield from (TYPES[kind][vi] for kind in schema["type"])
    else:
        yield TYPES[schema.get("type", "any")][vi]
