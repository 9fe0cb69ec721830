"""Locks: what is fixed stays, what may be tightened is never loosened, by whatever edit it would be reached."""

from __future__ import annotations

from typing import Any

import pytest
from strategies.overlays import BASE, criterion, overlay

from smartvillage._loading import check_ruleset, load_ruleset
from smartvillage.model.limits import Lock


def codes(lock: str, path: str, *edits: dict[str, Any], first: tuple[dict[str, Any], ...] = ()) -> list[str]:
    """Return the codes of an overlay that edits what one below it has locked."""
    below = overlay(*first, id="duoi")
    locking = overlay({"lock": path, "as": lock}, id="khoa", extends="duoi" if first else "base")
    chain = [*([below] if first else []), locking, overlay(*edits, extends="khoa")]
    return [fault.code for fault in check_ruleset(BASE, overlays=chain)[1]]


def set_(path: str, to: Any) -> dict[str, Any]:
    """Return an edit that sets a value."""
    return {"set": path, "to": to}


LIMIT = "criteria/2.1/rule/at_least"
#: Where the set of bad files names a limit.
LEANING = "criteria/1.3/rule/at_least"
OK: list[str] = []


@pytest.mark.parametrize(
    ("edit", "fixed", "may_tighten"),
    [
        (set_(LIMIT, "80 %"), ["SV507"], OK),
        (set_(LIMIT, "60 %"), ["SV507"], ["SV507"]),
        (set_(f"{LIMIT}/value", "80 %"), ["SV507"], OK),
        (set_(f"{LIMIT}/value", "70,0 %"), ["SV507"], OK),
        (set_(f"{LIMIT}/basis", "inferred"), ["SV507"], OK),
        (set_(LIMIT, "unknown"), ["SV507"], ["SV507"]),
        (set_(LIMIT, {"by": "place_kind", "values": {"mountain": "70 %", "other": "80 %"}}), ["SV507"], OK),
        (set_(LIMIT, {"by": "place_kind", "values": {"mountain": "69 %", "other": "80 %"}}), ["SV507"], ["SV507"]),
        (set_(LIMIT, {"dated": [{"from": "2023-01-01", "value": "75 %"}]}), ["SV507"], OK),
        (set_(LIMIT, {"value": "80 %", "round": {"to": "10 %"}}), ["SV507"], ["SV507"]),
        (set_("criteria/2.1/rule", {"fact": "user_share", "at_least": "80 %"}), ["SV507"], ["SV507"]),
        (
            set_("criteria/2.1/rule", {"fact": "user_share", "at_least": {"value": "80 %", "lock": "may_tighten"}}),
            ["SV507"],
            OK,
        ),
        (set_("criteria/2.1/rule/fact", "file_share"), ["SV507"], ["SV507"]),
        ({"alter": "criteria/2.1/rule", "with": {"less_than": "95 %"}}, OK, OK),
        ({"alter": "criteria/2.1", "with": {"title": "Tên mới"}}, OK, OK),
        ({"retire": "criteria/2.1", "from": "2024-07-01"}, ["SV507"], ["SV507"]),
        ({"lock": LIMIT, "as": "fixed"}, ["SV505"], OK),
        ({"lock": LIMIT, "as": "may_tighten"}, ["SV507"], ["SV505"]),
    ],
)
def test_a_locked_limit(edit: dict[str, Any], fixed: list[str], may_tighten: list[str]) -> None:
    """A limit is reached from inside, from above, through the fact it is asked of, and by taking its criterion out."""
    assert (codes("fixed", LIMIT, edit), codes("may_tighten", LIMIT, edit)) == (fixed, may_tighten)


def test_a_lock_is_not_lost_by_tightening() -> None:
    """What may be tightened may still only be tightened afterwards."""
    chain = [
        overlay({"lock": LIMIT, "as": "may_tighten"}, id="a"),
        overlay(set_(LIMIT, "80 %"), id="b", extends="a"),
    ]
    rule: Any = criterion(load_ruleset(BASE, overlays=chain), "2.1").rule
    assert (rule.at_least.value, rule.at_least.lock) == ("80 %", Lock.MAY_TIGHTEN)
    found = check_ruleset(BASE, overlays=[*chain, overlay(set_(LIMIT, "75 %"), extends="b")])[1]
    assert [fault.code for fault in found] == ["SV507"]


