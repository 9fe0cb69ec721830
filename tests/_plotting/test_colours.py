"""Colours: told apart by everybody, with letters that can be read on them and a sign or a word beside each."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

import smartvillage as sv
from smartvillage import plot
from smartvillage._plotting.colours import COLOURS, brightness, ink, signed
from smartvillage._plotting.groups import OUTCOMES

if TYPE_CHECKING:
    from smartvillage.diagnostics import Lang

#: What stands in one picture.
TOGETHER = (OUTCOMES, ("critical", "task", "slack"), ("lead", "support"), ("proven", "unproven"))
#: How people see who lack one kind of cone: Machado, Oliveira and Fernandes 2009, severity 1, on linear sRGB.
SIGHTS = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)
    ),
}  # fmt: skip
#: A difference of 2,3 is just noticed side by side (CIE 1976); apart and small, ten times that is seen at once.
CLEAR = 20
#: WCAG 2.2, 1.4.3: letters against what is behind them.
READABLE = 4.5


def lab(colour: str, sight: str) -> tuple[float, float, float]:
    """Return a colour as it is seen, in CIE L*a*b*."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    seen = [min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear, strict=True)))) for row in SIGHTS[sight]]
    white = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    x, y, z = (
        cube(sum(a * b for a, b in zip(row, seen, strict=True)) / sum(row)) for row in white
    )  # fmt: skip
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def cube(part: float) -> float:
    """Return the lightness of a part."""
    return part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116


@pytest.mark.parametrize("sight", sorted(SIGHTS))
def test_no_two_of_a_picture_look_alike(sight: str) -> None:
    """Whoever looks."""
    alike = [
        (one, other)
        for group in TOGETHER
        for one, other in combinations(group, 2)
        if sum((a - b) ** 2 for a, b in zip(lab(COLOURS[one], sight), lab(COLOURS[other], sight), strict=True)) ** 0.5
        < CLEAR
    ]
    assert alike == []


def test_red_beside_green_would_be_noticed() -> None:
    """The eye of this test sees what it is for: the usual traffic light is one colour to many."""
    green, red = (lab(one, "deuteranopia") for one in ("#2e7d32", "#c62828"))
    assert sum((a - b) ** 2 for a, b in zip(green, red, strict=True)) ** 0.5 < CLEAR


@pytest.mark.parametrize("meaning", sorted(COLOURS))
def test_letters_can_be_read(meaning: str) -> None:
    """White or black, whichever is chosen for a fill."""
    fill, letters = brightness(COLOURS[meaning]), 1.0 if ink(COLOURS[meaning]) == "white" else 0.0
    high, low = max(fill, letters), min(fill, letters)
    assert (high + 0.05) / (low + 0.05) >= READABLE


def test_brightness_runs_from_black_to_white() -> None:
    """By the weights of WCAG."""
    assert [round(brightness(one), 4) for one in ("#000000", "#ffffff", "#808080", "#0a0a0a")] == [0, 1, 0.2159, 0.003]


def test_signs_say_what_colours_say() -> None:
    """What differs in colour inside one bar or square differs in its sign, or in its word."""
    signs = {one: signed(one, "").strip() for one in COLOURS}
    assert [signs[one] for one in OUTCOMES] == ["✓", "✗", "?", "?", "–"]
    assert (signs["critical"], signs["task"], signs["lead"], signs["support"]) == ("◆", "", "●", "○")


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_fill_of_a_picture_is_explained(lang: Lang) -> None:
    """Below it, by a sign and a word."""
    from matplotlib.colors import to_hex

    ruleset = "dong-thap-2021-2025"
    for figure in (plot.groups(sv.evaluate(ruleset, "examples/an-phu"), lang=lang), plot.duties(ruleset, lang=lang)):
        drawn = {to_hex(bar.get_facecolor()) for bar in figure.axes[0].patches}
        told = {to_hex(one.get_facecolor()) for one in figure.legends[0].get_patches()}
        assert drawn - told == set()
