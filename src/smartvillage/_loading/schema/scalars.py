"""Single values as files write them: the schema of each reader of the vocabulary, by the function that reads.

A plain YAML scalar such as ``2024`` is a number to an editor and a text to the loader, so that a text may be a number
here; an id may not, since one that looks like a number must be quoted.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

Schema: TypeAlias = dict[str, Any]

#: 1 to 64 characters, of ASCII only letters, digits, ``_``, ``-`` and ``.``; without classes that engines differ on.
ID: Schema = {"type": "string", "pattern": r"^[^\x00-\x2c\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\xa9]{1,64}$"}
#: An id, or another set's id, a ``#`` and an id there.
LIMIT_NAME: Schema = {"type": "string", "pattern": r"^[^\x00-\x22\x24-\x2c\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\xa9]{1,129}$"}
TEXT: Schema = {"type": ["string", "number"]}
SCALAR: Schema = {"type": ["string", "number", "boolean"]}
DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
VILLAGE_DAY: Schema = {"type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4})$"}
WHOLE: Schema = {"type": ["integer", "string"], "pattern": r"^[-+]?\d+$"}
#: Whatever stands after a colon, so long as something does.
ANYTHING: Schema = {"not": {"type": "null"}}

#: The schema of what each reader of the vocabulary takes, by the name of its function.
READERS: Mapping[str, Schema] = MappingProxyType({
    "check_id": ID,
    "check_limit_name": LIMIT_NAME,
    "check_path": TEXT,
    "check_scalar": SCALAR,
    "check_plain": ANYTHING,
    "check_day": DAY,
    "check_partial_date": {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
    "check_version": {"type": "string", "pattern": r"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$"},
    "check_name": {"type": "string", "pattern": r"^[^/\\:]+$"},
    "check_village_day": VILLAGE_DAY,
    "check_year": {"type": ["integer", "string"], "pattern": r"^[1-9]\d{3}$", "minimum": 1000, "maximum": 9998},
})  # fmt: skip
