"""English: words of diagnostics. A word in braces is filled in; every key stands in every language."""

from __future__ import annotations

from types import MappingProxyType

LABELS = MappingProxyType({
    "diagnostics.title": "What was checked",
    "diagnostics.none": "No faults found.",
    "diagnostics.counts": "{errors}, {warnings}.",
    "diagnostics.errors": "{count} errors",
    "diagnostics.errors.one": "{count} error",
    "diagnostics.warnings": "{count} warnings",
    "diagnostics.warnings.one": "{count} warning",
})  # fmt: skip
