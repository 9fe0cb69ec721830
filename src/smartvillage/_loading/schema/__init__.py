"""Schemas: what an author may type, as JSON Schema 2020-12, for editors and for any program that checks data.

The rule: a schema follows from the vocabulary's own types, so that a new key, head or form is in it by itself. It is a
first reading only: what refers to what, and which unit a fact has, the loader alone can tell.
"""

from .files import KINDS, Kind, file_schema, village_schema

__all__ = ["KINDS", "Kind", "file_schema", "village_schema"]
