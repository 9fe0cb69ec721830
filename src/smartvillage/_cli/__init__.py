"""The command line: one file a command. Standard output is data, standard error is talk."""

from __future__ import annotations

import gc
import os
import sys

#: How many new things it takes before the garbage collector looks for circles. What a command imports and loads stays
#: until its end, so that looking through it at every few hundred things, as is usual, finds nothing.
_NEW_THINGS = 100_000


def main() -> None:
    """Run the command line and leave with its exit code.

    INVARIANT (cold start): nothing is imported that the command at hand does not need; pydantic is told before it is
    first imported that there are no plugins, since looking for them reads the metadata of every installed package.
    """
    gc.set_threshold(_NEW_THINGS)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        import click  # noqa: F401 - asked for here, so that its absence is told in words
    except ImportError:
        sys.stderr.write('cần gói phụ / the command line needs its extra: pip install "smartvillage[cli]"\n')
        sys.exit(2)
    from .course import run

    code = run(sys.argv[1:])
    gc.freeze()  # what is left goes with the process; looking for circles in it at the end takes an eighth of a run
    sys.exit(code)
