"""Refusals: what the service says instead of a result, as data in both languages.

The rule: whatever a caller sends, the answer is JSON that says what is wrong and where; never a traceback.
"""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

import smartvillage as sv
from smartvillage import Diagnostic, SmartVillageError
from smartvillage.diagnostics import Words
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


class Refusal(BaseModel):
    """Why there is no result."""

    kind: str
    """``village``, ``ruleset``, ``not_in_force``, ``not_found``, ``question``, ``request`` or ``too_large``."""
    message: Words
    diagnostics: tuple[Diagnostic, ...] = ()
    """Each fault with its code, path, words and, where there is a text, line and column."""
    more: int = 0
    """How many further faults are not listed."""


def answer(refusal: Refusal, status: int) -> JSONResponse:
    """Return a refusal as the answer to a request."""
    return JSONResponse(refusal.model_dump(mode="json"), status)


def refuse(error: SmartVillageError) -> Refusal:
    """Say what the library refused, with all faults it found."""
    kind = next((kind for cause, kind in KINDS if isinstance(error, cause)), "refused")
    if not isinstance(error, DiagnosedError):
        return Refusal(kind=kind, message=Words(error.explain("vi"), error.explain("en")))
    found, shown = error.diagnostics, error.diagnostics[: LIMITS.max_faults]
    message = Words(f"có {len(found)} lỗi", "1 fault" if len(found) == 1 else f"{len(found)} faults")
    return Refusal(kind=kind, message=message, diagnostics=shown, more=len(found) - len(shown))


def install(app: FastAPI) -> None:
    """Let an app answer with refusals."""
    app.add_exception_handler(SmartVillageError, _refused)
    app.add_exception_handler(RequestValidationError, _misread)
    app.add_exception_handler(HTTPException, _unserved)


def _refused(request: Request, error: Exception) -> JSONResponse:
    """Answer 404 where the address names what is not there, else 422: the body or a parameter is wrong."""
    assert isinstance(error, SmartVillageError)  # noqa: S101 - it is installed for these alone
    lost = isinstance(error, sv.NotFoundError) and (request.method == "GET" or error.kind == "criterion")
    return answer(refuse(error), 404 if lost else 422)


def _misread(_request: Request, error: Exception) -> JSONResponse:
    """Answer 422: a body that is no village is told in the library's own codes, the rest by its key."""
    assert isinstance(error, RequestValidationError)  # noqa: S101 - it is installed for these alone
    elsewhere = [one for one in error.errors() if one["loc"][:1] != ("body",)]
    if isinstance(error.body, Mapping) and not elsewhere:
        try:
            sv.load_village(error.body, limits=LIMITS)
        except sv.VillageError as refused:
            return answer(refuse(refused), 422)
    told = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
    return answer(Refusal(kind="request", message=Words(f"yêu cầu không đọc được: {told}", told)), 422)


def _unserved(_request: Request, error: Exception) -> JSONResponse:
    """Answer what the framework refuses in the same form: an address or a method that is not served, broken JSON."""
    assert isinstance(error, HTTPException)  # noqa: S101 - it is installed for these alone
    words = Words(f"yêu cầu không phục vụ được: {error.detail}", error.detail)
    return answer(Refusal(kind="request", message=words), error.status_code)
