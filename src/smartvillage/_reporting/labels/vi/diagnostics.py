"""Vietnamese: words of diagnostics. A word in braces is filled in; every key stands in every language."""

from __future__ import annotations

from types import MappingProxyType

LABELS = MappingProxyType({
    "diagnostics.title": "Kết quả kiểm tra",
    "diagnostics.none": "Không tìm thấy lỗi nào.",
    "diagnostics.counts": "{errors}, {warnings}.",
    "diagnostics.errors": "{count} lỗi",
    "diagnostics.warnings": "{count} cảnh báo",
})  # fmt: skip
