"""The service: a village in, the library's own results out.

The rule: an endpoint is one call of the library. They are plain functions, which FastAPI runs in threads: evaluating is
work, not waiting.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Depends, FastAPI, Query, Request
from fastapi.responses import PlainTextResponse

import smartvillage as sv
from smartvillage import Assessment, Diagnostic, Document, Explanation, Roadmap, Ruleset, Village

from . import refusals
from .bounded import Bounded
from .shelf import LIMITS, Offered, offered, ruleset, ruleset_of

#: What every endpoint may answer instead of a result.
REFUSALS: dict[int | str, dict[str, Any]] = {
    404: {"model": refusals.Refusal, "description": "The address names what is not there"},
    413: {"model": refusals.Refusal, "description": "The body is too long"},
    422: {"model": refusals.Refusal, "description": "The village or a parameter is wrong: codes, words and places"},
}
#: What a text is called in faults; JSON by an ending, with which `null` is nothing. No file bears such a name,
#: so nothing is ever looked for beside it.
SENT = {False: "<village>", True: "<village>.json"}
#: The body that `/check` reads itself, so that it can tell lines.
TEXT = {
    "required": True,
    "content": {kind: {"schema": {"type": "string"}} for kind in ("application/yaml", "text/plain")},
}
On = Annotated[date | None, Query(description="The day asked about; by default the village's `as_of`")]


@asynccontextmanager
async def loaded(_app: FastAPI) -> AsyncIterator[None]:
    """Load all rulesets before the first request, so that a bad one stops the start and no visitor waits."""
    offered()
    yield


app = FastAPI(
    title="Villages and their criteria",
    description="Where a village stands against a set of criteria, why, and what has to be done.",
    version=sv.__version__,
    lifespan=loaded,
    responses=REFUSALS,
)
app.add_middleware(Bounded, most=LIMITS.max_bytes)
refusals.install(app)


@app.get("/rulesets", tags=["rulesets"])
def list_rulesets() -> list[Offered]:
    """List the rulesets that villages may name."""
    return offered()


@app.get("/rulesets/{name}", tags=["rulesets"])
def show_ruleset(name: str) -> Ruleset:
    """Show a ruleset whole: every criterion with its rule, limits, their basis and source."""
    return ruleset(name)


async def sent(request: Request) -> Document:
    """Return the text of a village's file as it was sent, YAML or JSON."""
    json = request.headers.get("content-type", "").startswith("application/json")
    return sv.read_text(await request.body(), SENT[json], LIMITS, json=json)


@app.post("/check", tags=["villages"], openapi_extra={"requestBody": TEXT})
def check(text: Annotated[Document, Depends(sent)]) -> tuple[Diagnostic, ...]:
    """Find all faults and warnings of a village's file, each with its line; an empty list is a sound file."""
    return sv.check(text)[: LIMITS.max_faults]


@app.post("/evaluate", tags=["villages"])
def evaluate(village: Village, on: On = None) -> Assessment:
    """Say how a village stands: every criterion, as reported and as proven."""
    return sv.evaluate(ruleset_of(village), village, on, overlays=())


@app.post("/explain/{criterion}", tags=["villages"])
def explain(criterion: str, village: Village, on: On = None) -> Explanation:
    """Say why a criterion, or a decision, came out as it did."""
    return sv.explain(ruleset_of(village), village, criterion, on, overlays=())


@app.post("/roadmap", tags=["villages"])
def roadmap(
    village: Village,
    on: On = None,
    until: date | None = None,
    budget: Annotated[int | None, Query(ge=0, description="In whole đồng")] = None,
    target: str = "reported",
) -> Roadmap:
    """Find the cheapest tasks after which the village meets its ruleset, with days, owners and costs."""
    return sv.roadmap(ruleset_of(village), village, on, until=until, budget=budget, target=target, overlays=())


@app.post("/report", tags=["villages"], response_class=PlainTextResponse)
def report(
    village: Village, on: On = None, lang: Literal["vi", "en"] = "vi", form: Literal["text", "md", "html"] = "md"
) -> PlainTextResponse:
    """Write the assessment for people; HTML is a fragment in which everything is escaped."""
    known = ruleset_of(village)
    told = sv.render(sv.evaluate(known, village, on, overlays=()), form, lang=lang, ruleset=known)
    kinds = {"text": "text/plain", "md": "text/markdown", "html": "text/html"}
    return PlainTextResponse(told, media_type=kinds[form])
