"""Origins: a resolved ruleset's fields, each with the place and the decision that set it.

How it goes through: the data of each entry as it was written and edited is walked beside the same data with its
grounds, so that a value has the place where somebody wrote it and the ground it has in the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from smartvillage.model.base import Text
from smartvillage.model.basis import Basis, Citation
from smartvillage.model.origins import Field, Origins
from smartvillage.model.ruleset import Ruleset, Source

from .entries import Entry, Handed, Path, Setting
from .footing import Ground
from .ground import citation, ground_entry, header_ground
from .sections import SECTIONS, Sections, gather, same_id

#: What says where something comes from: told beside each field, and a field itself only in sections without grounds.
_GROUNDS = ("basis", "source")


class _Leaf(NamedTuple):
    """A written value, the steps and the names that lead to it, and its ground."""

    steps: Path
    names: tuple[str, ...]
    value: Any
    ground: Ground
    ground_at: Path
    """The steps to what the ground was written for."""


def origins_of(ruleset: Ruleset, day: date | None = None, *, told: bool = True) -> Origins:
    """Return the fields of a ruleset as it stands on a day, by default the first of its period."""
    on = day or ruleset.ruleset.period.start or date.min
    standing = ruleset.on(on)
    sections = standing._derived.get("sections")  # noqa: SLF001 - who wrote what, and where
    if sections is None:
        sections = Sections()
        list(gather([Handed(standing.model_dump(mode="json"))], sections))
    header = standing.ruleset
    return Origins(
        id=header.id, version=header.version, title=header.title, overlays=standing.overlays, on=on,
        fields=tuple(_fields(sections, standing.sources)), told=told,
    )  # fmt: skip


def _fields(sections: Sections, sources: Mapping[str, Source]) -> Iterator[Field]:
    header = header_ground(sections.header())
    for section in SECTIONS:
        for entry in sections.entries[section].values():
            grounded, _ = ground_entry(entry, header)
            for leaf in _leaves(entry.data, grounded, (), (entry.name,), (Ground(), ())):
                yield _field(entry, leaf, sources)
            if "group" in entry.defaults and section == "criteria" and "group" not in entry.data:
                place = entry.origin.place(("defaults", "group"))
                yield Field(
                    path=f"{entry.name}/group", value=entry.defaults["group"],
                    file=place and place.file, line=place and place.line,
                )  # fmt: skip


def _field(entry: Entry, leaf: _Leaf, sources: Mapping[str, Source]) -> Field:
    place = entry.place(*leaf.steps)
    found = entry.setting(leaf.steps)
    by: Setting | None = found[1] if found else entry.added
    ground = leaf.ground
    if found and ground.basis is not None and len(found[0]) > len(leaf.ground_at):
        ground = found[1].ground or Ground()  # what an edit sets never stands on what was there before
    source = ground.source
    return Field(
        path="/".join(leaf.names), value=_plain(leaf.value),
        file=place.file if place else None, line=place.line if place else None,
        basis=ground.basis, source=source, cited=_called(source, sources),
        overlay=by.overlay if by else None, because=by.because if by else None,
    )  # fmt: skip


def _leaves(
    data: Any,  # noqa: ANN401 - plain data
    grounded: Any,  # noqa: ANN401 - plain data
    steps: Path,
    names: tuple[str, ...],
    ground: tuple[Ground, Path],
) -> Iterator[_Leaf]:
    """Yield every written value; a list of plain values is one."""
    if isinstance(grounded, Mapping) and "basis" in grounded:
        ground = _ground(grounded), steps
    if isinstance(data, Mapping) and not isinstance(data, (Text, Citation)):
        for key, value in data.items():
            if value is not None and (key not in _GROUNDS or ground[0].basis is None):
                inner = grounded.get(key) if isinstance(grounded, Mapping) else None
                yield from _leaves(value, inner, (*steps, key), (*names, str(key)), ground)
    elif isinstance(data, (list, tuple)) and any(isinstance(item, Mapping) for item in data):
        for at, item in enumerate(data):
            inner = grounded[at] if isinstance(grounded, (list, tuple)) else None
            name = same_id(item["id"]) if isinstance(item, Mapping) and "id" in item else str(at)
            yield from _leaves(item, inner, (*steps, at), (*names, name), ground)
    else:
        yield _Leaf(steps, names, data, *ground)


def _ground(grounded: Mapping[str, Any]) -> Ground:
    basis = grounded["basis"]
    known = {one.value: one for one in Basis}
    return Ground(known.get(str(basis)), citation(grounded.get("source")))


def _called(source: Citation | None, sources: Mapping[str, Source]) -> str | None:
    """Return how a text is called: its number, else its title."""
    if source is None:
        return None
    found = sources.get(source.id)
    name = (found.number or (found.title.vi if found.title else None)) if found else None
    return f"{name or source.id}, {source.item}" if source.item else name or source.id


def _plain(value: Any) -> Any:  # noqa: ANN401 - plain data
    return value.isoformat() if isinstance(value, date) else value