def test_a_lock_leaves_the_ground_of_a_literal() -> None:
    """Locking says nothing about where a number comes from."""
    path = "criteria/1.4/rule/where/kept/at_least"
    rule: Any = criterion(load_ruleset(BASE, overlays=[overlay({"lock": path, "as": "fixed"})]), "1.4").rule
    limit = rule.where.fields["kept"].at_least
    assert (limit.value, limit.lock, limit.basis, limit.source.id) == ("7 ngày", Lock.FIXED, "inferred", "bai-2")


@pytest.mark.parametrize(
    ("path", "lower", "higher"),
    [
        ("criteria/1.4/rule/where/kept/at_least", "6 ngày", "8 ngày"),
        ("criteria/2.2/rule/all_of/rated/at_least", "2", "3"),
        ("criteria/2.3/rule/at_least/values/mountain", "49 %", "51 %"),
        ("limits/least_area", "49 ha", "51 ha"),
        ("criteria/1.2/rule/at_least", "90 %", "all"),
    ],
)
def test_tighter_is_read_by_what_is_asked(path: str, lower: str, higher: str) -> None:
    """Quantities, levels, classes, named limits and shares of a list, each by its own kind."""
    first = {
        "criteria/2.2/rule/all_of/rated/at_least": set_("criteria/2.2/rule/all_of/rated/at_least", "2"),
        "criteria/1.2/rule/at_least": set_("criteria/1.2/rule/at_least", "95 %"),
    }.get(path)
    below = () if first is None else (first,)
    loosened = [] if path.startswith("criteria/2.2") else ["SV507"]
    if loosened:
        assert codes("may_tighten", path, set_(path, lower), first=below) == loosened
    assert codes("may_tighten", path, set_(path, higher), first=below) == OK


def test_less_is_tighter_behind_at_most() -> None:
    """The comparison word says which way is up."""
    first = ({"alter": "criteria/2.4/rule", "with": {"at_most": "500"}},)
    path = "criteria/2.4/rule/at_most"
    assert codes("may_tighten", path, set_(path, "400"), first=first) == OK
    assert codes("may_tighten", path, set_(path, "600"), first=first) == ["SV507"]


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ({"times": "120 %", "of": {"limit": "least_area"}}, OK),
        ({"times": "100 %", "of": {"limit": "least_area"}}, ["SV507"]),
        ({"times": "120 %", "of": {"limit": "other_area"}}, ["SV507"]),
        ("60 ha", ["SV507"]),
    ],
)
def test_more_of_the_same_limit_is_tighter(later: Any, expected: list[str]) -> None:
    """A part of another limit, or a number, is something else."""
    path = "criteria/1.3/rule/at_least"
    first = (
        set_(path, {"times": "110 %", "of": {"limit": "least_area"}}),
        {"add": "limits", "item": {"id": "other_area", "value": "70 ha"}},
    )
    found = codes("may_tighten", path, set_(path, later), first=first)
    assert [code for code in found if code != "SV318"] == expected  # one of the two limits is always unused


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ({"month": 11, "day": 30, "year": "previous"}, OK),
        ({"month": 12, "day": 2, "year": "previous"}, ["SV507"]),
        ({"month": 1, "day": 1}, ["SV507"]),
    ],
)
def test_an_earlier_day_of_the_year_is_tighter_behind_before(later: Any, expected: list[str]) -> None:
    """Days of every year are compared in the same year."""
    first = (set_("criteria/1.3/rule", {"fact": "founded", "before": {"month": 12, "day": 1, "year": "previous"}}),)
    assert (
        codes("may_tighten", "criteria/1.3/rule/before", set_("criteria/1.3/rule/before", later), first=first)
        == expected
    )


def test_an_unknown_limit_is_only_tightened_past_its_bound() -> None:
    """What nobody has seen may be higher than any guess."""
    path = "criteria/2.2/rule/all_of/rated/at_least"
    bounded = (set_(path, {"unknown": {"at_least": "1", "at_most": "2"}, "ask": "department"}),)
    assert codes("may_tighten", path, set_(path, "3"), first=bounded) == OK
    assert codes("may_tighten", path, set_(path, "1"), first=bounded) == ["SV507"]
    assert codes("may_tighten", path, set_(path, "3")) == ["SV507"]


