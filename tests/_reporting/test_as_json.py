"""JSON is the result itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from smartvillage._reporting import render
from smartvillage.diagnostics import Diagnostic, Place, Severity, Words
from smartvillage.model.explanation import Explanation
from smartvillage.model.findings import Assessment
from smartvillage.model.roadmap import Roadmap

if TYPE_CHECKING:
    from smartvillage.diagnostics import Lang


def test_json_reads_back_as_the_result(assessment: Assessment, explanation: Explanation, roadmap: Roadmap) -> None:
    """Nothing is lost and nothing is added."""
    assert Assessment.model_validate_json(render(assessment, "json")) == assessment
    assert Explanation.model_validate_json(render(explanation, "json")) == explanation
    assert Roadmap.model_validate_json(render(roadmap, "json")) == roadmap


def test_json_has_no_language(assessment: Assessment) -> None:
    """Programs read the same whatever people speak, and however the commune counts."""
    languages: list[Lang] = ["vi", "en"]
    assert len({render(assessment, "json", lang=lang, as_counted_by_commune=lang == "vi") for lang in languages}) == 1


def test_json_is_written_as_people_write(assessment: Assessment) -> None:
    """Vietnamese letters are not spelled as codes, and the text ends its line."""
    text = render(assessment, "json")
    assert "Ấp 1" in text
    assert text.endswith("}\n")


def test_diagnostics_are_counted() -> None:
    """A program sees at once whether there are errors."""
    place = Place("a.yaml", 2, 3, 4, "text")
    faults = (
        Diagnostic("SV101", Severity.ERROR, Words("sai", "wrong"), None, place),
        Diagnostic("SV303", Severity.WARNING, Words("lạ", "odd"), Words("xem lại", "look again")),
    )
    written = json.loads(render(faults, "json"))
    assert (written["errors"], written["warnings"]) == (1, 1)
    assert [fault["code"] for fault in written["diagnostics"]] == ["SV101", "SV303"]
    assert written["diagnostics"][0]["place"] == {"file": "a.yaml", "line": 2, "column": 3, "length": 4}
