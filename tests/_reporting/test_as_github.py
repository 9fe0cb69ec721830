"""Annotations of a GitHub workflow: one command a diagnostic, which nothing that a user wrote can break out of."""

from __future__ import annotations

import smartvillage as sv
from smartvillage.diagnostics import Diagnostic, Place, Severity, Words


def test_an_annotation_marks_its_line() -> None:
    """With the code as its title, and the hint below the message."""
    place = Place("rulesets/a.yaml", 3, 5, 4)
    fault = Diagnostic("SV203", Severity.ERROR, Words("sai", "wrong"), Words("sửa", "mend"), place)
    assert sv.render((fault,), "github", lang="en") == (
        "::error file=rulesets/a.yaml,line=3,endLine=3,col=5,endColumn=9,title=SV203::wrong%0Amend\n"
    )


def test_a_warning_without_a_place() -> None:
    """Stands at no line."""
    fault = Diagnostic("SV113", Severity.WARNING, Words("sai", "wrong"))
    assert sv.render((fault,), "github", lang="vi") == "::warning title=SV113::sai\n"


def test_what_a_user_wrote_ends_no_command() -> None:
    """Percent signs and line ends everywhere, colons and commas in properties."""
    said = Words("x", "100 %\r\n::error::a: b, c")
    fault = Diagnostic("SV401", Severity.ERROR, said, None, Place("a,b:c%\n.yaml", 1, 1))
    assert sv.render((fault,), "github", lang="en") == (
        "::error file=a%2Cb%3Ac%25%0A.yaml,line=1,endLine=1,col=1,endColumn=2,title=SV401"
        "::100 %25%0D%0A::error::a: b, c\n"
    )


def test_nothing_found_is_no_annotation() -> None:
    """Silence is what a workflow takes for good."""
    assert sv.render((), "github") == ""
