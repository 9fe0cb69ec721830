"""Basing: what every condition and limit rests on, passed down from where somebody wrote it.

The chain is limit, condition, criterion, the file's ``defaults``, the ruleset. What says its own basis ``assumed`` and
names no source has none: an assumption of ours must not stand under somebody else's text.

INVARIANT (basis): every condition and limit that comes out of here carries a basis and, where one was
given, a source; literals stand in their long form. Plain data goes in and new plain data comes out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from smartvillage.model.basis import Basis, Citation
from smartvillage.model.conditions import TEST_WORDS
from smartvillage.model.limits import limit_form

from .entries import Entry
from .footing import Ground

#: How deep conditions may be nested.
DEPTH = 24

_BASES = {basis.value: basis for basis in Basis}
_TESTS = frozenset(TEST_WORDS)
_UNKNOWN = Basis.UNKNOWN
_ASSUMED = Basis.ASSUMED


@dataclass(slots=True)
class Claims:
    """What was written about grounds on the way: kept so that it can be checked when all sources are known."""

    entry: Entry
    made: list[tuple[Any, Ground]] = field(default_factory=list)
    """The mapping that wrote a basis or a source, and the ground it then has."""
    unknowns: list[Any] = field(default_factory=list)
    """Limits that are unknown and yet claim a basis."""
    deep: list[Any] = field(default_factory=list)
    """Conditions nested too deeply."""
    ungrounded: list[Any] = field(default_factory=list)
    """The outermost conditions, limits and ranges that have no basis from anywhere."""

    def ground(self, written: Mapping[str, Any], outer: Ground) -> Ground:
        """Return the ground of a mapping inside another's."""
        if "basis" not in written and "source" not in written:
            return outer
        ground = Ground(basis_of(written, outer), source_of(written, outer))
        self.made.append((written, ground))
        return ground


def basis_of(written: Mapping[str, Any], outer: Ground) -> Basis | None:
    word = written.get("basis")
    if word is None:
        return outer.basis
    return _BASES.get(str(word), _UNKNOWN)


def source_of(written: Mapping[str, Any], outer: Ground) -> Citation | None:
    if "source" in written:
        return citation(written["source"])
    return None if str(written.get("basis")) == "assumed" else outer.source


def citation(written: object) -> Citation | None:
    """Read a citation; nothing where there is none or it cannot be read (its own entry says so)."""
    if written is None or isinstance(written, Citation):
        return written
    try:
        return Citation.model_validate(written)
    except ValidationError:
        return None


def header_ground(data: Mapping[str, Any]) -> Ground:
    """Return the ground that a ruleset's (or an overlay's) header gives to all that stands under it."""
    return Ground(basis_of(data, Ground()), source_of(data, Ground()))


def condition(written: Any, outer: Ground, claims: Claims, depth: int = 1) -> Any:  # noqa: ANN401 - plain data
    """Return a condition with its ground and those of all it holds."""
    if not isinstance(written, Mapping):
        return written
    if depth > DEPTH:
        claims.deep.append(written)
        return written
    ground = claims.ground(written, outer)
    if ground.basis is None:
        claims.ungrounded.append(written)
        ground = Ground(_UNKNOWN, ground.source)
    data = dict(written)
    for key, value in written.items():
        if key in _TESTS:
            data[key] = _test(value, ground, claims)
        elif key in _INNER:
            data[key] = _INNER[key](value, ground, claims, depth + 1)
    fill(data, ground)
    return data


def _conditions(written: Any, ground: Ground, claims: Claims, depth: int) -> Any:  # noqa: ANN401 - plain data
    if not isinstance(written, (list, tuple)):
        return written
    return [condition(item, ground, claims, depth) for item in written]


def where(written: Any, ground: Ground, claims: Claims, depth: int = 1) -> Any:  # noqa: ANN401 - plain data
    """Return a ``where`` with the grounds of all its limits."""
    if not isinstance(written, Mapping):
        return written
    if depth > DEPTH:
        claims.deep.append(written)
        return written
    data: dict[str, Any] = {}
    for key, value in written.items():
        if key in ("all_of", "any_of") and isinstance(value, (list, tuple)):
            data[key] = [where(item, ground, claims, depth + 1) for item in value]
        elif key == "not":
            data[key] = where(value, ground, claims, depth + 1)
        elif isinstance(value, Mapping):
            data[key] = {word: _test(test, ground, claims) for word, test in value.items()}
        else:
            data[key] = {"is": limit(value, ground, claims)}
    return data


def _test(written: Any, ground: Ground, claims: Claims) -> Any:  # noqa: ANN401 - plain data
    if isinstance(written, (list, tuple)):
        return [limit(item, ground, claims) for item in written]
    return limit(written, ground, claims)


