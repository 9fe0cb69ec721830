"""Runs the command line on a stranger's file, and says how much memory that took."""

from __future__ import annotations

import resource
import sys

from smartvillage._cli.course import run

if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))  # a guard for the machine; what is asked is told below
    code = run(sys.argv[1:])
    sys.stderr.write(f"maxrss {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}\n")
    sys.exit(code)