CRITERION = "criteria/2.1"


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        ({"alter": CRITERION, "with": {"title": "Tên mới", "note": "x"}}, OK),
        (set_(LIMIT, "80 %"), OK),
        (set_(LIMIT, "60 %"), ["SV507"]),
        ({"alter": "criteria/2.1/rule", "with": {"less_than": "95 %"}}, OK),
        (
            set_("criteria/2.1/rule", {"all_of": [{"fact": "user_share", "at_least": "70 %"}, {"fact": "regulation"}]}),
            OK,
        ),
        (
            set_("criteria/2.1/rule", {"any_of": [{"fact": "user_share", "at_least": "70 %"}, {"fact": "regulation"}]}),
            ["SV507"],
        ),
        (
            set_(
                "criteria/2.1/rule",
                {"any_of": [{"fact": "user_share", "at_least": p} for p in ("70 %", "80 %")]},
            ),
            OK,
        ),
        (set_("criteria/2.1/rule", {"fact": "file_share", "at_least": "90 %"}), ["SV507"]),
        ({"alter": CRITERION, "with": {"applies_if": {"fact": "regulation"}}}, ["SV507"]),
        (set_("criteria/2.1/instead", []), OK),
        ({"alter": CRITERION, "with": {"evidence": [["paper"]]}}, ["SV507"]),
        ({"alter": CRITERION, "with": {"valid": {"until": "2024-12-31"}}}, ["SV507"]),
        ({"alter": CRITERION, "with": {"tags": ["x"]}}, ["SV507"]),
        ({"retire": CRITERION, "from": "2024-07-01"}, ["SV507"]),
    ],
)
def test_a_criterion_that_may_be_tightened(edit: dict[str, Any], expected: list[str]) -> None:
    """More may be asked, and said in other words; nothing may be asked less, of fewer, or for fewer days."""
    assert [code for code in codes("may_tighten", CRITERION, edit) if code == "SV507"] == expected


def test_evidence_is_tightened_by_asking_for_more_papers() -> None:
    """One more paper beside another is more, another list to choose from is less."""
    path, types = "criteria/1.1", {"photo": {"title": "Ảnh"}}
    below = {**overlay(id="duoi"), "evidence_types": types}
    locking = overlay({"lock": path, "as": "may_tighten"}, id="khoa", extends="duoi")

    def found(evidence: Any) -> list[str]:
        chain = [below, locking, overlay(set_(f"{path}/evidence", evidence), extends="khoa")]
        return [fault.code for fault in check_ruleset(BASE, overlays=chain)[1] if fault.code != "SV318"]

    assert [found(one) for one in ([["paper", "photo"]], [["paper"], ["photo"]], "none", [["photo"]])] == [
        OK, ["SV507"], ["SV507"], ["SV507"],
    ]  # fmt: skip


def test_a_fixed_criterion_stays_as_it_is() -> None:
    """Not even its title is changed."""
    assert codes("fixed", CRITERION, {"alter": CRITERION, "with": {"title": "Tên mới"}}) == ["SV507"]
    assert codes("fixed", CRITERION, set_(LIMIT, "80 %")) == ["SV507"]


def test_a_selection_does_not_drop_what_is_locked() -> None:
    """Leaving a criterion out is the loosest of all."""
    free = {"alter": "activities/train", "with": {"effects": [{"fact": "user_share", "becomes": "80 %"}]}}
    assert codes("may_tighten", LIMIT, {"select": ["1.1"]}, free) == ["SV507"]


def test_a_lock_and_an_edit_of_one_path_in_one_overlay_are_two_edits() -> None:
    """Whether the edit was before the lock would be a matter of order."""
    both = overlay({"lock": LIMIT, "as": "fixed"}, set_(LIMIT, "80 %"))
    assert [fault.code for fault in check_ruleset(BASE, overlays=[both])[1]] == ["SV504"]


def test_a_lock_and_an_edit_of_one_path_in_two_overlays_do_not_commute() -> None:
    """So is it when neither extends the other."""
    one, other = overlay({"lock": LIMIT, "as": "fixed"}, id="a"), overlay(set_(LIMIT, "80 %"), id="b")
    assert [fault.code for fault in check_ruleset(BASE, overlays=[one, other])[1]] == ["SV518"]


