"""What a field means, in one language: the words of the schemas, or what the source says below it.

The rule: no word is written here; where both say something, each language takes what was written for it.
"""

from __future__ import annotations

from enum import Enum

from pydantic import BaseModel

from making.reference.results import PREFIXES
from smartvillage._loading.schema.told import names_of
from smartvillage._loading.schema.words import WORDS
from smartvillage._reporting.result_words import RESULT_WORDS
from smartvillage._reporting.speech import Speech
from smartvillage.diagnostics import Lang

from .source import Attribute

#: Modules whose types results are made of; the others are what authors write.
RESULTS = (
    "ahead",
    "comparison",
    "explanation",
    "findings",
    "obstacles",
    "origins",
    "proof",
    "roadmap",
    "steps",
    "tasks",
    "trial",
)


def meaning(kind: type, attribute: Attribute, lang: Lang) -> str:
    """Return what a field or a word of an enumeration means."""
    told = attribute.told.replace("\n\n", " ")
    if issubclass(kind, Enum):
        return told or _printed(kind, attribute.value.strip("'\""), lang)
    words = _words(kind, attribute.name, lang)
    return (words or told) if lang == "vi" else (told or words)


def _words(kind: type, name: str, lang: Lang) -> str:
    if not issubclass(kind, BaseModel):
        return ""
    info = kind.model_fields.get(name)
    key = (info.alias if info else None) or name
    own = f"{kind.__name__.strip('_')}.{key}"
    if kind.__module__.rpartition(".")[2] in RESULTS:
        names = [(RESULT_WORDS, own), (WORDS, own), (RESULT_WORDS, key), (WORDS, key)]
    else:
        names = [(WORDS, one) for one in (*names_of(kind, key), own.lower(), key)]
    return next((words[one].say(lang) for words, one in names if one in words), "")


def _printed(kind: type, word: str, lang: Lang) -> str:
    """Return how a word of a closed choice is printed."""
    speech = Speech(lang, "roadmap", "procedure", "comparison")
    label = f"{PREFIXES.get(kind.__name__, '')}.{word}"
    return speech(label) if speech.knows(label) else ""
