"""A cold start: whole processes, from nothing to the answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from measure import Row, in_turn, process, ratio_row

VILLAGE = str(Path(__file__).parents[1] / "examples" / "an-phu" / "village.yaml")
#: What any process pays that reads YAML and has one model of its own.
ONE_MODEL = "import yaml\nfrom pydantic import BaseModel\nclass One(BaseModel):\n    one: int"
CLI = ["-c", "from smartvillage._cli import main; main()"]


def rows(rounds: int) -> Iterator[Row]:
    """Measure the import alone, and the main job on the command line."""
    ours, bare = in_turn(process(["-c", "import smartvillage"]), process(["-c", "pass"]), rounds=rounds)
    above = (ours - bare) * 1e3
    yield Row("import smartvillage, above a bare interpreter", f"{above:.1f} ms", "≤ 60 ms", above <= 60)
    libraries = process(["-c", "import pydantic, yaml"])
    json = process([*CLI, "evaluate", VILLAGE, "--format", "json"])
    yield ratio_row("evaluate --format json, cold / import pydantic, yaml", *in_turn(json, libraries, rounds=rounds), 2)
    figure = "{:.0f} ms / {:.0f} ms = {:.2f}"
    ours, theirs = in_turn(json, process(["-c", ONE_MODEL]), rounds=rounds)
    yield Row(
        "evaluate --format json, cold / one pydantic model and yaml",
        figure.format(ours * 1e3, theirs * 1e3, ours / theirs), "none set", reached=True,
    )  # fmt: skip
    text = process([*CLI, "evaluate", VILLAGE, "--format", "text"])
    yield ratio_row(
        "evaluate --format text, cold / import pydantic, yaml", *in_turn(text, libraries, rounds=rounds), 2.6
    )
