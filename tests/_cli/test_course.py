"""Every way a run can end becomes an exit code and a sentence; none becomes a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from smartvillage import api

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Smartvillage


def test_done(smartvillage: Smartvillage, village: Path) -> None:
    """Standard output has the data, standard error nothing."""
    ended = smartvillage("evaluate", village)
    assert (ended.code, ended.err) == (0, "")
    assert "0/2 tiêu chí đạt theo báo cáo, 0 đã được chứng minh" in ended.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("evaluate",),
        ("evaluate", "nowhere.yaml"),
        ("evaluate", "VILLAGE", "--format", "pdf"),
        ("evaluate", "VILLAGE", "--on", "31/2/2024"),
        ("evaluate", "VILLAGE", "--on", "2030-01-01"),
        ("evaluate", "VILLAGE", "--ruleset", "no-such-set"),
        ("evaluate", "VILLAGE", "--overlay", "no-such-overlay"),
        ("explain", "VILLAGE", "9.9"),
        ("roadmap", "VILLAGE", "--until", "2030-01-01"),
        ("roadmap", "VILLAGE", "--budget", "12.5"),
        ("roadmap", "VILLAGE", "--previous", "VILLAGE"),
        ("evaluate", "VILLAGE", "-o", "a.docx"),
        ("evaluated",),
    ],
    ids=" ".join,
)
def test_usage(smartvillage: Smartvillage, village: Path, arguments: tuple[str, ...]) -> None:
    """What is wrong is what was typed; nothing is printed as data."""
    ended = smartvillage(*(village if argument == "VILLAGE" else argument for argument in arguments))
    assert (ended.code, ended.out) == (2, "")
    assert ended.err != ""


def test_a_bad_ruleset(smartvillage: Smartvillage, village: Path) -> None:
    """Its faults are told with their places."""
    bad = village.with_name("vi-du.yaml")
    bad.write_text(bad.read_text("utf-8").replace("rule: {fact: wifi}", "rule: {fact: wifii}"), "utf-8")
    ended = smartvillage("evaluate", village)
    assert (ended.code, ended.out) == (3, "")
    assert "vi-du.yaml:8" in ended.err
    assert "`wifi`" in ended.err


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("users: 4", "users: 4.5x"),
        ("users: 4", "user: 4"),
        ("as_of: 2024-03-31", "as_of: 2030-03-31"),
        ("ruleset: vi-du", "ruleset: no-such-set"),
        ("facts:", "facts: ["),
    ],
)
def test_a_bad_village(smartvillage: Smartvillage, edited: Callable[[str, str], Path], old: str, new: str) -> None:
    """A bad fact, a day outside the period, and a ruleset that nothing bears are faults of the village's file."""
    ended = smartvillage("evaluate", edited(old, new))
    assert (ended.code, ended.out) == (4, "")


@pytest.mark.parametrize("command", ["evaluate", "roadmap"])
@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("as_of: 2024-03-31", "as_of: 2030-03-31"), "3:8"),
        (("ruleset: vi-du", "ruleset: no-such-set"), "2:10"),
        (("as_of: 2024-03-31", "as_of: 2024-03-31\noverlays: [no-such-overlay]"), "4:12"),
    ],
)
def test_what_a_village_names_has_a_place(
    smartvillage: Smartvillage, edited: Callable[[str, str], Path], command: str, change: tuple[str, str], place: str
) -> None:
    """A day and a name of the village's own file are told with their line."""
    village = edited(*change)
    assert smartvillage(command, village).err.startswith(f"{village}:{place}: ")


