"""Vietnamese: words of a ruleset's fields and who set them. Every key stands in every language."""

from __future__ import annotations

from types import MappingProxyType

LABELS = MappingProxyType({
    "origins.about": "{id} {version} · như đang áp dụng ngày {day}",
    "origins.overlay": "bản phủ {overlay}",
    "origins.handed": "chương trình đưa vào",
})  # fmt: skip
