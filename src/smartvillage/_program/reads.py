"""What a node reads: slots, lists, and other criteria's truths are not looked into.

The rule: this is about what may be read; which of it carries a result is another question, asked of the truths.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .nodes import AtLeast, Compare, Linear, Not, Pick, Prefer, Slot, Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .nodes import Node, Value
    from .walk import OuterLayout


class Reads(NamedTuple):
    """The slots and the lists of a criterion or a decision, and whether it reads what was found of others."""

    slots: tuple[int, ...]
    lists: tuple[int, ...]
    others: bool


def parts(node: Node) -> tuple[Node, ...]:
    """Return the nodes directly inside a node."""
    inner = _PARTS.get(type(node))
    return () if inner is None else inner(node)


_PARTS: dict[type[Any], Callable[[Any], tuple[Node, ...]]] = {
    Linear: lambda node: tuple(term for _, term in node.terms),
    Pick: lambda node: (*[part for row in node.rows for part in row], node.otherwise),
    Prefer: lambda node: node.options,
    Compare: lambda node: (node.value,),
    AtLeast: lambda node: node.items,
    Not: lambda node: (node.item,),
    Tally: lambda node: (node.where,),
}


def inside(roots: tuple[Node, ...], layout: OuterLayout, prefers: list[int] | None = None) -> Iterator[Node]:
    """Walk through nodes; of substitutes only the chosen ones where choices are told; not into other criteria."""
    todo = list(roots)
    while todo:
        node = todo.pop()
        yield node
        if isinstance(node, Prefer) and prefers is not None:
            todo.append(node.options[prefers[layout.prefer(node)]])
            continue
        todo += [part for part in parts(node) if part in roots or layout.found(part) is None]  # type: ignore[arg-type]


def beneath(*roots: Node) -> Iterator[Node]:
    """Walk through nodes and all beneath them, other criteria too; each once."""
    todo = list(roots)
    seen: set[int] = set()
    while todo:
        node = todo.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            todo += parts(node)


def depth(root: Node) -> int:
    """Count how many nodes lie on the longest way down."""
    depths: dict[int, int] = {}
    todo: list[tuple[Node, bool]] = [(root, False)]
    while todo:
        node, seen = todo.pop()
        if id(node) in depths:
            continue
        below = parts(node)
        if seen:
            depths[id(node)] = 1 + max((depths[id(part)] for part in below), default=0)
        else:
            todo.append((node, True))
            todo += [(part, False) for part in below if id(part) not in depths]
    return depths[id(root)]


def reads(layout: OuterLayout, roots: tuple[Node, ...]) -> Reads:
    """Say what nodes read."""
    slots: set[int] = set()
    lists: set[int] = set()
    others = False
    for node in inside(roots, layout):
        if isinstance(node, Slot) and not node.inner:
            slots.add(node.index)
        elif isinstance(node, Tally):
            lists.add(node.list)
        elif not others:
            others = any(layout.found(part) is not None for part in parts(node))  # type: ignore[arg-type]
    return Reads(tuple(sorted(slots)), tuple(sorted(lists)), others)


def slots_of(value: Value) -> list[Slot]:
    """Return the slots that a value adds up."""
    match value:
        case Slot():
            return [value]
        case Linear(terms=terms):
            return [slot for _, term in terms for slot in slots_of(term)]
        case _:
            return []


def counts_of(value: Value) -> list[Tally | Pick]:
    """Return what a value counts: tallies, conditions, criteria."""
    match value:
        case Tally() | Pick():
            return [value]
        case Linear(terms=terms):
            return [counted for _, term in terms for counted in counts_of(term)]
        case _:
            return []
