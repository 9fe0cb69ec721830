"""Entries: the smallest things a ruleset's files hold, each with the file and the path it was written at.

INVARIANT (place): an entry can name the place of every part of itself, whoever wrote that part: its own file, or the
overlay that set it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeAlias

from smartvillage._faults.source import duplicate_key, forbidden_character, over_limit
from smartvillage.bounds import Limits
from smartvillage.characters import composed, forbidden_in
from smartvillage.diagnostics import Diagnostic, Place

if TYPE_CHECKING:
    from smartvillage.model.base import Text

    from .footing import Ground

Step: TypeAlias = str | int
Path: TypeAlias = tuple[Step, ...]


class Origin(Protocol):
    """Where data was read: a document, or plain data that a program handed over."""

    @property
    def file(self) -> str:
        """The file's name; empty where there is none."""

    @property
    def data(self) -> Any:  # noqa: ANN401 - plain data
        """The plain data."""

    @property
    def faults(self) -> Iterable[Diagnostic]:
        """What is wrong with the text itself."""

    def place(self, path: Path, key: bool = False) -> Place | None:  # noqa: FBT001, FBT002 - as Document has it
        """Where the value (or its key) at a path stands."""


class Handed:
    """Plain data that a program handed over: it has no file and no places. Its text is composed as a file's is."""

    __slots__ = ("data", "faults", "file")

    def __init__(self, data: Any, limits: Limits = Limits()) -> None:  # noqa: ANN401, B008 - plain data; frozen
        """Take the data; what is nested too deep, or cannot be seen, is refused whole."""
        self.file, self.data = "", None
        self.faults: tuple[Diagnostic, ...] = ()
        try:
            self.data = _composed(data, limits.max_depth)
        except _SameKeyError as same:
            self.faults = (duplicate_key(None, str(same), None),)
        except _UnseenError as unseen:
            self.faults = (forbidden_character(None, str(unseen)),)
        except _TooDeepError:
            self.faults = (over_limit(None, "max_depth", limits.max_depth),)

    def place(self, path: Path, key: bool = False) -> Place | None:  # noqa: ARG002, FBT001, FBT002 - as Origin
        """Nowhere."""
        return None


class _TooDeepError(Exception):
    """Data is nested deeper than anybody writes by hand."""


class _UnseenError(Exception):
    """A text holds a character that a reader cannot see and others obey; it is named."""


class _SameKeyError(Exception):
    """Two keys are one once their letters are composed."""


def _composed(value: Any, depth: int) -> Any:  # noqa: ANN401 - plain data
    if isinstance(value, str):
        if unseen := forbidden_in(value):
            raise _UnseenError(unseen)
        return composed(value)
    if isinstance(value, (Mapping, list, tuple)) and not depth:
        raise _TooDeepError
    if isinstance(value, Mapping):
        found = {_composed(key, depth): _composed(part, depth - 1) for key, part in value.items()}
        if len(found) < len(value):
            raise _SameKeyError(next(key for key in value if composed(str(key)) != key))
        return found
    if isinstance(value, (list, tuple)):
        return [_composed(part, depth - 1) for part in value]
    return value


def takes_null(origin: Origin) -> bool:
    """Tell whether nothing is a value there: a program and JSON write it out, in YAML it is a forgotten value."""
    return isinstance(origin, Handed) or origin.file.lower().endswith(".json")


class Setting(NamedTuple):
    """Who set something: the file and the path in it, the overlay's id, and why."""

    origin: Origin
    path: Path
    overlay: str
    because: Text | None = None
    ground: Ground | None = None
    """What an edit stands on; what it sets never stands on what was there before."""


@dataclass(slots=True)
class Entry:
    """One entry of a section: its id, its plain data, and where it stands."""

    section: str
    id: str
    data: Any
    origin: Origin
    path: Path
    defaults: Mapping[str, Any] = field(default_factory=dict)
    """The ``defaults`` of the entry's own file."""
    header: Ground | None = None
    """What the entry rests on where it says nothing itself, if not on the ruleset's header."""
    edits: dict[Path, Setting] = field(default_factory=dict)
    """Which parts an overlay set: by the path inside the entry."""
    added: Setting | None = None
    """Who added the whole entry, where an overlay did."""
    after: str | None = None
    """The id it was added after, empty for the end; nothing where it stands as written."""

    def set_by(self, steps: Path, setting: Setting) -> None:
        """Note who set a part; what others had set inside it is theirs no more."""
        for inside in [path for path in self.edits if path[: len(steps)] == steps]:
            del self.edits[inside]
        self.edits[steps] = setting

    def setting(self, steps: Path) -> tuple[Path, Setting] | None:
        """Return the overlay's edit that set a part or what is around it, and the path of that; else nothing."""
        for length in range(len(steps), -1, -1) if self.edits else ():
            found = self.edits.get(steps[:length])
            if found is not None:
                return steps[:length], found
        return None

    def place(self, *steps: Step, key: bool = False) -> Place | None:
        """Return where a part stands; where it is not written itself, the nearest thing around it that is."""
        found = self.setting(steps)
        if found is not None:
            inside, by = found
            return by.origin.place((*by.path, *steps[len(inside) :]), key)
        return self.origin.place((*self.path, *steps), key)

    @property
    def name(self) -> str:
        """The path of the entry in the set, as ``criteria/2.13``."""
        return f"{self.section}/{self.id}" if self.id else self.section
