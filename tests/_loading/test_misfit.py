"""Misfits: every word that validators refuse with has a diagnostic of its own."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest

from smartvillage._loading import check_ruleset, misfit
from smartvillage.document import read_file
from smartvillage.model.base import FAULTS

BASE = read_file(Path(__file__).parents[1] / "bad" / "base.yaml").data


@pytest.mark.parametrize("word", FAULTS)
def test_every_refusal_has_its_words(word: str) -> None:
    """A word that a validator may refuse with is told by one teller, or says which shape is expected."""
    assert word in misfit._TELL or word in misfit._SHAPES or word == "not_scalar"


@pytest.mark.parametrize("written", [{"a": 1}, ["flag"], 3, True])
def test_a_fields_type_of_another_shape_is_told(written: object) -> None:
    """As a type that nobody knows, whatever stands there."""
    data = deepcopy(BASE)
    data["facts"]["places"]["fields"]["wifi"]["type"] = written
    assert "SV205" in [fault.code for fault in check_ruleset(data)[1]]


@pytest.mark.parametrize("written", [[], "", False, 0])
def test_bounds_of_another_shape_are_told(written: object) -> None:
    """What is empty is no mapping yet."""
    data = deepcopy(BASE)
    data["criteria"][0]["rule"] = {"fact": "residents", "at_least": {"unknown": written}}
    assert "SV208" in [fault.code for fault in check_ruleset(data)[1]]
