"""Files as an editor or another program reads them: YAML 1.2 without our reader's own care, and plain validators."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry

from smartvillage.document import Bare, read_file
from smartvillage.schemas import schema

Kind = Any


@cache
def validator(kind: Kind, lang: Any = "vi", ruleset: Any = None) -> Draft202012Validator:
    """Return the validator of a schema, which can fetch nothing."""
    body = schema(kind, lang=lang, ruleset=ruleset)
    Draft202012Validator.check_schema(body)
    return Draft202012Validator(body, registry=Registry())


def body(kind: Kind, lang: Any = "vi") -> dict[str, Any]:
    """Return a schema."""
    return schema(kind, lang=lang)


def read(path: Path) -> Any:
    """Read a file the way an editor does: a plain scalar that looks like a number is one."""
    return as_read(read_file(path).data)


def as_read(value: Any) -> Any:
    """Turn what our reader keeps as text into what it is for others."""
    if isinstance(value, Bare):
        try:
            return json.loads(str(value).lower(), parse_constant=str)
        except ValueError:
            return str(value)
    if isinstance(value, dict):
        return {str(key): as_read(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [as_read(part) for part in value]
    return value


def kind_of(path: Path, data: Any) -> Kind:
    """Tell which schema a file is for."""
    if path.name.endswith((".case.yaml", ".case.yml", ".case.json")):
        return "case"
    if isinstance(data, dict) and ("village" in data or "as_of" in data):
        return "village"
    return "overlay" if isinstance(data, dict) and "overlay" in data else "ruleset"


def told(kind: Kind, data: Any) -> list[str]:
    """Return what a plain validator says of data, each with its path."""
    found = validator(kind).iter_errors(data)
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in found]
