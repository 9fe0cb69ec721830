"""Every result in every form and language."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, get_args

import pytest

from smartvillage._reporting import render
from smartvillage._reporting.render import Format
from smartvillage._reporting.wrapping import columns

if TYPE_CHECKING:
    from smartvillage.diagnostics import Lang
    from smartvillage.model.explanation import Explanation
    from smartvillage.model.findings import Assessment
    from smartvillage.model.roadmap import Roadmap

LANGUAGES: list[Lang] = ["vi", "en"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [40, 60, 80, 100])
@pytest.mark.parametrize("kind", ["assessment", "explanation", "roadmap", "ruleset"])
def test_no_line_is_wider_than_the_terminal(request: pytest.FixtureRequest, kind: str, lang: Lang, width: int) -> None:
    """Whatever is printed fits."""
    text = render(request.getfixturevalue(kind), lang=lang, width=width)
    assert [line for line in text.splitlines() if columns(line) > width] == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("form", get_args(Format))
def test_the_same_input_gives_the_same_text(
    assessment: Assessment, explanation: Explanation, roadmap: Roadmap, form: Format, lang: Lang
) -> None:
    """A report can be compared with the one of yesterday."""
    for result in (assessment, explanation, roadmap):
        assert render(result, form, lang=lang) == render(result.model_copy(deep=True), form, lang=lang)


def test_an_unknown_form_is_refused(assessment: Assessment) -> None:
    """The known ones are named."""
    with pytest.raises(ValueError, match="text, json, md, html"):
        render(assessment, "pdf")


def test_json_loads_no_words() -> None:
    """A program that wants JSON pays for no layout, no labels and no colours."""
    code = (
        "import sys, smartvillage._reporting as r; r.render((), 'json');"
        "print([m for m in sys.modules if '_reporting.' in m or m == 'rich'])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "['smartvillage._reporting.render', 'smartvillage._reporting.as_json']"
