"""Importing the library, and its main job, load no more than they need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

VILLAGE = Path(__file__).parents[1] / "examples" / "an-phu" / "village.yaml"
HEAVY = ("pint", "jsonschema", "holidays", "click", "rich", "hypothesis", "pytest")


def modules_after(code: str) -> set[str]:
    """Run code in a bare interpreter and return the top-level modules it loaded."""
    code += "\nimport sys; print(' '.join(sorted({name.partition('.')[0] for name in sys.modules})))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("heavy", [*HEAVY, "pydantic", "yaml"])
def test_import_alone_loads_nothing_heavy(heavy: str) -> None:
    """``import smartvillage`` loads neither a core library nor an extra."""
    assert heavy not in modules_after("import smartvillage")


@pytest.mark.parametrize("heavy", HEAVY)
def test_evaluating_loads_no_extra(heavy: str) -> None:
    """Evaluating the shipped village needs pydantic and yaml, and none of the others."""
    code = (
        "import smartvillage as sv\n"
        f"village = sv.load_village({str(VILLAGE)!r})\n"
        "sv.evaluate(village.ruleset, village).model_dump_json()"
    )
    assert heavy not in modules_after(code)


def test_every_public_name_has_a_home() -> None:
    """Each name in ``__all__`` can be imported, and nothing else is offered."""
    import smartvillage

    assert sorted(smartvillage.__all__) == [name for name in dir(smartvillage) if name != "__version__"]
    for name in smartvillage.__all__:
        assert getattr(smartvillage, name) is not None


def test_an_unknown_name_is_refused() -> None:
    """A name the library does not have is an ordinary attribute error."""
    import smartvillage

    with pytest.raises(AttributeError, match="no attribute 'evaluat'"):
        smartvillage.__getattr__("evaluat")
