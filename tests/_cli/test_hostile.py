"""Strangers' rulesets: whatever they hold ends in a diagnostic, within 300 MB, and never in a traceback.

A file is checked in a process of its own; its time limit is only a guard against one that never ends.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import islice, product
from pathlib import Path
from string import ascii_lowercase, digits

import pytest

HERE = Path(__file__).parent
BASE = (HERE.parent / "bad" / "base.yaml").read_text("utf-8")
#: How much memory a hostile file may take, in KiB.
MOST = 300 * 1024
LAUGHS = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
MERGES = "m0: &m0 {x: 1}\n" + "".join(f"m{n}: &m{n} {{<<: [*m{n - 1}, *m{n - 1}]}}\n" for n in range(1, 40))
DEEP = 100_000
DIGITS = "9" * 5_000_000
#: A million keys of four characters, in files that are still small enough to be read.
KEYS = ["".join(key) for key in islice(product(ascii_lowercase, *[ascii_lowercase + digits] * 3), 10**6)]


def codes(*arguments: object) -> list[str]:
    """Check files in a process of its own and return the codes that are told, each once, in the order of lines."""
    command = [sys.executable, str(HERE / "hostile.py"), "validate", *map(str, arguments), "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert "Traceback" not in done.stderr
    assert done.returncode == 1, done.stderr
    assert int(done.stderr.rpartition("maxrss ")[2]) < MOST
    return list(dict.fromkeys(fault["code"] for fault in json.loads(done.stdout)["diagnostics"]))


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("laughs.yaml", LAUGHS, "SV109"),
        ("merges.yaml", MERGES, "SV109"),
        ("tag.yaml", "ruleset: !!python/object/apply:os.system [id]\n", "SV109"),
        ("lists.yaml", "[" * DEEP, "SV112"),
        ("mappings.yaml", "ruleset: " + "{a: " * DEEP, "SV112"),
        ("blocks.yaml", "".join(" " * depth + "a:\n" for depth in range(3000)), "SV112"),
        ("lists.json", "[" * DEEP, "SV112"),
        ("closed.json", '{"a":' * DEEP + "1" + "}" * DEEP, "SV112"),
        ("digits.yaml", f"limits: {{a: {{value: {DIGITS}}}}}\n", "SV112"),
        ("digits.json", f'{{"limits": {{"a": {{"value": {DIGITS}}}}}}}', "SV407"),
        ("exponent.json", '{"limits": {"a": {"value": 1e1000000000}}}', "SV407"),
        ("keys.yaml", "{" + ",".join(f"{key}: 1" for key in KEYS) + "}", "SV112"),
        ("keys.json", "{" + ",".join(f'"{key}":1' for key in KEYS) + "}", "SV112"),
        ("long.yaml", "a" * (9 * 1024 * 1024), "SV112"),
        ("composed.yaml", BASE + "m\u00f3n: {}\nmo\u0301n: {}\n", "SV105"),
        ("same.yaml", BASE.replace("facts:\n", "facts:\n  users: {type: flag}\n"), "SV105"),
        ("separator.yaml", BASE + "# a\u2028facts: {}\n", "SV103"),
        ("next-line.yaml", BASE + "# a\u0085facts: {}\n", "SV103"),
        ("bidi.yaml", BASE + "# a\u202efacts\n", "SV103"),
        ("zero.yaml", "ruleset:\0\n", "SV103"),
        ("bytes.yaml", "\udcff\udcfe", "SV102"),
        ("comments.yaml", "# x\n" * 2_000_000, "SV111"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 else "",
)
def test_a_hostile_text(name: str, text: str, code: str, tmp_path: Path) -> None:
    """Aliases, depth, size, numbers, and characters that hide something."""
    path = tmp_path / name
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert code in codes(path)


HEAD = 'overlay: {{id: {id}, title: A, version: 1.0.0, extends: "{extends}", basis: assumed, source: own}}\n'
OWN = "sources: {own: {type: own, issuer: UBND xã, seen: true}}\n"


@pytest.mark.parametrize(
    ("extends", "code"),
    [
        ("../../../etc/passwd", "SV514"),
        ("..\\\\..\\\\etc", "SV514"),
        ("/etc/passwd", "SV513"),
        ("~root/x", "SV513"),
        ("http://example.org/x", "SV512"),
        ("file:///etc/passwd", "SV512"),
        ("a@>=1", "SV516"),
        ("b@>=1", "SV516"),
    ],
)
def test_what_an_overlay_extends_leads_nowhere(extends: str, code: str, tmp_path: Path) -> None:
    """No path, no network, no circle."""
    (tmp_path / "a.yaml").write_text(HEAD.format(id="a", extends=extends) + OWN, "utf-8")
    (tmp_path / "b.yaml").write_text(HEAD.format(id="b", extends="a@>=1") + OWN, "utf-8")
    assert code in codes(tmp_path / "a.yaml")


def test_a_long_chain_of_overlays_ends(tmp_path: Path) -> None:
    """After as many as are allowed."""
    for number in range(40):
        text = HEAD.format(id=f"o{number}", extends=f"o{number + 1}@>=1") + OWN
        (tmp_path / f"o{number}.yaml").write_text(text, "utf-8")
    assert codes(tmp_path / "o0.yaml") == ["SV517"]


def test_a_link_out_of_a_rulesets_folder_is_not_followed(tmp_path: Path) -> None:
    """Whatever lies there is no part of the set, and no line of it is shown."""
    home = tmp_path / "set"
    home.mkdir()
    (home / "ruleset.yaml").write_text(BASE.replace("facts:\n", "factz:\n"), "utf-8")
    (home / "facts.yaml").symlink_to("/etc/passwd")
    assert "SV113" in codes(home)


@pytest.mark.parametrize("kind", ["folder", "pipe", "device", "dangling", "loop"])
def test_what_is_no_file_is_told(kind: str, tmp_path: Path) -> None:
    """And holds nobody up."""
    path = tmp_path / "set" / "overlays" / "a.yaml"
    path.parent.mkdir(parents=True)
    (tmp_path / "set" / "ruleset.yaml").write_text(BASE + "junk: 1\n", "utf-8")
    match kind:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case _:
            path.symlink_to({"device": "/dev/zero", "dangling": "nowhere", "loop": str(path)}[kind])
    assert "SV201" in codes(tmp_path / "set")


def test_a_file_swapped_during_loading_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link out of the folder that takes a file's place after it was listed is refused."""
    from smartvillage._loading import check_ruleset, folder

    secret = tmp_path / "secret"
    secret.write_text("password: hunter2\n", "utf-8")
    home = tmp_path / "set"
    home.mkdir()
    (home / "ruleset.yaml").write_text(BASE, "utf-8")
    (home / "more.yaml").write_text("roles: {}\n", "utf-8")
    listed = folder.ruleset_files

    def swap(path: Path) -> tuple[Path, ...]:
        files = listed(path)
        (home / "more.yaml").unlink()
        (home / "more.yaml").symlink_to(secret)
        return files

    monkeypatch.setattr(folder, "ruleset_files", swap)
    ruleset, found = check_ruleset(home)
    assert ruleset is None
    assert "SV101" in {fault.code for fault in found}
    assert "hunter2" not in "".join(fault.render("en") for fault in found)
