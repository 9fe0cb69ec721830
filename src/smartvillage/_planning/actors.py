"""Who acts: the office that fills a role on a day. The village's own offices come before the ruleset's.

The rule: an office that has ended is followed by the successors it names, through as many as there are, never by a
guess; where it names none, the one that ended is told, and whether a text says that none follows or nobody knows.
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
        """Return a role with the office that fills it on a day, else with the last one that did."""
        fillers = [name for name, party in self._parties.items() if role in party.fills]
        office = next((one for name in fillers for one in self._in_office(name, day, frozenset())), None)
        gone = [] if office is not None else [one for name in fillers for one in self._last(name, day, frozenset())]
        last = max(gone, key=lambda name: self._parties[name].until or day, default=None)
        unknown = any(self._parties[name].successors != "none" for name in gone)
        return Actor(
            role=role,
            title=self.title(role),
            party=office,
            party_title=None if office is None else self._parties[office].title,
            successor_unknown=unknown,
            no_successor=bool(gone) and not unknown,
            formerly=last,
            formerly_title=None if last is None else self._parties[last].title,
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
        elif _has_ended(party, day):
            for successor in _followers(party):
                yield from self._in_office(successor, day, seen | {name})

    def _last(self, name: str, day: date, seen: frozenset[str]) -> Iterator[str]:
        """Yield the offices that ended last on the way from one that has ended."""
        party = self._parties.get(name)
        if party is None or name in seen or not _has_ended(party, day):
            return
        later = [one for follower in _followers(party) for one in self._last(follower, day, seen | {name})]
        yield from later or [name]


def _has_ended(party: Party, day: date) -> bool:
    return party.until is not None and party.until < day


def _followers(party: Party) -> tuple[str, ...]:
    return party.successors if isinstance(party.successors, tuple) else ()
