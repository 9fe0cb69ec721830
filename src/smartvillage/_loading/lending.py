"""Lending: what loads another set by its name, so that a set can name its limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from smartvillage.diagnostics import Diagnostic
    from smartvillage.model.ruleset import Ruleset

#: What loading another set comes to: the set, or nothing where it has errors, and all that was found.
Lent: TypeAlias = "tuple[Ruleset | None, tuple[Diagnostic, ...]]"


class Lend(Protocol):
    """Loads another set by its name."""

    @property
    def waiting(self) -> bool:
        """Whether some set around waits for this one: a circle is told by the outermost."""

    def __call__(self, name: str) -> Lent:
        """Load the set."""


class CircleError(Exception):
    """Sets borrow from one another in a circle; ``chain`` are their names."""

    def __init__(self, chain: tuple[str, ...]) -> None:
        """Keep the names."""
        self.chain = chain
        super().__init__(chain)


class TooFarError(Exception):
    """Sets borrow from one another further than is allowed; ``bound`` is how far that is."""

    def __init__(self, bound: int) -> None:
        """Keep the bound."""
        self.bound = bound
        super().__init__(bound)
