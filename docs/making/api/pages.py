"""The pages of the reference of Python, written in one language at each build.

The rule: every public name stands on one page, and every type that a public signature or field names has its anchor.
"""

from __future__ import annotations

import importlib
import inspect
from dataclasses import dataclass
from pathlib import Path

import smartvillage
from making.folders import write_folder
from smartvillage import plot, testing
from smartvillage.diagnostics import Lang, Words

from .meaning import meaning
from .source import HIDDEN, aliases, attributes, classes, homes, members_of, said_above

MARK = "% Written from the code when the site is built; do not edit.\n\n"
TITLE = Words("Python", "Python")
INTRO = Words(
    "Mọi tên đều nhập từ `smartvillage`, trừ hình (`smartvillage.plot`) và công cụ thử (`smartvillage.testing`). Không "
    "hàm nào hỏi đồng hồ hay mạng, in ra, hay giữ trạng thái giữa hai lần gọi. Số chính xác trong kết quả là chữ "
    '(`"117/133"`); số đếm là `int`; ngày là `datetime.date`. Lời của hàm viết bằng tiếng Anh.',
    "All of it is imported from `smartvillage`, but for pictures (`smartvillage.plot`) and tools for tests "
    "(`smartvillage.testing`). Nothing here asks a clock or the network, prints, or keeps state between calls. Exact "
    'numbers in results are text (`"117/133"`); counts are `int`; days are `datetime.date`.',
)


@dataclass(frozen=True)
class Page:
    """A page and the public names on it, under headings."""

    name: str
    title: Words
    sections: tuple[tuple[Words, tuple[str, ...]], ...]
    intro: Words | None = None


MAIN = ("load_ruleset", "load_village", "evaluate", "explain", "roadmap", "render", "write")
AUTHORS = ("check", "diff", "rulesets", "origins", "schema", "new_village", "new_ruleset", "read_text")
ALIASES = (
    "api.RulesetLike",
    "api.VillageLike",
    "api.Result",
    "arguments.OverlayLike",
    "arguments.DayLike",
    "diagnostics.Lang",
    "schemas.SchemaKind",
)
RESULTS = (
    "Assessment",
    "Finding",
    "Outcome",
    "Reason",
    "Caveat",
    "Basis",
    "Explanation",
    "Roadmap",
    "Comparison",
    "ChangeKind",
    "Origins",
)
ERRORS = tuple(name for name in smartvillage.__all__ if name.endswith("Error"))

PAGES = (
    Page(
        "functions",
        Words("Hàm", "Functions"),
        (
            (Words("Việc chính", "The main job"), MAIN),
            (Words("Cho người soạn", "For authors"), AUTHORS),
            (Words("Đối số", "What they take"), ALIASES),
        ),
    ),
    Page("results", Words("Kết quả", "Results"), ((Words("Kết quả", "Results"), RESULTS),)),
    Page(
        "data",
        Words("Bộ tiêu chí, làng, lỗi", "Rulesets, villages, faults"),
        (
            (Words("Dữ liệu đã đọc", "What was read"), ("Ruleset", "Village", "Document", "Limits")),
            (Words("Lỗi trong tệp", "Faults in files"), ("Diagnostic", "diagnostics.Words", "Place", "Severity")),
            (Words("Ngoại lệ", "Exceptions"), ERRORS),
        ),
    ),
    Page(
        "plot",
        Words("Hình", "Pictures"),
        ((Words("Hình", "Pictures"), tuple(f"plot.{name}" for name in plot.__all__)),),
        Words(
            "Cần phần thêm `plot` (matplotlib). Hàm nào cũng trả về `matplotlib.figure.Figure`; không hàm nào hiện "
            "hình ra hay đổi gì chung.",
            "Needs the extra `plot` (matplotlib). Every function returns a `matplotlib.figure.Figure`; nothing is "
            "shown, and nothing global is touched.",
        ),
    ),
    Page(
        "testing",
        Words("Thử bộ tiêu chí", "Testing"),
        (
            (
                Words("Công cụ thử", "Tools for tests"),
                (
                    *(f"testing.{name}" for name in testing.__all__),
                    "_testing.coverage.CoverageReport",
                    "_testing.goals.Goal",
                    "_testing.mutation.MutationReport",
                    "_testing.mutation.Tried",
                    "_testing.mutants.Mutant",
                    "_testing.mutation.Fate",
                    "_testing.case.Told",
                ),
            ),
        ),
        Words(
            "Pytest tự thu các tệp `*.case.yaml`: cài thư viện là đủ, không cần khai báo gì; mỗi trường hợp là một "
            "phép thử. Dự án không có tệp ấy không tốn gì.",
            "Pytest collects `*.case.yaml` files by itself: where the library is installed nothing has to be "
            "declared, and each case is a test of its own. A project without such files pays nothing.",
        ),
    ),
)
#: The modules of the vocabulary, each with what it holds.
VOCABULARY: dict[str, Words] = {
    "base": Words("Nền: mã, chữ, ngày", "The ground: ids, texts, days"),
    "basis": Words("Căn cứ và nguồn", "Basis and source"),
    "ruleset": Words("Bộ tiêu chí", "The ruleset"),
    "facts": Words("Số liệu", "Facts"),
    "conditions": Words("Điều kiện", "Conditions"),
    "limits": Words("Ngưỡng", "Limits"),
    "measures": Words("Điểm, mức, số đo", "Points, grades, measures"),
    "criteria": Words("Tiêu chí và kết luận", "Criteria and decisions"),
    "procedure": Words("Thủ tục", "The procedure"),
    "activities": Words("Hoạt động", "Activities"),
    "village": Words("Làng", "The village"),
    "findings": Words("Kết quả đánh giá", "Findings"),
    "steps": Words("Các bước đã qua", "Steps taken"),
    "explanation": Words("Lời giải thích", "The explanation"),
    "trial": Words("Phép so trong lời giải thích", "Comparisons in an explanation"),
    "proof": Words("Chứng minh", "Proof"),
    "roadmap": Words("Lộ trình", "The roadmap"),
    "tasks": Words("Việc của lộ trình", "Tasks of a roadmap"),
    "obstacles": Words("Điều chắn đường", "What stands in the way"),
    "ahead": Words("Các bước sắp tới", "Steps ahead"),
    "comparison": Words("So sánh hai bộ", "The comparison"),
    "origins": Words("Nguồn gốc từng trường", "Origins"),
}
ALSO = Words("Cùng các trường của {}.", "With the fields of {}.")
VOCABULARY_TITLE = Words("Từ vựng: `smartvillage.model`", "The vocabulary: `smartvillage.model`")


