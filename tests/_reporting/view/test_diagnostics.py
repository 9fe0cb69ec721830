"""What a check prints."""

from __future__ import annotations

from smartvillage._reporting import render
from smartvillage.diagnostics import Diagnostic, Place, Severity, Words

FAULT = Diagnostic(
    "SV101", Severity.ERROR, Words("sai", "wrong"), Words("sửa", "mend it"), Place("a.yaml", 2, 3, 2, "  no: 1")
)


def test_a_fault_keeps_its_caret_and_hint() -> None:
    """The caret stands under the fault."""
    assert render((FAULT,), lang="en") == (
        "a.yaml:2:3: error SV101: wrong\n    no: 1\n    ^^\n  hint: mend it\n\n1 errors, 0 warnings.\n"
    )


def test_nothing_found_is_said() -> None:
    """Silence could be taken for a check that never ran."""
    assert render((), lang="vi") == "Không tìm thấy lỗi nào.\n"
