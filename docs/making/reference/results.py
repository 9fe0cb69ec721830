"""The pages of results: every key of what ``--format json`` prints, with its meaning, its JSON form and an example.

The rule: keys and meanings are the published schema's; an example is what a shipped village really comes to.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Mapping
from typing import Any

import smartvillage as sv
from smartvillage._reporting.speech import Speech
from smartvillage.diagnostics import Lang, Words
from smartvillage.model.findings import RESULT_SCHEMA

from .outcomes import shown_of
from .results_spelling import json_form, label

Schema = dict[str, Any]
MARK = "% Written from the schemas and the data when the site is built; do not edit.\n\n"
#: Pages: the result, what it is called, and the command that prints it.
PAGES: dict[str, tuple[str, Words, str]] = {
    "assessment": (
        "Assessment",
        Words("Kết quả đánh giá", "Assessment"),
        "smartvillage evaluate examples/an-phu --format json",
    ),
    "explanation": (
        "Explanation",
        Words("Lời giải thích", "Explanation"),
        "smartvillage explain examples/an-phu 2.13 --format json",
    ),
    "roadmap": ("Roadmap", Words("Lộ trình", "Roadmap"), "smartvillage roadmap examples/an-phu --format json"),
    "comparison": (
        "Comparison",
        Words("So sánh hai bộ", "Comparison"),
        "smartvillage diff dong-thap-2021-2025 dong-thap-2021-2025 --overlay quoc-gia-tham-chieu --format json",
    ),
    "parts": ("", Words("Phần chung của các kết quả", "Parts that several results have"), ""),
}
INTRO = Words(
    "JSON phiên bản `{version}` (`schema_version`; đổi khi người đọc phải đổi theo). Số chính xác là chữ "
    '(`"117/133"`, `"0.92"`), số đếm là số nguyên, ngày là `năm-tháng-ngày`; khóa không có gì để nói thì là `null`, '
    '`[]` hoặc `""`. Lược đồ: `smartvillage schema result`.',
    "JSON of version `{version}` (`schema_version`; it changes when a reader would have to change). Exact numbers "
    'are text (`"117/133"`, `"0.92"`), counts are integers, days are `year-month-day`; a key that has nothing to say '
    'is `null`, `[]` or `""`. Its schema: `smartvillage schema result`.',
)
PRINTED = Words("In bằng `{}`.", "Printed by `{}`.")
KEY, MEANING = Words("Từ", "Word"), Words("Nghĩa", "Meaning")
#: What words of a closed choice are called where they are printed.
PREFIXES = {
    "Outcome": "outcome",
    "Reason": "reason",
    "Caveat": "caveat",
    "Basis": "basis",
    "Standing": "standing",
    "TaskStatus": "task.status",
    "TaskKind": "kind",
    "StepStatus": "procedure",
    "ChangeKind": "change",
}


@functools.cache
def _schema(lang: Lang) -> Schema:
    return sv.schema("result", lang=lang)


def references(schema: Any) -> Iterator[str]:  # noqa: ANN401 - plain data
    """Yield the names of the definitions that a schema refers to, in order."""
    if isinstance(schema, Mapping):
        if "$ref" in schema:
            yield schema["$ref"].rpartition("/")[2]
        schema = list(schema.values())
    if isinstance(schema, list):
        for part in schema:
            yield from references(part)


@functools.cache
def places() -> Mapping[str, tuple[str, str, str]]:
    """Return for each definition its page, the path that leads to it, and the key it stands under."""
    known = _schema("en")["$defs"]
    reached: dict[str, dict[str, tuple[str, str]]] = {}
    for page, (root, _, _) in PAGES.items():
        start = next((name for name in references(_roots()) if label(name) == root), None)
        queue: list[tuple[str, str, str]] = [(start, page, "")] if start else []
        for name, path, key in queue:
            if page in reached.setdefault(name, {}):
                continue
            reached[name][page] = (path, key)
            for inner, schema in known[name].get("properties", {}).items():
                mark = "[]" if _is_list(schema) else ""
                queue += [(one, f"{path}.{inner}{mark}", inner) for one in references(schema)]
    return {
        name: (next(iter(pages)) if len(pages) == 1 else "parts", *next(iter(pages.values())))
        for name, pages in reached.items()
    }


def _roots() -> Schema:
    return {key: part for key, part in _schema("en").items() if key != "$defs"}


def _is_list(schema: Schema) -> bool:
    return schema.get("type") == "array" or any(one.get("type") == "array" for one in schema.get("anyOf", ()))


def result_pages(lang: Lang) -> dict[str, str]:
    """Return the pages of results by their file names."""
    return {f"{page}.md": _page(page, lang) for page in PAGES}


def _page(page: str, lang: Lang) -> str:
    _, title, command = PAGES[page]
    head = f"{MARK}# {title.say(lang)}\n\n"
    if command:
        head += f"{PRINTED.say(lang).format(command)} {INTRO.say(lang).format(version=RESULT_SCHEMA)}\n\n"
    return head + "\n".join(_section(name, lang) for name, (home, _, _) in places().items() if home == page)


def _section(name: str, lang: Lang) -> str:
    schema = _schema(lang)["$defs"][name]
    _, path, key = places()[name]
    parts = [f"(result-{name.lower()})=\n## {label(name)}", f"`{path}`" if "." in path else "", _about(name, key, lang)]
    parts += [_words(name, schema, lang), _keys(schema, lang), _example(name)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _about(name: str, key: str, lang: Lang) -> str:
    """Say what a type is: what is said of the key it stands under, in Vietnamese; the type's own words in English."""
    own = _schema("en")["$defs"][name].get("description", "")
    if lang == "en" and own:
        return " ".join(own.split("\n\n", maxsplit=1)[0].split())
    told = (one["properties"][key] for one in _schema(lang)["$defs"].values() if key in one.get("properties", {}))
    return next((str(one["description"]) for one in told if name in references(one) and "description" in one), "")


def _words(name: str, schema: Schema, lang: Lang) -> str:
    if "enum" not in schema:
        return ""
    speech = Speech(lang, "roadmap", "procedure", "comparison")
    rows = [f"| `{word}` | {_printed(speech, f'{PREFIXES[name]}.{word}')} |" for word in schema["enum"]]
    return "\n".join([f"| {KEY.say(lang)} | {MEANING.say(lang)} |", "|---|---|", *rows])


def _printed(speech: Speech, word: str) -> str:
    return speech(word) if speech.knows(word) else ""


def _keys(schema: Schema, lang: Lang) -> str:
    rows = (
        f"`{key}` · {json_form(one, lang)}\n: {one.get('description', '')}\n"
        for key, one in schema.get("properties", {}).items()
    )
    return "\n".join(rows)


def _example(name: str) -> str:
    shown = shown_of(name)
    return f"```json\n{json.dumps(shown, ensure_ascii=False, indent=2)}\n```" if shown else ""
