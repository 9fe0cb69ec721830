"""Whether the ``if`` of a schema holds of a node of YAML: types, keys that must be there, and words.

The rule: only what the schemas' own conditions use is known here; another word of JSON Schema is refused.
"""

from __future__ import annotations

from typing import Any

import yaml

_KNOWN = {"type", "required", "properties", "enum", "not", "anyOf"}
_CONTAINERS = {"object": yaml.MappingNode, "array": yaml.SequenceNode}


def fits(schema: dict[str, Any], node: yaml.Node) -> bool:
    """Tell whether a node fits; a scalar fits every single type, since only its reader knows which it is."""
    if schema.keys() - _KNOWN:
        msg = f"a condition of a schema uses {sorted(schema.keys() - _KNOWN)}"
        raise NotImplementedError(msg)
    held = {key.value: value for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}
    return (
        _is_of(schema.get("type"), node)
        and all(key in held for key in schema.get("required", ()))
        and all(fits(one, held[key]) for key, one in schema.get("properties", {}).items() if key in held)
        and ("enum" not in schema or getattr(node, "value", None) in schema["enum"])
        and not ("not" in schema and fits(schema["not"], node))
        and ("anyOf" not in schema or any(fits(one, node) for one in schema["anyOf"]))
    )


def _is_of(kinds: str | list[str] | None, node: yaml.Node) -> bool:
    if kinds is None:
        return True
    named = [kinds] if isinstance(kinds, str) else kinds
    is_single = isinstance(node, yaml.ScalarNode)
    return any(isinstance(node, _CONTAINERS[kind]) if kind in _CONTAINERS else is_single for kind in named)
