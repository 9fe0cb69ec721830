"""What one starts a ruleset from: a package that is sound as it is, with cases that pass, ready to be built.

The rule: nothing is written here; the files come back as texts, and the caller decides where they go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .api import load_ruleset
from .arguments import check_language
from .diagnostics import Words
from .errors import QuestionError

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from .diagnostics import Lang

_NO_NAME = Words(
    "tên gồm 1–64 chữ, số, `_`, `-`, `.`, có ít nhất một chữ hoặc số không dấu, không phải đường dẫn",
    "a name is 1 to 64 letters, digits, `_`, `-` or `.`, with at least one plain letter or digit, and no path",
)


def new_ruleset(
    name: str, *, since: date, extends: str | None = None, near: Path | None = None, lang: Lang = "vi"
) -> dict[str, str]:
    """Write a package to start a ruleset from, or an overlay on one: its files by their paths.

    It is sound as it is, has cases that pass, and can be built and installed; its ruleset is then found by name.

    Args:
        name: What the ruleset, or the overlay, is called.
        since: The first day of the ruleset's period; an overlay has its base's.
        extends: The name of the ruleset that an overlay extends.
        near: A folder whose rulesets may be named too.
        lang: The language of comments and of the README.

    Returns:
        The text of each file by its path below a folder that the caller makes.

    Raises:
        QuestionError: The name cannot be that of a ruleset and of a package.
        NotFoundError, RulesetError: As ``load_ruleset`` of what is extended.

    >>> from datetime import date
    >>> sorted(new_ruleset("vinh-long-2026", since=date(2026, 1, 1)))[:2]
    ['README.md', 'pyproject.toml']
    """
    from importlib.metadata import version
    from json import dumps

    from ._forms.package import Names, package_of
    from ._loading.installed import installed
    from ._loading.schema import file_schema
    from .model.base import normal_id

    check_language(lang)
    name = normal_id(name)
    names = Names.of(name) if _may_name(name) else None
    if names is None:
        raise QuestionError(_NO_NAME)
    base = load_ruleset(extends, near=near) if extends else None
    schemas = {
        kind: dumps(file_schema(kind, lang), ensure_ascii=False, indent=2) + "\n"
        for kind in ("ruleset", "overlay", "case")
    }  # fmt: skip
    brought = installed().packages.get(extends) if extends else None
    return package_of(
        names, since=since, version=version("smartvillage"), schemas=schemas, base=base, brought_by=brought, lang=lang
    )


def _may_name(name: str) -> bool:
    from ._loading.shelf import ENDINGS, is_name
    from .model.base import check_id

    try:
        check_id(name)
    except ValueError:
        return False
    return is_name(name) and not name.startswith((".", "_")) and not name.endswith(ENDINGS)
