"""Steps about how many entities of a list hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._program.fold import folder
from smartvillage._program.nodes import Const, Tally
from smartvillage._program.reads import inside
from smartvillage.model.explanation import Step
from smartvillage.model.facts import ListFact
from smartvillage.truth import UNKNOWN

from .measured import missing, weaknesses
from .members import Tallied, count_comparison, entity_members
from .scene import TRUTHS, Scene, based, reasons_of
from .trials import sure, trials
from .wheres import Looked, where_steps

if TYPE_CHECKING:
    from smartvillage._program.bound import Entities
    from smartvillage._program.nodes import TruthNode
    from smartvillage.model.conditions import CountCondition, Tests
    from smartvillage.model.explanation import Comparison


def count_step(scene: Scene, condition: CountCondition, fact_id: str, path: str, *, carries: bool) -> Step:
    """Tell of a count over a list: how many of how many, and which fail."""
    node = scene.program.nodes[path]
    tally = _tally(scene, node)
    entities = scene.bound.entities[tally.list]
    truths = folder(scene.program, tally).truths(entities, scene.values)
    tallied, members = entity_members(scene, fact_id, entities, truths)
    truth = scene.truth(node)
    said = scene.said(node)
    return Step(
        path=path, head="count", of=fact_id, title=scene.fact(fact_id).title, truth=TRUTHS[truth], carries=carries,
        members=members, tests=tested_count(scene, condition, path, tallied, truth),
        reasons=reasons_of(said) if carries else (), missing=missing(scene, said) if carries else (),
        caveats=weaknesses(scene, fact_id, said.mask) if carries else (),
        steps=_where(scene, condition, path, entities, carries=carries), **based(scene, condition),
    )  # fmt: skip


def _tally(scene: Scene, node: TruthNode) -> Tally:
    """Find the tally of a count: the one that asks something of an entity, else the one that counts them all."""
    tallies = [one for one in inside((node,), scene.layout) if isinstance(one, Tally)]
    return next((one for one in tallies if not isinstance(one.where, Const)), tallies[0])


def _where(
    scene: Scene, condition: CountCondition, path: str, entities: Entities, *, carries: bool
) -> tuple[Step, ...]:
    fact = scene.fact(str(condition.count))
    if condition.where is None or not isinstance(fact, ListFact) or not entities.rows:
        return ()
    fields = next(info.fields for info in scene.program.lists if info.fact == condition.count)
    places = {info.field: place for place, info in enumerate(fields)}

    def look(name: str) -> Looked:
        place = places.get(name)
        values = [UNKNOWN if place is None else row[place] for row in entities.rows]
        return Looked(fact.fields[name], values)

    return where_steps(scene, condition.where, f"{path}/where", look, carries=carries)


def tested_count(scene: Scene, tests: Tests, path: str, tallied: Tallied, truth: int) -> tuple[Comparison, ...]:
    """Tell of the tests of how many hold."""
    told = [count_comparison(trial, tallied, scene) for trial in trials(scene, tests, path)]
    return (sure(told[0], truth),) if len(told) == 1 else tuple(told)
