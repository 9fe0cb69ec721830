"""SARIF 2.1.0: diagnostics as the OASIS format for what checkers of files find, read by code hosts and editors.

The rule: a place is a line and columns from 1 in characters, as everywhere; a rule is a code, whose meaning stands in
both languages.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .speech import Speech

if TYPE_CHECKING:
    from smartvillage.diagnostics import Diagnostic, Lang, Place

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LOCALES = {"vi": "vi-VN", "en": "en-US"}
_OTHER: dict[Lang, Lang] = {"vi": "en", "en": "vi"}


def to_sarif(diagnostics: Sequence[Diagnostic], lang: Lang) -> str:
    """Write diagnostics as one run of one tool."""
    from importlib.metadata import version

    codes = list(dict.fromkeys(diagnostic.code for diagnostic in diagnostics))
    driver = {
        "name": "smartvillage",
        "semanticVersion": version("smartvillage"),
        "language": _LOCALES[lang],
        "rules": [_rule(code, diagnostics, lang) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": _LOCALES[lang],
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, codes, lang) for diagnostic in diagnostics],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, diagnostics: Sequence[Diagnostic], lang: Lang) -> dict[str, Any]:
    """Describe a code by its meaning; one without words of its own, by what it says here."""
    first = next(diagnostic for diagnostic in diagnostics if diagnostic.code == code)
    own, other = (_meaning(first, each) for each in (lang, _OTHER[lang]))
    return {
        "id": code,
        "shortDescription": {"text": own},
        "help": {"text": f"{own}\n{other}", "markdown": f"{own}\n\n{other}"},
        "defaultConfiguration": {"level": str(first.severity)},
        "properties": {"tags": ["smartvillage", f"{code[:3]}xx"]},
    }


def _meaning(diagnostic: Diagnostic, lang: Lang) -> str:
    say, label = Speech(lang, "codes"), f"code.{diagnostic.code}"
    return _plain(say(label) if say.knows(label) else diagnostic.message.say(lang))


def _result(diagnostic: Diagnostic, codes: Sequence[str], lang: Lang) -> dict[str, Any]:
    text = diagnostic.message.say(lang)
    if diagnostic.hint:
        text += f"\n{diagnostic.hint.say(lang)}"
    found: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "ruleIndex": codes.index(diagnostic.code),
        "level": str(diagnostic.severity),
        "message": {"text": _plain(text)},
    }
    if diagnostic.place is None and not diagnostic.path:
        return found
    where: dict[str, Any] = {"physicalLocation": _physical(diagnostic.place)} if diagnostic.place else {}
    if diagnostic.path:
        where["logicalLocations"] = [{"fullyQualifiedName": diagnostic.path}]
    return {**found, "locations": [where]}


def _plain(text: str) -> str:
    """Write a message so that nothing in it is taken for a blank to be filled in: braces are doubled."""
    return text.replace("{", "{{").replace("}", "}}")


def _physical(place: Place) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": place.line, "startColumn": place.column}
    region["endColumn"] = place.column + max(1, place.length)
    if place.text:
        region["snippet"] = {"text": place.text}
    return {"artifactLocation": {"uri": uri_of(place.file)}, "region": region}


def uri_of(file: str) -> str:
    """Return a file's name as a URI: one that is relative stays so, since code hosts look from the top folder."""
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
