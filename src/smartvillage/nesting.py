"""Results of other sets: what binding is handed, so that a file which a village names is judged there.

The rule: a stage never calls another; here loading, binding and assessing meet, as they do for the village itself.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from ._loading.nested import Nested
    from ._program.judged import Judge, Judged
    from .diagnostics import Place
    from .model.ruleset import Ruleset
    from .model.village import Village


def judge_for(ruleset: Ruleset, village: Village) -> Judge:
    """Return the function that judges the files which a village names; what it found once it remembers."""
    made: list[Nested] = []

    def judge(written: str, named: str, day: date, place: Place | None) -> Judged:
        if not made:
            made.append(_nested(ruleset, village))
        return made[0].judge(written, named, day, place)

    return judge


def _nested(ruleset: Ruleset, village: Village) -> Nested:
    from ._loading.nested import Nested

    document = village._derived.get("document")  # noqa: SLF001 - where it was read from
    file = Path(document.file) if document is not None and document.file else None
    home = ruleset._derived.get("home")  # noqa: SLF001 - where it was read from
    beside = None if home is None else home.parent
    return Nested(file if file is not None and file.is_file() else None, ruleset.id, _ask, beside)


def _ask(ruleset: Ruleset, village: Village, day: date, judge: Judge) -> tuple[bool | None, bool]:
    """Say whether a village's verdict is met, and whether all that it meets is proven."""
    from ._evaluation.assess import assess
    from ._program.bind import bind
    from ._program.door import program_for
    from .model.findings import Outcome

    program = program_for(ruleset, day)
    assessment = assess(program, bind(program, village, judge))
    known = {Outcome.MET: True, Outcome.NOT_MET: False}
    met = None if assessment.verdict is None else known.get(assessment.verdict)
    return met, all(finding.proven for finding in assessment.findings if finding.outcome is Outcome.MET)
