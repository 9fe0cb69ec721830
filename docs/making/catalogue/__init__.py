"""The catalogue: pages about every ruleset that is shipped, made of its data and of nothing else."""

from __future__ import annotations

from .pages import catalogue
from .shelf import Shelf, read_shelf

__all__ = ["Shelf", "catalogue", "read_shelf"]
