"""Views: one page for people, and the same as data for programs.

The rule: what a visitor sent is shown only as text. The library's HTML is a fragment in which everything is escaped;
`_html` is the one place where that is relied on.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import override
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_GET, require_http_methods

import smartvillage as sv
from smartvillage import Ruleset, SmartVillageError
from smartvillage.errors import DiagnosedError

from .forms import VillageForm
from .refusals import misread, refuse
from .reports import Question, Report, report
from .shelf import LIMITS, samples
from .words import words

if TYPE_CHECKING:
    from smartvillage.api import Result

Lang: TypeAlias = Literal["vi", "en"]


@ensure_csrf_cookie
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show the form, and below it what the library says of the village that was sent."""
    form = VillageForm(request.POST, request.FILES) if request.method == "POST" else _first(request)
    lang = form.language()
    shown = {"samples": samples(), "words": words(lang), "lang": lang, "form": form}
    with override(lang):
        told, status = _told(form, lang) if request.method == "POST" else ({}, 200)
        return render(request, "page.html", {**shown, "typed": form.typed(), **told}, status=status)


@require_http_methods(["POST"])
def as_json(request: HttpRequest) -> HttpResponse:
    """Say the same as data; the token that the page's cookie holds is asked for here too."""
    form = VillageForm(request.POST, request.FILES)
    if not form.is_valid():
        return _json(misread(form.errors), 422)
    try:
        found = report(form.document(), _question(form))
    except SmartVillageError as error:
        return _json(refuse(error), 422)
    parts = {"assessment": found.assessment, "roadmap": found.roadmap, "explanation": found.explanation}
    return _json({name: part and _data(part) for name, part in parts.items()})


@require_GET
def style(_request: HttpRequest) -> FileResponse:
    """Return the page's style."""
    return FileResponse((Path(__file__).parent / "style.css").open("rb"), content_type="text/css")


def _first(request: HttpRequest) -> VillageForm:
    """Return the form as it is first seen: empty, or with the sample that the address names."""
    _name, file = samples().get(request.GET.get("sample", ""), ("", None))
    text = file.read_text(encoding="utf-8") if file else ""
    return VillageForm({"lang": request.GET.get("lang", "vi"), "text": text})


def _question(form: VillageForm) -> Question:
    asked = form.cleaned_data
    return Question(asked["on"], asked["until"], asked["budget"], asked["criterion"])


def _told(form: VillageForm, lang: Lang) -> tuple[dict[str, Any], int]:
    """Return the report's parts as HTML, or the refusal, and the status that tells which."""
    if not form.is_valid():
        return {"form_errors": form.errors}, 422
    try:
        found = report(form.document(), _question(form))
    except SmartVillageError as error:
        return {"refusal": _html(error, lang)}, 422
    return _parts(found, lang), 200


def _parts(found: Report, lang: Lang) -> dict[str, Any]:
    known = found.ruleset
    return {
        "assessment": _html(found.assessment, lang, known),
        "roadmap": _html(found.roadmap, lang, known),
        "explanation": found.explanation and _html(found.explanation, lang, known),
        "warnings": found.village.warnings and _html(found.village.warnings[: LIMITS.max_faults], lang),
        "criteria": [one.criterion for one in found.assessment.findings],
    }


def _html(told: Result | SmartVillageError, lang: Lang, known: Ruleset | None = None) -> str:
    """Write a result or a refusal as a fragment; the library escapes every text in the one, Django in the other."""
    if isinstance(told, DiagnosedError):
        told = told.diagnostics[: LIMITS.max_faults]
    if isinstance(told, SmartVillageError):
        return told.explain(lang)
    return SafeString(sv.render(told, "html", lang=lang, ruleset=known))


def _json(data: dict[str, Any], status: int = 200) -> JsonResponse:
    return JsonResponse(data, status=status, json_dumps_params={"ensure_ascii": False})


def _data(told: Any) -> Any:  # noqa: ANN401 - JSON
    return refuse(told) if isinstance(told, SmartVillageError) else told.model_dump(mode="json")
