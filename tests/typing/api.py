"""The public API as a typed caller uses it. Never run: mypy reads it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import smartvillage as sv

ruleset: sv.Ruleset = sv.load_ruleset("dong-thap-2021-2025", overlays=["quoc-gia-tham-chieu"])
village: sv.Village = sv.load_village(Path("village.yaml"))
assessment: sv.Assessment = sv.evaluate(ruleset, village, on=date(2024, 3, 31))
outcome: sv.Outcome | None = assessment["2.13"].outcome
finding: sv.Finding = assessment.findings[0]
explanation: sv.Explanation = sv.explain(ruleset, village, "2.13")
roadmap: sv.Roadmap = sv.roadmap(ruleset, village, until=date(2024, 12, 31), budget=500_000_000)
replanned: sv.Roadmap = sv.roadmap(ruleset, village, previous=roadmap)
written: Path = sv.write(assessment, "an-phu.md", lang="en")
faults: tuple[sv.Diagnostic, ...] = sv.check("village.yaml")
shelf: dict[str, Path] = sv.rulesets()
fields: sv.Origins = sv.origins(ruleset, on="2024-07-01", overlays=[Path("sua.yaml")])
amended: sv.Ruleset = ruleset.on(date(2024, 7, 1))
