"""Annotations: diagnostics as the commands by which a step of a GitHub workflow marks lines of a change.

The rule: what a user wrote can end no command and begin none: percent signs and line ends are escaped everywhere,
colons and commas where a property stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smartvillage.diagnostics import Diagnostic, Lang


def to_github(diagnostics: Sequence[Diagnostic], lang: Lang) -> str:
    """Write one command a diagnostic."""
    return "".join(_command(diagnostic, lang) + "\n" for diagnostic in diagnostics)


def _command(diagnostic: Diagnostic, lang: Lang) -> str:
    properties: dict[str, object] = {}
    if diagnostic.place:
        place = diagnostic.place
        properties = {"file": PurePath(place.file).as_posix(), "line": place.line, "endLine": place.line}
        properties |= {"col": place.column, "endColumn": place.column + max(1, place.length)}
    properties["title"] = diagnostic.code
    said = diagnostic.message.say(lang) + (f"\n{diagnostic.hint.say(lang)}" if diagnostic.hint else "")
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{diagnostic.severity} {listed}::{_data(said)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
