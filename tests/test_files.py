"""Writing files, all or nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from smartvillage.diagnostics import Lang
from smartvillage.errors import WriteError
from smartvillage.files import write_bytes_atomic, write_text_atomic


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
