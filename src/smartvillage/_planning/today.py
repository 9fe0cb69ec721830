"""Today: how the village stands on the day to plan from, beside which the replay's own day is held.

The rule: what is met today is never told as reached by a task; what will not be met on the replay's day, if nothing is
done, is told as lapsing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartvillage.model.findings import Outcome

from .rule import read_rule

if TYPE_CHECKING:
    from smartvillage.model.findings import Finding

    from .asking import Asker, State


@dataclass(frozen=True, slots=True)
class Today:
    """The evaluator's answer of today, and whether the target is met by it."""

    state: State
    target_met: bool
    proven: bool
    """True where criteria are held to their evidence too."""

    @classmethod
    def of(cls, asker: Asker, state: State, *, proven: bool) -> Today:
        """Hold a state of today against the target, by the pass rule that is in force today."""
        rule = asker.rule = read_rule(state.program, state.absent, asker.level)
        return cls(state, asker.passes(rule, state), proven)

    def good(self, state: State) -> frozenset[str]:
        """Return the criteria that are in a state what the target asks."""
        return frozenset(one.criterion for one in state.assessment.findings if self._good(one))

    def lapsing(self, later: State) -> tuple[str, ...]:
        """Return the criteria that are as asked today and no longer so in a later state."""
        now = self.good(self.state)
        return tuple(one.criterion for one in later.assessment.findings if one.criterion in now and not self._good(one))

    def short(self, state: State) -> tuple[str, ...]:
        """Return the criteria that apply in a state and are not what the target asks."""
        findings = state.assessment.findings
        gone = (Outcome.NOT_APPLICABLE, None)
        return tuple(one.criterion for one in findings if one.outcome not in gone and not self._good(one))

    def _good(self, finding: Finding) -> bool:
        return finding.outcome is Outcome.MET and (finding.proven or not self.proven)
