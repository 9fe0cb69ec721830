"""Villages and results are FastAPI bodies as they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

import smartvillage as sv
from smartvillage import Assessment, Explanation, Village

AN_PHU = Path(__file__).parents[1] / "examples" / "an-phu" / "village.yaml"


@pytest.fixture(scope="module")
def client() -> TestClient:
    """A service of three lines an endpoint."""
    app = FastAPI()

    @app.post("/evaluate")
    def evaluate(village: Village) -> Assessment:
        return sv.evaluate(village.ruleset, village)

    @app.post("/explain/{criterion}")
    def explain(criterion: str, village: Village) -> Explanation:
        return sv.explain(village.ruleset, village, criterion)

    return TestClient(app)


def test_a_village_goes_in_and_an_assessment_comes_out(client: TestClient) -> None:
    """The service answers what the library answers."""
    village = sv.load_village(AN_PHU)
    answer = client.post("/evaluate", content=village.model_dump_json(), headers={"content-type": "application/json"})
    assert answer.status_code == 200
    assert Assessment.model_validate_json(answer.content) == sv.evaluate(village.ruleset, village)


def test_an_explanation_comes_out(client: TestClient) -> None:
    """An explanation is a response too."""
    village = sv.load_village(AN_PHU)
    answer = client.post(
        "/explain/2.13", content=village.model_dump_json(), headers={"content-type": "application/json"}
    )
    assert Explanation.model_validate_json(answer.content) == sv.explain(village.ruleset, village, "2.13")


def test_a_wrong_body_is_told_where(client: TestClient) -> None:
    """FastAPI answers 422 and names the key that is wrong."""
    answer = client.post("/evaluate", json={"village": {"id": "a", "name": "A"}, "ruleset": "x", "as_of": "today"})
    assert answer.status_code == 422
    assert {tuple(error["loc"]) for error in answer.json()["detail"]} == {
        ("body", "village", "kind"), ("body", "as_of"), ("body", "facts"),
    }  # fmt: skip


def test_the_service_documents_itself(client: TestClient) -> None:
    """OpenAPI can be made of the types, so clients can be generated."""
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    assert {"Village", "Assessment", "Finding"} <= {name.partition("-")[0] for name in schemas}
