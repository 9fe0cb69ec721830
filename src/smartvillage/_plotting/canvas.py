"""The canvas: a figure with the same type, colours and margins for every picture. The only room that knows matplotlib.

The rule: no global state. Figures are made apart from ``pyplot``, so that drawing in a server leaves nothing behind and
asks for no screen.
"""

from __future__ import annotations

from io import BytesIO
from textwrap import shorten, wrap
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from smartvillage.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: The colour of each outcome. Told apart by brightness too, so that a grey print still says which is which.
COLOURS = MappingProxyType({
    "met": "#2e7d32",
    "not_met": "#c62828",
    "not_assessable": "#f9a825",
    "unknown": "#fdd98b",
    "not_applicable": "#cfd8dc",
    "proven": "#1b5e20",
    "unproven": "#e8eef0",
    "critical": "#ad1457",
    "task": "#1565c0",
    "slack": "#bbdefb",
    "lead": "#1565c0",
    "support": "#90caf9",
})  # fmt: skip
#: The type that has every Vietnamese letter and comes with matplotlib.
FONT = "DejaVu Sans"
#: How many letters of a title one line of a picture takes, and how many lines.
LINE, LINES = 46, 2
#: How many letters of a heading an inch takes.
LETTERS = 9


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

    figure = Picture(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots()
    told = "\n".join(wrap(title, int(width * LETTERS)))
    figure.suptitle(told, x=0.01, ha="left", fontsize=11, fontweight="bold", fontfamily=FONT)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.tick_params(labelsize=8, length=0)
    return figure, axes


def rows(axes: Axes, labels: Iterable[str]) -> None:
    """Name rows from top to bottom."""
    told = list(labels)
    axes.set_yticks(range(len(told)), told, fontsize=8, fontfamily=FONT)
    axes.set_ylim(len(told) - 0.4, -0.6)


def short(text: str) -> str:
    """Cut a title to what two lines of a picture take."""
    return "\n".join(wrap(shorten(text, LINE * LINES, placeholder=" …"), LINE))


def named(criterion: str, title: str) -> str:
    """Name a criterion on one line."""
    return f"{criterion}  {shorten(title, LINE, placeholder=' …')}"


def legend(figure: Figure, meanings: Iterable[tuple[str, str]]) -> None:
    """Say below the picture which colour means what."""
    from matplotlib.patches import Patch

    patches: list[Any] = [Patch(facecolor=colour, label=label) for label, colour in meanings]
    figure.legend(
        handles=patches, loc="outside lower center", ncols=min(5, len(patches)), frameon=False,
        prop={"family": FONT, "size": 8},
    )  # fmt: skip
