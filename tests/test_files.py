"""Writing files, all or nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from smartvillage.diagnostics import Lang
from smartvillage.errors import WriteError
from smartvillage.files import read_bytes, write_bytes_atomic, write_text_atomic


def test_writes_text(tmp_path: Path) -> None:
    """A text is written as UTF-8 with the line ends it has, and nothing else is left behind."""
    write_text_atomic(tmp_path / "a.md", "ấp\nhai\n")
    assert (tmp_path / "a.md").read_bytes() == "ấp\nhai\n".encode()
    assert [file.name for file in tmp_path.iterdir()] == ["a.md"]


def test_replaces_and_keeps_permissions(tmp_path: Path) -> None:
    """A file that stands there is replaced and keeps who may read it."""
    path = tmp_path / "a"
    path.write_text("old")
    path.chmod(0o640)
    write_bytes_atomic(str(path), b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)


def test_new_file_follows_the_umask(tmp_path: Path) -> None:
    """A new file has the permissions any new file has."""
    (tmp_path / "other").write_text("")
    write_text_atomic(tmp_path / "a", "x")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_refuses_a_link(tmp_path: Path) -> None:
    """A link is not followed, and what it points to stays."""
    (tmp_path / "target").write_text("old")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    with pytest.raises(WriteError, match="symbolic link"):
        write_text_atomic(tmp_path / "link", "new")
    assert (tmp_path / "target").read_text() == "old"


def test_refuses_a_folder(tmp_path: Path) -> None:
    """A folder is no file."""
    (tmp_path / "a").mkdir()
    with pytest.raises(WriteError, match="not a regular file"):
        write_text_atomic(tmp_path / "a", "x")


@pytest.mark.parametrize(("lang", "told"), [("vi", "đây là liên kết tượng trưng"), ("en", "it is a symbolic link")])
def test_the_reason_is_said_in_both_languages(lang: Lang, told: str, tmp_path: Path) -> None:
    """Whoever reads Vietnamese is not told half of it in English."""
    (tmp_path / "link").symlink_to(tmp_path / "target")
    with pytest.raises(WriteError) as caught:
        write_text_atomic(tmp_path / "link", "new")
    assert caught.value.explain(lang).endswith(f": {told}")


def test_no_folder(tmp_path: Path) -> None:
    """Where there is no folder the error names the path and why."""
    with pytest.raises(WriteError) as caught:
        write_text_atomic(tmp_path / "none" / "a", "x")
    assert (caught.value.path, caught.value.reason.en) == (str(tmp_path / "none" / "a"), os.strerror(2))
    assert "không có tệp hay thư mục này" in caught.value.explain("vi")


def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk fails, the old content stands and nothing is left beside it."""
    path = tmp_path / "a"
    path.write_text("old")

    def fail(_descriptor: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(WriteError, match="space"):
        write_text_atomic(path, "new")
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("a", "old")]


def test_an_interrupt_passes_and_cleans_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupt is not turned into another error; nothing is left behind."""

    def interrupt(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_text_atomic(tmp_path / "a", "new")
    assert list(tmp_path.iterdir()) == []


class TestReading:
    """Files are opened before they are believed."""

    def test_no_more_than_is_allowed(self, tmp_path: Path) -> None:
        """The rest is left where it is."""
        (tmp_path / "a").write_bytes(b"abc")
        assert [read_bytes(tmp_path / "a", most) for most in (2, 9)] == [b"ab", b"abc"]

    def test_what_is_no_regular_file_is_nothing(self, tmp_path: Path) -> None:
        """A folder, and a pipe that nobody writes into, which holds nobody up."""
        os.mkfifo(tmp_path / "pipe")
        assert [read_bytes(tmp_path / name, 9) for name in (".", "pipe")] == [None, None]

    def test_a_pipe_put_in_a_files_place_holds_nobody_up(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Though it came after the look that saw a file there."""
        os.mkfifo(tmp_path / "pipe")
        monkeypatch.setattr(Path, "is_file", lambda _path: True)
        assert read_bytes(tmp_path / "pipe", 9) is None

    def test_links_stay_inside(self, tmp_path: Path) -> None:
        """One to a file of the same folder is followed, one out of it refused; without a folder all are followed."""
        home = tmp_path / "home"
        home.mkdir()
        (home / "a").write_bytes(b"in")
        (tmp_path / "b").write_bytes(b"out")
        (home / "inner").symlink_to(home / "a")
        (home / "outer").symlink_to(tmp_path / "b")
        assert read_bytes(home / "inner", 9, home) == b"in"
        assert read_bytes(home / "outer", 9) == b"out"
        with pytest.raises(OSError, match="symbolic links"):
            read_bytes(home / "outer", 9, home)

    def test_a_link_put_in_a_files_place_is_refused(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Though it came after the look that saw where the file leads."""
        home = tmp_path / "home"
        home.mkdir()
        (tmp_path / "secret").write_bytes(b"secret")
        (home / "a").symlink_to(tmp_path / "secret")
        monkeypatch.setattr(Path, "resolve", lambda path, strict=False: path)  # noqa: ARG005 - as Path has it
        with pytest.raises(OSError, match="symbolic links"):
            read_bytes(home / "a", 9, home)
