"""Proof: which evidence a criterion asks for, which is attached, and what *proven* still lacks."""

from __future__ import annotations

from typing import Literal

from .base import Frozen, Id, Text
from .findings import Caveat


class EvidencePiece(Frozen):
    """An attached piece of evidence of a wanted type, and whether it counts on the day."""

    id: Id
    title: Text | None = None
    link: str | None = None
    valid: bool


class EvidenceNeed(Frozen):
    """One wanted type of evidence: which pieces are there."""

    type: Id
    title: Text | None = None
    pieces: tuple[EvidencePiece, ...] = ()
    given: bool = False
    """True where a valid piece is attached."""


class EvidenceList(Frozen):
    """Evidence that is enough together: all of it is needed."""

    needs: tuple[EvidenceNeed, ...]
    complete: bool


class Lack(Frozen):
    """One thing that *proven* still lacks."""

    kind: Literal["outcome", "caveat", "record", "evidence", "no_evidence_list"]
    """Not met; a fact with a blocking caveat; a record without what it needs; evidence; no list of evidence at all."""
    fact: Id | None = None
    title: Text | None = None
    caveat: Caveat | None = None
    keys: tuple[str, ...] = ()
    """The record's keys or the types of evidence that are not there."""


class Proof(Frozen):
    """Required evidence, what is attached, and what *proven* still lacks. Any one list is enough."""

    proven: bool
    asks_nothing: bool = False
    """True where the criterion asks for no evidence."""
    lists: tuple[EvidenceList, ...] = ()
    lacks: tuple[Lack, ...] = ()
