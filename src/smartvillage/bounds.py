"""The bounds that keep files from strangers harmless: one frozen value, named in every fault that it causes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds on files from strangers. A caller who trusts a file may raise them."""

    max_bytes: int = 8 * 1024 * 1024
    """Of one document."""
    max_depth: int = 64
    """Lists and mappings inside one another."""
    max_nodes: int = 200_000
    """Keys, values, lists and mappings of one document."""
    max_scalar: int = 64 * 1024
    """Characters of one value."""
    max_key: int = 256
    """Characters of one key."""
    max_extends: int = 16
    """Overlays on one another."""
    max_faults: int = 200
    """Faults that are written out; the rest is counted."""
    max_criteria: int = 20_000
    """Criteria of one ruleset."""
    max_activities: int = 20_000
    """Activities of one ruleset."""
