"""The pages of the reference of files, written in one language at each build.

The rule: a page is a function of the schemas and the data; a page that says the same is left as it is.
"""

from __future__ import annotations

import re
from pathlib import Path

from making.folders import write_folder
from smartvillage.diagnostics import Lang, Words

from .given import given_sections
from .layout import PAGES, Page
from .results import PAGES as RESULTS
from .results import result_pages
from .values import value_sections
from .writing import Section

MARK = "% Written from the schemas and the data when the site is built; do not edit.\n\n"
TITLE = Words("Các tệp và kết quả", "Files and results")
FILES, OUT = Words("Tệp người soạn viết", "Files that people write"), Words("Kết quả dạng JSON", "Results as JSON")
INTRO = Words(
    "Mọi tệp là YAML 1.2 hoặc JSON. Mỗi khóa có nghĩa, giá trị được nhận, giá trị khi không ghi và một ví dụ lấy từ dữ "
    "liệu thật của dự án. `smartvillage schema` in cùng nội dung này thành lược đồ JSON cho trình soạn thảo.",
    "Every file is YAML 1.2 or JSON. Each key has its meaning, what it takes, what it is when left out, and an example "
    "from data that is loaded and tested. `smartvillage schema` prints the same as JSON Schema for editors.",
)
#: What a page tells before and after the types it holds.
FIRST, LAST = {"values": (value_sections,)}, {"village": (given_sections,)}


def write_reference(docs: Path, lang: Lang) -> None:
    """Write the pages below ``docs/reference/files``."""
    pages = {f"{page.name}.md": page_text(page, lang) for page in PAGES}
    pages |= result_pages(lang)
    pages["index.md"] = index_text(lang)
    write_folder(docs / "reference" / "files", pages)


def page_text(page: Page, lang: Lang) -> str:
    """Return one page."""
    parts = [MARK, f"# {page.title.say(lang)}\n\n{page.intro.say(lang)}\n"]
    parts += [more(lang) for more in FIRST.get(page.name, ())]
    parts += [Section(name, heading, lang).text(2) for name, heading in page.sections]
    parts += [more(lang) for more in LAST.get(page.name, ())]
    return "\n".join(parts)


def index_text(lang: Lang) -> str:
    """Return the page that leads to the others."""
    files = (_led(page.name, page.title.say(lang), page.intro.say(lang)) for page in PAGES)
    results = (_led(name, title.say(lang), "") for name, (_, title, _) in RESULTS.items())
    names = "\n".join((*(page.name for page in PAGES), *RESULTS))
    toc = f"```{{toctree}}\n:maxdepth: 1\n:hidden:\n\n{names}\n```\n"
    heads = [f"\n## {FILES.say(lang)}\n\n", *files, f"\n## {OUT.say(lang)}\n\n", *results]
    return f"{MARK}# {TITLE.say(lang)}\n\n{INTRO.say(lang)}\n" + "".join(heads) + "\n" + toc


def _led(name: str, title: str, about: str) -> str:
    first = re.sub(r"\[([^]]+)\]\([^)]+\)", r"\1", about).split(". ")[0].rstrip(".:")
    return f"- [{title}]({name}.md)" + (f": {first[0].lower()}{first[1:]}." if first else "") + "\n"
