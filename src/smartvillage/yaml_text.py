"""YAML as plain data: libyaml's events, each taken once, in the YAML 1.2 manner; the one door to PyYAML.

INVARIANT (raw): a scalar keeps its text. Only ``true``, ``false``, ``null``, ``~`` and nothing at all are resolved, so
``no``, ``22:30`` and ``010`` are what somebody wrote. INVARIANT (plain): anchors, aliases, tags and merge keys are
reported and never obeyed.
"""

from __future__ import annotations

import re
from itertools import repeat
from typing import TYPE_CHECKING, Any, NoReturn

from ._faults import source as faults
from .characters import composed, forbidden_in, is_composed
from .tree import DROPPED, ITEM, KEY, Stopped, Tree
from .yaml_syntax import syntax_fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.events import Event

    from .bounds import Limits
    from .positions import Lines


class Bare(str):
    """A plain YAML scalar that some tool reads as a number or a truth value: fine as a value, refused as an id."""

    __slots__ = ()


#: Older tools read these, small, capitalised and in capitals, as a truth value or as nothing; here they are text.
_OLD_WORDS = ("yes", "no", "on", "off", "y", "n", "true", "false", "null")
#: Plain scalars that are no text, or that some tool takes for none.
_WORDS: dict[str, Any] = {
    **{way: Bare(way) for word in _OLD_WORDS for way in (word, word.capitalize(), word.upper())},
    "true": True,
    "false": False,
    "": None,
    "null": None,
    "~": None,
}

#: What a YAML 1.1 or 1.2 tool reads as a number, an infinity or a time of day; it begins with one of these.
_BEGINS_NUMBER = frozenset("0123456789+-.")
_LOOKS_NUMERIC = re.compile(
    r"[-+]?(?:\d[\d_]*(?:\.[\d_]*)?(?:[eE][-+]?\d+)?|\.\d[\d_]*(?:[eE][-+]?\d+)?|0[xob][\da-fA-F_]+"
    r"|\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?|\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))",
    re.ASCII,
).fullmatch


def read_yaml(lines: Lines, limits: Limits) -> Tree:
    """Read a YAML text into a tree; what is wrong stands in the tree's faults."""
    import yaml
    from yaml import events

    tree = _YamlTree(lines, limits)
    handlers: dict[type[Event], Callable[[Any], None]] = {
        events.ScalarEvent: tree.scalar,
        events.MappingStartEvent: tree.mapping,
        events.SequenceStartEvent: tree.sequence,
        events.MappingEndEvent: tree.end,
        events.SequenceEndEvent: tree.end,
        events.AliasEvent: tree.alias,
        events.DocumentStartEvent: tree.document,
        events.DocumentEndEvent: tree.count_only,
        events.StreamStartEvent: tree.count_only,
        events.StreamEndEvent: tree.finish,
    }
    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(lines.text)
        _take(loader.get_event, handlers, tree)
    except yaml.YAMLError as error:
        tree.fail(error)
    except Stopped:
        pass
    return tree


def _take(get: Callable[[], Any], handlers: dict[Any, Callable[[Any], None]], tree: _YamlTree) -> NoReturn:
    """Give each event to its handler until one stops; events that are no node give back what they cost."""
    budget, event = tree.limits.max_nodes + 1, get()
    while budget > 0:
        for _ in repeat(None, budget):
            handlers[event.__class__](event)
            event = get()
        budget, tree.free = tree.free, 0
    tree.refuse("max_nodes", event.start_mark.index)


