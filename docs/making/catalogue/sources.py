"""Sources and citations: which text says something, where in it, in which words, and whether anybody has read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .markdown import address, blocks, bullets, safe
from .slugs import slug, slugs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage.model.basis import Citation
    from smartvillage.model.ruleset import Source

    from .telling import Telling


def anchor(telling: Telling, source: str) -> str:
    """Return the name by which a source is linked to from anywhere on the site."""
    own = telling.ruleset.overlays if telling.base is not None and source not in telling.base.sources else ()
    known = telling.ruleset if own or telling.base is None else telling.base
    return "-".join(("source", known.id, *map(slug, own), slugs(known.sources)[source]))


def cited(telling: Telling, citation: Citation | None) -> str:
    """Say where something was read: the text with a link to what is known of it, the item, the words."""
    if citation is None:
        return ""
    source = telling.ruleset.sources.get(citation.id)
    if source is None:
        return safe(citation.id)
    parts = [f"[{safe(name(telling, citation.id, source))}](#{anchor(telling, citation.id)})"]
    if citation.item:
        parts.append(safe(telling.say.item(citation.item)))
    if citation.quote:
        parts.append(f"“{safe(citation.quote)}”")
    unseen = "" if source.seen else f" *({safe(telling.say('cited.unseen'))})*"
    return ", ".join(parts) + unseen


def retold(telling: Telling, citation: Citation) -> str:
    """Say which text it is that a cited one retells, and whether that was read; nothing where it retells none."""
    source = telling.ruleset.sources.get(citation.id)
    known = None if source is None or source.reports is None else telling.ruleset.sources.get(source.reports)
    if source is None or source.reports is None or known is None:
        return ""
    text = f"[{safe(name(telling, source.reports, known))}](#{anchor(telling, source.reports)})"
    unseen = "" if known.seen else f" *({safe(telling.say('cited.unseen'))})*"
    return telling("box.retells", source=text + unseen)


def name(telling: Telling, id_: str, source: Source) -> str:
    """Name a text shortly: its number and day, else its title and whose it is."""
    named = source.number or telling.say.text(source.title, id_)
    dated = f"{named} {telling.say.date(source.date)}" if source.date else named
    return dated if source.number else f"{dated} ({source.issuer})"


def source_list(telling: Telling) -> str:
    """List all sources of a ruleset, each with its anchor; of an overlay those that it brings."""
    before = () if telling.base is None else telling.base.sources
    own = (_source(telling, id_, source) for id_, source in telling.ruleset.sources.items() if id_ not in before)
    return blocks(*own).rstrip("\n")


def _source(telling: Telling, id_: str, source: Source) -> str:
    head = f"**{safe(name(telling, id_, source))}** {telling.seen(seen=source.seen)}"
    return f"({anchor(telling, id_)})=\n{head}\n\n{bullets(_details(telling, id_, source))}"


def _details(telling: Telling, id_: str, source: Source) -> Iterator[str]:
    say = telling.say
    kind = telling(f"source.{source.type}")
    yield f"{kind} · {safe(source.issuer)} · `{id_}`"
    if source.number and source.title:
        yield telling.text(source.title)
    if source.in_force is not None:
        yield safe(telling("source.in_force", period=say.period(source.in_force)))
    if source.reports is not None:
        told = telling.ruleset.sources.get(source.reports)
        known = source.reports if told is None else name(telling, source.reports, told)
        yield telling("source.reports", source=f"[{safe(known)}](#{anchor(telling, source.reports)})")
    if source.link:
        yield address(source.link)
    for printed in source.cites:
        parts = (printed.number, printed.date, printed.issuer, f"“{printed.quote}”" if printed.quote else None)
        yield telling("source.cites", cited=safe(", ".join(part for part in parts if part)))
    if source.note is not None:
        yield telling.text(source.note)
