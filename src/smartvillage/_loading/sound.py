"""What is sound of a village: its data without the parts that a validator refused, so that the rest is judged too.

INVARIANT (no cascade): a part that says how others are read (the header, the day, the ruleset, its overlays, the
manner of numbers) is never left out; where one of them is bad, nothing is sound.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from smartvillage._faults.words import nearest
from smartvillage.diagnostics import Place
from smartvillage.model.village import Village

from .entries import Origin, Path

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

#: Where one bad entry is left out alone.
_ENTRIES = ("facts", "sources", "parties", "evidence", "progress")
#: What says how the rest is read.
_RULING = ("village", "ruleset", "as_of", "overlays", "numbers")


class Thinned:
    """A document some of whose evidence was left out: what moved up is found where it stands."""

    def __init__(self, origin: Origin, kept: list[int]) -> None:
        """Take the document and the positions that were kept."""
        self.file, self.data, self.faults = origin.file, origin.data, origin.faults
        self._origin, self._kept = origin, kept

    def place(self, path: Path, key: bool = False) -> Place | None:  # noqa: FBT001, FBT002 - as Origin
        """Return where the value (or its key) at a path stands."""
        if path[:1] == ("evidence",) and len(path) > 1:
            path = ("evidence", self._kept[int(path[1])], *path[2:])
        return self._origin.place(path, key)


def sound_part(origin: Origin, data: Mapping[str, Any], refused: ValidationError) -> tuple[Village | None, Origin]:
    """Return the village that the sound parts make, and where they stand; nothing where they make none."""
    errors = refused.errors(include_url=False, include_context=False, include_input=False)
    bad = {_part(error) for error in errors}
    if () in bad:
        return None, origin
    out = {name: {part[1] for part in bad if part[0] == name and len(part) > 1} for name in data}
    kept = {name: _without(content, out[name]) for name, content in data.items() if (name,) not in bad}
    try:
        village = Village.__pydantic_validator__.validate_python({"facts": {}, **kept})
    except ValidationError:
        return None, origin
    gone = out.get("evidence", ())
    return village, Thinned(origin, [at for at in range(len(data["evidence"])) if at not in gone]) if gone else origin


def _part(error: ErrorDetails) -> Path:
    """Return the path of what is left out for an error; none where nothing is sound without it."""
    name, *inner = error["loc"]
    unknown = error["type"] == "extra_forbidden"
    if unknown and not inner:
        return () if nearest(str(name), Village.model_fields) in _RULING else (name,)
    if name in _RULING and not (name == "village" and unknown):
        return ()
    return (name, inner[0]) if inner and name in ("village", *_ENTRIES) else (name,)


def _without(content: Any, out: Collection[str | int]) -> Any:  # noqa: ANN401 - plain data
    if not out:
        return content
    if isinstance(content, Mapping):
        return {key: value for key, value in content.items() if key not in out}
    return [item for at, item in enumerate(content) if at not in out]
