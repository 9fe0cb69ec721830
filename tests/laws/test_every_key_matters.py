"""The law of misspelling: change one letter of a key or of an id that something names, and that very line is told.

A small set that uses the whole language is tried key by key; of the shipped set as many as a run can bear are drawn.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import smartvillage
from smartvillage.document import Document, read_file

HERE = Path(__file__).parent
SHIPPED = HERE.parents[1] / "rulesets" / "dong-thap-2021-2025"
#: How many keys, and how many ids, of the shipped set are tried in a run.
DRAWN = 60

#: What is defined under these paths; ``*`` is any step. What nothing names may be called anything.
DEFINITIONS = [
    (section, "*")
    for section in (
        "sources", "roles", "parties", "scales", "codes", "facts", "limits", "measures", "evidence_types",
        "activities", "decisions",
    )
] + [("codes", "*", "*"), ("facts", "*", "fields", "*")]  # fmt: skip
#: Where an ``id`` names a source instead of being one.
CITING = ("source", "derived_from")
#: Texts that are no ids, under whatever key they stand.
PROSE = frozenset({"title", "note", "quote", "question", "item", "link", "vi", "en", "issuer", "version", "because"})


class Spelling(NamedTuple):
    """A key or an id as a file writes it."""

    file: Path
    path: tuple[str | int, ...]
    key: bool


def documents(home: Path) -> dict[Path, Document]:
    """Read the files of a set."""
    files = [home] if home.is_file() else sorted([*home.glob("*.yaml"), *home.glob("criteria/*.yaml")])
    return {file: read_file(file) for file in files}


def texts(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], bool]]:
    """Yield the path of every key and of every text."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield (*path, key), True
            yield from texts(value, (*path, key))
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from texts(value, (*path, place))
    elif isinstance(data, str):
        yield path, False


def defines(path: tuple[str | int, ...]) -> bool:
    """Tell whether a key is the id of something."""
    return any(
        len(path) == len(pattern) and all(want in ("*", step) for want, step in zip(pattern, path, strict=True))
        for pattern in DEFINITIONS
    )


def names(found: Mapping[Path, Document]) -> Counter[str]:
    """Count the texts and keys that may name something, the steps of paths one by one."""
    told: Counter[str] = Counter()
    for document in found.values():
        for path, key in texts(document.data):
            if key and not defines(path):
                told[str(path[-1])] += 1
            elif not key and path[-1] not in PROSE and not (path[-1] == "id" and path[-2] not in CITING):
                told.update(str(value(document.data, path)).split("/"))
    return told


def value(data: Any, path: tuple[str | int, ...]) -> Any:
    """Return what stands at a path."""
    for step in path:
        data = data[step]
    return data


def keys_that_matter(home: Path) -> Iterator[Spelling]:
    """Yield every key, save the ids that nothing names and the codes that several lists have."""
    found = documents(home)
    named = names(found)
    codes = Counter(
        code for one in found.values() for listed in (one.data.get("codes") or {}).values() for code in listed
    )
    for file, document in found.items():
        for path, key in texts(document.data):
            word = str(path[-1])
            if key and (not defines(path) or (named[word] and codes[word] < 2)):
                yield Spelling(file, path, key=True)


def ids_that_are_named(home: Path) -> Iterator[Spelling]:
    """Yield every text that is the id of something defined elsewhere."""
    found = documents(home)
    defined = {str(path[-1]) for one in found.values() for path, key in texts(one.data) if key and defines(path)}
    defined |= {
        str(one["id"])
        for document in found.values()
        for section in ("groups", "criteria")
        for one in document.data.get(section) or ()
    }
    for file, document in found.items():
        for path, key in texts(document.data):
            own = path[-1] == "id" and (len(path) < 2 or path[-2] not in CITING)
            if not key and not own and path[-1] not in PROSE and str(value(document.data, path)) in defined:
                yield Spelling(file, path, key=False)


def misspelt(spelling: Spelling) -> tuple[int, str]:
    """Return the line of a word, and the text of its file with one letter of it changed."""
    document = read_file(spelling.file)
    place = document.place(spelling.path, spelling.key)
    lines = document.text.split("\n")
    line, start = lines[place.line - 1], place.column - 1
    written = line[start : start + place.length]
    word = written.strip("\"'")
    changed = word[:-1] + ("x" if word[-1] != "x" else "y") if len(word) > 1 else word + "x"
    lines[place.line - 1] = line[:start] + written.replace(word, changed, 1) + line[start + place.length :]
    return place.line, "\n".join(lines)


def silent(home: Path, spellings: list[Spelling]) -> list[str]:
    """Return where a misspelling is not told on its own line."""
    found = []
    for spelling in spellings:
        text = spelling.file.read_text("utf-8")
        line, changed = misspelt(spelling)
        spelling.file.write_text(changed, "utf-8")
        places = [fault.place for fault in smartvillage.check(home)]
        told = {place.line for place in places if place is not None and Path(place.file) == spelling.file}
        spelling.file.write_text(text, "utf-8")
        if line not in told:
            found.append(f"{spelling.file.name}:{line}: {'/'.join(map(str, spelling.path))}")
    return found


@pytest.fixture
def rich(tmp_path: Path) -> Path:
    """Return a copy of the set that uses the whole language."""
    return Path(shutil.copy(HERE / "rich.yaml", tmp_path))


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """Return a copy of the shipped set, without its overlays and cases."""
    return shutil.copytree(SHIPPED, tmp_path / SHIPPED.name, ignore=shutil.ignore_patterns("overlays", "cases"))


def drawn(spellings: Iterator[Spelling]) -> list[Spelling]:
    """Draw as many as a run can bear; which ones, the seed of the run says."""
    found = list(spellings)
    return random.sample(found, min(DRAWN, len(found)))


def test_the_sets_have_nothing_to_tell(rich: Path, shipped: Path) -> None:
    """Neither set has a fault or a warning before a letter is changed."""
    assert (smartvillage.check(rich), smartvillage.check(shipped)) == ((), ())


def test_every_key_of_a_set_that_uses_the_whole_language(rich: Path) -> None:
    """Each key of the language, and each id that something names, is told where it is misspelt."""
    assert silent(rich, list(keys_that_matter(rich))) == []


def test_every_named_id_of_a_set_that_uses_the_whole_language(rich: Path) -> None:
    """Each id is told where it is misspelt by whoever names it."""
    assert silent(rich, list(ids_that_are_named(rich))) == []


def test_keys_of_the_shipped_set(shipped: Path) -> None:
    """Keys drawn from the shipped set are told where they are misspelt."""
    assert silent(shipped, drawn(keys_that_matter(shipped))) == []


def test_named_ids_of_the_shipped_set(shipped: Path) -> None:
    """Ids drawn from the shipped set are told where whoever names them misspells them."""
    assert silent(shipped, drawn(ids_that_are_named(shipped))) == []
