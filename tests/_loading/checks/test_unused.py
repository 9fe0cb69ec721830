"""What nothing refers to is a warning, so that a misspelt definition can be noticed."""

from __future__ import annotations

from typing import Any

import pytest

#: One definition of each kind that nothing refers to.
UNUSED = {
    "source": ("roles:\n", "  qd-9: {type: own, issuer: Chúng tôi, seen: true}\n\nroles:\n"),
    "role": ("roles:\n", "roles:\n  guest: {title: Khách}\n"),
    "scale": ("scales:\n", 'scales:\n  ranks: ["1", "2"]\n'),
    "code list": ("codes:\n", "codes:\n  kinds: {a: A}\n"),
    "fact": ("facts:\n", "facts:\n  extra: {type: flag}\n"),
    "field of a list": ("fields: {wifi: {type: flag}}", "fields: {wifi: {type: flag}, roof: {type: flag}}"),
    "field of a record": (
        "{kept: {type: quantity, unit: ngày}}",
        "{kept: {type: quantity, unit: ngày}, lens: {type: flag}}",
    ),
    "limit": ("limits:\n", "limits:\n  spare: {value: 1}\n"),
    "measure": ("groups:\n", "measures: {size: {fact: area}}\n\ngroups:\n"),
    "party": ("scales:\n", "parties: {so: {title: Sở}}\n\nscales:\n"),
    "evidence type": ("evidence_types:\n", "evidence_types:\n  photo: {title: Ảnh}\n"),
    "activity": (
        "activities:\n",
        "activities:\n  rest: {title: Nghỉ, kind: locality, duration: 1 days, owner: officer}\n",
    ),
}


@pytest.mark.parametrize("kind", UNUSED)
def test_a_definition_that_nothing_uses_is_a_warning(kind: str, codes: Any) -> None:
    """Each kind of definition that stands alone is told, once."""
    assert codes(UNUSED[kind]) == ["SV318"]


@pytest.mark.parametrize("change", [
    ("facts:\n", "facts:\n  extra: {type: flag, context: true}\n"),
    ("{wifi: {type: flag}}", "{wifi: {type: flag}, roof: {type: flag, context: true}}"),
    (
        "{kept: {type: quantity, unit: ngày}}",
        "{kept: {type: quantity, unit: ngày}, e: {type: flag}}, needs: [e]",
    ),
    ("activities:\n", "activities:\n  r: {title: R, kind: locality, duration: 1 day, owner: officer, advised: true}\n"),
    ("scales:\n", "parties: {so: {title: Sở, fills: [department]}}\n\nscales:\n"),
    ("scales:\n", "parties: {so: {title: Sở, fills: [department], successors: [a]}, a: {title: A}}\n\nscales:\n"),
    ("groups:\n", 'groups:\n  - {id: "0", title: Chưa có gì}\n'),
    ("    title: Có quy chế\n", "    title: Có quy chế\n    tags: [paper]\n"),
])  # fmt: skip
def test_what_is_there_for_reports_is_none(change: tuple[str, str], codes: Any) -> None:
    """What says that it is for reports, is needed as a paper, is advised, or only groups, is no warning."""
    assert codes(change) == []


def test_a_tag_that_no_selection_names_is_a_warning(codes: Any) -> None:
    """Where a set selects by tags, each tag it never selects is told once; elsewhere tags are for readers."""
    assert codes(
        ("    title: Có quy chế\n", "    title: Có quy chế\n    tags: [paper, papre]\n"),
        ("    title: Diện tích\n", "    title: Diện tích\n    tags: [papre]\n"),
        ("if: {met: all, at_least: all}", "if: {met: {tag: paper}, at_least: all}"),
    ) == ["SV318"]
