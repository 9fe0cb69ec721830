"""What somebody who fills in a village probably meant: each fault says how to write it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from smartvillage._program.bind import bind
from smartvillage._program.lower import lower
from smartvillage.errors import VillageError

Make = Callable[..., Any]
FACTS: dict[str, Any] = {
    "flag": {"type": "flag"},
    "paper": {"type": "document"},
    "licence": {"type": "registration"},
    "plain": {"type": "record"},
    "cameras": {
        "type": "record",
        "fields": {"number_of": {"type": "count"}, "storage": {"type": "quantity", "unit": "ngày"}},
    },
    "count": {"type": "count"},
    "area": {"type": "quantity", "unit": "ha"},
    "share": {"type": "share"},
    "places": {"type": "list", "fields": {"wifi": {"type": "flag"}, "seats": {"type": "count"}}},
}
HINTS = [
    ("flag", "có", "write `true`"),
    ("flag", "Đúng", "write `true`"),
    ("flag", "TRUE", "write `true`"),
    ("flag", "yes", "write `true`"),
    ("flag", "không", "write `false`"),
    ("flag", "no", "write `false`"),
    ("flag", "Sai", "write `false`"),
    ("flag", "Không đánh giá", "leave it empty where nobody knows"),
    ("paper", "Có", "write `true`"),
    ("paper", "Không đánh giá", "leave it empty where nobody knows"),
    ("paper", "12/QĐ", "write it in the form {number: 12/QĐ-UBND, issued_on: 2024-03-31, issuer: UBND xã}"),
    ("licence", 12, "write it in the form {number: 12/QĐ-UBND, valid_until: 2025-12-31}"),
    ("plain", "12", "write it in the form {number: 12/QĐ-UBND, issued_on: 2024-03-31}"),
    ("cameras", 6, "write it in the form {number_of: …, storage: …}"),
    ("share", "92 phần trăm", "write `92 %`"),
    ("share", "92,5 percent", "write `92,5 %`"),
    ("share", "92 ha", "write the number with its unit, as `1 %`"),
    ("share", "90.2 %", "write `90,2 %`"),
    ("count", "1.234", "write `1234`"),
    ("count", "90.2", "write `90,2` or `902`"),
    ("area", "310.1 ha", "write `310,1 ha`"),
    ("area", "251,3", "write the number with its unit, as `251,3 ha`"),
    ("area", "3 m", "write the number with its unit, as `1 ha`"),
    (
        "count",
        "khoảng 30",
        "write the number alone, and what explains it under `note`; leave it empty where nobody knows",
    ),
    ("area", "1.234 ha", "write `1,234 ha` or `1234 ha`"),
    ("places", "chợ", "write each entry as a mapping: [{id: a1, name: …, wifi: …, seats: …}]"),
    ("places", ["chợ"], "write each entry as a mapping: [{id: a1, name: …, wifi: …, seats: …}]"),
]


def refused(make_ruleset: Make, make_village: Make, fact: str, written: Any) -> Any:
    """Return the fault of a village that says something of a fact."""
    program = lower(make_ruleset(FACTS, {"1": {"fact": "flag"}}), date(2024, 3, 31))
    with pytest.raises(VillageError) as raised:
        bind(program, make_village(**{fact: written}))
    (fault,) = raised.value.diagnostics
    return fault


@pytest.mark.parametrize(("fact", "written", "hint"), HINTS)
def test_hint(make_ruleset: Make, make_village: Make, fact: str, written: Any, hint: str) -> None:
    """The hint says how to write what was evidently meant."""
    fault = refused(make_ruleset, make_village, fact, written)
    assert fault.hint.en == hint


@pytest.mark.parametrize(
    ("fact", "wanted"),
    [("count", "a whole number"), ("share", "a share such as `92 %` or `117/133`"), ("area", "a number with its unit")],
)
def test_truth_for_a_number(make_ruleset: Make, make_village: Make, fact: str, wanted: str) -> None:
    """Where a truth stands for a number, its type is named."""
    fault = refused(make_ruleset, make_village, fact, True)  # noqa: FBT003 - what the village says
    assert fault.message.en == f"{wanted} is expected here"
