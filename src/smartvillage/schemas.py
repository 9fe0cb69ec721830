"""Schemas for editors and other programs: of what authors type, of one ruleset's villages, and of results.

JSON Schema 2020-12 as plain data, whole in itself: no reference leads out of it. A schema is a first reading; ``check``
says all that is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .api import load_ruleset
from .arguments import check_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .api import RulesetLike
    from .arguments import OverlayLike
    from .diagnostics import Lang
    from .model.ruleset import Ruleset

#: What a schema can be of.
SchemaKind: TypeAlias = Literal["ruleset", "overlay", "village", "case", "result"]


def schema(
    kind: SchemaKind,
    *,
    ruleset: RulesetLike | None = None,
    overlays: OverlayLike | Sequence[OverlayLike] = (),
    lang: Lang = "vi",
) -> dict[str, Any]:
    """Return the schema of a kind of file, or of results.

    Args:
        kind: ``ruleset``, ``overlay``, ``village``, ``case`` (a file of cases) or ``result``.
        ruleset: Whose facts a village may speak of, with their types, units, scales and codes; only with ``village``.
        overlays: Overlays to resolve into that ruleset first; they may ask for more facts.
        lang: The language of descriptions.

    Returns:
        The schema as plain data, ready for ``json.dumps``.

    Raises:
        NotFoundError, RulesetError: As ``load_ruleset``.
        ValueError: There is no such kind, or ``ruleset`` stands with another kind than ``village``.

    >>> asked = schema("village", ruleset="dong-thap-2021-2025", lang="en")
    >>> asked["properties"]["facts"]["properties"]["smartphone_share"]["title"]
    'Working-age people using a smartphone'
    """
    from ._loading.schema import KINDS, file_schema

    check_language(lang)
    if kind == "result":
        from ._loading.schema.words import WORDS
        from ._reporting.result_schema import result_schema

        return result_schema(lang, WORDS)
    if kind not in KINDS:
        msg = f"a schema is of {', '.join((*KINDS, 'result'))}, not of {kind!r}"
        raise ValueError(msg)
    if ruleset is None:
        return file_schema(kind, lang)
    if kind != "village":
        msg = "a ruleset goes with the schema of a village alone"
        raise ValueError(msg)
    return _village_of(load_ruleset(ruleset, overlays=overlays), lang)


def _village_of(resolved: Ruleset, lang: Lang) -> dict[str, Any]:
    from ._forms.checkable import AROUND_VALUES, fact_schemas
    from ._loading.schema import village_schema

    return village_schema(resolved, fact_schemas(resolved, lang), AROUND_VALUES, lang)
