"""Who acts: the office that fills a role on a day. The village's own offices come before the ruleset's.

The rule: an office that has ended is followed by the successors it names, never by a guess.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.model.base import Text
from smartvillage.model.tasks import Actor

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from smartvillage.model.basis import Basis
    from smartvillage.model.ruleset import Party, Ruleset
    from smartvillage.model.village import Village


class Actors:
    """The roles and offices of a ruleset and a village."""

    def __init__(self, ruleset: Ruleset, village: Village) -> None:
        """Take both; of two offices under one id the village's is meant."""
        self._roles = ruleset.roles
        self._parties: Mapping[str, Party] = {**village.parties, **ruleset.parties, **village.parties}

    def actor(self, role: str, day: date, basis: Basis | None) -> Actor:
        """Return a role with the office that fills it on a day."""
        fillers = [name for name, party in self._parties.items() if role in party.fills]
        office = next((one for name in fillers for one in self._in_office(name, day, frozenset())), None)
        ended = [name for name in fillers if (until := self._parties[name].until) is not None and until < day]
        return Actor(
            role=role,
            title=self.title(role),
            party=office,
            party_title=None if office is None else self._parties[office].title,
            successor_unknown=office is None and bool(ended),
            basis=basis,
        )

    def title(self, role: str) -> Text:
        """Return what a role is called."""
        return self._roles[role].title if role in self._roles else Text(vi=role)

    def _in_office(self, name: str, day: date, seen: frozenset[str]) -> Iterator[str]:
        """Yield the office itself while it exists, else those that follow it."""
        party = self._parties.get(name)
        if party is None or name in seen:
            return
        if day in party.period:
            yield name
        elif party.until is not None and party.until < day and isinstance(party.successors, tuple):
            for successor in party.successors:
                yield from self._in_office(successor, day, seen | {name})
