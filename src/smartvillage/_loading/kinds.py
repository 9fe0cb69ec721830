"""Kinds: what the vocabulary lets stand at a path of plain data, in any section.

The rule: sections, keys and their kinds are read off the models alone, so that what the vocabulary learns an overlay
can edit at once. Where a union leaves several kinds open, all of them are returned.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args, get_origin

from smartvillage.model.conditions import Where
from smartvillage.model.ruleset import Ruleset

from .entries import Path, Step
from .trail import choices, fields, is_model, plain


def kinds_at(section: str, steps: Path) -> tuple[Any, ...]:
    """Return the kinds of what may stand at the steps inside an entry of a section."""
    kinds = _once(_flat([_entry_kind(section)]))
    for step in steps:
        kinds = inside(kinds, step)
    return kinds


def inside(kinds: Iterable[Any], step: Step) -> tuple[Any, ...]:
    """Return the kinds of what may stand one step further."""
    return _once(_flat(inner for kind in kinds for inner in _inside(kind, step)))


def is_a(kinds: Iterable[Any], *models: type[Any]) -> bool:
    """Tell whether one of the kinds is one of some models."""
    return any(is_model(kind) and issubclass(kind, models) for kind in kinds)


def _entry_kind(section: str) -> Any:  # noqa: ANN401 - an annotation
    kind = plain(Ruleset.model_fields[section].annotation)
    arguments = get_args(kind)
    if not arguments:
        return kind
    return arguments[1] if _is_mapping(kind) else arguments[0]


def _once(kinds: Iterable[Any]) -> tuple[Any, ...]:
    """Return kinds without those that came before: not every annotation can be hashed."""
    found: list[Any] = []
    for kind in kinds:
        if kind not in found:
            found.append(kind)
    return tuple(found)


def _flat(kinds: Iterable[Any]) -> Iterator[Any]:
    """Yield kinds with every union replaced by its members."""
    for kind in kinds:
        bare = plain(kind)
        members = choices(bare)
        if members:
            yield from _flat(members)
        else:
            yield bare


def _inside(kind: Any, step: Step) -> Iterator[Any]:  # noqa: ANN401 - an annotation
    if kind is Where and step not in ("all_of", "any_of", "not"):
        yield get_args(plain(Where.model_fields["fields"].annotation))[1]
    elif is_model(kind):
        yield from (inner for key, inner in fields(kind) if key == step)
    elif _is_mapping(kind):
        yield get_args(kind)[1]
    elif get_origin(kind) in (tuple, list) and isinstance(step, int):
        yield get_args(kind)[0]


def _is_mapping(kind: Any) -> bool:  # noqa: ANN401 - an annotation
    origin = get_origin(kind)
    return isinstance(origin, type) and issubclass(origin, Mapping) and len(get_args(kind)) > 1
