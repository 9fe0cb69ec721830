"""Origins as a page: a line for each field, with its value, its file and line, and the decision that set it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from smartvillage._reporting.blocks import Block, Heading, Line, Page, Paragraph, Span, Tone, Verbatim
from smartvillage._reporting.speech import Speech

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage.diagnostics import Lang
    from smartvillage.model.origins import Field, Origins

    from .names import Names

_WEAK = ("inferred", "assumed", "unknown")


def page(origins: Origins, lang: Lang, *, names: Names, as_counted: bool) -> Page:  # noqa: ARG001 - nothing is judged
    """Lay the fields out, section by section."""
    say = Speech(lang, "origins")
    title = say.text(origins.title)
    about = say("origins.about", id=origins.id, version=origins.version, day=say.day(origins.on))
    if origins.overlays:
        about += say("ref.overlays", overlays=", ".join(origins.overlays))
    blocks = (Heading(title, 1), Paragraph((Span(about, Tone.MUTED),)), *_sections(say, origins))
    return Page(title, lang, blocks)


def _sections(say: Speech, origins: Origins) -> Iterator[Block]:
    for section, fields in groupby(origins.fields, lambda field: field.path.partition("/")[0]):
        yield Heading(section)
        yield Verbatim(tuple(_line(say, field, told=origins.told) for field in fields))


def _line(say: Speech, field: Field, *, told: bool) -> Line:
    line = (Span(field.path, Tone.STRONG), Span(f" = {_written(field.value)}"))
    if not told:
        return line
    place = f"{field.file}:{field.line}" if field.file else say("origins.handed")
    weak = field.basis in _WEAK or field.overlay is not None
    return (*line, Span(f"  ← {place}", Tone.MUTED), *_decided(say, field, Tone.CAVEAT if weak else Tone.MUTED))


def _decided(say: Speech, field: Field, tone: Tone) -> Line:
    """Say which overlay set a field and why, and what it rests on."""
    told = []
    if field.overlay is not None:
        why = f": {say.text(field.because)}" if field.because else ""
        told.append(say("origins.overlay", overlay=field.overlay) + why)
    if field.basis is not None:
        told.append(say.firmness(field.basis) + (f": {field.cited}" if field.cited else ""))
    return (Span(f"  [{'; '.join(told)}]", tone),) if told else ()


def _written(value: Any) -> str:  # noqa: ANN401 - plain data
    """Write a value on one line, as a ruleset's file has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_written(part)}" for key, part in value.items()) + "}"
    return " ".join(str(value).split())
