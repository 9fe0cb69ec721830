"""Overlays as plain data, of the set that all bad files are made of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from strategies.rules import literals

from smartvillage._loading import check_ruleset

if TYPE_CHECKING:
    from strategies.palette import Plain

    from smartvillage.model.criteria import Criterion
    from smartvillage.model.ruleset import Ruleset

BASE = Path(__file__).parent.parent / "bad" / "base.yaml"


def overlay(*edits: dict[str, Any], id: str = "sua", extends: str = "base", **more: Any) -> dict[str, Any]:  # noqa: A002
    """Return an overlay, assumed all through; ``in_force`` goes into its header, sections beside it."""
    header = {"id": id, "title": "Sửa", "version": "1.0.0", "extends": extends, "basis": "assumed"}
    if "in_force" in more:
        header["in_force"] = more.pop("in_force")
    return {"overlay": header, "edits": [{"because": "thử", **edit} for edit in edits], **more}


def codes(*overlays: dict[str, Any]) -> list[str]:
    """Return the codes that overlays of the base give."""
    return [fault.code for fault in check_ruleset(BASE, overlays=overlays)[1]]


def criterion(ruleset: Ruleset, id_: str) -> Criterion:
    """Return a criterion."""
    return next(one for one in ruleset.criteria if one.id == id_)


@st.composite
def edits(draw: st.DrawFn, ruleset: Plain) -> Plain:
    """Draw one edit of a made-up ruleset, of any kind; it may turn out to be in vain or to break something."""
    ids = [one["id"] for one in ruleset["criteria"]]
    target = draw(st.sampled_from(ruleset["criteria"]))
    path, rule = f"criteria/{target['id']}", target["rule"]
    words = [word for word in ("at_least", "more_than", "at_most", "less_than") if word in rule and "fact" in rule]
    new: Plain = {"title": "Thêm", "group": "one", "rule": rule}
    kinds: list[st.SearchStrategy[Plain]] = [
        st.builds(lambda to: {"set": f"{path}/title", "to": to}, st.sampled_from(["A", "B"])),
        st.builds(lambda to: {"alter": path, "with": {"tags": [to]}}, st.sampled_from(["mandatory", "x"])),
        st.builds(lambda to: {"alter": path, "with": {"basis": to}}, st.sampled_from(["inferred", "assumed"])),
        st.builds(lambda to: {"set": f"{path}/group", "to": to}, st.sampled_from(["one", "two"])),
        st.builds(lambda day: {"retire": path, **day}, st.sampled_from([{}, {"from": "2024-07-01"}])),
        st.builds(lambda lock: {"lock": path, "as": lock}, st.sampled_from(["fixed", "may_tighten"])),
        st.builds(lambda to: {"set": "limits/usual_share", "to": to}, st.sampled_from(["40 %", "60 %"])),
        st.builds(
            lambda id_, after: {"add": "criteria", **after, "item": {**new, "id": id_}},
            st.sampled_from(["1a", "10", "9"]),
            st.sampled_from([{}, *({"after": id_} for id_ in ids)]),
        ),
        st.builds(
            lambda chosen: {"select": chosen},
            st.sampled_from([{"group": "one"}, {"group": "two"}, ids[:1], {"tag": "mandatory"}]),
        ),
    ]
    for word in words:
        kinds.append(st.builds(lambda to, at=word: {"set": f"{path}/rule/{at}", "to": to}, literals(rule["fact"])))
        kinds.append(st.just({"lock": f"{path}/rule/{word}", "as": "may_tighten"}))
    return {"because": "thử", **draw(st.one_of(kinds))}
