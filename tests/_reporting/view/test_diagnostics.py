"""What a check prints."""

from __future__ import annotations

from dataclasses import replace

from smartvillage._reporting import render
from smartvillage.diagnostics import Diagnostic, Place, Severity, Words

FAULT = Diagnostic(
    "SV101", Severity.ERROR, Words("sai", "wrong"), Words("sửa", "mend it"), Place("a.yaml", 2, 3, 2, "  no: 1")
)


def test_a_fault_keeps_its_caret_and_hint() -> None:
    """The caret stands under the fault."""
    assert render((FAULT,), lang="en") == (
        "a.yaml:2:3: error SV101: wrong\n    no: 1\n    ^^\n  hint: mend it\n\n1 error, 0 warnings.\n"
    )


def test_one_is_not_said_in_the_plural() -> None:
    """Nor are several in the singular."""
    warning = replace(FAULT, severity=Severity.WARNING)
    assert render((FAULT, FAULT, warning), lang="en").splitlines()[-1] == "2 errors, 1 warning."
    assert render((FAULT, FAULT, warning), lang="vi").splitlines()[-1] == "2 lỗi, 1 cảnh báo."


def test_nothing_found_is_said() -> None:
    """Silence could be taken for a check that never ran."""
    assert render((), lang="vi") == "Không tìm thấy lỗi nào.\n"
