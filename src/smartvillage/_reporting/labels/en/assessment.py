"""English: words of assessments. A word in braces is filled in; every key stands in every language."""

from __future__ import annotations

from types import MappingProxyType

LABELS = MappingProxyType({
    "assessment.title": "{village}: {ruleset}",
    "assessment.about": "Evaluated on {on} · {ruleset}",
    "decision.line": "{title}: ",
    "group.all": "The whole set",
    "group.all_but": "The whole set (without preconditions)",
    "group.precondition": "{title} (precondition)",
    "group.none": "Criteria outside groups",
    "column.group": "Group",
    "column.proven": "Proven",
    "note.because": "because: {reasons}",
    "note.caveats": "caveat: {caveats}",
    "note.basis_of_rule": "this rule: {basis}",
    "note.basis": "basis: {basis}",
    "note.open": "needed: {open}",
    "assessment.legend": (
        "“As reported” takes figures at their word. “Proven” means that the evidence asked for is attached and valid, "
        "and that the figures are of the right area and measure, recent, and without conflict."
    ),
    "as_counted.legend": "* As the commune counts: what is not assessable is printed as “not met”.",
})  # fmt: skip
