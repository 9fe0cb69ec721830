"""The sections of the reference: one type, its keys and its example as Markdown.

The rule: each key has its meaning, what it takes, whether it must be there, what it is without, and an example.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from smartvillage._loading.sections import NEEDED
from smartvillage.diagnostics import Lang, Words

from .definitions import Schema, default_of
from .examples import Example, found, rank
from .layout import UNITS
from .sharing import everything, shared
from .spelling import heads, link, spell

WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "needed": "required", "default": "Without it: `{}`.", "as": "Example: `{}`.", "from": "From `{}`.",
        "one": "At least one of {} must stand here.", "also": "Also: {}.", "short": "Short form: {}.",
        "other": "Any other key: {}.", "word": "Key", "meaning": "Meaning",
        "durations": "a [duration](#values-durations)", "units": "with its [unit](#values-units)",
    },
    "vi": {
        "needed": "bắt buộc", "default": "Không ghi thì là `{}`.", "as": "Ví dụ: `{}`.", "from": "Lấy từ `{}`.",
        "one": "Phải có ít nhất một trong {}.", "also": "Và: {}.", "short": "Dạng ngắn: {}.",
        "other": "Khóa khác bất kỳ: {}.", "word": "Khóa", "meaning": "Nghĩa",
        "durations": "một [thời hạn](#values-durations)", "units": "kèm [đơn vị](#values-units)",
    },
}  # fmt: skip
#: Choices whose members have examples of their own.
CHOICES = ("Condition", "Limit", "Fact", "Effect", "Edit", "Measure", "Field")
#: Where a whole file is shown: one that a reader takes in at a glance.
WHOLE = {
    "RulesetFile": "tests/suite/01-share-at-least/ruleset.yaml",
    "OverlayFile": "tests/suite/26-delegated/overlays/province.yaml",
    "VillageFile": "tests/suite/01-share-at-least/village.yaml",
    "CaseFile": "tests/suite/19-document/document.case.yaml",
}


@dataclass(frozen=True)
class Section:
    """One type in one language."""

    name: str
    heading: str
    lang: Lang

    def text(self, level: int) -> str:
        """Return the section as Markdown."""
        schema = _object_of(everything(self.lang)[self.name])
        parts = [f"(file-{self.name.lower()})=\n{'#' * level} `{self.heading}`", schema.get("description", "")]
        parts += [self._choice(schema), self._keys(schema), self._asked(schema), self._also(), self._example()]
        return "\n\n".join(part for part in parts if part) + "\n"

    def _choice(self, schema: Schema) -> str:
        """Return the heads of a choice as a table, with what each looks at."""
        known, words = everything(self.lang), WORDS[self.lang]
        if "if" not in schema:
            return ""
        rows = [
            f"| {', '.join(link(name, f'`{word}`') for word in picked)} | {_object_of(known[name])['description']} |"
            for picked, name in heads(schema)
        ]
        if not rows:
            return ""
        return "\n".join([f"| {words['word']} | {words['meaning']} |", "|---|---|", *rows])

    def _keys(self, schema: Schema) -> str:
        told_elsewhere = {key for keys in shared(self.name, self.lang).values() for key in keys}
        needed = NEEDED if self.name == "RulesetFile" else schema.get("required", ())
        rows = [
            self._key(key, key, one, is_needed=key in needed)
            for key, one in schema.get("properties", {}).items()
            if key not in told_elsewhere
        ]
        rows += [self._key(_shown(pattern), pattern, one, is_needed=False) for pattern, one in _patterns(schema)]
        return "\n".join(rows)

    def _key(self, shown: str, key: str, schema: Schema, *, is_needed: bool) -> str:
        words, default, example = WORDS[self.lang], default_of(self.name, key), self._short(key, schema)
        told = [schema.get("description") or EXPECTED[key].say(self.lang)]
        told += [words["default"].format(default)] if default is not None else []
        told += [words["as"].format(example.text)] if example else []
        mark = f" · **{words['needed']}**" if is_needed else ""
        return f"`{shown}` · {self._takes(key, schema)}{mark}\n: {' '.join(told)}\n"

    def _takes(self, key: str, schema: Schema) -> str:
        unit = UNITS.get(f"{self.name}.{key}")
        taken = spell(schema, self.lang)
        return f"{taken}, {WORDS[self.lang][unit]}" if unit else taken

    def _short(self, key: str, schema: Schema) -> Example | None:
        """Return a value of the key, of another type that means the same by it where this one has none."""
        examples = found()
        if key.startswith("^"):
            return examples.keys.get((f"{self.name}{key}", ""))
        own = examples.short(self.name, key)
        if own:
            return own
        known = everything(self.lang)
        alike = (
            example
            for (name, other), example in examples.keys.items()
            if other == key and known.get(name, {}).get("properties", {}).get(key) == schema
        )
        return min(alike, key=rank, default=None)

    def _asked(self, schema: Schema) -> str:
        words, parts = WORDS[self.lang], []
        groups = [one["required"][0] for one in schema.get("anyOf", ()) if "required" in one]
        if groups and "properties" in schema:
            parts.append(words["one"].format(", ".join(f"`{key}`" for key in groups)))
        inner = schema.get("additionalProperties")
        if isinstance(inner, Mapping):
            parts.append(words["other"].format(f"{inner.get('description', '')} {spell(inner, self.lang)}".strip()))
        short = _short_form(everything(self.lang)[self.name], self.lang)
        if short:
            parts.append(words["short"].format(short))
        return " ".join(parts)

    def _also(self) -> str:
        told = (link(base, " ".join(f"`{key}`" for key in keys)) for base, keys in shared(self.name, self.lang).items())
        listed = " · ".join(told)
        return WORDS[self.lang]["also"].format(listed) if listed else ""

    def _example(self) -> str:
        example = example_of(self.name)
        if example is None:
            return ""
        return f"```yaml\n{example.text.rstrip()}\n```\n\n{WORDS[self.lang]['from'].format(example.origin)}"


def example_of(name: str) -> Example | None:
    """Return the example that is shown of a type."""
    if name in CHOICES:
        return None
    wanted = WHOLE.get(name)
    every = found().types.get(name, ())
    return next((one for one in every if one.origin == wanted), None) if wanted else found().of(name)


#: What is expected under each kind of key, which the schema of cases names by a pattern.
EXPECTED = {
    "^criteria/.": Words(
        "Kết quả của một tiêu chí; `scored`: chỉ cho điểm hoặc mức; `null`: ngày ấy không thuộc bộ.",
        "What a criterion comes to; `scored`: it only gives points or a grade; `null`: not in the set on that day.",
    ),
    "^(decisions|points|grades)/.": Words(
        "Kết luận, điểm hoặc mức; còn mở thì ghi `1..3`.",
        "What a decision, points or a grade come to; one that is open as `1..3`.",
    ),
    "^reasons/.": Words(
        "Vì sao tiêu chí không đạt hoặc còn mở, thứ tự tùy ý.", "Why a criterion is not met or open, in any order."
    ),
    "^caveats/.": Words(
        "Điều làm yếu số liệu đã dùng, thứ tự tùy ý.", "What weakens the facts that were used, in any order."
    ),
    "^proven/.": Words("Tiêu chí đã được chứng minh hay chưa.", "Whether a criterion is proven."),
    "^counts$": Words(
        "Bao nhiêu tiêu chí ra kết quả nào; không ghi thì thế nào cũng được.",
        "How many criteria come out how; what is not named may be anything.",
    ),
    "^proven$": Words("Bao nhiêu tiêu chí đã được chứng minh.", "How many criteria are proven."),
}


def _patterns(schema: Schema) -> Iterator[tuple[str, Schema]]:
    yield from schema.get("patternProperties", {}).items()


def _shown(pattern: str) -> str:
    """Write a pattern of keys as authors see it: ``points/ID grades/ID``."""
    words = pattern.strip("^$").removesuffix("/.").strip("()").split("|")
    return " ".join(f"{word}/ID" if pattern.endswith("/.") else word for word in words)


def _object_of(schema: Schema) -> Schema:
    """Return the long form of what also has a short one."""
    long: Schema = schema.get("else", {})
    return long if {"properties", "title"} <= long.keys() else schema


def _short_form(schema: Schema, lang: Lang) -> str:
    """Spell the single value that may stand for a type's keys."""
    if "if" in schema and "object" not in schema["if"]["type"]:
        return spell(schema["then"], lang)
    kinds = schema.get("type", ())
    singles = [kind for kind in ([kinds] if isinstance(kinds, str) else kinds) if kind not in {"object", "null"}]
    return spell({"type": singles}, lang) if singles and "properties" in schema else ""
