"""A Sphinx extension: where a type that a signature names is documented, and which types of others have no page.

The rule: a name of this library always leads somewhere; what belongs to others is listed name by name, so that a
misspelt one is noticed.
"""

from __future__ import annotations

import re
from dataclasses import is_dataclass
from enum import Enum
from typing import TYPE_CHECKING

from pydantic import BaseModel
from sphinx.util.nodes import make_refnode

import smartvillage

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

#: Types of Python and of other libraries: nothing is fetched when the site is built, so they have no page here.
OTHERS = (
    ("py:class", "Any"), ("py:class", "Callable"), ("py:class", "Figure"), ("py:class", "Iterable"),
    ("py:class", "Iterator"), ("py:class", "Literal"), ("py:class", "Mapping"), ("py:class", "Path"),
    ("py:class", "Sequence"), ("py:class", "TypeGuard"), ("py:class", "collections.abc.Iterable"),
    ("py:class", "collections.abc.Mapping"), ("py:class", "collections.abc.Sequence"), ("py:class", "date"),
    ("py:class", "datetime.date"),
    ("py:class", "fractions.Fraction"), ("py:class", "pathlib.Path"), ("py:exc", "ValueError"),
    ("py:exc", "pydantic.ValidationError"),
)  # fmt: skip
_TYPES = "|".join(name for name in smartvillage.__all__ if name[0].isupper())
_PUBLIC = re.compile(rf"(?<![\w.])({_TYPES})\b")
#: A day as a type, not as the name of a parameter.
_DATE = re.compile(r"(?:^|(?<=[\[|: ,>]))date(?=[\],| )=]|$)")


def lead(app: Sphinx, env: BuildEnvironment, node: pending_xref, shown: nodes.TextElement) -> nodes.reference | None:
    """Lead from a short name to the one thing of that name, the nearest to where it is named."""
    if node.get("refdomain") != "py":
        return None
    objects = env.domains["py"].data["objects"]
    last = node["reftarget"].rpartition(".")[2]
    named = [name for name in objects if name.rpartition(".")[2] == last and objects[name].objtype != "attribute"]
    near = [name for name in named if name.startswith(f"{node.get('py:module')}.")]
    public = [name for name in named if name.count(".") == 1]
    found = next((few[0] for few in (near, public, named) if len(few) == 1), None)
    if found is None:
        return None
    return make_refnode(app.builder, node["refdoc"], objects[found].docname, objects[found].node_id, shown, found)


def sign(
    _app: Sphinx, what: str, _name: str, thing: object, _options: object, signature: str | None, returned: str | None
) -> tuple[str, str] | None:
    """Leave a type whose fields are told one by one without a signature, and name public types in full elsewhere."""
    is_told = isinstance(thing, type) and (issubclass(thing, (BaseModel, Enum)) or is_dataclass(thing))
    if is_told:
        return "", ""
    if not signature or what not in {"function", "method", "class", "exception"}:
        return None
    return _in_full(signature), _in_full(returned or "")


def _in_full(signature: str) -> str:
    return _DATE.sub("datetime.date", _PUBLIC.sub(r"smartvillage.\1", signature))


def overlook(_app: Sphinx, config: Config) -> None:
    """Let no warning be made of what belongs to others."""
    config.nitpick_ignore = [*config.nitpick_ignore, *OTHERS]


def setup(app: Sphinx) -> dict[str, bool]:
    """Bring all three to Sphinx."""
    app.connect("config-inited", overlook)
    app.connect("missing-reference", lead)
    app.connect("autodoc-process-signature", sign)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
