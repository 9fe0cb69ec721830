"""What holds for the set and the village of every shape: order, there and back, and no fault in any file."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from suite.shapes import FOLDERS, name_of

import smartvillage
from smartvillage import Assessment, Explanation
from smartvillage.authoring import check
from smartvillage.document import read_file
from smartvillage.model.digest import digest_of

#: What is warned of on purpose: shape 5 shows a year for which no limit is in force.
INTENDED = {"05-relative": ["SV317"]}


def turned(node: Any) -> Any:
    """Return the same data with the keys of every mapping in the opposite order."""
    if isinstance(node, list):
        return [turned(part) for part in node]
    if not isinstance(node, dict):
        return node
    return {key: turned(part) for key, part in reversed(node.items())}


def evaluated(folder: Path) -> Assessment:
    """Evaluate the village of a shape."""
    return smartvillage.evaluate(folder / "ruleset.yaml", folder / "village.yaml")


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_order_of_keys(folder: Path) -> None:
    """The order of keys, of facts and of definitions changes nothing at all, digests included."""
    ruleset, village = read_file(folder / "ruleset.yaml"), read_file(folder / "village.yaml")

    actual = smartvillage.evaluate(turned(ruleset.data), replace(village, data=turned(village.data)))

    assert actual.model_dump_json() == evaluated(folder).model_dump_json()


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_results_there_and_back(folder: Path) -> None:
    """An assessment and every explanation are what their JSON says."""
    ruleset, village = folder / "ruleset.yaml", folder / "village.yaml"
    found = evaluated(folder)
    told = [
        smartvillage.explain(ruleset, village, one)
        for one in (*(one.criterion for one in found.findings), *(one.id for one in found.decisions))
    ]

    assert Assessment.model_validate_json(found.model_dump_json()) == found
    assert [Explanation.model_validate_json(one.model_dump_json()) for one in told] == told


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_a_set_printed_and_loaded_again(folder: Path) -> None:
    """A set written as JSON and loaded again is the same set."""
    ruleset = smartvillage.load_ruleset(folder / "ruleset.yaml")

    again = smartvillage.load_ruleset(json.loads(smartvillage.render(ruleset, "json")))

    assert (digest_of(again), again) == (digest_of(ruleset), ruleset)


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_no_file_has_a_fault(folder: Path) -> None:
    """Of every file of the folder nothing is told but what is shown on purpose."""
    files = sorted(file for file in folder.rglob("*.yaml"))
    found = [diagnostic for file in files for diagnostic in check(file)]

    assert [one.code for one in found] == INTENDED.get(folder.name, []), [one.render("en") for one in found]
