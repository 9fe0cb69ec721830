"""The shipped rulesets are found equally from a wheel, from sdist → wheel, and from an editable install."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = {path.relative_to(ROOT).as_posix() for path in (ROOT / "rulesets").rglob("*.yaml")}
ASK = "import smartvillage as sv; print(len(sv.load_ruleset('dong-thap-2021-2025').criteria), sv.__file__)"


def build(kind: str, source: Path, target: Path) -> Path:
    """Build one distribution with the installed backend and return its file."""
    command = [sys.executable, "-m", "build", f"--{kind}", "--no-isolation", "--outdir", str(target), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    return next(target.iterdir())


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tree as a stranger would clone it: nothing that a build or a test left behind."""
    target = tmp_path_factory.mktemp("checkout") / "smartvillage"
    ignored = shutil.ignore_patterns(".*", "__pycache__", "dist", "build", "*.egg-info")
    shutil.copytree(ROOT, target, ignore=ignored)
    return target


@pytest.fixture(scope="module")
def sdist(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution."""
    return build("sdist", checkout, tmp_path_factory.mktemp("sdist"))


def ask_installed(python: Path | str, home: Path, **environment: str) -> tuple[int, str]:
    """Ask an installed library, from an empty folder, for the shipped set; return its size and where it was found."""
    surroundings = {**os.environ, **environment}
    command = [str(python), "-c", ASK]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=home, env=surroundings)
    size, found = done.stdout.split(maxsplit=1)
    return int(size), found.strip()


def check_wheel(wheel: Path, home: Path) -> None:
    """Unpack a wheel beside nothing else of ours and ask it."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        archive.extractall(home / "site")  # noqa: S202 - our own wheel
    assert {f"smartvillage/{name}" for name in SHIPPED} <= names
    assert "smartvillage/py.typed" in names
    size, found = ask_installed(sys.executable, home, PYTHONPATH=str(home / "site"))
    assert size == 33
    assert found.startswith(str(home / "site"))


def test_a_wheel_carries_the_rulesets(checkout: Path, tmp_path: Path) -> None:
    """A wheel built from the checkout holds every shipped file and answers from it."""
    check_wheel(build("wheel", checkout, tmp_path / "dist"), tmp_path)


def test_a_wheel_from_the_sdist_carries_the_rulesets(sdist: Path, tmp_path: Path) -> None:
    """A wheel built from the unpacked source distribution is as good."""
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "unpacked", filter="data")
    check_wheel(build("wheel", next((tmp_path / "unpacked").iterdir()), tmp_path / "dist"), tmp_path)


def test_an_editable_install_finds_the_rulesets(checkout: Path, tmp_path: Path) -> None:
    """An editable install reads the checkout's own folder."""
    home = tmp_path / "venv"
    venv.create(home, with_pip=True)
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    site = Path(sysconfig.get_path("purelib", vars={"base": str(home), "platbase": str(home)}))
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    install = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--ignore-installed"]
    install += ["--no-build-isolation", "--editable", str(checkout)]
    subprocess.run(install, check=True, capture_output=True)
    size, found = ask_installed(python, tmp_path)
    assert size == 33
    assert found.startswith(str(checkout))
