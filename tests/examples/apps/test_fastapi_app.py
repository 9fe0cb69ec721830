"""The FastAPI app, started as its README says and asked as a dashboard would ask."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx2
import pytest

import smartvillage as sv
from smartvillage.model.findings import Counts

AN_PHU = Path(__file__).parents[3] / "examples" / "an-phu" / "village.yaml"
JSON = {"content-type": "application/json"}


@pytest.fixture(scope="module")
def client(serve: Callable[..., httpx2.Client]) -> httpx2.Client:
    """A client of the running service."""
    return serve("fastapi", "/rulesets", "--port", "{port}")


def codes(answer: httpx2.Response) -> list[str]:
    """Return the codes of a refusal's diagnostics."""
    return [fault["code"] for fault in answer.json()["diagnostics"]]


def test_an_assessment_is_the_librarys(client: httpx2.Client, an_phu: dict[str, Any]) -> None:
    """An Phú meets 15, misses 9, leaves 3 open and has proven 2, and all the rest is as the library finds it."""
    answer = client.post("/evaluate", json=an_phu)
    assert answer.status_code == 200
    found = sv.Assessment.model_validate_json(answer.content)
    assert found == sv.evaluate("dong-thap-2021-2025", AN_PHU)
    assert found.counts == Counts(met=15, not_met=9, not_assessable=3)
    assert found.proven == 2


def test_overlays_of_the_village_count(client: httpx2.Client, an_phu: dict[str, Any]) -> None:
    """A village that names an overlay is held against what the overlay makes of the ruleset."""
    answer = client.post("/evaluate", json={**an_phu, "overlays": ["quoc-gia-tham-chieu"]})
    assert answer.json()["counts"]["met"] == 17


def test_an_explanation_is_the_librarys(client: httpx2.Client, an_phu: dict[str, Any]) -> None:
    """Criterion 2.13 is explained with its exact figure."""
    answer = client.post("/explain/2.13", json=an_phu)
    found = sv.Explanation.model_validate_json(answer.content)
    assert found == sv.explain("dong-thap-2021-2025", AN_PHU, "2.13")


def test_a_roadmap_keeps_its_questions(client: httpx2.Client, an_phu: dict[str, Any]) -> None:
    """Deadline and budget come from the address and stand in the plan."""
    answer = client.post("/roadmap", json=an_phu, params={"until": "2024-12-31", "budget": 500_000_000})
    found = sv.Roadmap.model_validate_json(answer.content)
    assert found == sv.roadmap("dong-thap-2021-2025", AN_PHU, until="2024-12-31", budget=500_000_000)


def test_a_report_speaks_both_languages(client: httpx2.Client, an_phu: dict[str, Any]) -> None:
    """The report is Vietnamese unless English is asked for."""
    told = [client.post("/report", json=an_phu, params=asked).text for asked in ({}, {"lang": "en"})]
    assert ["15/27 tiêu chí đạt" in told[0], "15 of 27 met as reported" in told[1]] == [True, True]


def test_markup_in_a_name_is_escaped(client: httpx2.Client, an_phu: dict[str, Any]) -> None:
    """What a stranger calls a village is text in HTML."""
    village = {**an_phu, "village": {**an_phu["village"], "name": "<script>alert(1)</script>"}}
    told = client.post("/report", json=village, params={"form": "html"}).text
    assert ("<script" in told, "&lt;script&gt;" in told) == (False, True)


def test_a_file_is_checked_line_by_line(client: httpx2.Client) -> None:
    """A file with a slip is told by code, line and both languages' words."""
    slip = AN_PHU.read_text(encoding="utf-8").replace("smartphone_share:", "smartphone_shares:").encode()
    faults = client.post("/check", content=slip, headers={"content-type": "application/yaml"}).json()
    [fault] = [fault for fault in faults if fault["severity"] == "error"]
    assert (fault["code"], fault["place"]["line"]) == ("SV601", 1 + slip[: slip.index(b"smartphone_sh")].count(b"\n"))
    assert set(fault["message"]) == {"vi", "en"}


def test_a_sound_file_has_no_errors(client: httpx2.Client) -> None:
    """An Phú's own file has warnings alone: the plan cites a text under two days."""
    faults = client.post("/check", content=AN_PHU.read_bytes(), headers={"content-type": "text/plain"}).json()
    assert {fault["severity"] for fault in faults} == {"warning"}


def test_data_is_checked_too(client: httpx2.Client, an_phu: dict[str, Any]) -> None:
    """What a program would post can be checked as it is: `null` is nothing there."""
    faults = client.post("/check", json=an_phu).json()
    assert {fault["severity"] for fault in faults} == {"warning"}


def test_many_may_ask_at_once(client: httpx2.Client, an_phu: dict[str, Any]) -> None:
    """One ruleset answers many threads about many days as it answers one."""
    days = [f"2024-0{month}-1{day}" for month in range(3, 9) for day in range(4)]
    with ThreadPoolExecutor(8) as threads:
        answers = threads.map(lambda day: client.post("/evaluate", json=an_phu, params={"on": day}).content, days)
        found = [sv.Assessment.model_validate_json(answer) for answer in answers]
    ruleset = sv.load_ruleset("dong-thap-2021-2025")
    assert found == [sv.evaluate(ruleset, AN_PHU, day) for day in days]


def test_a_bad_village_is_told_by_codes(client: httpx2.Client, an_phu: dict[str, Any]) -> None:
    """A value that is no share and a fact that nobody asks about: both at once, each with the keys that lead to it."""
    answer = client.post("/evaluate", json={**an_phu, "facts": {"smartphone_share": "most", "wifis": True}})
    assert (answer.status_code, answer.json()["kind"]) == (422, "village")
    assert {(one["code"], one["path"]) for one in answer.json()["diagnostics"]} == {
        ("SV612", "facts/smartphone_share"), ("SV601", "facts/wifis"),
    }  # fmt: skip


