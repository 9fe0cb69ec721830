"""Whatever the loader takes is valid: a schema that refused it would send its author looking for a fault."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from editors.reading import told
from hypothesis import given
from hypothesis import strategies as st

from smartvillage._loading import check_ruleset
from smartvillage.document import read_file

BASE = read_file(Path(__file__).parents[2] / "bad" / "base.yaml").data
Path_ = tuple[str | int, ...]


def paths(data: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Yield the path of each part of data."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, inner in items:
        yield (*path, step)
        yield from paths(inner, (*path, step))


PATHS = sorted(paths(BASE), key=str)
TEXTS = [
    "x",
    "1.1",
    "1.0.0",
    "2024-01-01",
    "2023",
    "70 %",
    "2 tháng",
    "all",
    "unknown",
    "none",
    "hamlet",
    "qd-1",
    "users",
]
SINGLES = st.one_of(st.sampled_from(TEXTS), st.booleans(), st.integers(0, 3))
KEYS = st.sampled_from([
    "vi", "en", "id", "item", "quote", "title", "value", "unknown", "by", "values", "otherwise", "limit", "dated",
    "ask", "times", "of", "fact", "count", "met", "all_of", "any_of", "not", "at_least", "is", "where", "group", "tag",
    "low", "likely", "high", "month", "day", "year", "max", "steps", "lock", "round", "from", "until", "basis",
    "source", "note",
])  # fmt: skip
VALUES = st.recursive(
    SINGLES,
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=5,
)


def put(path: Path_, value: Any) -> Any:
    """Return the base with one part replaced."""
    data = deepcopy(BASE)
    inner = data
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return data


def at(path: Path_) -> Any:
    """Return a part of the base."""
    inner = BASE
    for step in path:
        inner = inner[step]
    return inner


def holds(data: Any) -> None:
    """What the loader takes is valid."""
    ruleset, _ = check_ruleset(data)
    assert ruleset is None or told("ruleset", data) == []


@given(st.sampled_from(PATHS), VALUES)
def test_a_part_replaced_by_anything(path: Path_, value: Any) -> None:
    """By what somebody might write."""
    holds(put(path, value))


@given(st.sampled_from(PATHS), st.sampled_from(PATHS))
def test_a_part_replaced_by_another(path: Path_, other: Path_) -> None:
    """By what stands elsewhere in the set."""
    holds(put(path, at(other)))


@given(st.sampled_from([path for path in PATHS if isinstance(at(path), dict)]), KEYS, VALUES)
def test_a_key_more(path: Path_, key: str, value: Any) -> None:
    """Wherever it stands."""
    holds(put(path, {**at(path), key: value}))


@given(st.sampled_from([path for path in PATHS if isinstance(path[-1], str)]))
def test_a_key_less(path: Path_) -> None:
    """Wherever it stood."""
    around = {key: part for key, part in at(path[:-1]).items() if key != path[-1]} if path[:-1] else None
    holds({key: part for key, part in BASE.items() if key != path[0]} if around is None else put(path[:-1], around))
