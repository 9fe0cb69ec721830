"""Installed: the rulesets and overlays that other packages bring, found under an entry point.

The rule: a package's folder is a shelf like ours; each ruleset is a folder on it that bears its name, each overlay a
file in its ``overlays``. What is broken there, or bears a name that is taken, is told and left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from smartvillage._faults import source as faults
from smartvillage.diagnostics import Diagnostic
from smartvillage.errors import PluginError
from smartvillage.plugins import RULESETS, folder_of, offers

from . import folder
from .shelf import ENDINGS, is_name, shipped

#: Who ships what no package brings.
OURS = "smartvillage"


@dataclass(slots=True)
class Installed:
    """What packages bring, by name, in the order of packages and names."""

    sets: dict[str, Path] = field(default_factory=dict)
    """Where each ruleset's folder, or each overlay's file, lies."""
    packages: dict[str, str] = field(default_factory=dict)
    """Which package brings it."""
    shelves: list[Path] = field(default_factory=list)
    warnings: list[Diagnostic] = field(default_factory=list)

    def put(self, name: str, package: str, path: Path) -> None:
        """Take something in, unless its name is taken."""
        taken = OURS if name in shipped() else self.packages.get(name)
        if taken is not None:
            self.warnings.append(faults.name_taken(name, package, taken))
            return
        self.sets[name] = path
        self.packages[name] = package


def installed() -> Installed:
    """Return what packages bring, and what is wrong with those that cannot be used."""
    found = Installed()
    for offer in offers(RULESETS):
        try:
            home = folder_of(offer)
            brought = list(_brought(home))
        except PluginError as error:
            found.warnings.append(faults.broken_package(error.package, error.name, error.reason))
            continue
        except OSError as error:
            found.warnings.append(faults.broken_package(offer.package, offer.name, str(error)))
            continue
        if not brought:
            found.warnings.append(faults.broken_package(offer.package, offer.name, "no ruleset lies in its folder"))
        found.shelves.append(home)
        for name, path in brought:
            found.put(name, offer.package, path)
    return found


def _brought(home: Path) -> Iterator[tuple[str, Path]]:
    """Yield the rulesets and overlays on a package's shelf; no link out of it is followed."""
    real = home.resolve()
    for item in sorted(home.iterdir()):
        own = is_name(item.name) and item.resolve().is_relative_to(real) and not item.name.startswith((".", "_"))
        if own and item.is_dir() and any((item / f"ruleset{ending}").is_file() for ending in ENDINGS):
            yield item.name, item
    yield from folder.overlay_files(home).items()
