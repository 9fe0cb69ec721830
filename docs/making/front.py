"""The pictures of the front page: drawn from the shipped example at each build, in the language of the site.

The rule: a picture shows what the library says today; none is kept in the repository.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

import smartvillage as sv
from smartvillage import plot

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from sphinx.application import Sphinx
    from sphinx.config import Config

EXAMPLE = Path(__file__).parents[2] / "examples" / "an-phu"
DOCS = Path(__file__).parents[1]
#: The set that the synthetic villages are held against.
MANY = "lam-dong-2021-2025"
#: How wide and high each is, in inches: smaller than where it stands alone, so that a card's letters can be read.
SIZES = MappingProxyType({"stand": (6.2, 4), "plan": (9.6, 6.8), "asked": (6.4, 4), "change": (6.2, 3.6)})
#: Dots an inch: enough for a card on a screen of twice the usual density.
DOTS = 130


def pictures(lang: Literal["vi", "en"]) -> dict[str, Figure]:
    """Draw each picture of the front page, by its name."""
    ruleset, village = sv.load_ruleset("dong-thap-2021-2025"), sv.load_village(EXAMPLE)
    assessment = sv.evaluate(ruleset, village)
    return {
        "stand": plot.groups(assessment, lang=lang),
        "plan": plot.gantt(sv.roadmap(ruleset, village, until="2024-12-31"), lang=lang),
        "asked": plot.distances(ruleset, village, lang=lang),
        "change": plot.turns(_amended(), sv.load_ruleset(MANY), lang=lang),
    }


def _amended() -> sv.Comparison:
    """Hold synthetic villages, drawn by chance and always the same, against a set with two other thresholds."""
    head = {"id": "thu", "title": "Trial", "version": "1.0.0", "extends": MANY, "basis": "assumed"}
    edits = [
        {"set": "criteria/5/rule/more_than", "to": "80 %", "because": "trial"},
        {"set": "criteria/4/rule/more_than", "to": "85 %", "because": "trial"},
    ]
    chance = Random(384)  # noqa: S311 - a fixed choice, nobody's secret
    villages = [
        {
            "village": {"id": f"synthetic-{number}", "name": "Synthetic", "kind": "village"},
            "ruleset": MANY,
            "as_of": "2024-06-30",
            "facts": {
                "smartphone_share": f"{chance.randint(82, 96)} %",
                "payment_share": f"{chance.randint(55, 95)} %",
            },
        }
        for number in range(200)
    ]
    return sv.diff(MANY, sv.load_ruleset(MANY, overlays={"overlay": head, "edits": edits}), villages=villages)


def draw(folder: Path, language: str) -> None:
    """Write the pictures of a language, each named as Sphinx looks for it."""
    folder.mkdir(exist_ok=True)
    for name, figure in pictures("vi" if language == "vi" else "en").items():
        figure.set_size_inches(SIZES[name])
        figure.savefig(folder / f"{name}.{language}.png", dpi=DOTS)


def setup(app: Sphinx) -> dict[str, bool]:
    """Draw before anything is read."""
    app.connect("config-inited", _drawn)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _drawn(_app: Sphinx, config: Config) -> None:
    if config.generated_pages:
        draw(DOCS / "front", config.language)