def test_what_an_option_names_has_none(smartvillage: Smartvillage, village: Path) -> None:
    """What was typed is told without one."""
    assert smartvillage("evaluate", village, "--on", "2030-01-01").err.startswith("`vi-du` ")
    assert smartvillage("evaluate", village, "--overlay", "no-such-overlay").err.startswith("không tìm thấy bản phủ")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("evaluate",), "Lỗi: thiếu VILLAGE"),
        (("evaluated",), "Lỗi: không có lệnh `evaluated`"),
        (("evaluate", "a", "--fromat", "json"), "Lỗi: không có tùy chọn `--fromat`; ý bạn là `--format`?"),
        (("evaluate", "a", "--format", "pdf"), "Lỗi: giá trị của --format phải là một trong: text, json, md"),
        (("evaluate", "a", "--format"), "Lỗi: tùy chọn `--format` thiếu giá trị hoặc thừa giá trị"),
        (("evaluate", "a", "--on", "x"), "Lỗi: giá trị của --on không dùng được: `x` không phải là ngày"),
        (("evaluate", "--fromat", "--lang", "en"), "Error: No such option"),
        (("evaluate", "--lang=en"), "Error: Missing argument"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_misuse_is_told_in_the_language_asked_for(
    smartvillage: Smartvillage, typed: tuple[str, ...], words: str
) -> None:
    """Also where the option for it stands behind the mistake."""
    assert words in smartvillage(*typed).err


@pytest.mark.parametrize(("lang", "words"), [("vi", "không tìm thấy"), ("en", "there is no")])
def test_errors_speak_the_language_asked_for(smartvillage: Smartvillage, lang: str, words: str) -> None:
    """Wherever the option stands."""
    assert words in smartvillage("evaluate", "nowhere.yaml", "--lang", lang).err


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--on", "2024-02-30", ("không phải là ngày", "is not a day")),
        ("--budget", "5 triệu", ("không phải là số đồng", "is not a whole number of đồng")),
        ("--previous", __file__, ("không phải là lộ trình", "is not a roadmap")),
    ],
)
def test_a_wrong_value_is_told_in_the_language_asked_for(
    smartvillage: Smartvillage, village: Path, option: str, value: str, told: tuple[str, str]
) -> None:
    """Whichever option comes first."""
    for lang, words in zip(("vi", "en"), told, strict=True):
        ended = smartvillage("roadmap", village, option, value, "--lang", lang)
        assert (ended.code, words in ended.err) == (2, True)


def test_the_environment_may_choose_the_language(
    smartvillage: Smartvillage, village: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And an option outweighs it."""
    monkeypatch.setenv("SMARTVILLAGE_LANG", "en_US.UTF-8")
    assert "0 of 2 met as reported, 0 proven" in smartvillage("evaluate", village).out
    assert "0/2 tiêu chí đạt" in smartvillage("evaluate", village, "--lang", "vi").out


def broken(*_: object, **__: object) -> None:
    """Fail as only a bug can."""
    msg = "first line\nsecond line"
    raise ZeroDivisionError(msg)


def test_a_fault_of_ours_is_one_sentence(
    smartvillage: Smartvillage, village: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No traceback, the kind of fault, and how to report it."""
    monkeypatch.setattr(api, "evaluate", broken)
    ended = smartvillage("evaluate", village, "--lang", "en")
    assert ended.code == 70
    assert ended.err.splitlines() == [
        "a fault of the program itself: ZeroDivisionError: first line",
        "Run again with SMARTVILLAGE_DEBUG=1 and report what it shows.",
    ]


def test_a_fault_of_ours_can_be_looked_into(
    smartvillage: Smartvillage, village: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the environment variable the traceback is there."""
    monkeypatch.setattr(api, "evaluate", broken)
    monkeypatch.setenv("SMARTVILLAGE_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        smartvillage("evaluate", village)


def interrupted(*_: object, **__: object) -> None:
    """Press Ctrl-C."""
    raise KeyboardInterrupt


def test_ctrl_c_is_quiet(smartvillage: Smartvillage, village: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever stops a run knows it."""
    monkeypatch.setattr(api, "evaluate", interrupted)
    ended = smartvillage("evaluate", village)
    assert (ended.code, ended.out, ended.err.strip()) == (130, "", "")


def test_a_closed_pipe_is_quiet() -> None:
    """The reader went away: no complaint, not even at the interpreter's end."""
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-c", "from smartvillage._cli import main; main()", "rulesets"]
    ended = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert (ended.returncode, ended.stderr) == (141, "")


def test_without_click_the_install_command_is_told() -> None:
    """The command line is an extra."""
    code = "import sys; sys.modules['click'] = None; from smartvillage._cli import main; main()"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert 'pip install "smartvillage[cli]"' in ended.stderr


def test_vietnamese_goes_through_a_pipe_of_any_encoding(village: Path) -> None:
    """Output is UTF-8 even where the system would write something else."""
    command = [sys.executable, "-c", "from smartvillage._cli import main; main()", "evaluate", str(village)]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    ended = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert ended.returncode == 0
    assert "Ấp 1: Bộ ví dụ" in ended.stdout.decode("utf-8")
