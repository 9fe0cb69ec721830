"""Examples of every type and key, found in the data: a walk along the schemas through every file that is shipped.

The rule: an example is a part of a file that the loader takes; it is shown as it stands there, with its origin.
"""

from __future__ import annotations

import functools
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .definitions import Schema, definitions
from .matching import fits

ROOT = Path(__file__).parents[3]
#: Where files lie that nothing is wrong with.
HOMES = ("docs/making/reference/shown", "tests/suite", "rulesets", "examples")
#: A longer example is not shown, and a longer value of a key neither.
LINES, WIDTH, SHORT = 20, 110, 60
#: More keys than this make no better example.
ENOUGH = 7
Path_ = tuple[str | int, ...]


@dataclass(frozen=True)
class Example:
    """A part of a file."""

    file: Path
    path: Path_
    text: str
    keys: tuple[str, ...] = ()

    @property
    def origin(self) -> str:
        """The file, as the repository names it."""
        return self.file.relative_to(ROOT).as_posix()


@dataclass
class Found:
    """The examples of types, and of the values of keys."""

    types: dict[str, list[Example]] = field(default_factory=dict)
    keys: dict[tuple[str, str], Example] = field(default_factory=dict)

    def of(self, name: str) -> Example | None:
        """Return the best example of a type: it shows most keys, and is the shortest of those."""
        return min(self.types.get(name, ()), key=_rank, default=None)

    def short(self, name: str, key: str) -> Example | None:
        """Return a value of a key that fits into a line."""
        return self.keys.get((name, key))


def rank(example: Example) -> tuple[bool, int, str]:
    """Put first the value of a key that shows most in half a line, as a shipped ruleset has it."""
    return (not example.origin.startswith(HOMES[2:]), abs(len(example.text) - SHORT // 2), example.origin)


def _rank(example: Example) -> tuple[bool, int, int, str]:
    is_shown = example.origin.startswith(HOMES[0])
    return (is_shown, -min(len(example.keys), ENOUGH), len(example.text), example.origin)


@functools.cache
def found() -> Found:
    """Walk through all files."""
    gathered = Found()
    for file in files():
        text = file.read_text(encoding="utf-8")
        _Walk(gathered, file, text).start(read(text))
    return gathered


def read(text: str) -> yaml.Node:
    """Return the nodes of a YAML text."""
    node = yaml.compose(text, Loader=yaml.CBaseLoader)
    if node is None:
        raise ValueError(text)
    return node


def files() -> tuple[Path, ...]:
    """Return the files that examples are taken from."""
    return tuple(file for home in HOMES for file in sorted((ROOT / home).rglob("*.yaml")))


def kind_of(keys: Mapping[str, Any]) -> str:
    """Tell by its keys what a file is as a whole."""
    marks = {"overlay": "OverlayFile", "village": "VillageFile", "cases": "CaseFile"}
    return next((name for key, name in marks.items() if key in keys), "RulesetFile")


class _Walk:
    """A walk through one file."""

    def __init__(self, gathered: Found, file: Path, text: str) -> None:
        self.found, self.file, self.text = gathered, file, text
        self.known = definitions("en")

    def start(self, root: yaml.Node) -> None:
        name = kind_of(items_of(root))
        example = Example(self.file, (), self.text, tuple(items_of(root)))
        self.found.types.setdefault(name, []).append(example)
        self.visit({"$ref": f"#/$defs/{name}"}, root, (), None)

    def visit(self, schema: Schema, node: yaml.Node, path: Path_, key: yaml.Node | None) -> None:
        """Go through a value along its schema; ``key`` is the node of the key it stands under."""
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            self._keep(name, node, path, key)
            self._inside(name, self.known[name], node, path, key)
        else:
            self._inside("", schema, node, path, key)

    def _inside(self, name: str, schema: Schema, node: yaml.Node, path: Path_, key: yaml.Node | None) -> None:
        if "if" in schema:
            branch = schema["then" if fits(schema["if"], node) else "else"]
            inside = name if "title" in branch else ""
            self.visit(branch, node, path, key) if "$ref" in branch else self._inside(inside, branch, node, path, key)
        for one in schema.get("allOf", ()):
            if "if" in one and fits(one["if"], node):
                self.visit(one["then"], node, path, key)
        if isinstance(node, yaml.MappingNode):
            for inner, value in node.value:
                self._key(name, schema, inner, value, path)
        elif isinstance(node, yaml.SequenceNode) and "items" in schema:
            for place, value in enumerate(node.value):
                self.visit(schema["items"], value, (*path, place), None)

    def _key(self, name: str, schema: Schema, key: yaml.Node, value: yaml.Node, path: Path_) -> None:
        here = (*path, key.value)
        own = schema.get("properties", {}).get(key.value, schema.get("additionalProperties"))
        if key.value in schema.get("properties", {}) and name:
            self._keep_key(name, key, value, here)
        for pattern, one in schema.get("patternProperties", {}).items():
            if key.value.startswith(tuple(prefixes(pattern))):
                self._keep_key(f"{name}{pattern}", key, value, here)
                own = one
        if isinstance(own, dict):
            self.visit(own, value, here, key)

    def _keep(self, name: str, node: yaml.Node, path: Path_, key: yaml.Node | None) -> None:
        text = self._cut(node, key, self.found_in_list(path))
        lines = text.splitlines()
        if len(lines) <= LINES and max(map(len, lines), default=0) <= WIDTH and isinstance(node, yaml.MappingNode):
            example = Example(self.file, path, text, tuple(items_of(node)))
            self.found.types.setdefault(name, []).append(example)

    def _keep_key(self, name: str, key: yaml.Node, value: yaml.Node, path: Path_) -> None:
        place = (name, "" if "^" in name else key.value)
        example = Example(self.file, path, self._cut(value, key, in_list=False))
        kept = self.found.keys.get(place, example)
        if "\n" not in example.text and len(example.text) <= SHORT and not example.text.endswith(("[]", "{}")):
            self.found.keys[place] = min(kept, example, key=rank)

    @staticmethod
    def found_in_list(path: Path_) -> bool:
        """Tell whether a path ends at an item of a list."""
        return bool(path) and isinstance(path[-1], int)

    def _cut(self, node: yaml.Node, key: yaml.Node | None, in_list: bool) -> str:  # noqa: FBT001 - reads as a word
        """Return the text of a value with its key, moved to the left."""
        start = (node if key is None else key).start_mark
        text = " " * start.column + self.text[start.index : node.end_mark.index]
        dedented = textwrap.dedent(_without_comments(text)).rstrip()
        return "- " + dedented.replace("\n", "\n  ") if in_list else dedented


def _without_comments(text: str) -> str:
    """Leave out whole lines of comment, and what a block's end reaches over."""
    return "\n".join(line for line in text.split("\n") if not line.lstrip().startswith("#"))


def items_of(node: yaml.Node) -> dict[str, Any]:
    """Return a mapping's values by its keys; nothing of another node."""
    return {key.value: value for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}


def prefixes(pattern: str) -> Iterator[str]:
    """Yield the beginnings that a pattern of keys such as ``^(points|grades)/.`` names."""
    words = pattern.strip("^$").removesuffix("/.")
    slash = "/" if pattern.endswith("/.") else ""
    yield from (f"{word}{slash}" for word in words.strip("()").split("|"))
