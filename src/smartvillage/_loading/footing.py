"""Footings: the ground a statement stands on. What says nothing of its own stands on what is around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from smartvillage.model.basis import Basis, Citation


class Ground(NamedTuple):
    """A basis and the source it is taken from."""

    basis: Basis | None = None
    source: Citation | None = None
