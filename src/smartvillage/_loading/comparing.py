"""Comparing: a set's entries as values, and its written limits as what can be compared.

The rule: limits are read by the engine's own readers; what they refuse cannot be compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from smartvillage._program.literal import Tables
from smartvillage._program.quota import read_quota
from smartvillage.model.limits import AnyLimit
from smartvillage.numbers import Style, read_number

from .build import build
from .checks.measured import fields_of, reader_of
from .ground import ground_entry, header_ground
from .sections import Sections
from .standing import Asked

_UNBUILT = object()


class Comparing:
    """A set whose entries are built when they are asked for."""

    def __init__(self, sections: Sections) -> None:
        """Keep the entries."""
        self.sections = sections
        self._built: dict[tuple[str, str], Any] = {}
        self._tables: Tables | None = None

    def value(self, section: str, id_: str) -> Any:  # noqa: ANN401 - a value of the vocabulary
        """Return an entry's value; nothing where it is not there or has a fault."""
        found = self._built.get((section, id_), _UNBUILT)
        if found is _UNBUILT:
            entry = self.sections.entries[section].get(id_)
            found = None
            if entry is not None:
                data, _ = ground_entry(entry, header_ground(self.sections.header()))
                found = build(entry, data, [])
            self._built[section, id_] = found
        return found

    def rules(self) -> Iterator[Any]:
        """Yield everything that may hold limits against something."""
        for section in ("criteria", "decisions", "measures"):
            for id_ in self.sections.entries.get(section, ()):
                yield self.value(section, id_)

    def named(self, name: str) -> AnyLimit | None:
        """Return a named limit."""
        found = self.value("limits", name)
        return found if isinstance(found, AnyLimit) else None

    def read(self, asked: Asked, written: Any) -> Any:  # noqa: ANN401 - a scalar as written
        """Return a written limit as a row that ends with its number; rows that begin alike can be compared."""
        try:
            if asked[1:] == ("",):
                quota = read_quota(written, self.tables().style)
                return (quota.share, quota.value)
            fact = self._fact(asked)
            if fact is not None:
                return (reader_of(fact, self.tables())(written),)
            if isinstance(written, bool) or not isinstance(written, (str, int, Decimal)):
                return None
            number = read_number(written, self.tables().style)
        except ValueError:
            return None
        return (number.unit, number.percent, number.value)

    def _fact(self, asked: Asked) -> Any:  # noqa: ANN401 - a fact or a field
        fact = self.value("facts", asked[0]) if asked else None
        return fact if fact is None or len(asked) == 1 else fields_of(fact).get(asked[1])

    def tables(self) -> Tables:
        """Return how values are read."""
        if self._tables is None:
            scales = {name: self.value("scales", name) or () for name in self.sections.entries["scales"]}
            codes = {name: self.value("codes", name) or {} for name in self.sections.entries["codes"]}
            style: Style = "en" if self.sections.header().get("numbers") == "en" else "vi"
            self._tables = Tables(
                {name: tuple(level.id for level in scale) for name, scale in scales.items()},
                {name: tuple(found) for name, found in codes.items()},
                style,
            )
        return self._tables
