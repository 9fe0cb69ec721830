"""The shelf: rulesets with what lies beside them (overlays, cases) and the villages among the examples.

The rule: pages are made of what stands here and of nothing else, whatever order files lie in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import smartvillage as sv
from smartvillage.document import Limits, read_file
from smartvillage.model.base import Period, Text
from smartvillage.testing import find_cases, open_suite

from .slugs import slugs

if TYPE_CHECKING:
    from smartvillage.model.criteria import Criterion
    from smartvillage.model.findings import Assessment
    from smartvillage.model.ruleset import Ruleset
    from smartvillage.model.village import Village
    from smartvillage.testing import Case


@dataclass(frozen=True)
class Overlaid:
    """An overlay that is shipped with a ruleset, as it is written, and what it makes of the ruleset in the end."""

    id: str
    written: Mapping[str, Any]
    made: Ruleset

    @property
    def header(self) -> Mapping[str, Any]:
        """What it says of itself."""
        header: Mapping[str, Any] = self.written["overlay"]
        return header

    @property
    def in_force(self) -> Period | None:
        """When it does something, where it says so."""
        written = self.header.get("in_force")
        return None if written is None else Period.model_validate(written)

    @property
    def basis(self) -> str | None:
        """On what its edits rest, unless they say otherwise."""
        basis: str | None = self.header.get("basis")
        return basis

    @property
    def title(self) -> Text:
        """What it is called."""
        return Text.model_validate(self.header["title"])


@dataclass(frozen=True)
class Standing:
    """A village that names a ruleset, with the ruleset as its own overlays make it."""

    village: Village
    ruleset: Ruleset

    @cached_property
    def assessment(self) -> Assessment:
        """How it stands, found once."""
        return sv.evaluate(self.ruleset, self.village, overlays=())


@dataclass(frozen=True)
class Shelved:
    """A ruleset and all that is shown with it."""

    ruleset: Ruleset
    overlays: tuple[Overlaid, ...]
    cases: tuple[Case, ...]
    villages: tuple[Standing, ...]

    @property
    def id(self) -> str:
        """The ruleset's id, after which its page is named."""
        return self.ruleset.id

    def page(self, criterion: Criterion) -> str:
        """Return the name of a criterion's page, without folder or ending."""
        return slugs(one.id for one in self.ruleset.criteria)[criterion.id]

    def overlay_page(self, overlay: Overlaid) -> str:
        """Return the name of an overlay's page, seen from the catalogue's folder."""
        return f"{self.id}/overlays/{slugs(one.id for one in self.overlays)[overlay.id]}"


#: All rulesets by name, in the order of their names.
Shelf = Mapping[str, Shelved]


def read_shelf(rulesets: Path, examples: Path) -> Shelf:
    """Read every ruleset in a folder, and every village in a folder of examples."""
    villages = [sv.load_village(path) for path in sorted(examples.glob("*/village.yaml"))]
    folders = sorted(path.parent for path in rulesets.glob("*/ruleset.yaml"))
    return {one.id: one for one in (_shelved(folder, villages) for folder in folders)}


def _shelved(folder: Path, villages: list[Village]) -> Shelved:
    ruleset = sv.load_ruleset(folder)
    overlays = tuple(_overlaid(ruleset, path) for path in sorted(folder.glob("overlays/*.yaml")) if _is_overlay(path))
    cases = tuple(case for path in find_cases(folder) for case in open_suite(path).file.cases)
    standing = tuple(
        Standing(village, sv.load_ruleset(ruleset, overlays=village.overlays)) for village in villages
        if village.ruleset == ruleset.id
    )  # fmt: skip
    return Shelved(ruleset, overlays, cases, standing)


def _is_overlay(path: Path) -> bool:
    return not path.name.endswith(".case.yaml")


def _overlaid(ruleset: Ruleset, path: Path) -> Overlaid:
    written = read_file(path, Limits()).data
    if not isinstance(written, Mapping):
        raise TypeError(path)
    made = sv.load_ruleset(ruleset, overlays=[path])
    bare = Overlaid(str(written["overlay"]["id"]), written, made)
    ends = [made.ruleset.period.until, bare.in_force.until if bare.in_force else None]
    last = min(filter(None, ends), default=max(made.amended, default=date.min))
    return replace(bare, made=made.on(last))
