"""An overlay's page: what it sets and why, and what that means for criteria and for villages.

The rule: what a change means is asked of the library's own comparison, never read off the text.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import smartvillage as sv
from smartvillage._loading.overlay import VERBS
from smartvillage.model.base import Text

from .criterion import footings, rule_lines, title
from .markdown import badge, below, blocks, bullets, code, link, safe, table
from .sources import source_list
from .telling import Telling
from .trials import flow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from smartvillage.model.criteria import Criterion

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
    rows = [(telling("overlay.extends"), base)]
    if overlay.in_force is not None:
        rows.append((telling("head.period"), safe(telling.say.period(overlay.in_force))))
    if overlay.basis is not None:
        rows.append((telling("column.basis"), telling.basis(overlay.basis)))
    yield table(("", ""), rows)
    if header.get("note") is not None:
        yield telling.text(Text.model_validate(header["note"]))


def _edits(telling: Telling, shelved: Shelved, overlay: Overlaid) -> Iterator[str]:
    for edit in overlay.written.get("edits") or ():
        verb = next(word for word in VERBS if word in edit)
        because = telling.text(Text.model_validate(edit["because"]))
        what = _path(telling, shelved, edit[verb])
        to = edit.get("to", edit.get("with", edit.get("item")))
        value = f" → {code(_value(to))}" if to is not None else ""
        yield f"{telling(f'overlay.{verb}')} {what}{value}{_terms(telling, edit)}: {because}"


def _terms(telling: Telling, edit: Mapping[str, Any]) -> str:
    """Say from when something leaves the set, and how far a lock goes."""
    if "from" in edit:
        return f", {safe(telling.say('period.from', from_=telling.say.day(date.fromisoformat(str(edit['from'])))))}"
    return f" ({telling('overlay.as.' + edit['as'])})" if "as" in edit else ""


def _value(written: object) -> str:
    """Show what is set: of a limit its value alone, for its ground is shown below."""
    return flow(written.get("value", written) if isinstance(written, dict) else written)


def _path(telling: Telling, shelved: Shelved, path: object) -> str:
    """Show a path, with a link to the criterion that it leads into."""
    criteria = {one.id: one for one in shelved.ruleset.criteria}
    steps = path.split("/") if isinstance(path, str) else []
    if len(steps) > 1 and steps[0] == "criteria" and steps[1] in criteria:
        criterion = criteria[steps[1]]
        page = link(title(telling, criterion), f"../{shelved.page(criterion)}.md")
        return f"{page} ({code('/'.join(steps[2:]))})" if steps[2:] else page
    return code(flow(path))


def _criteria(telling: Telling, after: Telling, shelved: Shelved, overlay: Overlaid) -> Iterator[str]:
    """Show of each criterion that comes out otherwise what it rests on before and after."""
    before, made = ({one.id: one for one in ruleset.criteria} for ruleset in (shelved.ruleset, overlay.made))
    for name in dict.fromkeys((*made, *before)):
        old, new = before.get(name), made.get(name)
        if old == new:
            continue
        yield f"## {safe(title(telling, old) if new is None else title(after, new))}"  # type: ignore[arg-type] # one of both
        yield f"**{telling('overlay.before')}**"
        yield from _shown(telling, old)
        yield f"**{telling('overlay.after')}**"
        yield from _shown(after, new)


def _shown(telling: Telling, criterion: Criterion | None) -> Iterator[str]:
    """Show what a criterion asks and on what that rests; of one that is not there only that."""
    if criterion is None:
        yield telling("overlay.absent")
        return
    yield from footings(telling, criterion)
    yield bullets(rule_lines(telling, criterion))