@pytest.mark.parametrize(
    ("rule", "path", "tighter", "looser"),
    [
        ({"not": {"fact": "residents", "at_least": "100"}}, "rule/not/at_least", "90", "110"),
        ({"not": {"not": {"fact": "residents", "at_least": "100"}}}, "rule/not/not/at_least", "110", "90"),
        ({"any_of": [{"id": "x", "fact": "residents", "at_most": "100"}]}, "rule/any_of/x/at_most", "90", "110"),
        (
            {"count": [{"id": "x", "fact": "residents", "at_least": "100"}, {"fact": "regulation"}], "at_most": 1},
            "rule/count/x/at_least",
            "90",
            "110",
        ),
        (
            {"count": [{"id": "x", "fact": "residents", "at_least": "100"}, {"fact": "regulation"}], "at_least": 1},
            "rule/count/x/at_least",
            "110",
            "90",
        ),
    ],
)
def test_which_way_is_tighter_turns_with_what_is_around(
    rule: dict[str, Any], path: str, tighter: str, looser: str
) -> None:
    """Under `not`, and among conditions of which at most so many may hold, asking less of the part asks more."""
    whole, first = f"criteria/2.4/{path}", (set_("criteria/2.4/rule", rule),)
    assert codes("may_tighten", whole, set_(whole, tighter), first=first) == OK
    assert codes("may_tighten", whole, set_(whole, looser), first=first) == ["SV507"]


def test_whom_a_criterion_applies_to_is_turned_too() -> None:
    """Where fewer need to be reached for a criterion to apply, it asks more."""
    path = "criteria/2.4/applies_if/at_least"
    first = ({"alter": "criteria/2.4", "with": {"applies_if": {"fact": "users", "at_least": "50"}}},)
    assert codes("may_tighten", path, set_(path, "40"), first=first) == OK
    assert codes("may_tighten", path, set_(path, "60"), first=first) == ["SV507"]


def test_where_no_way_is_tighter_only_the_same_is_kept() -> None:
    """Of exactly so many that hold, nobody can say whether asking more of one of them is stricter."""
    rule = {"count": [{"id": "x", "fact": "residents", "at_least": "100"}, {"fact": "regulation"}], "is": 1}
    path, first = "criteria/2.4/rule/count/x/at_least", (set_("criteria/2.4/rule", rule),)
    for value in ("90", "110"):
        assert codes("may_tighten", path, set_(path, value), first=first) == ["SV507"]
    assert codes("may_tighten", path, {"alter": path, "with": {"note": "x"}}, first=first) == OK


def test_a_named_limit_that_is_used_both_ways_has_no_tighter() -> None:
    """A limit that one rule asks at least and another at most is only kept."""
    rule = {"fact": "area", "at_most": {"limit": "least_area"}}
    both = (
        {"alter": "criteria/2.1", "with": {"rule": rule, "instead": []}},
        {"alter": "activities/train", "with": {"effects": [{"fact": "user_share", "becomes": "80 %"}]}},
    )
    for value in ("49 ha", "51 ha"):
        assert codes("may_tighten", "limits/least_area", set_("limits/least_area", value), first=both) == ["SV507"]


@pytest.mark.parametrize(
    ("base", "path", "tighter", "looser"),
    [
        ({"count": [{"fact": "regulation"}, {"fact": "camera"}], "at_least": 1}, "at_least", 2, None),
        ({"count": [{"fact": "regulation"}, {"fact": "camera"}], "at_least": 2}, "at_least", None, 1),
        ({"fact": "founded", "on_or_before": "2023-12-31"}, "on_or_before", "2023-06-30", "2024-06-30"),
        ({"fact": "founded", "after": "2020-12-31"}, "after", "2021-12-31", "2019-12-31"),
        ({"fact": "product", "one_of": ["1", "2"]}, None, ["2"], ["2", "3"]),
    ],
)
def test_days_counts_and_choices(base: dict[str, Any], path: str | None, tighter: Any, looser: Any) -> None:
    """Each is tightened in its own way; of choices fewer are more."""
    rule = "criteria/2.4/rule"
    locked, edited = (rule[: -len("/rule")], f"{rule}/one_of") if path is None else (f"{rule}/{path}", f"{rule}/{path}")
    first = (set_(rule, base),)
    if tighter is not None:
        assert codes("may_tighten", locked, set_(edited, tighter), first=first) == OK
    if looser is not None:
        assert codes("may_tighten", locked, set_(edited, looser), first=first) == ["SV507"]


