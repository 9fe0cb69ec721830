"""Pictures: what each draws, that Vietnamese can be read in it, and that nothing global is touched."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import smartvillage as sv
from smartvillage import plot

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.figure import Figure

SET, PLACE = "dong-thap-2021-2025", "examples/an-phu"

#: Every picture by name.
PICTURES: dict[str, Callable[[Any], Figure]] = {
    "groups": lambda lang: plot.groups(sv.evaluate(SET, PLACE), lang=lang),
    "proof": lambda lang: plot.proof(sv.evaluate(SET, PLACE), lang=lang),
    "distances": lambda lang: plot.distances(SET, PLACE, lang=lang),
    "gantt": lambda lang: plot.gantt(sv.roadmap(SET, PLACE, until="2024-12-31"), lang=lang),
    "duties": lambda lang: plot.duties(SET, lang=lang),
}


def rendered(figure: Figure) -> bytes:
    """Render a figure; a glyph that the type lacks is a warning, and so an error here."""
    target = BytesIO()
    figure.savefig(target, format="png", dpi=60)
    return target.getvalue()


def texts(figure: Figure) -> list[str]:
    """Return all texts that a figure shows."""
    from matplotlib.text import Text

    return [one.get_text() for one in figure.findobj(Text) if one.get_text()]


def widths(figure: Figure) -> list[float]:
    """Return how long each bar is."""
    return [round(bar.get_width(), 3) for bar in figure.axes[0].patches]  # type: ignore[attr-defined]


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", sorted(PICTURES))
def test_every_picture_renders_with_every_letter(name: str, lang: str) -> None:
    """A PNG comes out, and no letter of it is missing from the type."""
    assert rendered(PICTURES[name](lang)).startswith(b"\x89PNG")


def test_the_type_has_every_vietnamese_letter() -> None:
    """Each letter with each tone, in both cases."""
    from matplotlib.font_manager import findfont
    from matplotlib.ft2font import FT2Font

    from smartvillage._plotting.canvas import FONT

    letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ“”…–→✓✗"
    known = FT2Font(findfont(FONT)).get_charmap()
    assert [one for one in letters + letters.upper() if ord(one) not in known] == []


def test_a_notebook_shows_a_picture_by_itself() -> None:
    """The figure says itself as a PNG, which is what notebooks ask for."""
    figure: Any = plot.groups(sv.evaluate(SET, PLACE))
    assert figure._repr_png_().startswith(b"\x89PNG")


def test_groups_are_as_long_as_their_counts() -> None:
    """The bars of the framework group are its three met, two not met and one unknown."""
    figure = plot.groups(sv.evaluate(SET, PLACE))
    assert widths(figure)[:3] == [3, 2, 1]
    assert sum(widths(figure)) == 33


def test_a_set_without_groups_is_one_bar() -> None:
    """The six conditions of Thanh Hóa stand in no group: three met and three unknown, as one bar of the whole set."""
    found = sv.evaluate("thanh-hoa-2022-2025", "examples/vinh-ba")
    figure = plot.groups(found, lang="en")
    assert widths(figure) == [3, 3]
    assert [label.get_text() for label in figure.axes[0].get_yticklabels()] == ["The whole set"]


def test_proof_has_two_tiles_for_each_criterion() -> None:
    """33 criteria are 66 tiles; the two that are proven say so."""
    figure = plot.proof(sv.evaluate(SET, PLACE), lang="en")
    assert len(widths(figure)) == 66
    assert texts(figure).count("✓ Met, proven") == 2


def test_what_is_met_and_not_proven_says_why() -> None:
    """A caveat that blocks is named; one that does not is no reason."""
    shown = texts(plot.proof(sv.evaluate(SET, PLACE), lang="en"))
    assert any(one.startswith("figure of another area") for one in shown)
    assert not any("planned was not counted" in one for one in shown)


def test_distances_are_parts_of_what_is_asked() -> None:
    """117 of 133 against 70 % is 125.7 % of the way; thresholds that nobody has seen are left out and counted."""
    figure = plot.distances(SET, PLACE, lang="en")
    assert max(widths(figure)) == pytest.approx(125.671, abs=0.001)
    assert any("6 of 33 criteria" in one.replace("\n", " ") for one in texts(figure))


def test_the_distance_of_one_criterion() -> None:
    """One bar; none where there is no number, or nobody has seen the threshold."""
    figure = plot.distance(sv.explain(SET, PLACE, "2.13"), lang="en")
    assert figure is not None
    assert widths(figure) == [pytest.approx(125.671, abs=0.001)]
    assert plot.distance(sv.explain(SET, PLACE, "1.1")) is None
    assert plot.distance(sv.explain(SET, PLACE, "e")) is None


def test_distances_find_an_overlay_beside_the_village(tmp_path: Path) -> None:
    """As the evaluation does."""
    (tmp_path / "stricter.yaml").write_text(
        "overlay: {id: stricter, title: X, version: 1.0.0, extends: dong-thap-2021-2025, basis: assumed}\n"
        "edits:\n  - {set: criteria/2.13/rule/at_least, to: 80 %, because: try}\n",
        encoding="utf-8",
    )
    (tmp_path / "village.yaml").write_text(
        "village: {id: x, name: X, kind: hamlet}\nruleset: dong-thap-2021-2025\noverlays: [stricter]\n"
        "as_of: 2024-03-31\nfacts: {online_service_user_share: 40 %}\n",
        encoding="utf-8",
    )
    assert widths(plot.distances(SET, tmp_path)) == [50.0]


def test_gantt_draws_every_task_and_its_critical_chain() -> None:
    """Each task is a bar as long as its days; the critical ones have a colour of their own."""
    from matplotlib.colors import to_hex

    from smartvillage._plotting.colours import COLOURS

    roadmap = sv.roadmap(SET, PLACE, until="2024-12-31")
    bars = plot.gantt(roadmap).axes[0].patches
    lengths = sorted((task.due - task.start).days + 1 for task in roadmap.tasks)
    drawn = [bar for bar in bars if to_hex(bar.get_facecolor()) != COLOURS["slack"]]
    assert sorted(round(bar.get_width()) for bar in drawn) == lengths  # type: ignore[attr-defined]
    critical = [bar for bar in drawn if to_hex(bar.get_facecolor()) == COLOURS["critical"]]
    assert len(critical) == sum(task.critical for task in roadmap.tasks)


def test_gantt_says_each_last_day_and_the_deadline() -> None:
    """In words, the critical ones with their sign; the deadline is a line where it is near, and always in the title."""
    roadmap = sv.roadmap(SET, PLACE, until="2024-12-31")
    figure = plot.gantt(roadmap, lang="en")
    shown = texts(figure)
    assert "Roadmap of Ấp An Phú: ready on 2024-12-02, deadline 2024-12-31" in shown
    assert all(any(one.endswith(str(task.due)) for one in shown) for task in roadmap.tasks)
    assert sum(one.startswith("◆ 2024") for one in shown) == sum(task.critical for task in roadmap.tasks)
    assert "┆ deadline" in shown
    far = plot.gantt(sv.roadmap(SET, PLACE, until="2025-12-31"), lang="en")
    assert "┆ deadline" not in texts(far)
    assert len(figure.axes[0].lines) - len(far.axes[0].lines) == 1


def test_gantt_leads_along_the_critical_chain() -> None:
    """An arrow to each critical task that had to wait for another."""
    from matplotlib.text import Annotation

    roadmap = sv.roadmap(SET, PLACE, until="2024-12-31")
    critical = {task.id for task in roadmap.tasks if task.critical}
    waiting = [task for task in roadmap.tasks if task.critical and task.driven_by.task in critical]
    arrows = [one for one in plot.gantt(roadmap).findobj(Annotation) if one.arrow_patch is not None]
    assert len(arrows) == len(waiting) > 0


def test_gantt_of_a_village_with_nothing_to_do() -> None:
    """No task is an empty picture, not a fault."""
    roadmap = sv.roadmap(SET, PLACE, until="2024-12-31").model_copy(update={"tasks": (), "ready_on": None})
    assert rendered(plot.gantt(roadmap)).startswith(b"\x89PNG")


def test_duties_mark_what_is_only_assumed() -> None:
    """Nearly all duties of the shipped set are assumed, and say so with a star."""
    ruleset = sv.load_ruleset(SET)
    weak = sum(one.basis in ("inferred", "assumed", "unknown") for c in ruleset.criteria for one in c.responsible)
    assert sum(one in ("● *", "○ *") for one in texts(plot.duties(SET))) == weak


def test_duties_still_owed_leave_out_what_is_met() -> None:
    """With an assessment only criteria that are not met yet stand across."""
    shown = texts(plot.duties(SET, sv.evaluate(SET, PLACE)))
    assert "4.2" in shown
    assert "3.1" not in shown


def test_nothing_global_is_touched() -> None:
    """No picture loads pyplot, which keeps figures and asks for a screen."""
    assert "matplotlib.pyplot" not in sys.modules


def test_without_matplotlib_the_command_that_installs_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the extra."""
    for name in [one for one in sys.modules if one.partition(".")[0] == "matplotlib"]:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(sv.MissingExtraError, match=r"smartvillage\[plot\]"):
        plot.groups(sv.evaluate(SET, PLACE))
