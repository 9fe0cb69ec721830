"""The one way to write data as bytes (RFC 8785), so that equal data has one digest everywhere and for ever.

The rule: keys in the order of their UTF-16 units, numbers as JavaScript writes them, no blanks, UTF-8. A number that
no double holds exactly becomes text, as the RFC advises; so do exact decimals and fractions.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from .exact import exact_text, simplify

#: The largest whole number below which every whole number is a double.
_MAX_SAFE = 2**53 - 1

#: Where JavaScript's numbers begin to have an exponent.
_PLAIN_UP_TO, _PLAIN_DOWN_TO = 21, -6

_WORDS: dict[bool | None, str] = {None: "null", True: "true", False: "false"}
_SIMPLE = frozenset({str, bool, type(None)})
_TEXT = frozenset({str})

#: With what the UTF-8 of those characters begins by which the order of UTF-16 units is not the order of characters:
#: U+E000 and all behind it.
_SORT_OTHERWISE = bytes(range(0xEE, 0xF5))


def digest(data: Any) -> str:  # noqa: ANN401 - plain data
    """Name data by its content: ``sha256:`` and 64 hexadecimal digits."""
    from hashlib import sha256

    return f"sha256:{sha256(canonical(data)).hexdigest()}"


def canonical(data: Any) -> bytes:  # noqa: ANN401 - plain data
    """Write plain data (mappings with text keys, lists, text, numbers, truths, nothing) in its canonical form.

    Raises:
        TypeError: the data is not plain.
        ValueError: a number is not finite, or a text is no Unicode.

    >>> canonical({"b": [1.0, True], "a": "ấp"}).decode()
    '{"a":"ấp","b":[1,true]}'
    """
    if _is_simple(data):
        text = json.dumps(
            data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False
        ).encode()
        if len(text.translate(None, _SORT_OTHERWISE)) == len(text):
            return text
    return "".join(_written(data)).encode()


def _is_simple(data: Any) -> bool:  # noqa: ANN401 - likewise
    """Tell whether the standard library writes the data canonically but for its order of keys."""
    rest = [data]
    while rest:
        value = rest.pop()
        kind = value.__class__
        if kind is dict:
            if not _TEXT.issuperset(map(type, value)):
                return False
            rest.extend(value.values())
        elif kind is list:
            rest.extend(value)
        elif kind is int:
            if not -_MAX_SAFE <= value <= _MAX_SAFE:
                return False
        elif kind not in _SIMPLE:
            return False
    return True


def _written(data: Any) -> Iterator[str]:  # noqa: ANN401 - likewise
    """Write data piece by piece."""
    if isinstance(data, Mapping):
        yield "{"
        for index, key in enumerate(sorted(data, key=_utf16)):
            yield f"{',' if index else ''}{_quote(key)}:"
            yield from _written(data[key])
        yield "}"
    elif isinstance(data, (list, tuple)):
        yield "["
        for index, item in enumerate(data):
            yield "," if index else ""
            yield from _written(item)
        yield "]"
    else:
        yield _scalar(data)


def _scalar(value: object) -> str:
    if value is None or isinstance(value, bool):
        return _WORDS[value]
    if isinstance(value, str):
        return _quote(value)
    if isinstance(value, float):
        return _javascript(value)
    if isinstance(value, Decimal) and value.is_finite():
        value = Fraction(value)
    if isinstance(value, (int, Fraction)):
        value, text = simplify(value), exact_text(value)
        return text if isinstance(value, int) and abs(value) <= _MAX_SAFE else _quote(text)
    raise TypeError(f"{type(value).__name__} is no plain data")


def _quote(text: str) -> str:
    return json.dumps(str(text), ensure_ascii=False)


def _utf16(key: str) -> bytes:
    if not isinstance(key, str):
        raise TypeError(f"{type(key).__name__} is no key")
    return key.encode("utf-16-be")


def _javascript(value: float) -> str:
    """Write a double as JavaScript does: its shortest digits, an exponent only below 1e-6 and from 1e21 up."""
    if not math.isfinite(value):
        raise ValueError("a number must be finite")
    if value == 0:
        return "0"
    sign, digits, exponent = Decimal(repr(value)).normalize().as_tuple()
    written = "".join(map(str, digits))
    point = len(written) + int(exponent)
    return ("-" if sign else "") + _place_point(written, point)


def _place_point(digits: str, point: int) -> str:
    """Put the decimal point after the first ``point`` digits, which may be none or more than there are."""
    if len(digits) <= point <= _PLAIN_UP_TO:
        return digits + "0" * (point - len(digits))
    if 0 < point <= _PLAIN_UP_TO:
        return f"{digits[:point]}.{digits[point:]}"
    if _PLAIN_DOWN_TO < point <= 0:
        return f"0.{'0' * -point}{digits}"
    fraction = f".{digits[1:]}" if len(digits) > 1 else ""
    return f"{digits[0]}{fraction}e{'+' if point > 0 else '-'}{abs(point - 1)}"
