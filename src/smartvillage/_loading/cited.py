"""What a village cites: every source that its header, facts, evidence or parties name is among its ``sources``.

It is a warning, told once a source at its first mention: no verdict rests on it, but nobody can look the text up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from smartvillage._faults.village import unknown_source
from smartvillage.diagnostics import Diagnostic
from smartvillage.model.base import check_id

from .entries import Origin, Path
from .sections import same_id

#: The keys under which a source is named.
_CITING = ("source", "reports")


def check_cited(origin: Origin) -> Iterator[Diagnostic]:
    """Yield a warning for each source that is cited and not there."""
    described = origin.data.get("sources", {})
    if not isinstance(described, Mapping):
        return  # told already, and what cites it is not held against anybody
    known = set(map(same_id, described))
    for name, path in _cited(origin.data, ()):
        if _is_id(name) and same_id(name) not in known:
            known.add(same_id(name))
            yield unknown_source(origin.place(path), name, described)


def _is_id(name: str) -> bool:
    """Tell whether a name can be an id; one that cannot is told where its citation is read."""
    try:
        check_id(name)
    except ValueError:
        return False
    return True


def _cited(data: Any, path: Path) -> Iterator[tuple[str, Path]]:  # noqa: ANN401 - plain data
    """Yield each source that data names, with the path to its name."""
    for step, value in data.items() if data.__class__ is dict else enumerate(data):
        if value.__class__ is dict or value.__class__ is list:
            if step == "source" and isinstance(value, dict) and isinstance(value.get("id"), str):
                yield value["id"], (*path, step, "id")
            else:
                yield from _cited(value, (*path, step))
        elif step in _CITING and isinstance(value, str):
            yield value, (*path, step)
