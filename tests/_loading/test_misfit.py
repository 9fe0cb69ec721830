"""Misfits: every word that validators refuse with has a diagnostic of its own."""

from __future__ import annotations

import pytest

from smartvillage._loading import misfit
from smartvillage.model.base import FAULTS


@pytest.mark.parametrize("word", FAULTS)
def test_every_refusal_has_its_words(word: str) -> None:
    """A word that a validator may refuse with is told by one teller, or says which shape is expected."""
    assert word in misfit._TELL or word in misfit._SHAPES or word == "not_scalar"
