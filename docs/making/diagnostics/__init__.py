"""The reference of diagnostics: each code with a file that shows it, what is told of the file, and what mends it.

The rule: codes are read off the functions that give them, reports off a run, and a mended file is proved to be sound.
"""

from .pages import write_diagnostics

__all__ = ["write_diagnostics"]
