"""What the tests of the apps share: a server started by the command its README tells, on a port of its own.

The rule: a server is waited for so long and no longer, listens on this machine alone, and is stopped again; whatever
was asked of it, it has written no traceback.
"""

from __future__ import annotations

import os
import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, TypeAlias

import httpx2
import pytest

import smartvillage as sv

ROOT = Path(__file__).parents[3]
APPS = ROOT / "examples" / "apps"
#: Seconds that a server may take to answer; it takes two or three.
PATIENCE = 90

#: Starts an app: its folder, the address that answers when it is up, and what stands behind the README's command.
Serve: TypeAlias = Callable[..., httpx2.Client]


@pytest.fixture(scope="module")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    """Start an app and return a client of it; stop it when the file's tests are done."""
    with ExitStack() as stack:

        def start(app: str, health: str, *options: str) -> httpx2.Client:
            log = tmp_path_factory.mktemp(app) / "log.txt"
            return stack.enter_context(_served(app, health, options, log))

        yield start


@pytest.fixture(scope="module")
def an_phu() -> dict[str, Any]:
    """An Phú as plain data, as a program would send it."""
    data: dict[str, Any] = sv.load_village(ROOT / "examples" / "an-phu").model_dump(mode="json")
    return data


@contextmanager
def _served(app: str, health: str, options: tuple[str, ...], log: Path) -> Iterator[httpx2.Client]:
    port = _free_port()
    command = [*_told(app), *(option.format(port=port) for option in options)]
    quiet = {**os.environ, "PYTHONUNBUFFERED": "1", "NO_COLOR": "1"}
    with (
        log.open("w") as told,
        subprocess.Popen(command, cwd=ROOT, env=quiet, stdout=told, stderr=told) as process,
        httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=PATIENCE, trust_env=False) as client,
    ):
        try:
            _wait(client, health, process, log)
            yield client
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
    assert "Traceback" not in log.read_text()


def _told(app: str) -> list[str]:
    """Return the command that an app's README tells, run by this Python."""
    text = (APPS / app / "README.md").read_text(encoding="utf-8")
    [_install, command] = text.partition("```sh\n")[2].partition("```")[0].strip().splitlines()
    program, *rest = shlex.split(command)
    return [sys.executable, *([] if program == "python" else ["-m", program]), *rest]


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _wait(client: httpx2.Client, health: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            if client.get(health).status_code == httpx2.codes.OK:
                return
        except httpx2.TransportError:
            time.sleep(0.1)
    pytest.fail(f"the server did not come up:\n{log.read_text()}")
