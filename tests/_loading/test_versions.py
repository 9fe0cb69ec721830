"""Version ranges of overlays."""

from __future__ import annotations

import pytest

from smartvillage._loading.versions import in_range, read_extends


@pytest.mark.parametrize(("text", "version", "expected"), [
    ("a@>=1,<2", "1.0.0", True), ("a@>=1,<2", "1.9.12", True), ("a@>=1,<2", "2.0.0", False),
    ("a@>=1,<2", "0.9.9", False),
    ("a@1.2", "1.2.0", True), ("a@1.2", "1.2.1", False), ("a@=1.2.3", "1.2.3", True), ("a@>1.2", "1.2.0", False),
    ("a@>1.2", "1.2.1", True), ("a@<=1.2", "1.2.0", True), ("a@<=1.2", "1.2.1", False), ("a", "9.9.9", True),
    ("a@>=1.2", "1.10.0", True), ("a@ >= 1 , < 2", "1.5.0", True), ("a@>=1", "1.0.0-rc.1", True),
])  # fmt: skip
def test_a_version_lies_within_all_bounds(text: str, version: str, *, expected: bool) -> None:
    """Numbers are compared as numbers, and what is not written is 0."""
    read = read_extends(text)
    assert read is not None
    assert in_range(version, read[1]) is expected


@pytest.mark.parametrize("text", ["", "@1", "a@", "a@x", "a@>=1,", "a@~1", "a@1.2.3.4", "a@9999999999", "a@>=१"])
def test_what_cannot_be_read_is_nothing(text: str) -> None:
    """A range with anything else in it is refused whole."""
    assert read_extends(text) is None
