"""Keep the catalogues of translations: ``python docs/translations.py update [page …]`` or ``check [page …]``.

``update`` brings each catalogue to what its page says; ``check`` writes nothing and ends with 1 where one lacks a text.
A page is named as ``how-to/plan``.
"""

from __future__ import annotations

import sys

from making.translations import lacks, update


def main(arguments: list[str]) -> int:
    """Update or check."""
    if not arguments or arguments[0] not in {"update", "check"}:
        sys.stderr.write(__doc__ or "")
        return 2
    word, *names = arguments
    told = [str(line) for line in (update(names) if word == "update" else lacks(names))]
    sys.stdout.write("".join(f"{line}\n" for line in told))
    return 1 if told and word == "check" else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
