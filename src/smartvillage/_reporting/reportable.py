"""What can be reported: every kind of result, and diagnostics. The next result is one name here."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartvillage.diagnostics import Diagnostic
    from smartvillage.model.comparison import Comparison
    from smartvillage.model.explanation import Explanation
    from smartvillage.model.findings import Assessment
    from smartvillage.model.origins import Origins
    from smartvillage.model.roadmap import Roadmap
    from smartvillage.model.ruleset import Ruleset

Reportable: TypeAlias = "Assessment | Comparison | Explanation | Origins | Roadmap | Ruleset | Sequence[Diagnostic]"
