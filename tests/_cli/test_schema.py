"""``smartvillage schema``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Smartvillage


@pytest.mark.parametrize("kind", ["ruleset", "overlay", "village", "case", "result"])
def test_each_kind_is_printed(smartvillage: Smartvillage, kind: str) -> None:
    """As JSON that says which draft it follows."""
    printed = json.loads(smartvillage("schema", kind).out)
    assert printed["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert printed["title"] == f"smartvillage {kind}"


def test_descriptions_speak_the_language_asked_for(smartvillage: Smartvillage) -> None:
    """Vietnamese unless another is asked for."""
    said = [json.loads(smartvillage("schema", "village", *more).out)["description"] for more in ((), ("--lang", "en"))]
    assert said == ["Một làng: số liệu, minh chứng, tiến độ.", "A village: its facts, evidence and progress."]


def test_a_schema_goes_to_a_file(smartvillage: Smartvillage, tmp_path: Path) -> None:
    """Which is whole or not there."""
    target = tmp_path / "village.schema.json"
    assert smartvillage("schema", "village", "-o", target).code == 0
    assert json.loads(target.read_text("utf-8"))["title"] == "smartvillage village"


def test_the_facts_of_one_ruleset(smartvillage: Smartvillage, village: Path) -> None:
    """A schema of one ruleset's villages names its facts and no others."""
    ended = smartvillage("schema", "village", "--ruleset", village.with_name("vi-du.yaml"))
    facts = json.loads(ended.out)["properties"]["facts"]
    assert (list(facts["properties"]), facts["additionalProperties"]) == (["wifi", "users"], False)


def test_a_ruleset_goes_with_a_village_alone(smartvillage: Smartvillage) -> None:
    """Rulesets and results do not depend on one."""
    assert smartvillage("schema", "result", "--ruleset", "dong-thap-2021-2025").code == 2


def test_an_overlay_may_ask_for_more(smartvillage: Smartvillage, village: Path) -> None:
    """Its facts are among those that a village may speak of."""
    overlay = village.with_name("more.yaml")
    overlay.write_text(
        "overlay: {id: more, title: Thêm, version: 1.0.0, extends: vi-du@>=1, basis: assumed, source: own}\n"
        "facts: {fibre: {type: flag, title: Có cáp quang}}\n"
        "criteria: [{id: '3', title: Cáp quang, rule: {fact: fibre}}]\n",
        "utf-8",
    )
    ended = smartvillage("schema", "village", "--ruleset", village.with_name("vi-du.yaml"), "--overlay", overlay)
    assert list(json.loads(ended.out)["properties"]["facts"]["properties"]) == ["wifi", "users", "fibre"]


def test_an_overlay_goes_with_its_ruleset(smartvillage: Smartvillage) -> None:
    """Alone it would be passed over."""
    assert smartvillage("schema", "village", "--overlay", "quoc-gia-tham-chieu").code == 2
