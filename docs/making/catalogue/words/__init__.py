"""The catalogue's own words, in both languages; what the library's reports have a word for stands there alone."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from . import en, vi

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smartvillage.diagnostics import Lang

WORDS: Mapping[Lang, Mapping[str, str]] = MappingProxyType({"vi": vi.WORDS, "en": en.WORDS})


def word(lang: Lang, label: str, /, **values: object) -> str:
    """Fill a label in."""
    return WORDS[lang][label].format(**values)
