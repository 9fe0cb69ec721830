"""Villages as programs make them."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from smartvillage import Village

HEAD = {"village": {"id": "ap-1", "name": "Ấp 1", "kind": "hamlet"}, "as_of": "2024-03-31", "facts": {}}


@pytest.mark.parametrize("name", ["/etc/passwd", "../x", "..", "", "x.yaml", "file:x", "a\\b", "a\0b", "X.JSON"])
def test_a_village_from_anywhere_names_no_path(name: str) -> None:
    """A village that came in over the net cannot make a service read a file of its choice."""
    with pytest.raises(ValidationError):
        Village.model_validate({**HEAD, "ruleset": name})
    with pytest.raises(ValidationError):
        Village.model_validate({**HEAD, "ruleset": "x", "overlays": [name]})


def test_printing_a_village_does_not_dump_it() -> None:
    """One line, in print as at a prompt."""
    village = Village.model_validate({**HEAD, "ruleset": "x", "facts": {"a": True}})
    assert str(village) == repr(village) == "<Village ap-1 (Ấp 1) as of 2024-03-31: 1 fact>"


def test_a_name_is_a_name() -> None:
    """Names may have dots, dashes and letters of any script."""
    assert Village.model_validate({**HEAD, "ruleset": "đồng-tháp.2025"}).ruleset == "đồng-tháp.2025"