def limit(written: Any, outer: Ground, claims: Claims, depth: int = 1) -> Any:  # noqa: ANN401 - plain data
    """Return a limit in its long form, with its ground and those of all it holds."""
    if not isinstance(written, Mapping):
        return _literal(written, outer, claims)
    if depth > DEPTH:
        claims.deep.append(written)
        return written
    # What nobody has seen is never stated, whatever the ruleset says of the rest.
    ground = claims.ground(written, Ground(_UNKNOWN, outer.source) if "unknown" in written else outer)
    data = dict(written)
    if "unknown" in data:
        if str(data.get("basis", "unknown")) != "unknown":
            claims.unknowns.append(written)
    elif ground.basis is None:
        claims.ungrounded.append(written)
        ground = Ground(_UNKNOWN, ground.source)
    if "by" in data:
        _table(data, ground, claims, depth + 1)
    if isinstance(data.get("dated"), (list, tuple)):
        data["dated"] = [based(item, ground, claims) for item in data["dated"]]
    fill(data, ground)
    return data


def _literal(written: Any, ground: Ground, claims: Claims) -> Any:  # noqa: ANN401 - plain data
    if written is None or isinstance(written, (list, tuple)):
        return written
    if written == "unknown":
        return {"unknown": {}, "basis": _UNKNOWN, "source": ground.source}
    if ground.basis is None:
        claims.ungrounded.append(written)
    return {"value": written, "basis": ground.basis, "source": ground.source}


def _table(data: dict[str, Any], ground: Ground, claims: Claims, depth: int) -> None:
    """Pass the ground down a table by class."""
    if isinstance(data.get("values"), Mapping):
        data["values"] = {code: limit(item, ground, claims, depth) for code, item in data["values"].items()}
    if "otherwise" in data:
        data["otherwise"] = limit(data["otherwise"], ground, claims, depth)


def based(written: Any, outer: Ground, claims: Claims, *, needed: bool = True) -> Any:  # noqa: ANN401 - plain data
    """Return a mapping with its ground."""
    if not isinstance(written, Mapping):
        return written
    ground = claims.ground(written, outer)
    if needed and ground.basis is None:
        claims.ungrounded.append(written)
    data = dict(written)
    fill(data, ground)
    return data


def fill(data: dict[str, Any], ground: Ground) -> None:
    """Write a ground into data, unless what stands there cannot be read and must be told as it is."""
    if "basis" not in data or str(data["basis"]) in _BASES:
        data["basis"] = ground.basis
    if ground.source is not None or data.get("source") is None:
        data["source"] = ground.source


#: What holds conditions or a ``where`` inside a condition.
_INNER: dict[str, Callable[[Any, Ground, Claims, int], Any]] = {
    "all_of": _conditions,
    "any_of": _conditions,
    "count": _conditions,
    "not": condition,
    "where": where,
}


def points(written: Any, outer: Ground, claims: Claims) -> Any:  # noqa: ANN401 - plain data
    """Return points in their long form, with their ground and that of what they are given by."""
    if isinstance(written, (list, tuple)):
        return written
    if not isinstance(written, Mapping):
        if outer.basis is None:
            claims.ungrounded.append(written)
        return {"max": written, "basis": outer.basis, "source": outer.source}
    data = based(written, outer, claims)
    if "of" in data:
        data["of"] = condition(data["of"], claims.ground(written, outer), claims)
    return data


def graded(written: Mapping[str, Any], outer: Ground, claims: Claims) -> dict[str, Any]:
    """Return levels by edges with the ground of every edge."""
    ground = claims.ground(written, outer)
    data: dict[str, Any] = based(written, outer, claims)
    if "of" in data:
        data["of"] = condition(data["of"], ground, claims)
    if isinstance(data.get("levels"), Mapping):
        data["levels"] = {level: _edge(edge, ground, claims) for level, edge in data["levels"].items()}
    return data


def _edge(written: Any, ground: Ground, claims: Claims) -> Any:  # noqa: ANN401 - plain data
    if isinstance(written, Mapping) and (limit_form(written) is None or not _TESTS.isdisjoint(written)):
        return {word: _test(test, ground, claims) if word in _TESTS else test for word, test in written.items()}
    return written if isinstance(written, (list, tuple)) else {"at_least": limit(written, ground, claims)}


def choice(written: Any, ground: Ground, claims: Claims) -> Any:  # noqa: ANN401 - plain data
    if not isinstance(written, Mapping) or "when" not in written:
        return written
    return {**written, "when": condition(written["when"], ground, claims)}