class _YamlTree(Tree):
    """A tree that takes events."""

    def __init__(self, lines: Lines, limits: Limits) -> None:
        super().__init__(lines, limits)
        #: How many events so far were no node.
        self.free = 0
        self._compose = not is_composed(lines.text)
        self._escapes = "\\" in lines.text
        self._documents = 0
        self._flow = False
        self._flows: list[bool] = []
        self._max_scalar = limits.max_scalar
        #: Keys that are fine without quotes.
        self._fine: set[str] = set()
        #: Where the last key began, and how many faults there were before it.
        self._key_start = self._before_key = 0
        self._joined = -1

    def scalar(self, event: Any) -> None:  # noqa: ANN401 - PyYAML's events are not typed
        """Take a key or a value."""
        value = event.value
        start = event.start_mark.index
        if event.tag is not None or event.anchor is not None:
            self._not_plain(event)
        if self.slot is not KEY:
            self._value(value, start, event.style)
        elif value in self._fine and value not in self.here:
            self._key_start, self._before_key, self.slot = start, len(self.faults), value
            self.starts.append(start)
        else:
            self._key(value, start, event.style)

    def _value(self, value: Any, start: int, style: str) -> None:  # noqa: ANN401 - text, until a word is resolved
        """Take a value."""
        if len(value) > self._max_scalar:
            self.refuse("max_scalar", start)
        if style:
            if self._escapes or self._compose:
                value = self._clean(value, start)
        elif value in _WORDS:
            if not value and self._flow and self.slot is not ITEM:
                self._valueless(start)
                return
            value = _WORDS[value]
        elif value[0] in _BEGINS_NUMBER and _LOOKS_NUMERIC(value):
            value = Bare(value)
        elif self._compose:
            value = composed(value)
        self.put(value, start)

    def _key(self, key: str, start: int, style: str) -> None:
        """Take a key, after the checks that a name needs only once."""
        self._key_start, self._before_key = start, len(self.faults)
        if len(key) > self.limits.max_key:
            self.refuse("max_key", start)
        if style:
            key = self._clean(key, start)
        elif key == "<<":
            self.slot = DROPPED
            self.report(faults.not_plain(self.lines.place(start, 2), "<<"))
            return
        elif key == "":
            self.stop(faults.key_not_text(self.lines.place(start)))
        elif key in _WORDS or (key[0] in _BEGINS_NUMBER and _LOOKS_NUMERIC(key)):
            self.report(faults.bare_id(self.lines.place(start, len(key)), key))
        else:
            key = composed(key)
            self._fine.add(key)
        self.name(key, start)

    def _valueless(self, end: int) -> None:
        """Report a key without a value inside braces and, where a comma cut a value in two, join it again."""
        text, start = self.lines.text, self._key_start
        del self.faults[self._before_key :]
        if self.slot is not DROPPED:
            self.starts.pop()
        self.slot = KEY
        written = text[start:end].rstrip()
        name = written.removesuffix(":").rstrip()
        quoted = self._join(start + len(name)) if name == written else None
        self.report(faults.key_without_value(self.lines.place(start, len(name)), name, quoted))

    def _join(self, end: int) -> str | None:
        """Take a plain value up to ``end``, past the comma that cut it; say how it should have been written."""
        if not self.here:
            return None
        key, value = next(reversed(self.here.items()))
        start = self.starts[-1]
        whole = self.lines.text[start:end] if end - start <= self.limits.max_key else ""
        if isinstance(value, (dict, list)) or not whole or whole[0] in "\"'" or "\n" in whole:
            return None
        if self._joined == start:
            self.faults.pop()
        self.here[key], self._joined = composed(whole), start
        return f'{key}: "{whole}"'

    def _clean(self, value: str, start: int) -> str:
        """Compose a quoted text and refuse what an escape may have brought in."""
        name = forbidden_in(value)
        if name:
            self.stop(faults.forbidden_character(self.lines.place(start), name))
        return composed(value)

    def mapping(self, event: Any) -> None:  # noqa: ANN401 - PyYAML's events are not typed
        """Enter a mapping."""
        self._enter(event, {})

    def sequence(self, event: Any) -> None:  # noqa: ANN401 - likewise
        """Enter a list."""
        self._enter(event, [])

    def _enter(self, event: Any, container: Any) -> None:  # noqa: ANN401 - likewise
        if event.tag is not None or event.anchor is not None:
            self._not_plain(event)
        self.open(container, event.start_mark.index)
        self._flows.append(self._flow)
        self._flow = event.flow_style

    def end(self, _event: object) -> None:
        """Leave a list or a mapping."""
        self.close()
        self._flow = self._flows.pop()
        self.free += 1

    def alias(self, event: Any) -> None:  # noqa: ANN401 - likewise
        """Refuse an alias; nothing stands in its place."""
        if self.slot is not DROPPED:
            self._not_plain(event)
        if self.slot is KEY:
            self.slot = DROPPED
        else:
            self.put(None, event.start_mark.index)

    def document(self, event: Any) -> None:  # noqa: ANN401 - likewise
        """Begin the document; refuse directives and a second document."""
        self.free += 1
        self._documents += 1
        if self._documents > 1:
            self.stop(faults.several_documents(self.lines.place(event.start_mark.index, 3)))
        if event.version or event.tags:
            self._not_plain(event)

    def count_only(self, _event: object) -> None:
        """Take an event that says nothing."""
        self.free += 1

    def finish(self, _event: object) -> NoReturn:
        """End the reading; a text that holds nothing is a fault."""
        if self.data is None and not self.faults:
            self.report(faults.empty_file(self.lines.place(0)))
        raise Stopped

    def fail(self, error: Exception) -> None:
        """Keep what the parser could not read as one fault in our own words."""
        self.unread = True
        self.faults.append(syntax_fault(self.lines, error, self.limits))

    def _not_plain(self, event: Any) -> None:  # noqa: ANN401 - likewise
        start = event.start_mark.index
        written = self.lines.text[start : start + 64].split(maxsplit=1)[0]
        self.report(faults.not_plain(self.lines.place(start, len(written)), written))
