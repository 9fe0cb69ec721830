"""A package to start a ruleset or an overlay from: sound as it is, with cases that pass, and ready to be built.

The rule: what a name may be decides the name alone; the texts are files beside this one, and only their marks are
filled in.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from smartvillage.diagnostics import Lang
    from smartvillage.model.ruleset import Ruleset

#: Letters that no decomposition makes plain.
_PLAIN = str.maketrans("đĐ", "dD")
_WHAT = {
    "vi": ("Một bộ tiêu chí cho smartvillage.", "Một bản phủ của smartvillage lên `{}`."),
    "en": ("A ruleset for smartvillage.", "An overlay for smartvillage on `{}`."),
}


@dataclass(frozen=True, slots=True)
class Names:
    """The names that a package has: as a ruleset, as a distribution, and as a module."""

    own: str
    package: str
    module: str

    @classmethod
    def of(cls, name: str) -> Names | None:
        """Make the names; nothing where no plain letter is left for a package's name."""
        letters = unicodedata.normalize("NFKD", name.translate(_PLAIN)).encode("ascii", "ignore").decode().lower()
        plain = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
        if not plain:
            return None
        return cls(name, f"smartvillage-{plain}", f"smartvillage_{plain.replace('-', '_')}")

    @property
    def plain(self) -> str:
        """The name in plain letters."""
        return self.package.removeprefix("smartvillage-")


def package_of(  # noqa: PLR0913 - all but one are keywords
    names: Names,
    *,
    since: date,
    version: str,
    schemas: Mapping[str, str],
    base: Ruleset | None = None,
    brought_by: str | None = None,
    lang: Lang = "vi",
) -> dict[str, str]:
    """Return the files of a package, by their paths in it.

    Args:
        names: What it is called.
        since: The first day of a new ruleset; an overlay has its base's.
        version: The version of smartvillage that it needs at least.
        schemas: The texts of the schemas that its files name, by kind.
        base: The ruleset that it extends.
        brought_by: The package that brings that ruleset, where it is not ours.
        lang: The language of comments and of the README.
    """
    kind = "ruleset" if base is None else "overlay"
    home = f"src/{names.module}/" + (names.own if base is None else "overlays")
    main = f"{home}/{'ruleset' if base is None else names.own}.yaml"
    cases = f"{home}/{names.own}.case.yaml"
    what = _WHAT[lang][0 if base is None else 1].format(base.id if base else "")
    needed = [f"smartvillage>={version}", *([brought_by] if brought_by else [])]
    marks = {
        "NAME": names.own, "PACKAGE": names.package, "MODULE": names.module, "MAIN": main, "CASES": cases, "KIND": kind,
        "WHAT": what, "DESCRIPTION": what.replace("`", ""), "DEPENDENCIES": ", ".join(f'"{one}"' for one in needed),
        **(_of_ruleset(since) if base is None else _of_overlay(names, base, since)),
    }  # fmt: skip
    made = {
        "pyproject.toml": _text("package.toml", marks),
        "README.md": _text(f"{lang}/README.md", marks),
        main: _text(f"{lang}/{kind}.yaml", marks),
        cases: _text(f"{lang}/{kind}.case.yaml", marks),
        f"src/{names.module}/__init__.py": f'"""{what.replace("`", "")}"""\n',
    }
    return made | {f"schemas/{name}.schema.json": schemas[name] for name in (kind, "case")}


def _of_ruleset(since: date) -> dict[str, str]:
    return {"SINCE": since.isoformat(), "DAY": since.isoformat()}


def _of_overlay(names: Names, base: Ruleset, since: date) -> dict[str, str]:
    header = base.ruleset
    major = int(header.version.partition(".")[0])
    return {
        "BASE": base.id,
        "EXTENDS": f"{base.id}@>={header.version},<{major + 1}",
        "DAY": (header.period.start or since).isoformat(),
        "OWN": _free(names.plain, base.sources),
        "FACT": _free(f"{names.plain[:50]}-done", base.facts),
        "CRITERION": _free(names.plain, {one.id: one for one in base.criteria}),
    }


def _free(wanted: str, taken: Mapping[str, object]) -> str:
    """Return an id that nothing in the base bears."""
    wanted = wanted[:56].strip("-")
    return wanted if wanted not in taken else f"{wanted}-{len(taken) + 1}"


def _text(name: str, marks: Mapping[str, str]) -> str:
    """Fill in the marks of a text; a mark that is not known is a slip of ours."""
    text = files(f"{__package__}.starting").joinpath(name).read_text("utf-8")
    return re.sub(r"@([A-Z]+)@", lambda found: marks[found[1]], text)
