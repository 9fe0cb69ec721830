"""English: words of a ruleset's fields and who set them. Every key stands in every language."""

from __future__ import annotations

from types import MappingProxyType

LABELS = MappingProxyType({
    "origins.about": "{id} {version} · as it stands on {day}",
    "origins.overlay": "overlay {overlay}",
    "origins.handed": "handed over by a program",
})  # fmt: skip
