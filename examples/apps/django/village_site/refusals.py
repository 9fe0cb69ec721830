"""Refusals: what is said instead of a result, as data in both languages; the same form that a service would answer."""

from __future__ import annotations

from typing import Any

from django.forms.utils import ErrorDict
from django.utils.translation import override

import smartvillage as sv
from smartvillage import SmartVillageError
from smartvillage.errors import DiagnosedError

from .shelf import LIMITS

#: What each exception of the library is called in an answer.
KINDS: tuple[tuple[type[SmartVillageError], str], ...] = (
    (sv.VillageError, "village"),
    (sv.RulesetError, "ruleset"),
    (sv.NotInForceError, "not_in_force"),
    (sv.NotFoundError, "not_found"),
    (sv.QuestionError, "question"),
)


def refuse(error: SmartVillageError) -> dict[str, Any]:
    """Say what the library refused, with all faults it found."""
    kind = next((kind for cause, kind in KINDS if isinstance(error, cause)), "refused")
    if not isinstance(error, DiagnosedError):
        return _refusal(kind, error.explain("vi"), error.explain("en"))
    found, shown = error.diagnostics, error.diagnostics[: LIMITS.max_faults]
    said = _refusal(kind, f"có {len(found)} lỗi", "1 fault" if len(found) == 1 else f"{len(found)} faults")
    return {**said, "diagnostics": [one.as_data() for one in shown], "more": len(found) - len(shown)}


def misread(errors: ErrorDict) -> dict[str, Any]:
    """Say what of a form cannot be read."""
    return _refusal("request", _listed(errors, "vi"), _listed(errors, "en"))


def _listed(errors: ErrorDict, lang: str) -> str:
    with override(lang):
        return "; ".join(f"{field}: {' '.join(map(str, said))}" for field, said in errors.items())


def _refusal(kind: str, vi: str, en: str) -> dict[str, Any]:
    return {"kind": kind, "message": {"vi": vi, "en": en}, "diagnostics": [], "more": 0}
