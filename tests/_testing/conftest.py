"""A small set with a village and cases in a folder of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest

from smartvillage.testing import Result, Suite, open_suite, run_suite

RULESET = """\
ruleset:
  id: vi-du
  title: Bộ ví dụ
  version: 1.0.0
  subject: hamlet
  period: {from: 2023-04-03, until: 2025-12-31}
  basis: assumed
  source: own
sources: {own: {type: own, issuer: UBND huyện, seen: true}}
facts:
  wifi: {type: flag, title: Có wifi}
  users: {type: count, title: Người dùng}
  share: {type: share, scope: commune}
criteria:
  - {id: "1", title: Wifi, rule: {fact: wifi}, evidence: [[photo]]}
  - {id: "2", title: Người dùng, rule: {fact: users, at_least: 10}}
  - {id: "3", title: Tỷ lệ, rule: {fact: share, at_least: 70 %}, valid: {from: 2024-01-01}}
decisions:
  recognised: {main: true, if: {met: all, at_least: all}}
evidence_types: {photo: {title: Hình ảnh}}
"""

OVERLAY = """\
overlay: {id: siet, title: Siết, version: 1.0.0, extends: "vi-du@>=1,<2", basis: assumed, source: own}
edits:
  - {set: criteria/2/rule/at_least, to: {value: 20}, because: năm sau}
"""

VILLAGE = """\
village: {id: ap-1, name: Ấp 1, kind: hamlet, within: {commune: xa-1}}
ruleset: vi-du
as_of: 2024-03-31
facts: {wifi: true, users: 10}
evidence: [{id: anh, type: photo, supports: ["1"]}]
"""

#: A set of a few criteria over facts of every kind.
SMALL = """\
ruleset:
  {id: vi-du, title: Ví dụ, version: 1.0.0, period: {from: 2023-01-01, until: 2025-12-31}, basis: assumed, source: own}
sources: {own: {type: own, issuer: chúng tôi, seen: true}}
scales: {stars: ["1", "2", "3"]}
facts:
  wifi: {type: flag}
  other: {type: flag}
  idle: {type: flag}
  users: {type: count}
  founded: {type: date}
  share: {type: share}
  stars: {type: level, scale: stars}
  places: {type: list, fields: {wifi: {type: flag}}}
  licence: {type: record, fields: {seats: {type: count}}}
criteria: [CRITERIA]
decisions: {d: {main: true, if: {met: SELECTED, at_least: all}}}
evidence_types: {photo: {title: Hình ảnh}}
"""


class Write(Protocol):
    """Writes a file of cases beside the set and opens it."""

    def __call__(self, cases: str, name: str = "cases/some.case.yaml") -> Suite:
        """Write the cases under the set's name."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The set's folder, with an overlay and a village for cases."""
    folder = tmp_path / "vi-du"
    for name, text in (
        ("ruleset.yaml", RULESET),
        ("overlays/siet.yaml", OVERLAY),
        ("cases/village.yaml", VILLAGE),
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def write(home: Path) -> Write:
    """Write a file of cases beside the set and open it."""

    def opened(cases: str, name: str = "cases/some.case.yaml") -> Suite:
        file = home / name
        file.write_text(f"ruleset: vi-du\ncases:\n{cases}", "utf-8")
        return open_suite(file)

    return opened


def only(suite: Suite) -> Result:
    """Run the one case of a file."""
    assert [fault.render("en") for fault in suite.faults] == []
    (result,) = run_suite(suite)
    return result


def small(folder: Path, criteria: str, cases: str, selected: str = "all") -> Suite:
    """Write a small set of some criteria with some cases, all on one day, and open it."""
    text = SMALL.replace("CRITERIA", criteria).replace("SELECTED", selected)
    (folder / "ruleset.yaml").write_text(text, "utf-8")
    file = folder / "some.case.yaml"
    file.write_text(f"ruleset: vi-du\ndate: 2024-03-31\ncases:\n{cases}", "utf-8")
    suite = open_suite(file)
    assert [fault.render("en") for fault in suite.faults] == []
    return suite
