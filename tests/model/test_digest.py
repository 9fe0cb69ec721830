"""Digests: of content alone, computed once, and never those of another value."""

from __future__ import annotations

from copy import copy, deepcopy

import smartvillage
from smartvillage import Ruleset, Village
from smartvillage.model.digest import digest_of

NAME = "dong-thap-2021-2025"


def village(**facts: object) -> Village:
    """Return a small village."""
    return Village.model_validate({
        "village": {"id": "ap-1", "name": "Ấp 1", "kind": "hamlet"}, "ruleset": NAME, "as_of": "2024-03-31",
        "facts": facts,
    })  # fmt: skip


def test_equal_content_has_one_digest() -> None:
    """Where a ruleset was read, and in which order its keys stood, makes no difference."""
    ruleset = smartvillage.load_ruleset(NAME)
    again = Ruleset.model_validate(dict(reversed(ruleset.model_dump(mode="json").items())))
    assert digest_of(again) == digest_of(ruleset)


def test_other_content_has_another_digest() -> None:
    """A changed fact changes the digest."""
    assert digest_of(village(a=True)) != digest_of(village(a=False))


def test_a_changed_copy_has_a_digest_of_its_own() -> None:
    """What was derived from a value does not go over to a changed copy of it."""
    first = village(a=True)
    digest_of(first)
    assert digest_of(first.model_copy(update={"facts": {"a": False}})) == digest_of(village(a=False))


def test_copies_keep_nothing_that_was_derived() -> None:
    """A copy is equal and begins anew."""
    first = village(a=True)
    digest_of(first)
    assert [(one == first, one._derived) for one in (copy(first), deepcopy(first))] == [(True, {}), (True, {})]


def test_it_is_computed_once() -> None:
    """The digest is kept beside the value."""
    first = village(a=True)
    assert digest_of(first) is digest_of(first)
