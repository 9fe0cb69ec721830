"""Results to print, small enough to be read whole."""

from __future__ import annotations

from typing import Any

import pytest

from smartvillage.model.explanation import Explanation
from smartvillage.model.findings import Assessment
from smartvillage.model.roadmap import Roadmap
from smartvillage.model.ruleset import Ruleset

RULESET = {
    "id": "vi-du", "version": "1.0.0", "title": {"vi": "Bộ ví dụ", "en": "Example set"}, "digest": "sha256:0",
}  # fmt: skip
VILLAGE = {"id": "ap-1", "name": "Ấp 1", "digest": "sha256:1"}
FINDINGS: list[dict[str, Any]] = [
    {"criterion": "a", "title": "Tự nguyện", "group": "khung", "outcome": "unknown", "reasons": ["missing_fact"],
     "basis": "stated", "open": ["facts/voluntary"]},
    {"criterion": "1.1", "title": "Thuê bao điện thoại thông minh", "group": "1", "outcome": "not_assessable",
     "reasons": ["threshold_unknown"], "caveats": ["scope_mismatch"], "basis": "unknown",
     "open": ["criteria/1.1/rule/at_least"]},
    {"criterion": "1.2", "title": "Wifi miễn phí", "group": "1", "outcome": "met", "basis": "assumed"},
    {"criterion": "1.3", "title": "Camera an ninh", "group": "1", "outcome": "met", "proven": True, "basis": "wording"},
    {"criterion": "1.4", "title": "Tổ điều hành", "group": "1", "outcome": "not_met", "reasons": ["absent"],
     "basis": "wording"},
]  # fmt: skip


@pytest.fixture
def assessment() -> Assessment:
    """Two of four met, one of them proven, and a precondition that is open."""
    return Assessment.model_validate({
        "ruleset": RULESET, "village": VILLAGE, "on": "2024-03-31", "verdict": "not_met",
        "counts": {"met": 2, "not_met": 1, "not_assessable": 1}, "proven": 1,
        "groups": [
            {"id": "khung", "title": {"vi": "Khung", "en": "Framework"}, "precondition": True,
             "counts": {"unknown": 1}, "proven": 0},
            {"id": "1", "title": "Hạ tầng", "precondition": False,
             "counts": {"met": 2, "not_met": 1, "not_assessable": 1}, "proven": 1},
        ],
        "decisions": [{"id": "recognised", "title": "Công nhận", "outcome": "not_met", "basis": "inferred"}],
        "findings": FINDINGS,
    })  # fmt: skip


def explanation_data() -> dict[str, Any]:
    """A share met through a stand-in figure, with everything an explanation can show of one."""
    source = {"id": "qd", "item": "2.13", "number": "1/QĐ-UBND", "date": "2023-04-03", "seen": True}
    limit = {"path": "criteria/2.13/rule/at_least", "form": "percent", "exact": "0.7", "written": "70 %",
             "basis": "stated", "source": source}  # fmt: skip
    rule = {
        "path": "criteria/2.13/rule", "head": "fact", "of": "files", "title": "Hồ sơ trực tuyến", "truth": "met",
        "measured": {"form": "percent", "exact": "117/133", "written": "87,9 %", "part": "117", "whole": "133"},
        "tests": [{"word": "at_least", "truth": "met", "limits": [limit],
                   "distance": {"amount": "23", "measure": "units", "of": "files"}}],
        "caveats": [{"caveat": "scope_mismatch", "asked": "hamlet", "given": "commune"}],
        "basis": "stated",
    }  # fmt: skip
    return {
        "ruleset": RULESET, "village": VILLAGE, "on": "2024-03-31", "id": "2.13", "title": "Dịch vụ công",
        "outcome": "met", "caveats": ["scope_mismatch", "proxy_measure"], "basis": "stated", "rule": rule,
        "proof": {"proven": False, "lacks": [{"kind": "caveat", "fact": "files", "caveat": "proxy_measure"},
                                              {"kind": "evidence", "keys": ["extract"]}],
                  "lists": [{"complete": False, "needs": [{"type": "extract", "title": "Trích xuất"}]}]},
        "certainty": {"rests_on_proxy": True},
    }  # fmt: skip


@pytest.fixture
def explanation() -> Explanation:
    """A share met through a stand-in figure."""
    return Explanation.model_validate(explanation_data())


