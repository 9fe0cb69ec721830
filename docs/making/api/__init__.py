"""The reference of Python: every public name, and the vocabulary that results and rulesets are made of.

The rule: what a thing is stands in its docstring; what a field means stands where the schemas take it from.
"""

from .pages import write_api

__all__ = ["write_api"]
