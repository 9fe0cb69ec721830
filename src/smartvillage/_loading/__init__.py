"""Loading: text becomes the vocabulary, or every fault in it becomes a diagnostic with a place."""

from __future__ import annotations

from .file import check_file
from .ruleset import check_ruleset, load_ruleset
from .village import check_village, load_village

__all__ = ["check_file", "check_ruleset", "check_village", "load_ruleset", "load_village"]
