"""What a truth reads: the slots and lists that stand anywhere inside its node.

The rule: this is about what may be read, so other criteria are looked into, and entities only as their list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._program.nodes import AtLeast, Compare, Not, Op, Prefer, Slot, Tally
from smartvillage._program.reads import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage._program.nodes import Node, TruthNode
    from smartvillage._program.program import Program


def inside(node: Node) -> Iterator[Node]:
    """Yield a node and all nodes inside it, each once."""
    seen, waiting = set[int](), [node]
    while waiting:
        found = waiting.pop()
        if id(found) not in seen:
            seen.add(id(found))
            yield found
            waiting.extend(parts(found))


def truths_inside(node: Node) -> list[TruthNode]:
    """Return the truths inside a truth that stand for themselves, innermost first; not those of entities."""
    found: list[TruthNode] = []
    waiting: list[Node] = [node]
    while waiting:
        here = waiting.pop(0)
        if isinstance(here, (Compare, AtLeast, Not, Prefer)) or (isinstance(here, Slot) and here.truth):
            found.append(here)
        if not isinstance(here, Tally):
            waiting.extend(parts(here))
    return found[::-1]


def read_by(node: Node, program: Program) -> frozenset[str]:
    """Return the paths of all slots and lists a truth reads; a share's part and whole are among them."""
    paths = set[str]()
    for found in inside(node):
        if isinstance(found, Tally):
            paths.add(f"facts/{program.lists[found.list].fact}")
        elif isinstance(found, Slot) and not found.inner:
            info = program.slots[found.index]
            paths.add(info.path if info.field is None else f"facts/{info.fact}")
    for path in tuple(paths):
        fact = program.facts.get(path.removeprefix("facts/"))
        for name in (getattr(fact, "part", None), getattr(fact, "whole", None)):
            if name:
                paths.add(f"facts/{name}")
    return frozenset(paths)


def may_worsen(node: Node) -> bool:
    """Tell whether more of something could make a truth less true: it is denied, or held to a top, or to a share."""
    for found in inside(node):
        if isinstance(found, Not) or (isinstance(found, Compare) and found.op in {Op.LE, Op.LT, Op.EQ}):
            return True
        if isinstance(found, Tally) and found.miss < 0:
            return True
    return False
