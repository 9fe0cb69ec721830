"""What the rooms of a roadmap's page share: its words, its names, and the number each task is called by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smartvillage._reporting.speech import Speech
    from smartvillage.model.roadmap import Roadmap
    from smartvillage.model.tasks import Actor

    from .names import Names

#: The bases that every output shows as such.
WEAK = ("inferred", "assumed", "unknown")


@dataclass(frozen=True, slots=True)
class Planning:
    """A roadmap with the words to speak of it."""

    say: Speech
    names: Names
    roadmap: Roadmap

    def number(self, task: str) -> int | None:
        """Return the number of a task: its place in the roadmap, from 1."""
        return next((at for at, one in enumerate(self.roadmap.tasks, 1) if one.id == task), None)

    def task(self, task: str) -> str:
        """Call a task by its number, or where it is not in the roadmap by its activity's title."""
        number = self.number(task)
        return self.say("task.number", number=number) if number else f"“{self.names.activity(task)}”"

    def tasks(self, tasks: Iterable[str]) -> str:
        """Call several tasks, in the order of their numbers."""
        ordered = sorted(tasks, key=lambda task: self.number(task) or 0)
        numbers = [number for task in ordered if (number := self.number(task)) is not None]
        if len(numbers) == len(ordered) > 1:
            return self.say("task.numbers", numbers=", ".join(map(str, numbers)))
        return ", ".join(self.task(task) for task in ordered)

    def is_ahead(self, task: str) -> bool:
        """Tell whether a task stands in the roadmap and is not done."""
        return any(one.id == task and one.status != "done" for one in self.roadmap.tasks)

    def actor(self, actor: Actor) -> str:
        """Name a role, the office that fills it, and how firmly that is known."""
        say = self.say
        name = say.text(actor.title)
        if actor.party_title is not None and say.text(actor.party_title) != name:
            name = say("actor.party", actor=name, party=say.text(actor.party_title))
        if actor.formerly_title is not None and say.text(actor.formerly_title) != name:
            name = say("actor.ended", actor=name, party=say.text(actor.formerly_title))
        if actor.successor_unknown or actor.no_successor:
            name = say("actor.no_successor" if actor.no_successor else "actor.successor_unknown", actor=name)
        if actor.basis in WEAK:
            name = say("actor.basis", actor=name, basis=say.firmness(actor.basis, short=True))
        return name

    def supporters(self, actors: Sequence[Actor]) -> str:
        """Name who helps, by role alone; where all are known equally weakly, that is said once."""
        say = self.say
        bases = {actor.basis for actor in actors}
        basis = next(iter(bases)) if len(bases) == 1 else None
        ended = any(actor.successor_unknown or actor.no_successor for actor in actors)
        if len(actors) == 1 or basis not in WEAK or ended:
            return ", ".join(self.actor(actor.model_copy(update={"party_title": None})) for actor in actors)
        names = ", ".join(say.text(actor.title) for actor in actors)
        return say("actor.all_basis", actors=names, basis=say.firmness(basis, short=True))

    def range(self, low: int | None, high: int | None) -> str:
        """Write a range of money; one amount where both ends are the same."""
        if high is None:
            return self.say("cost.unknown")
        if low is None or low == high:
            return self.say.money(high) if high else self.say("cost.none")
        return self.say.money_range(low, high)
