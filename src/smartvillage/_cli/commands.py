"""The commands by name. A command's file is imported when it is called, or when ``--help`` lists all."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import Any

import click

from .output import delivered

#: Which file a command stands in; the next command is one line here and one file beside this one.
_HOMES = MappingProxyType({
    "evaluate": "evaluate",
    "explain": "explain",
    "roadmap": "roadmap",
    "validate": "validate",
    "test": "test",
    "rulesets": "rulesets",
    "diff": "diff",
    "schema": "schema",
    "new": "new",
})  # fmt: skip


class Commands(click.Group):
    """A group that imports a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Name the commands in the order in which one needs them."""
        return list(_HOMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import one command."""
        if cmd_name not in _HOMES:
            return None
        command: click.Command = import_module(f".{_HOMES[cmd_name]}", __package__).command
        return command

    def make_context(self, *arguments: Any, **more: Any) -> click.Context:  # noqa: ANN401 - click's signature
        """Read the command line; the help that this may print arrives, or the run says so."""
        with delivered():
            return super().make_context(*arguments, **more)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        """Run the command; all it printed arrives, or the run says so."""
        with delivered():
            return super().invoke(ctx)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Mã thoát / exit codes: 0 xong/done · 1 --fail-on hoặc validate thấy lỗi/came true or faults found · "
    "2 dùng sai/usage · 3 bộ tiêu chí hỏng/bad ruleset · 4 tệp làng hỏng/bad village · "
    "74 không in ra được/output lost.",
)
@click.version_option(package_name="smartvillage", message="%(prog)s %(version)s")
def smartvillage() -> None:
    """Đánh giá làng theo bộ tiêu chí, giải thích từng kết quả, lập lộ trình để được công nhận.

    Evaluate a village against a set of criteria, explain every verdict, plan the way to recognition.

    \b
    Ví dụ / examples:
      smartvillage evaluate examples/an-phu/village.yaml
      smartvillage explain examples/an-phu/village.yaml 2.13
      smartvillage roadmap examples/an-phu/village.yaml --until 2024-12-31
      smartvillage new village --ruleset dong-thap-2021-2025 -o village.yaml
    """  # noqa: D301 - click reads \b
