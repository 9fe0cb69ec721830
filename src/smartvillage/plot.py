"""Pictures of results, for people who would rather look than read. Needs the extra ``plot`` (matplotlib).

>>> import smartvillage as sv
>>> from smartvillage import plot
>>> assessment = sv.evaluate("dong-thap-2021-2025", "examples/an-phu")
>>> figure = plot.groups(assessment)
>>> figure.savefig("groups.png")  # doctest: +SKIP

Every function returns a ``matplotlib.figure.Figure``; nothing is shown, and nothing global is touched.
"""

from __future__ import annotations

from ._plotting.distances import distance, distances
from ._plotting.duties import duties
from ._plotting.gantt import gantt
from ._plotting.groups import groups
from ._plotting.proof import proof
from ._plotting.turns import turns
from ._plotting.villages import villages

__all__ = ["distance", "distances", "duties", "gantt", "groups", "proof", "turns", "villages"]
