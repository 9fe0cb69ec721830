"""What all tests share: how long random tests look, and that they never look at the same examples for ever.

Hypothesis would fix its examples where it finds ``CI`` in the environment. The profiles here never do: the run passes
``--hypothesis-seed``, made from the commit, so that a run can be repeated and the next commit sees other examples.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

_PHASES = (Phase.explicit, Phase.generate, Phase.target, Phase.shrink)
_SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much, HealthCheck.large_base_example)

settings.register_profile(
    "dev", max_examples=50, deadline=None, database=None, derandomize=False, phases=_PHASES,
    suppress_health_check=_SLOW, print_blob=True,
)  # fmt: skip
settings.register_profile("ci", settings.get_profile("dev"), max_examples=150)
settings.register_profile("deep", settings.get_profile("dev"), max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))
