"""smartvillage: a rules engine for criteria that public bodies set and villages must meet.

>>> import smartvillage as sv
>>> ruleset = sv.load_ruleset("dong-thap-2021-2025")
>>> ruleset.criteria[0].title.say("vi")
'Dựa trên ít nhất một ấp'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .api import evaluate, explain, load_ruleset, load_village, render, roadmap, write
    from .authoring import check, new_village, origins, rulesets
    from .comparing import diff
    from .diagnostics import Diagnostic, Place, Severity
    from .document import Document, Limits, read_text
    from .errors import (
        MissingExtraError,
        NotFoundError,
        NotInForceError,
        PluginError,
        QuestionError,
        RulesetError,
        SmartVillageError,
        VillageError,
        WriteError,
    )
    from .model.basis import Basis
    from .model.comparison import ChangeKind, Comparison
    from .model.explanation import Explanation
    from .model.findings import Assessment, Caveat, Finding, Outcome, Reason
    from .model.origins import Origins
    from .model.roadmap import Roadmap
    from .model.ruleset import Ruleset
    from .model.village import Village
    from .schemas import schema
    from .starting import new_ruleset

    __version__: str

#: Where each public name stands; a name is imported when it is first asked for.
_HOMES = {
    "api": ("evaluate", "explain", "load_ruleset", "load_village", "render", "roadmap", "write"),
    "authoring": ("check", "new_village", "origins", "rulesets"),
    "comparing": ("diff",),
    "diagnostics": ("Diagnostic", "Place", "Severity"),
    "document": ("Document", "Limits", "read_text"),
    "errors": (
        "MissingExtraError", "NotFoundError", "NotInForceError", "PluginError", "QuestionError", "RulesetError",
        "SmartVillageError", "VillageError", "WriteError",
    ),
    "model.basis": ("Basis",),
    "model.comparison": ("ChangeKind", "Comparison"),
    "model.explanation": ("Explanation",),
    "model.findings": ("Assessment", "Caveat", "Finding", "Outcome", "Reason"),
    "model.origins": ("Origins",),
    "model.roadmap": ("Roadmap",),
    "model.ruleset": ("Ruleset",),
    "model.village": ("Village",),
    "schemas": ("schema",),
    "starting": ("new_ruleset",),
}  # fmt: skip

__all__ = [
    "Assessment",
    "Basis",
    "Caveat",
    "ChangeKind",
    "Comparison",
    "Diagnostic",
    "Document",
    "Explanation",
    "Finding",
    "Limits",
    "MissingExtraError",
    "NotFoundError",
    "NotInForceError",
    "Origins",
    "Outcome",
    "Place",
    "PluginError",
    "QuestionError",
    "Reason",
    "Roadmap",
    "Ruleset",
    "RulesetError",
    "Severity",
    "SmartVillageError",
    "Village",
    "VillageError",
    "WriteError",
    "check",
    "diff",
    "evaluate",
    "explain",
    "load_ruleset",
    "load_village",
    "new_ruleset",
    "new_village",
    "origins",
    "read_text",
    "render",
    "roadmap",
    "rulesets",
    "schema",
    "write",
]


def __getattr__(name: str) -> object:
    """Import a public name from its home; from then on it is found here."""
    if name == "__version__":
        from importlib.metadata import version

        return version("smartvillage")
    for home, names in _HOMES.items():
        if name in names:
            from importlib import import_module

            found = globals()[name] = getattr(import_module(f"{__name__}.{home}"), name)
            return found
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)


def __dir__() -> list[str]:
    """List the public names."""
    return [*__all__, "__version__"]
