"""Vietnamese letters in a rendered picture: looked at dot by dot, so that a type without them would be caught."""

from __future__ import annotations

from io import BytesIO

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.image import imread

import smartvillage as sv
from smartvillage import plot
from smartvillage._plotting.canvas import FONT

VOWELS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"
LETTERS = f"{VOWELS}đ{VOWELS.upper()}Đ✓✗●○◆“”…–→"
#: A place of Unicode that no type has a letter for.
NOTHING = "\U000f1234"
#: A type that comes with matplotlib and lacks most Vietnamese letters.
POOR = "STIXSizeOneSym"


def dots(letter: str, family: str) -> bytes:
    """Render one letter into a PNG and return the picture's dots."""
    figure = Figure(figsize=(0.6, 0.6))
    FigureCanvasAgg(figure)
    figure.text(0.2, 0.3, letter, fontsize=24, fontfamily=family, parse_math=False)
    target = BytesIO()
    figure.savefig(target, format="png", dpi=72)
    return bytes((imread(BytesIO(target.getvalue())) * 255).astype("uint8").tobytes())


@pytest.mark.filterwarnings("ignore:Glyph")
def lacking(family: str) -> list[str]:
    """Return the letters that are drawn as the box of a missing letter, or as another letter."""
    box, drawn = dots(NOTHING, family), dict[bytes, str]()
    wrong = []
    for letter in LETTERS:
        shape = dots(letter, family)
        if shape in (box, dots(" ", family)) or drawn.setdefault(shape, letter) != letter:
            wrong.append(letter)
    return wrong


@pytest.mark.filterwarnings("ignore:Glyph")
def test_every_letter_is_a_letter_of_its_own() -> None:
    """No box, no blank, and no two alike: a lost tone would make two letters one."""
    assert lacking(FONT) == []


@pytest.mark.filterwarnings("ignore:Glyph", "ignore:findfont")
def test_a_poor_type_would_be_caught() -> None:
    """The same look at a type that lacks them finds what is missing."""
    assert {"ế", "ộ", "ữ", "Ẩ"} <= set(lacking(POOR))


@pytest.mark.parametrize("name", ["Ấp $x_1$ và $\\frac$", "Ấp 100 % & <b>"])
def test_a_name_is_no_formula(name: str) -> None:
    """Dollar signs and backslashes are letters."""
    assessment = sv.evaluate("dong-thap-2021-2025", "examples/an-phu")
    told = assessment.model_copy(update={"village": assessment.village.model_copy(update={"name": name})})
    figure = plot.groups(told)
    assert figure.get_suptitle().startswith(name)
    assert figure._repr_png_().startswith(b"\x89PNG")  # type: ignore[attr-defined]
