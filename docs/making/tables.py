"""Two directives: `limits-table`, the bounds on strangers' files, and `unknown-table`, what the shipped data rests on.

The rule: every number is read off the code or the data when the page is read; nothing of it is translated by hand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING

from sphinx.util.docutils import SphinxDirective

import smartvillage as sv
from smartvillage._program.door import program_for
from smartvillage.diagnostics import Lang, Words

if TYPE_CHECKING:
    from datetime import date

    from docutils import nodes
    from sphinx.application import Sphinx

    from smartvillage.model.ruleset import Ruleset

#: The bases that nobody should take for the text of a decision.
WEAK = ("inferred", "assumed", "unknown")
BOUND, VALUE, OF = Words("Giới hạn", "Bound"), Words("Mặc định", "Default"), Words("Của", "Of")
#: What bounds count, where the code says it in English alone.
COUNTED = {
    "max_bytes": Words("byte của một tệp", "bytes of one document"),
    "max_depth": Words("danh sách và bảng lồng nhau", "lists and mappings inside one another"),
    "max_nodes": Words(
        "khóa, giá trị, danh sách và bảng của một tệp", "keys, values, lists and mappings of one document"
    ),
    "max_scalar": Words("ký tự của một giá trị", "characters of one value"),
    "max_key": Words("ký tự của một khóa", "characters of one key"),
    "max_extends": Words("bản phủ chồng lên nhau", "overlays on one another"),
    "max_faults": Words("lỗi được viết ra; còn lại chỉ đếm", "faults that are written out; the rest is counted"),
    "max_criteria": Words("tiêu chí của một bộ", "criteria of one ruleset"),
    "max_activities": Words("hoạt động của một bộ", "activities of one ruleset"),
}
RULESET = Words("Bộ tiêu chí", "Ruleset")
KINDS: dict[str, Words] = {
    "limits": Words("Ngưỡng", "Thresholds"),
    "methods": Words("Chưa có cách đánh giá", "No method"),
    "owners": Words("Người phụ trách", "Owners"),
    "costs": Words("Chi phí", "Costs"),
    "durations": Words("Thời lượng", "Durations"),
}
BASES = {
    "inferred": Words("suy ra", "inferred"),
    "assumed": Words("giả định", "assumed"),
    "unknown": Words("chưa biết", "unknown"),
}
ASK = Words("Hỏi", "To ask")
NOBODY = Words("dữ liệu không nêu", "the data names nobody")
NOTHING = Words("Không bộ nào có.", "There is none.")


def limits_table(lang: Lang) -> str:
    """Return the bounds as a table."""
    rows = [
        f"| `{one.name}` | {_grouped(getattr(sv.Limits(), one.name), lang)} | {COUNTED[one.name].say(lang)} |"
        for one in fields(sv.Limits)
    ]
    return _table([BOUND, VALUE, OF], rows, lang)


def _grouped(number: int, lang: Lang) -> str:
    return f"{number:,}".replace(",", "." if lang == "vi" else ",")


def _table(columns: list[Words], rows: list[str], lang: Lang) -> str:
    head = " | ".join(column.say(lang) for column in columns)
    return "\n".join([f"| {head} |", f"|{'---|' * len(columns)}", *rows])


def unknown_table(lang: Lang) -> str:
    """Return how many thresholds, methods, owners, costs and durations of each shipped set rest on no text."""
    loaded = {name: sv.load_ruleset(name) for name in sv.rulesets()}
    rows = []
    for name, ruleset in loaded.items():
        counted = {kind: Counter(bases) for kind, bases in weak_parts(ruleset).items()}
        cells = [_told(counted[kind], lang) for kind in KINDS]
        if any(cells):
            rows.append(f"| [{name}](../reference/catalogue/{name}.md) | {' | '.join(cell or '–' for cell in cells)} |")
    listed = [block for name, ruleset in loaded.items() for block in _blocks(name, ruleset, lang)]
    return "\n\n".join([_table([RULESET, *KINDS.values()], rows, lang), *(listed or [NOTHING.say(lang)])])


def _blocks(name: str, ruleset: Ruleset, lang: Lang) -> Iterator[str]:
    """Yield the set's name, and below it a line for each thing that is unknown."""
    lines = list(_asked(ruleset, lang))
    if lines:
        yield f"**[{name}](../reference/catalogue/{name}.md)**"
        yield "\n".join(lines)


def weak_parts(ruleset: Ruleset) -> Mapping[str, list[str]]:
    """Return the bases, as far as they are weak, of a set's thresholds, methods, owners, costs and durations."""
    found: dict[str, list[str]] = {kind: [] for kind in KINDS}
    program = program_for(ruleset, _day(ruleset), None, "on")
    found["limits"] = [str(limit.basis) for limit in program.limits.values()]
    for field in sv.origins(ruleset).fields:
        section, _, rest = field.path.partition("/")
        last = rest.split("/")
        if last[-1] == "no_method":
            found["methods"].append("unknown")
        kind = {"owner": "owners", "cost": "costs", "duration": "durations"}.get(last[1] if len(last) > 1 else "")
        if section == "activities" and kind and last[2:] in ([], ["low"]):
            found[kind].append(str(field.basis))
    return {kind: [basis for basis in bases if basis in WEAK] for kind, bases in found.items()}


def _day(ruleset: Ruleset) -> date:
    """Return the first day of a set."""
    first = ruleset.ruleset.period.start
    if first is None:
        raise LookupError(ruleset.id)
    return first


def _told(counted: Counter[str], lang: Lang) -> str:
    return ", ".join(f"{counted[basis]} {word.say(lang)}" for basis, word in BASES.items() if counted[basis])


def _asked(ruleset: Ruleset, lang: Lang) -> Iterator[str]:
    """Yield a line for each threshold and method that nobody here has seen."""
    program = program_for(ruleset, _day(ruleset), None, "on")
    open_ = [(path, limit.ask) for path, limit in program.limits.items() if str(limit.basis) == "unknown"]
    methods = [field.path for field in sv.origins(ruleset).fields if field.path.endswith("/no_method")]
    asks = {field.path: field.value for field in sv.origins(ruleset).fields if field.path.endswith("/ask")}
    open_ += [(path.removesuffix("/no_method"), asks.get(f"{path.removesuffix('no_method')}ask")) for path in methods]
    for path, ask in open_:
        role = ruleset.roles.get(str(ask))
        told = role.title.say(lang) if role and role.title else NOBODY.say(lang)
        yield f"- `{path}`{_title(ruleset, path, lang)}. {ASK.say(lang)}: {told}."


def _title(ruleset: Ruleset, path: str, lang: Lang) -> str:
    named = path.split("/")[1]
    return next((f": {one.title.say(lang)}" for one in ruleset.criteria if one.id == named), "")


class TableDirective(SphinxDirective):
    """Sets a table in the language of the build; a catalogue of translations holds none of it."""

    def run(self) -> list[nodes.Node]:
        """Return the nodes of the table."""
        if self.env.app.builder.name == "gettext":
            return []
        lang: Lang = "vi" if self.config.language == "vi" else "en"
        text = {"limits-table": limits_table, "unknown-table": unknown_table}[self.name](lang)
        return self.parse_text_to_nodes(text)


def setup(app: Sphinx) -> dict[str, bool]:
    """Bring the directives to Sphinx."""
    app.add_directive("limits-table", TableDirective)
    app.add_directive("unknown-table", TableDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
