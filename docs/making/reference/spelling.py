"""A schema in words: what may stand after a key.

The rule: what the schema tells apart is told apart here, and every type that is named is linked to its own section.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from smartvillage._loading.schema.further import FACT_IDS
from smartvillage._loading.schema.scalars import DAY, ID, LIMIT_NAME, READERS, SCALAR, TEXT, VILLAGE_DAY, WHOLE
from smartvillage.diagnostics import Lang

from .nouns import NOUNS

Schema = Mapping[str, Any]
#: The words of single values, each with the section of the page of values that tells more.
SINGLE: dict[str, tuple[str, str, str]] = {
    "id": ("[id](#values-ids)", "[mã](#values-ids)", "ids"),
    "text": ("text", "chữ", "text"),
    "value": ("[value](#values-numbers)", "[giá trị](#values-numbers)", "numbers"),
    "day": ("[day](#values-days)", "[ngày](#values-days)", "days"),
    "whole": ("whole number", "số nguyên", "numbers"),
    "truth": ("`true` or `false`", "`true` hoặc `false`", "truth"),
    "version": ("version `1.0.0`", "phiên bản `1.0.0`", "version"),
    "year": ("year `2024`", "năm `2024`", "days"),
    "partial": ("[day, month or year](#values-days)", "[ngày, tháng hoặc năm](#values-days)", "days"),
    "name": ("name", "tên", "name"),
    "limit": ("[id](#values-ids), or `set#id`", "[mã](#values-ids), hoặc `bộ#mã`", "ids"),
    "code": ("code of a diagnostic", "mã lỗi", "codes"),
    "anything": ("what the fact's type asks", "điều mà loại của số liệu đòi hỏi", "facts"),
}
#: Which schema is which of those, the first that fits counting.
KNOWN: tuple[tuple[Schema, str], ...] = (
    (ID, "id"), (FACT_IDS, "id"), (LIMIT_NAME, "limit"), (SCALAR, "value"), (DAY, "day"), (VILLAGE_DAY, "day"),
    (WHOLE, "whole"), ({"type": "boolean"}, "truth"), (READERS["check_version"], "version"),
    (READERS["check_year"], "year"), (READERS["check_partial_date"], "partial"), (READERS["check_name"], "name"),
    (TEXT, "text"), ({"not": {"type": "null"}}, "anything"),
)  # fmt: skip
WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "or": " or ", "list": "list of {}", "some": " (at least one)", "mapping": "mapping: {} → {}",
        "none": "nothing", "from": "{} or more", "between": "{} to {}", "flat": "mapping",
    },
    "vi": {
        "or": " hoặc ", "list": "danh sách {}", "some": " (ít nhất một)", "mapping": "bảng: {} → {}",
        "none": "để trống", "from": "từ {}", "between": "{} đến {}", "flat": "bảng",
    },
}  # fmt: skip


def link(name: str, text: str) -> str:
    """Return a link to the section of a type."""
    return f"[{text}](#file-{name.lower()})"


def spell(schema: Schema, lang: Lang) -> str:
    """Return what a schema takes, in words."""
    return WORDS[lang]["or"].join(dict.fromkeys(_parts(schema, lang)))


def _parts(schema: Schema, lang: Lang) -> Iterator[str]:
    words = WORDS[lang]
    bare = {key: part for key, part in schema.items() if key != "description"}
    single = next((name for known, name in KNOWN if bare == known), None)
    if "$ref" in bare:
        name = bare["$ref"].rpartition("/")[2]
        yield link(name, NOUNS[name].say(lang))
    elif single:
        yield SINGLE[single][lang == "vi"]
    elif "enum" in bare:
        yield from (f"`{_word(word)}`" for word in bare["enum"])
    elif "if" in bare:
        yield from _chain(bare, lang)
    elif "allOf" in bare:
        yield from (part for one in bare["allOf"] for part in _parts(one["then"], lang))
    elif bare.get("type") == "array":
        yield _whole(words["list"].format(spell(bare["items"], lang)), bare, "minItems", lang)
    elif "array" not in _types(bare) and "object" in _types(bare):
        yield _mapping(bare, lang)
        yield from ([words["none"]] if "null" in _types(bare) else [])
    else:
        yield _scalar(bare, lang)


def _chain(schema: Schema, lang: Lang) -> Iterator[str]:
    """Follow ``if`` and ``else``; the last ``else`` without a name of its own only catches misspelt keys."""
    while "if" in schema:
        yield from _parts(schema["then"], lang)
        schema = schema["else"]
    if schema and not {"properties", "anyOf"} <= schema.keys():
        yield from _parts(schema, lang)


def _mapping(schema: Schema, lang: Lang) -> str:
    inner = schema.get("additionalProperties")
    if not isinstance(inner, Mapping):
        keys = ", ".join(f"`{key}`" for key in schema.get("properties", ()))
        return f"{{{keys}}}" if keys else WORDS[lang]["flat"]
    name = spell(schema.get("propertyNames", TEXT), lang)
    return _whole(WORDS[lang]["mapping"].format(name, spell(inner, lang)), schema, "minProperties", lang)


def _whole(text: str, schema: Schema, least: str, lang: Lang) -> str:
    return text + (WORDS[lang]["some"] if schema.get(least) else "")


def _scalar(schema: Schema, lang: Lang) -> str:
    """Spell a number with bounds; what is left is text."""
    words, kind = WORDS[lang], "whole" if "integer" in _types(schema) else "text"
    if str(schema.get("pattern", "")).startswith("^SV"):
        kind = "code"
    bounds = ""
    if "maximum" in schema:
        bounds = words["between"].format(schema["minimum"], schema["maximum"])
    elif "minimum" in schema:
        bounds = words["from"].format(schema["minimum"])
    return SINGLE[kind][lang == "vi"] + (f", {bounds}" if bounds else "")


def _types(schema: Schema) -> Iterable[str]:
    kind = schema.get("type", ())
    return [kind] if isinstance(kind, str) else kind


def _word(word: object) -> str:
    return (
        {True: "true", False: "false", None: "null"}.get(word, str(word))
        if word is None or isinstance(word, bool)
        else str(word)
    )


def heads(schema: Schema) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the members of a choice: the head or the words that pick each, and the name of its type."""
    while "if" in schema:
        when, then = schema["if"], schema["then"]
        words = when.get("properties", {}).get("type", {}).get("enum") or when.get("required", ())
        if "$ref" in then:
            yield tuple(words), then["$ref"].rpartition("/")[2]
        schema = schema["else"]
