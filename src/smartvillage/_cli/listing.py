"""The list of rulesets: the shipped ones, then what installed packages bring; what is broken there is told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from smartvillage import api, authoring
from smartvillage._loading.installed import OURS, installed
from smartvillage.errors import RulesetError

from .output import put

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage.model.base import Text
    from smartvillage.model.ruleset import Ruleset

    from .options import Form
    from .talk import Talk


class Row(NamedTuple):
    """What is listed of a ruleset, or of an overlay that a package brings."""

    name: str
    package: str
    version: str
    title: Text
    ruleset: Ruleset

    def as_data(self) -> dict[str, Any]:
        """Return plain data for JSON."""
        header = self.ruleset.ruleset.model_dump(mode="json", include={"id", "period"})
        title = self.title.model_dump(mode="json")
        return {**header, "version": self.version, "title": title, "name": self.name, "package": self.package}


def put_list(talk: Talk, form: Form | None) -> None:
    """Print the list, and say on standard error what is wrong with what packages bring."""
    brought = installed()
    rows = list(_rows(talk, brought.packages))
    if form == "json":
        put(json.dumps([row.as_data() for row in rows], ensure_ascii=False, indent=2) + "\n")
    else:
        for row in rows:
            put(f"{row.name}  {row.version}  {row.title.say(talk.lang)}\n")
    for warning in brought.warnings:
        talk.say(warning.render("vi"), warning.render("en"))


def _rows(talk: Talk, packages: dict[str, str]) -> Iterator[Row]:
    for name, path in authoring.rulesets().items():
        try:
            found = api.load_ruleset(path)
        except RulesetError as error:
            if name not in packages:
                raise
            faults = len(error.diagnostics)
            talk.say(
                f"`{name}` của gói `{packages[name]}` có {faults} lỗi; xem bằng `smartvillage validate {name}`",
                f"`{name}` of the package `{packages[name]}` has faults ({faults}): `smartvillage validate {name}`",
            )
            continue
        yield _row(name, packages.get(name, OURS), found)


def _row(name: str, package: str, found: Ruleset) -> Row:
    """Describe a set by its header, and an overlay by its own."""
    _, overlays = found._derived.get("base") or (None, ())  # noqa: SLF001 - what was brought in to make it
    own = next((overlay.header for overlay in overlays if overlay.id == name), found.ruleset)
    return Row(name, package, own.version, own.title, found)