TABLE = {"by": "place_kind", "values": {"mountain": "50 %"}, "otherwise": "80 %"}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({**TABLE, "otherwise": "85 %"}, OK),
        ({**TABLE, "otherwise": "75 %"}, ["SV507"]),
        ({**TABLE, "values": {"mountain": "50 %", "other": "80 %"}}, OK),
        ({**TABLE, "values": {"mountain": "50 %", "other": "79 %"}}, ["SV507"]),
        ({"by": "place_kind", "values": {"mountain": "50 %", "other": "90 %"}}, ["SV507"]),
        ("80 %", OK),
        ("79 %", ["SV507"]),
    ],
)
def test_a_table_with_a_rest(value: Any, expected: list[str]) -> None:
    """Each class is held against itself, a class without a row against the rest; a rest is not given up."""
    path = "criteria/2.3/rule/at_least"
    assert codes("may_tighten", path, set_(path, value), first=(set_(path, TABLE),)) == expected


def test_a_limit_that_another_is_a_part_of_is_tightened_with_it() -> None:
    """What is asked of `110 %` of a named limit is asked of that limit."""
    below = (set_("criteria/1.3/rule/at_least", {"times": "110 %", "of": {"limit": "least_area"}}),)
    assert codes("may_tighten", "limits/least_area", set_("limits/least_area", "51 ha"), first=below) == OK
    assert codes("may_tighten", "limits/least_area", set_("limits/least_area", "49 ha"), first=below) == ["SV507"]


@pytest.mark.parametrize(
    ("path", "lock", "lower", "higher"),
    [
        (LEANING, "fixed", ["SV507"], ["SV507"]),
        (LEANING, "may_tighten", ["SV507"], OK),
        ("criteria/1.3", "fixed", ["SV507"], ["SV507"]),
        ("criteria/1.3", "may_tighten", ["SV507"], OK),
        ("criteria/2.1", "fixed", OK, OK),
    ],
)
@pytest.mark.parametrize("form", [{"limit": "least_area"}, {"times": "110 %", "of": {"limit": "least_area"}}])
def test_a_lock_holds_what_is_named_too(
    form: dict[str, Any], path: str, lock: str, lower: list[str], higher: list[str]
) -> None:
    """What a locked limit or criterion takes from a named limit is not loosened there; nobody else's lock is asked."""
    below = (set_(LEANING, form),)
    found = [codes(lock, path, set_("limits/least_area", value), first=below) for value in ("49 ha", "51 ha")]
    assert found == [lower, higher]


def test_one_class_of_a_locked_table_that_names_a_limit_is_locked_with_it() -> None:
    """A lock on a table is one on every row of it."""
    table = {"by": "place_kind", "values": {"mountain": {"limit": "least_area"}, "other": "80 ha"}}
    for value, expected in (("49 ha", ["SV507"]), ("51 ha", OK)):
        edit = set_("limits/least_area", value)
        assert codes("may_tighten", LEANING, edit, first=(set_(LEANING, table),)) == expected


@pytest.mark.parametrize("lock", ["fixed", "may_tighten"])
@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("criteria/2.1", {"measure": "size", "at_least": "big"}),
        ("criteria/2.1/rule/at_least", {"measure": "size", "at_least": "big"}),
        ("criteria/2.1", {"fact": "user_share", "at_least": {"by": "size", "values": {"small": "9 %", "big": "8 %"}}}),
    ],
)
def test_a_lock_holds_how_it_is_measured_too(path: str, rule: dict[str, Any], lock: str) -> None:
    """The edges of a level that a locked criterion asks for stay, nobody else's do; its title is free."""
    size = {"grade": {"of": {"fact": "area"}, "scale": "sizes", "levels": {"big": "50 ha"}}, "title": "Cỡ"}
    alter = {"alter": "criteria/2.1", "with": {"rule": rule, "instead": []}}
    train = {"alter": "activities/train", "with": {"effects": [{"fact": "user_share", "becomes": "80 %"}]}}
    more: dict[str, Any] = {"scales": {"sizes": ["small", "big"]}, "measures": {"size": size}}

    def found(locked: str, *edit: str) -> list[str]:
        below = overlay(alter, train, id="duoi", **more)
        locking = overlay({"lock": locked, "as": lock}, id="khoa", extends="duoi")
        chain = [below, locking, overlay(set_(*edit), extends="khoa")]
        return [fault.code for fault in check_ruleset(BASE, overlays=chain)[1] if fault.code == "SV507"]

    edges = ("measures/size/grade/levels/big", "40 ha")
    assert found(path, *edges) == ["SV507"]
    assert found("criteria/1.3", *edges) == found(path, "measures/size/title", "Độ lớn") == []
