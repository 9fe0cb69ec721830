"""The reference of files and results: pages read off the authors' schemas, the vocabulary and the data.

The rule: a key's meaning is told once, where the schemas take it from; here it is only laid out.
"""

from .pages import write_reference

__all__ = ["write_reference"]