def write_api(docs: Path, lang: Lang) -> None:
    """Write the pages below ``docs/reference/api``."""
    pages = {f"{page.name}.md": page_text(page, lang) for page in PAGES}
    pages |= {f"model-{name}.md": vocabulary_text(name, lang) for name in VOCABULARY}
    pages["index.md"] = index_text(lang)
    write_folder(docs / "reference" / "api", pages)


def index_text(lang: Lang) -> str:
    """Return the page that leads to the others."""
    listed = [(page.name, page.title.say(lang)) for page in PAGES]
    words = [(f"model-{name}", title.say(lang)) for name, title in VOCABULARY.items()]
    lines = [f"- [{title}]({name}.md)" for name, title in listed]
    lines += [f"\n## {VOCABULARY_TITLE.say(lang)}\n", *(f"- [{title}]({name}.md)" for name, title in words)]
    toc = "\n".join(name for name, _ in (*listed, *words))
    return (
        f"{MARK}# {TITLE.say(lang)}\n\n{INTRO.say(lang)}\n\n"
        + "\n".join(lines)
        + f"\n\n```{{toctree}}\n:hidden:\n\n{toc}\n```\n"
    )


def page_text(page: Page, lang: Lang) -> str:
    """Return one page of public names."""
    parts = [f"{MARK}# {page.title.say(lang)}\n", page.intro.say(lang) if page.intro else ""]
    for title, names in page.sections:
        if len(page.sections) > 1:
            parts.append(f"## {title.say(lang)}\n")
        parts.append(_rst("\n\n".join(directive(f"smartvillage.{name}", lang) for name in names)))
    return "\n".join(part for part in parts if part)


def vocabulary_text(name: str, lang: Lang) -> str:
    """Return the page of one module of the vocabulary, but for what is public and stands elsewhere."""
    module = f"smartvillage.model.{name}"
    told = (inspect.getdoc(importlib.import_module(module)) or "").split("\n\n", maxsplit=1)[0].replace("``", "`")
    named = [f"{module}.{one}" for one in classes(module) if homes()[f"{module}.{one}"].startswith(module)]
    parts = [directive(one, lang) for one in named] + [_alias(module, one) for one in aliases(module)]
    return f"{MARK}# {VOCABULARY[name].say(lang)}\n\n`{module}`: {told}\n\n" + _rst("\n\n".join(parts))


def _rst(text: str) -> str:
    return f"```{{eval-rst}}\n{text}\n```\n"


def directive(name: str, lang: Lang) -> str:
    """Return what documents a function, a class, an exception or an alias."""
    thing = _thing(name)
    if not (inspect.isfunction(thing) or inspect.isclass(thing)):
        return _alias(*name.rsplit(".", 1))
    if inspect.isfunction(thing):
        return f".. autofunction:: {name}"
    if not isinstance(thing, type):
        raise TypeError(name)
    word = "autoexception" if issubclass(thing, Exception) else "autoclass"
    own = list(attributes(thing))
    kept = [one.rpartition(".")[2] for one in HIDDEN if one.startswith(f"{thing.__name__}.")]
    hidden = "".join(f", {one}" for one in (*kept, *(one.name for one in own)))
    head = f".. {word}:: {name}\n   :exclude-members: model_config{hidden}\n"
    bases = [
        homes()[base] for base in (f"{one.__module__}.{one.__name__}" for one in thing.__bases__) if base in homes()
    ]
    bases = [f":py:class:`~{base}`" for base in bases if base.rpartition(".")[2] not in {"Frozen", "Keeping"}]
    head += f"\n   {ALSO.say(lang).format(', '.join(bases))}\n" if bases else ""
    return head + "".join(_field(one.name, one.type, one.value, meaning(thing, one, lang)) for one in own)


def _thing(name: str) -> object:
    module, _, last = name.rpartition(".")
    return getattr(importlib.import_module(module), last)


def _field(name: str, kind: str, value: str, told: str) -> str:
    lines = [f"\n   .. py:attribute:: {name}"]
    lines += [f"      :type: {kind}"] if kind else []
    lines += [f"      :value: {value}"] if value else []
    return "\n".join([*lines, "", *(f"      {line}" for line in _rst_words(told).splitlines()), ""])


def _rst_words(text: str) -> str:
    """Write code in backticks as reStructuredText has it."""
    return text.replace("``", "`").replace("`", "``")


def _alias(module: str, name: str) -> str:
    told = _rst_words(said_above(module, name))
    listed = [f":py:class:`~{one}`" for one in members_of(f"{module}.{name}")]
    more = f"\n   {' · '.join(listed)}\n" if listed else ""
    return f".. py:data:: {module}.{name}\n\n   {told}\n{more}"
