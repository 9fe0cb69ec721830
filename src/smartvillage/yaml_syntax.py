"""What a YAML parser could not read, in our own words: which of a few mistakes people make, and where it began.

The rule: a quote or bracket that is never closed is shown where it opens, anything else where it stands.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ._faults import source as faults

if TYPE_CHECKING:
    from .bounds import Limits
    from .diagnostics import Diagnostic
    from .positions import Lines

#: How deep newer versions of libyaml read at all, and what they say past it; our own bound is usually lower, but theirs
#: is met first where a text opens thousands of brackets at once, since they look ahead.
_PARSER_DEPTH = 1_000
_TOO_DEEP = "maximum nesting depth"

#: A key whose colon has no space after it, so that it reads as one text with its value; an address is none.
_GLUED = re.compile(r"[^\W\d][\w.-]*:(?!//)[^\s:][^:\n]*$", re.MULTILINE)

#: Words of the parser's message, and which mistake they tell of; the first that fits.
_BY_PROBLEM = (
    ("tab", "tab"),
    ("escape", "escape"),
    ("mapping values are not allowed", "colon"),
    ("cannot start any token", "sign"),
    ("expected ':'", "key"),
    ("sequence entries are not allowed", "indentation"),
)


def syntax_fault(lines: Lines, error: Any, limits: Limits) -> Diagnostic:  # noqa: ANN401 - PyYAML's errors are not typed
    """Turn a parser's error into a fault."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return faults.syntax(lines.place(0), "other")
    at = min(mark.index, max(len(lines.text) - 1, 0))
    if _TOO_DEEP in (error.problem or ""):
        return faults.over_limit(lines.place(at), "max_depth", min(limits.max_depth, _PARSER_DEPTH))
    opened = error.context_mark.index if error.context_mark else at
    glued = _glued(lines.text, at, opened, "mapping values" in (error.problem or ""))
    if glued is not None:
        return faults.syntax(lines.place(glued), "space")
    word, start = _mistake(lines.text, (error.context or "", error.problem or ""), at, opened)
    return faults.syntax(lines.place(start), word)


def _mistake(text: str, said: tuple[str, str], at: int, opened: int) -> tuple[str, int]:
    context, problem = said
    if text[at : at + 1] == "\t":
        return "tab", at
    if "quoted scalar" in context and "escape" not in problem:
        return "open_quote", opened
    for words, mistake in _BY_PROBLEM:
        if words in problem:  # what was to be a key may stand on a line above
            return mistake, opened if mistake == "key" else at
    if "flow sequence" in context or "flow mapping" in context:
        return "open_bracket", opened
    if "flow node" in context:
        return "nothing", at
    missed = _never_closed(text, at)
    return ("open_quote", missed) if missed is not None else (_misplaced(text, at), at)


def _never_closed(text: str, at: int) -> int | None:
    """Return where a quote opens that only the next one, on a later line, closed by chance."""
    before = text[:at].rstrip(" ")
    if not before.endswith(("'", '"')):
        return None
    opening = before.rfind(before[-1], 0, len(before) - 1)
    return opening if opening >= 0 and "\n" in before[opening:] else None


def _glued(text: str, at: int, opened: int, swallowed: bool) -> int | None:  # noqa: FBT001 - the parser's word
    """Return where a key is glued to its value: where the parser began, or on a line above that swallowed this one."""
    if _GLUED.match(text, opened):
        return opened
    if not swallowed:
        return None
    line = text.rfind("\n", 0, at) + 1
    above = text.rfind("\n", 0, max(line - 1, 0)) + 1
    found = _GLUED.match(text, above + _indent(text[above:line]))
    return found.start() if found and _indent(text[above:line]) == _indent(text[line:at]) else None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _misplaced(text: str, at: int) -> str:
    """Tell what stands where a key, an item or the end was expected."""
    if text[at : at + 1] in {"]", "}"}:
        return "stray_bracket"
    before = text[:at].rstrip(" ")
    if before.endswith(("'", '"')):
        return "after_quote"
    if text[at : at + 1] == ":":
        return "key"
    return "indentation" if before.endswith(("\n", "\r")) else "other"
