"""What the system refuses, in both languages."""

from __future__ import annotations

import errno
import os

import pytest

from smartvillage.diagnostics import Words
from smartvillage.refusals import refusal


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.ENOSPC, errno.EROFS, errno.EISDIR])
def test_a_common_refusal_has_vietnamese_words(number: int) -> None:
    """English is the system's own word."""
    told = refusal(OSError(number, os.strerror(number)))
    assert (told.en, told.vi == told.en) == (os.strerror(number), False)


@pytest.mark.parametrize(
    ("error", "told"), [(OSError(9999, "odd"), "odd"), (OSError(), "OSError"), (TimeoutError(), "TimeoutError")]
)
def test_any_other_keeps_the_systems_word(error: OSError, told: str) -> None:
    """Something is always said."""
    assert refusal(error) == Words(told, told)
