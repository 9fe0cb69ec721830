"""Guards: what every request passes before a view sees it.

The rule: they look at the head of a request alone, so that a hostile body is refused before it is read.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from django.http import HttpRequest, HttpResponse, JsonResponse

from .shelf import LIMITS

Answer: TypeAlias = Callable[[HttpRequest], HttpResponse]

#: What a form says around the village's text.
ROOM = 16 * 1024
#: The page has no script and fetches nothing but its own style: markup that slipped through could do nothing.
POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"


def bounded(answer: Answer) -> Answer:
    """Refuse bodies longer than a village's file may be; a body of unknown length is never read by WSGI."""

    def guard(request: HttpRequest) -> HttpResponse:
        if _length(request) > LIMITS.max_bytes + ROOM:
            return _too_large()
        return answer(request)

    return guard


def _length(request: HttpRequest) -> int:
    """Return the length that a request says it has; one that says no number has no body that anybody reads."""
    said = str(request.META.get("CONTENT_LENGTH") or "")
    return int(said[:20]) if said.isdecimal() else 0  # Python reads no number of thousands of digits


def _too_large() -> HttpResponse:
    most = LIMITS.max_bytes
    words = {"vi": f"tệp dài quá {most} byte", "en": f"the file is longer than {most} bytes"}
    return JsonResponse({"kind": "too_large", "message": words, "diagnostics": [], "more": 0}, status=413)


def scriptless(answer: Answer) -> Answer:
    """Tell browsers to run no script, whatever a page holds."""

    def guard(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response["Content-Security-Policy"] = POLICY
        return response

    return guard
