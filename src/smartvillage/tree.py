"""A tree of plain data being built, with the start of each item kept beside it; YAML and JSON are read into the same.

INVARIANT (starts): for every container in ``table`` there is one start an item, two in a mapping; what is dropped (the
second value of a duplicate key) has none and is in no container.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NoReturn

from ._faults import source as faults

if TYPE_CHECKING:
    from .bounds import Limits
    from .diagnostics import Diagnostic
    from .positions import Lines, Starts


class Mode:
    """What a tree waits for, when it is not the value of a key."""

    __slots__ = ()


ITEM: Final = Mode()
KEY: Final = Mode()
DROPPED: Final = Mode()

#: A text with more faults than this is not read to its end.
_MOST_FAULTS = 1000


class Stopped(Exception):  # noqa: N818 - it ends one reading and is caught there
    """The text cannot be read any further."""


class Tree:
    """The data so far. ``slot`` is the key whose value comes next, or a mode."""

    def __init__(self, lines: Lines, limits: Limits) -> None:
        """Begin with nothing."""
        self.lines, self.limits = lines, limits
        self.faults: list[Diagnostic] = []
        self.table: Starts = {}
        self.here: Any = []
        self.starts: list[int] = []
        self.slot: str | Mode = ITEM
        self._top, self._tops = self.here, self.starts
        self._outer: list[tuple[Any, list[int], str | Mode]] = []
        self._kept: list[Any] = []
        self.unread = False
        """The text could not be read to its end."""

    @property
    def data(self) -> Any:  # noqa: ANN401 - plain data
        """The data; nothing where the text could not be read."""
        return self._top[0] if self._top and not self.unread else None

    @property
    def root(self) -> int:
        """Where the data begins."""
        return self._tops[0] if self._tops else 0

    def put(self, value: Any, start: int) -> None:  # noqa: ANN401 - plain data
        """Take a value for the slot that waits for it."""
        slot = self.slot
        if slot is ITEM:
            self.here.append(value)
            self.starts.append(start)
        elif slot is DROPPED:
            self._kept.append(value)
            self.slot = KEY
        else:
            self.here[slot] = value
            self.starts.append(start)
            self.slot = KEY

    def name(self, key: str, start: int) -> None:
        """Take a key; a second one of the same name is a fault, and its value is dropped."""
        if key in self.here:
            first = self.starts[2 * list(self.here).index(key)]
            self.slot = DROPPED
            self.report(faults.duplicate_key(self.lines.place(start, len(key)), key, self.lines.place(first)))
        else:
            self.slot = key
            self.starts.append(start)

    def open(self, container: Any, start: int) -> None:  # noqa: ANN401 - a list or a mapping
        """Enter a list or a mapping; the bound on depth is checked before."""
        if len(self._outer) >= self.limits.max_depth:
            self.refuse("max_depth", start)
        if self.slot is KEY:
            self.stop(faults.key_not_text(self.lines.place(start)))
        self.put(container, start)
        self._outer.append((self.here, self.starts, self.slot))
        self.here = container
        self.table[id(container)] = self.starts = []
        self.slot = KEY if container.__class__ is dict else ITEM

    def close(self) -> None:
        """Leave a list or a mapping."""
        self.here, self.starts, self.slot = self._outer.pop()

    def report(self, fault: Diagnostic) -> None:
        """Keep a fault that leaves the rest readable."""
        self.faults.append(fault)
        if len(self.faults) >= _MOST_FAULTS:
            self.unread = True
            raise Stopped

    def stop(self, fault: Diagnostic) -> NoReturn:
        """Keep a fault after which nothing can be read."""
        self.faults.append(fault)
        self.unread = True
        raise Stopped

    def refuse(self, bound: str, start: int) -> NoReturn:
        """Stop at a bound."""
        self.stop(faults.over_limit(self.lines.place(start), bound, getattr(self.limits, bound)))
