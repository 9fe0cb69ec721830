"""The exit codes: every way a run can end. docs/reference/exit-codes.md has them; none changes its meaning."""

from __future__ import annotations

#: Done.
DONE = 0
#: What ``--fail-on`` asked for came true, or ``validate`` found faults.
CAME_TRUE = 1
#: A wrong option, a name that nothing bears, a day outside the ruleset's period, a question that contradicts itself.
USAGE = 2
#: The ruleset or an overlay has faults.
BAD_RULESET = 3
#: The village has faults.
BAD_VILLAGE = 4
#: A fault of the program itself.
OUR_FAULT = 70
#: Standard output could not be written.
OUTPUT_LOST = 74
#: Stopped by Ctrl-C.
STOPPED = 130
#: The reader of the pipe went away.
PIPE_CLOSED = 141