def roadmap_data() -> dict[str, Any]:
    """Two tasks, the second of which waits for the first and for somebody else's decision."""

    def days(amount: int) -> dict[str, Any]:
        return {"amount": amount, "unit": "working_days"}

    def state(met: int, verdict: str) -> dict[str, Any]:
        counts = {"met": met, "not_met": 4 - met}
        return {"on": "2024-12-31", "verdict": verdict, "target_met": verdict == "met", "counts": counts, "proven": 1,
                "findings": FINDINGS}  # fmt: skip

    chair = {"role": "chair", "title": "Chủ tịch xã", "party": "ubnd", "party_title": "UBND xã A", "basis": "stated"}
    tasks = [
        {"id": "set_up", "kind": "work", "support_kind": "locality", "title": "Thành lập Tổ", "criteria": ["1.4"],
         "owner": chair, "start": "2024-04-01", "due": "2024-04-26", "duration": {"low": days(10), "high": days(20)},
         "working_days": 19, "slack": 30, "latest_due": "2024-12-02", "driven_by": {"kind": "start"},
         "cost": {"low": 0, "high": 15500000, "basis": "assumed"}, "basis": "assumed"},
        {"id": "ask", "kind": "ask", "support_kind": "support_from_above", "title": "Hỏi ngưỡng", "criteria": ["1.1"],
         "owner": {"role": "office", "title": "Sở", "successor_unknown": True}, "needs": ["set_up"],
         "start": "2024-05-02", "due": "2024-05-02", "duration": {"low": days(1), "high": days(1)}, "working_days": 1,
         "slack": 0, "driven_by": {"kind": "need", "task": "set_up"}, "critical": True,
         "assumptions": ["criteria/1.1/rule/at_least"], "basis": "stated"},
    ]  # fmt: skip
    return {
        "standing": "conditional", "target": "reported", "on": "2024-03-31", "start_on": "2024-04-01",
        "until": "2024-12-31", "ready_on": "2024-05-02", "tasks": tasks,
        "assumptions": [{"task": "ask", "path": "criteria/1.1/rule/at_least", "kind": "limit", "criteria": ["1.1"],
                         "needed": {"form": "percent",
                                    "span": {"low": "0", "low_open": True, "high": "0.92"}},
                         "granted_by": {"role": "office", "title": "Sở", "basis": "assumed"}}],
        "milestones": [{"on": "2024-04-26", "kind": "criterion_met", "id": "1.4"},
                       {"on": "2024-05-02", "kind": "target_met"}],
        "critical_path": ["set_up", "ask"], "cost": {"low": 0, "high": 15500000, "unknown_count": 1},
        "load": [{"role": "chair", "title": "Chủ tịch xã", "tasks": 1, "working_days": 19}],
        "proven_cheapest": True, "cost_bound": 15500000,
        "calendar": {"source": "holidays", "version": "1", "unannounced_years": [2025],
                     "days_off": [{"on": "2024-04-18", "name": "Giỗ Tổ"}]},
        "replay": {"ruleset": RULESET, "village": VILLAGE, "before": state(2, "not_met"),
                   "without_assumptions": state(3, "not_assessable"), "with_assumptions": state(4, "met")},
        "obstacles": [{"kind": "cost_unknown", "tasks": ["ask"]}],
        "to_prove": [{"criterion": "1.4", "title": "Tổ điều hành", "papers": [["decision", "list"], ["minutes"]]}],
        "advised": [{"id": "train", "title": "Tập huấn", "owner": "chair"}],
    }  # fmt: skip


@pytest.fixture
def roadmap() -> Roadmap:
    """A conditional roadmap of two tasks."""
    return Roadmap.model_validate(roadmap_data())


@pytest.fixture
def ruleset() -> Ruleset:
    """A ruleset whose names the results above use."""
    based = {"basis": "stated", "source": {"id": "qd", "item": "1"}}
    return Ruleset.model_validate({
        "ruleset": {"id": "vi-du", "title": "Bộ ví dụ", "version": "1.0.0", "period": {"from": "2023-01-01"},
                    "completeness": "partial"},
        "sources": {"qd": {"type": "decision", "issuer": "UBND tỉnh", "seen": False, "number": "1/QĐ-UBND"}},
        "roles": {"chair": {"title": "Chủ tịch xã"}, "office": {"title": "Sở"}},
        "scales": {"stars": [{"id": "3", "title": "3 sao"}, {"id": "4", "title": "4 sao"}]},
        "codes": {"region": {"mountain": "miền núi", "other": "nơi khác"}},
        "facts": {
            "voluntary": {"type": "flag", "title": {"vi": "Tự nguyện", "en": "Voluntary"}},
            "region": {"type": "choice", "codes": "region", "title": "Vùng"},
            "phones": {"type": "share", "title": "Dùng điện thoại"},
            "stars": {"type": "level", "scale": "stars", "title": "Hạng"},
            "places": {"type": "list", "title": "Điểm công cộng", "fields": {
                "wifi": {"type": "flag", "title": "Có wifi"}, "power": {"type": "count", "title": "Công suất"}}},
            "files": {"type": "share", "title": "Hồ sơ trực tuyến"},
        },
        "groups": [{"id": "khung", "title": "Khung", "precondition": True}],
        "criteria": [
            {"id": "a", "title": "Tự nguyện", "group": "khung", "rule": {"fact": "voluntary", **based}, **based},
            {"id": "1.1", "title": "Điện thoại", "evidence": [["list", "minutes"], ["decision"]],
             "rule": {"fact": "phones", "at_least": {"unknown": {}, "ask": "office"}, **based},
             "responsible": [{"role": "chair", "basis": "assumed"}]},
        ],
        "decisions": {"recognised": {"title": "Công nhận", "main": True, "basis": "inferred",
                                     "if": {"met": "all", "at_least": {"value": "all"}}}},
        "evidence_types": {"list": {"title": "Danh sách"}, "minutes": {"title": "Biên bản"},
                           "decision": {"title": "Quyết định"}},
        "activities": {"train": {"title": "Tập huấn", "kind": "locality", "owner": "chair",
                                 "duration": {"low": "1 working days", "high": "1 working days"}, "basis": "assumed"}},
    })  # fmt: skip
