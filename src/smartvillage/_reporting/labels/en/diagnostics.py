"""English: words of diagnostics. A word in braces is filled in; every key stands in every language."""

from __future__ import annotations

from types import MappingProxyType

LABELS = MappingProxyType({
    "diagnostics.title": "What was checked",
    "diagnostics.none": "No faults found.",
    "diagnostics.counts": "{errors} errors, {warnings} warnings.",
})  # fmt: skip
