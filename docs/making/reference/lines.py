"""What villages write of facts, by the type of the fact: lines of the villages that are shipped or tried.

The rule: a line is one that its ruleset reads; each form is shown once.
"""

from __future__ import annotations

import functools
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

import smartvillage as sv

from .examples import WIDTH, Example, files, items_of, kind_of, read

#: So many forms of a type are shown, of so many lines at most.
MOST, LONGEST = 5, 8


@functools.cache
def village_lines() -> Mapping[str, tuple[Example, ...]]:
    """Return the shortest line of each form, by the type of fact."""
    kept: dict[str, dict[str, Example]] = {}
    for example, kind, form in _lines():
        forms = kept.setdefault(kind, {})
        if form not in forms or len(example.text) < len(forms[form].text):
            forms[form] = example
    return {kind: tuple(_of_own_names(forms.values()))[:MOST] for kind, forms in kept.items()}


def _of_own_names(lines: Iterable[Example]) -> Iterator[Example]:
    """Yield lines, the shortest first, of which no two speak of one fact: they stand in one block."""
    seen: set[str | int] = set()
    for line in sorted(lines, key=lambda one: len(one.text)):
        if line.path[-1] not in seen:
            seen.add(line.path[-1])
            yield line


def _lines() -> Iterator[tuple[Example, str, str]]:
    for file in files():
        text = file.read_text(encoding="utf-8")
        top = items_of(read(text))
        if kind_of(top) != "VillageFile":
            continue
        types = _types(file.parent, top)
        for key, value in top["facts"].value if isinstance(top["facts"], yaml.MappingNode) else ():
            whole = " " * key.start_mark.column + text[key.start_mark.index : value.end_mark.index]
            line = textwrap.dedent(whole).rstrip()
            if (
                line.count("\n") < LONGEST
                and max(map(len, line.split("\n"))) <= WIDTH
                and key.value in types
                and value.value
            ):
                yield Example(file, ("facts", key.value), line), types[key.value], _form(value)


def _types(folder: Path, top: Mapping[str, Any]) -> dict[str, str]:
    """Return the types of the facts of a village's ruleset, which is shipped or lies beside it."""
    beside = folder / "ruleset.yaml"
    name = top["ruleset"].value
    is_beside = beside.exists() and sv.load_ruleset(beside).id == name
    ruleset = sv.load_ruleset(beside) if is_beside else sv.load_ruleset(name, near=folder)
    return {key: type(fact).__name__ for key, fact in ruleset.facts.items()}


def _form(node: yaml.Node) -> str:
    """Tell lines apart by the keys of their long form and by the marks of a single value, not by their words."""
    if isinstance(node, yaml.MappingNode):
        return " ".join(sorted(items_of(node).keys() - {"note", "source"}))
    return re.sub(r"\w+", "w", node.value) if isinstance(node, yaml.ScalarNode) else "list"