def test_a_body_that_is_no_village_is_told_by_codes(client: httpx2.Client, an_phu: dict[str, Any]) -> None:
    """A missing key and a wrong day are told in the library's words, not the framework's."""
    body = {key: value for key, value in an_phu.items() if key != "facts"} | {"as_of": "soon"}
    answer = client.post("/evaluate", json=body)
    assert (answer.status_code, codes(answer)) == (422, ["SV211", "SV204"])


@pytest.mark.parametrize("ruleset", ["dong-thap", "app.py", "README.md"])
def test_an_unknown_ruleset_is_data(client: httpx2.Client, an_phu: dict[str, Any], ruleset: str) -> None:
    """A name that nothing bears is refused in both languages, also where a file of the name lies about."""
    answer = client.post("/evaluate", json={**an_phu, "ruleset": ruleset})
    assert (answer.status_code, answer.json()["kind"]) == (422, "not_found")
    assert [f"`{ruleset}`" in answer.json()["message"][lang] for lang in ("vi", "en")] == [True, True]


@pytest.mark.parametrize("address", ["/evaluate", "/check"])
def test_letters_that_no_file_holds_are_data(client: httpx2.Client, an_phu: dict[str, Any], address: str) -> None:
    """JSON can say half a letter; it is refused, not carried on to where it cannot be written."""
    body = {**an_phu, "village": {**an_phu["village"], "name": "\ud800"}}
    told = client.post(address, content=json.dumps(body), headers=JSON).json()
    assert [one["code"] for one in (told if address == "/check" else told["diagnostics"])] == ["SV103"]


@pytest.mark.parametrize("overlay", [".env", "pyproject.toml", "village", "a" * 5000])
def test_an_unknown_overlay_is_data(client: httpx2.Client, an_phu: dict[str, Any], overlay: str) -> None:
    """An overlay is looked up among names too: no file of the server's folder is read because a stranger names it."""
    answer = client.post("/evaluate", json={**an_phu, "overlays": [overlay]})
    told = ("village", ["SV227"]) if len(overlay) > 200 else ("not_found", [])
    assert (answer.status_code, answer.json()["kind"], codes(answer)) == (422, *told)


def test_a_path_is_no_name(client: httpx2.Client, an_phu: dict[str, Any]) -> None:
    """A village may not say from which file its ruleset is read."""
    assert codes(client.post("/evaluate", json={**an_phu, "ruleset": "../secret"})) == ["SV227"]


def test_a_day_outside_the_period_is_data(client: httpx2.Client, an_phu: dict[str, Any]) -> None:
    """A day on which the ruleset is not in force is refused with the period."""
    answer = client.post("/evaluate", json=an_phu, params={"on": "2030-01-01"})
    assert (answer.status_code, answer.json()["kind"]) == (422, "not_in_force")
    assert "2025-12-31" in answer.json()["message"]["vi"]


def test_a_deadline_in_the_past_is_data(client: httpx2.Client, an_phu: dict[str, Any]) -> None:
    """A question that contradicts itself is refused."""
    answer = client.post("/roadmap", json=an_phu, params={"until": "2024-01-01"})
    assert (answer.status_code, answer.json()["kind"]) == (422, "question")


def test_what_the_address_names_is_looked_for(client: httpx2.Client, an_phu: dict[str, Any]) -> None:
    """A criterion or a ruleset that is not there is 404, with the nearest that is."""
    answers = [
        client.post("/explain/2.99", json=an_phu),
        client.get("/rulesets/dong-thap-2021"),
        client.get("/nothing"),
    ]
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert "`2.9`" in answers[0].json()["message"]["en"]
    assert "`dong-thap-2021-2025`" in answers[1].json()["message"]["en"]
    assert answers[2].json()["kind"] == "request"


@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [(b"[" * 300_000, 413, "too_large"), (b"[" * 200_000, 400, "request"), (b'{"a": 1', 422, "request")],
    ids=["too long", "too deep", "cut off"],
)
def test_hostile_bodies_are_refused(client: httpx2.Client, body: bytes, status: int, kind: str) -> None:
    """A body that is too long, too deep or cut off ends in data, and the service goes on."""
    answer = client.post("/evaluate", content=body, headers=JSON)
    assert (answer.status_code, answer.json()["kind"]) == (status, kind)
    assert client.get("/rulesets").status_code == 200


def test_all_rulesets_are_listed(client: httpx2.Client) -> None:
    """Every ruleset that the library ships can be asked for, and the shown one is whole."""
    assert [one["name"] for one in client.get("/rulesets").json()] == list(sv.rulesets())
    shown = client.get("/rulesets/dong-thap-2021-2025").content
    assert sv.Ruleset.model_validate_json(shown) == sv.load_ruleset("dong-thap-2021-2025")


def test_the_service_documents_itself(client: httpx2.Client) -> None:
    """OpenAPI tells each endpoint with its body, its result and its refusals."""
    paths = client.get("/openapi.json").json()["paths"]
    assert set(paths) == {
        "/rulesets", "/rulesets/{name}", "/check", "/evaluate", "/explain/{criterion}", "/roadmap", "/report",
    }  # fmt: skip
    asked = paths["/evaluate"]["post"]
    assert list(asked["requestBody"]["content"]) == ["application/json"]
    assert set(asked["responses"]) == {"200", "404", "413", "422"}
    assert asked["responses"]["422"]["content"]["application/json"]["schema"]["$ref"].endswith("/Refusal")
