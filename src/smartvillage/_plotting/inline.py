"""The picture that stands with a result in a notebook, as an image inside its HTML.

The rule: small and whole. A picture has at most so many rows, is no wider than the page, says in words what it shows,
and names nothing outside itself.
"""

from __future__ import annotations

from base64 import b64encode
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING

from smartvillage._reporting.speech import Speech
from smartvillage.model.explanation import Explanation
from smartvillage.model.findings import Assessment
from smartvillage.model.roadmap import Roadmap

from .distances import distance
from .gantt import gantt
from .groups import groups

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from smartvillage.diagnostics import Lang

#: How many groups or tasks are drawn.
MOST = 30
#: How many dots an inch of the image has.
DOTS = 96


def inline(result: object, lang: Lang = "vi") -> str:
    """Return the image of a result; nothing where it has nothing to draw.

    Raises:
        MissingExtraError: The library matplotlib is not installed.
    """
    match result:
        case Assessment(groups=found) if found:
            drawn = groups(result.model_copy(update={"groups": tuple(found[:MOST])}), lang=lang)
            return _image(drawn, lang, len(found))
        case Roadmap(tasks=tasks) if tasks:
            drawn = gantt(result.model_copy(update={"tasks": tasks[:MOST]}), lang=lang)
            return _image(drawn, lang, len(tasks))
        case Explanation():
            figure = distance(result, lang=lang)
            return "" if figure is None else _image(figure, lang, 1)
        case _:
            return ""


def _image(figure: Figure, lang: Lang, total: int) -> str:
    target = BytesIO()
    figure.savefig(target, format="png", dpi=DOTS)
    data = b64encode(target.getvalue()).decode("ascii")
    told = escape(" ".join(figure.get_suptitle().split()))
    image = f'<img alt="{told}" lang="{lang}" style="max-width: 100%" src="data:image/png;base64,{data}">'
    if total <= MOST:
        return f"<p>{image}</p>"
    return f"<p>{image}<br>{escape(Speech(lang, 'plot')('plot.first', drawn=MOST, total=total))}</p>"
