"""The canvas: a figure with the same type, colours and margins for every picture. The only room that knows matplotlib.

The rule: no global state. Figures are made apart from ``pyplot``, so that drawing in a server leaves nothing behind and
asks for no screen.
"""

from __future__ import annotations

from io import BytesIO
from textwrap import shorten, wrap
from typing import TYPE_CHECKING

from smartvillage.errors import MissingExtraError

from .colours import COLOURS, EDGE, ink, signed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: The type that has every Vietnamese letter and comes with matplotlib.
FONT = "DejaVu Sans"
#: How many letters of a title one line of a picture takes, and how many lines.
LINE, LINES = 46, 2
#: How many letters of a heading an inch takes.
LETTERS = 9
#: Inches; no picture is higher, whatever it has to show.
HIGHEST = 300


def canvas(width: float, height: float, title: str) -> tuple[Figure, Axes]:
    """Return an empty figure with one drawing area, titled.

    Args:
        width: Inches across.
        height: Inches down.
        title: What stands above it.

    Raises:
        MissingExtraError: The library matplotlib is not installed.
    """
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MissingExtraError("matplotlib", "plot") from error

    class Picture(Figure):
        """A figure that a notebook shows without being asked to."""

        def _repr_png_(self) -> bytes:
            target = BytesIO()
            self.savefig(target, format="png", dpi=110)
            return target.getvalue()

    figure = Picture(figsize=(width, min(height, HIGHEST)), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots()
    told = "\n".join(wrap(title, int(width * LETTERS)))
    figure.suptitle(told, x=0.01, ha="left", fontsize=11, fontweight="bold", fontfamily=FONT, parse_math=False)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.tick_params(labelsize=8, length=0)
    return figure, axes


def rows(axes: Axes, labels: Iterable[str]) -> None:
    """Name rows from top to bottom."""
    told = list(labels)
    axes.set_yticks(range(len(told)), told, fontsize=8, fontfamily=FONT, parse_math=False)
    axes.set_ylim(len(told) - 0.4, -0.6)


def short(text: str) -> str:
    """Cut a title to what two lines of a picture take."""
    return "\n".join(wrap(shorten(text, LINE * LINES, placeholder=" …"), LINE))


def named(criterion: str, title: str) -> str:
    """Name a criterion on one line."""
    return f"{criterion}  {shorten(title, LINE, placeholder=' …')}"


def bar(axes: Axes, place: float, across: tuple[float, float], meaning: str, height: float = 0.7) -> None:
    """Draw a bar of a row, from one number to another, in the colour of its meaning."""
    left, right = across
    axes.barh(
        place, right - left, left=left, height=height, color=COLOURS[meaning], edgecolor=EDGE, linewidth=0.4
    )  # fmt: skip


def write(axes: Axes, at: tuple[float, float], text: str, *, on: str | None = None, size: float = 8) -> None:
    """Write a text: into the middle of what has a meaning's colour, else on white, to the right of a point."""
    beside = {"facecolor": "white", "alpha": 0.8, "edgecolor": "none", "pad": 0.6}
    axes.text(
        *at, text, ha="center" if on else "left", va="center", fontsize=size, fontfamily=FONT, parse_math=False,
        color=ink(COLOURS[on]) if on else "black", bbox=None if on else beside,
    )  # fmt: skip


def key(figure: Figure, meanings: Iterable[tuple[str, str]], *more: str) -> None:
    """Say below the picture which colour and sign mean what, and ``more`` that has no colour."""
    from matplotlib.patches import Patch

    patches = [
        Patch(facecolor=COLOURS[meaning], edgecolor=EDGE, linewidth=0.4, label=signed(meaning, word))
        for meaning, word in meanings
    ]
    patches += [Patch(facecolor="none", label=one) for one in more]
    figure.legend(
        handles=patches, loc="outside lower center", ncols=min(5, len(patches)), frameon=False,
        prop={"family": FONT, "size": 8},
    )  # fmt: skip
