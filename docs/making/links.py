"""Links inside a built site: ``python -m making.links FOLDER …``, run in ``docs``, tells those that lead nowhere.

The rule: a page, a picture or an anchor that a page names is in the site; what lies outside is not asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class _Page(HTMLParser):
    """What a page bears and where it leads."""

    def __init__(self) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep ids and addresses."""
        for name, value in attrs:
            if value is not None and (name == "id" or (tag == "a" and name == "name")):
                self.anchors.add(value)
            elif value is not None and name in {"href", "src"}:
                self.links.append(value)


@cache
def _read(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    return page


def dead_links(site: Path) -> Iterator[str]:
    """Yield a line for each link of a site's pages that leads nowhere inside it or beside it."""
    for path in sorted(site.rglob("*.html")):
        for link in dict.fromkeys(_read(path).links):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or link == "#":
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path.resolve()
            lost = not target.exists() or target.is_dir()
            if not lost and parts.fragment and target.suffix == ".html":
                lost = unquote(parts.fragment) not in _read(target).anchors
            if lost:
                yield f"{path.relative_to(site)}: {link}"


def main(folders: list[str]) -> int:
    """Tell all dead links; 1 where there is one, or where there is no page to look at."""
    sites = [Path(folder).resolve() for folder in folders]
    told = [line for site in sites for line in dead_links(site)]
    told += [f"{site.name}: holds no page" for site in sites if not any(site.rglob("*.html"))]
    sys.stdout.write("".join(f"{line}\n" for line in told))
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
