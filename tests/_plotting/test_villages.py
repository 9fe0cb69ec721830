"""Pictures of many villages: how criteria come out among them, and what a change of the ruleset turns."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest

import smartvillage as sv
from smartvillage import plot

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.figure import Figure

SET, PLACE = "dong-thap-2021-2025", "examples/an-phu"


def compared() -> sv.Comparison:
    """Hold three villages against national norms and a stricter 2.13: An Phú, one with less, one with less known.

    Of An Phú 1.1 and 2.12 are met then; the second loses 2.13, and fails 1.1; of the third 2.12 is unknown then.
    """
    head = {"id": "x", "title": "X", "version": "1.0.0", "extends": SET, "basis": "assumed"}
    edit = {"set": "criteria/2.13/rule/at_least", "to": "71 %", "because": "try"}
    after = sv.load_ruleset(SET, overlays=["quoc-gia-tham-chieu", {"overlay": head, "edits": [edit]}])
    place = sv.load_village(PLACE)
    less = place.with_changes(facts={"online_service_user_share": "70 %", "smartphone_share": "10 %"})
    return sv.diff(SET, after, villages=[place, less, place.with_changes(without=["managed_health_file_share"])])


#: Every picture by name.
PICTURES: dict[str, Callable[[Any], Figure]] = {
    "villages": lambda lang: plot.villages([sv.evaluate(SET, PLACE)], lang=lang),
    "turns": lambda lang: plot.turns(compared(), sv.load_ruleset(SET), lang=lang),
    "nothing": lambda lang: plot.turns(sv.diff(SET, SET, villages=[PLACE]), lang=lang),
    "nobody": lambda lang: plot.villages([], lang=lang),
}


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", sorted(PICTURES))
def test_every_picture_renders_with_every_letter(name: str, lang: str) -> None:
    """A PNG comes out, also where there is nothing to show; a letter that is missing would be a warning."""
    target = BytesIO()
    PICTURES[name](lang).savefig(target, format="png", dpi=60)
    assert target.getvalue().startswith(b"\x89PNG")


def drawn(figure: Figure) -> set[tuple[str, int, int]]:
    """Return each bar: the criterion of its row, where it starts and how long it is."""
    axes = figure.axes[0]
    labels = [one.get_text().split()[0] for one in axes.get_yticklabels()]
    bars: list[Any] = list(axes.patches)
    return {(labels[round(bar.get_y() + 0.35)], round(bar.get_x()), round(bar.get_width())) for bar in bars}


def title(figure: Figure) -> str:
    """Return what stands above a picture."""
    return " ".join(figure.get_suptitle().split())


def test_villages_are_counted_by_outcome() -> None:
    """One row a criterion, as long as there are villages, split where they differ."""
    place = sv.load_village(PLACE)
    other = place.with_changes(facts={"traceability": False}, without=["stem_education"])
    figure = plot.villages([sv.evaluate(SET, one) for one in (place, other)], lang="en")
    bars = drawn(figure)
    assert sum(width for _, _, width in bars) == 2 * 33
    assert {name for name, start, _ in bars if start} == {"2.9", "3.1"}


def test_villages_of_one_id_are_several() -> None:
    """Two communes may call their villages by one id; by their names they are told apart."""
    place = sv.load_village(PLACE).model_dump(mode="json")
    named = [{**place, "village": {**place["village"], "name": name}} for name in ("A", "B", "B")]
    assert title(plot.villages([sv.evaluate(SET, one) for one in named], lang="en")).startswith("2 villages")


def test_what_is_only_scored_has_no_row() -> None:
    """It has no outcome to count."""
    city = {"village": {"id": "a", "name": "A", "kind": "city"}, "ruleset": "itu-y4904-2019", "facts": {}}
    assert drawn(plot.villages([sv.evaluate("itu-y4904-2019", {**city, "as_of": "2024-06-30"})])) == set()


def test_villages_of_several_rulesets_are_refused() -> None:
    """Their criteria may bear one number and ask two things."""
    two = [sv.evaluate(SET, PLACE), sv.evaluate("lam-dong-2021-2025", "examples/tam-thang-thon-3")]
    with pytest.raises(ValueError, match="one ruleset"):
        plot.villages(two)


def test_turns_tell_who_gains_and_who_loses() -> None:
    """Gains stand to the right, losses to the left, what is met neither before nor after beside the gains."""
    figure = plot.turns(compared(), lang="en")
    assert drawn(figure) == {("1.1", 0, 2), ("1.1", 2, 1), ("2.12", 0, 2), ("2.12", 2, 1), ("2.13", 0, -1)}
    assert title(figure) == "3 of 3 villages come out differently"


def test_turns_stand_in_the_order_of_the_ruleset_with_their_titles() -> None:
    """Where it is given; else in the order in which villages turn, by their ids."""
    labels = [one.get_text() for one in plot.turns(compared(), sv.load_ruleset(SET)).axes[0].get_yticklabels()]
    assert [one.split()[0] for one in labels] == ["1.1", "2.12", "2.13"]
    assert labels[1] == "2.12  Hồ sơ sức khỏe điện tử"
