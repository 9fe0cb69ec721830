"""What the loader asks beyond the types, as far as a schema can say it: by type, or by type and key.

The rule: nothing here refuses what the loader takes.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from smartvillage._loading.checks.facts import RESERVED
from smartvillage.model.facts import RECORD_KEYS

from .scalars import ID, Schema

#: Ids of facts and fields: no words of the language.
FACT_IDS: Schema = {**ID, "not": {"enum": sorted(RESERVED)}}
_RECORD_FIELDS: Schema = {**ID, "not": {"enum": sorted(RESERVED | set(RECORD_KEYS))}}

FURTHER: Mapping[str, Schema] = MappingProxyType({
    "Criterion": {"anyOf": [{"required": ["rule"]}, {"required": ["points"]}, {"required": ["grade"]}]},
    "Criterion.evidence": {"items": {"minItems": 1}},
    "Decision": {"anyOf": [{"required": ["if"]}, {"required": ["level"]}, {"required": ["score"]}]},
    "UnknownLimit.basis": {"enum": ["unknown"]},
    "YearlyDay.month": {"minimum": 1, "maximum": 12},
    "YearlyDay.day": {"minimum": 1, "maximum": 31},
    "ListFact.fields": {"propertyNames": FACT_IDS},
    "RecordFact.fields": {"propertyNames": _RECORD_FIELDS},
})  # fmt: skip


def further(*names: str) -> Schema:
    """Return what is asked under the first of some names."""
    return next((FURTHER[name] for name in names if name in FURTHER), {})
