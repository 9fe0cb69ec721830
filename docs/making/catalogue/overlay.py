"""An overlay's page: what it sets and why, and what that means for criteria and for villages.

The rule: what a change means is asked of the library's own comparison, never read off the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import smartvillage as sv
from smartvillage.model.base import Text

from .criterion import footings, title
from .markdown import badge, below, blocks, bullets, code, link, safe, table
from .sources import source_list
from .telling import Telling
from .trials import flow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .shelf import Overlaid, Shelved


def overlay_page(telling: Telling, shelved: Shelved, overlay: Overlaid) -> str:
    """Return the page of one overlay."""
    after = Telling(overlay.made, telling.lang, shelved.ruleset)
    villages = [one.village for one in shelved.villages]
    compared = sv.diff(shelved.ruleset, overlay.made, villages=villages)
    told = sv.render(compared, "md", lang=telling.lang, ruleset=overlay.made)
    return blocks(
        f"# {telling.text(overlay.title)}",
        *_head(telling, overlay),
        f"## {telling('overlay.edits')}",
        bullets(_edits(telling, shelved, overlay)),
        *_criteria(telling, after, shelved, overlay),
        f"## {telling('overlay.means')}",
        telling("overlay.compared"),
        below(told),
        *([f"## {telling('section.sources')}", own] if (own := source_list(after)) else []),
    )


def _head(telling: Telling, overlay: Overlaid) -> Iterator[str]:
    header = overlay.header
    other = telling.other(overlay.title)
    version = code(f"{overlay.id} {header['version']}")
    yield " ".join([f"*{other}* ·" if other else "", badge(telling("overlay.is"), "primary"), version]).strip()
    base = link(telling.say.text(telling.ruleset.ruleset.title), f"../../{telling.ruleset.id}.md")
    rows = [(telling("overlay.extends"), base), (telling("column.basis"), telling.basis(overlay.basis))]
    yield table(("", ""), rows)
    if header.get("note") is not None:
        yield telling.text(Text.model_validate(header["note"]))


def _edits(telling: Telling, shelved: Shelved, overlay: Overlaid) -> Iterator[str]:
    for edit in overlay.written.get("edits") or ():
        verb = next(iter(edit))
        because = telling.text(Text.model_validate(edit["because"]))
        what = _path(telling, shelved, edit[verb])
        to = edit.get("to", edit.get("with", edit.get("item")))
        value = f" → {code(_value(to))}" if to is not None else ""
        yield f"{telling(f'overlay.{verb}')} {what}{value}: {because}"


def _value(written: object) -> str:
    """Show what is set: of a limit its value alone, for its ground is shown below."""
    return flow(written.get("value", written) if isinstance(written, dict) else written)


def _path(telling: Telling, shelved: Shelved, path: object) -> str:
    """Show a path, with a link to the criterion that it leads into."""
    criteria = {one.id: one for one in shelved.ruleset.criteria}
    steps = path.split("/") if isinstance(path, str) else []
    if steps[:1] == ["criteria"] and steps[1] in criteria:
        criterion = criteria[steps[1]]
        page = link(title(telling, criterion), f"../{shelved.page(criterion)}.md")
        return f"{page} ({code('/'.join(steps[2:]))})" if steps[2:] else page
    return code(flow(path))


def _criteria(telling: Telling, after: Telling, shelved: Shelved, overlay: Overlaid) -> Iterator[str]:
    """Show of each criterion that comes out otherwise what it rests on before and after."""
    before = {one.id: one for one in shelved.ruleset.criteria}
    for criterion in overlay.made.criteria:
        known = before.get(criterion.id)
        if known == criterion:
            continue
        yield f"## {safe(title(after, criterion))}"
        if known is not None:
            yield f"**{telling('overlay.before')}**"
            yield from footings(telling, known)
        yield f"**{telling('overlay.after')}**"
        yield from footings(after, criterion)
