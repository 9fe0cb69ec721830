"""What a file gives to all its criteria and activities is held against what there is."""

from __future__ import annotations

from typing import Any

import pytest

DEFAULTS = "defaults: {{{}}}\n\nsources:\n"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("basis: wording, source: qd-1, group: '1'", []),
        ("source: {id: qd-1, item: 3}", []),
        ("source: qd-9", ["SV301"]),
        ("source: {id: qd-9, item: 3}", ["SV301"]),
        ("source: [qd-1]", ["SV208"]),
        ("group: '9'", ["SV301"]),
        ("group: [a]", ["SV208"]),
        ("basis: wordings", ["SV205"]),
        ("basis: stated, source: qd-2", ["SV302"]),
        ("source: qd-2", []),
    ],
)
def test_defaults(codes: Any, given: str, expected: list[str]) -> None:
    """A name that leads nowhere, a word that is no basis and a text nobody read are told once, where they stand."""
    assert codes(("sources:\n", DEFAULTS.format(given))) == expected


def test_a_group_that_is_not_there_is_told_once(codes: Any) -> None:
    """The criteria that take it from the defaults are not told again."""
    assert codes(
        ("sources:\n", DEFAULTS.format("group: '9'")),
        ('  - id: "1.1"\n    group: "1"\n', '  - id: "1.1"\n'),
        ('  - id: "1.2"\n    group: "1"\n', '  - id: "1.2"\n'),
    ) == ["SV301"]


def test_what_only_defaults_cite_is_used(codes: Any) -> None:
    """A source that stands in the defaults alone is no unused one."""
    source = "\n  qd-8: {type: own, issuer: Ta, seen: true}\n"
    assert codes(("sources:\n", "defaults: {source: qd-8}\n\nsources:" + source)) == []
