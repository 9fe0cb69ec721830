"""Build the whole site: ``python docs/make_site.py [FOLDER]``, both languages, and look after its links.

It goes into ``build/site`` where no folder is named. Warnings are errors, a page whose steps or notebook fail included;
the end is 1 where there is one.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from making.links import main as tell_dead_links

DOCS = Path(__file__).parent
LANGUAGES = ("vi", "en")
FRONT = """\
<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="0; url=vi/index.html">
<title>smartvillage</title>
<p><a href="vi/index.html" lang="vi">Tiếng Việt</a> · <a href="en/index.html" lang="en">English</a></p>
</html>
"""


def main(arguments: list[str]) -> int:
    """Build both languages, one after the other: the pages that are read off the data lie in one folder."""
    target = Path(arguments[0] if arguments else DOCS.parent / "build" / "site").resolve()
    for language in LANGUAGES:
        options = ["-q", "-W", "--keep-going", "-n", "-E", "-b", "html", "-D", f"language={language}"]
        command = [sys.executable, "-m", "sphinx", *options, str(DOCS), str(target / language)]
        if subprocess.run(command, check=False).returncode:  # noqa: S603 - our own words
            return 1
    (target / "index.html").write_text(FRONT, encoding="utf-8")
    return tell_dead_links([str(target)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
