"""A schema of one ruleset's villages: what binds to the ruleset is valid, and the usual faults are not."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from editors.reading import read, validator
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry
from strategies import palette
from strategies.rulesets import skeleton
from strategies.villages import villages

import smartvillage as sv
from smartvillage._forms.checkable import _VALUES
from smartvillage.model.facts import FACT_TYPES, ListFact

ROOT = Path(__file__).parents[2]
AN_PHU = ROOT / "examples" / "an-phu" / "village.yaml"
SHIPPED = "dong-thap-2021-2025"

#: A set with a fact of every type, and all the facts that random villages speak of.
PLAIN: dict[str, Any] = {
    **skeleton(
        {
            **palette._FACTS,
            "index": {"type": "quantity", "unit": "1", "min": 0, "max": 10},
            "neighbour": {"type": "result", "ruleset": "another", "counts": "either"},
        }
    ),
    "criteria": [{"id": "1", "title": "Một", "rule": {"fact": "flag_a"}}],
    "decisions": {"recognised": {"main": True, "if": {"met": "all", "at_least": "all"}}},
    "activities": {
        "build": {"title": "Xây", "kind": "locality", "advised": True, "duration": "2 months", "owner": "chair"},
    },
}
RULESET = sv.load_ruleset(PLAIN)
VALIDATOR = Draft202012Validator(sv.schema("village", ruleset=RULESET), registry=Registry())
VILLAGE: dict[str, Any] = {
    "village": {"id": "ap-1", "name": "Ấp 1", "kind": "hamlet"},
    "ruleset": "made-up",
    "as_of": "2024-03-31",
    "facts": {},
}

_NUMBERS = st.sampled_from(["3", "1.234", "0", "-3", "2,5", "1e3", "92 %", "120 %", "117/133", "3/2", "2 ha", "x", ""])
_SINGLES = st.one_of(
    st.booleans(), st.integers(-2, 12), st.none(), _NUMBERS,
    st.sampled_from(["mountain", "2024-02-29", "31/3/2024", "2024-2-9", "2023", "hamlet", "planned", "existing"]),
)  # fmt: skip
_KEYS = st.sampled_from([
    "value", "part", "whole", "scope", "period", "measured_on", "status", "source", "note", "planned", "planned_for",
    "number", "issuer", "issued_on", "valid_until", "seats", "wifi", "by", "date", "complete", "id", "name", "rank",
    "decision",
])  # fmt: skip


def _around(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    listed = st.lists(inner, max_size=2)
    return st.one_of(
        listed,
        st.dictionaries(_KEYS, inner, max_size=3),
        st.fixed_dictionaries({}, optional={"statements": listed, "items": listed, "all": inner, "number": inner}),
    )


#: Anything that somebody might write after a fact's colon.
LINES = st.recursive(_SINGLES, _around, max_leaves=6)


def is_taken(village: dict[str, Any]) -> bool:
    """Tell whether a village binds to the set."""
    try:
        sv.evaluate(RULESET, village)
    except sv.VillageError:
        return False
    return True


def faults(**facts: Any) -> list[str]:
    """Return what a plain validator has against facts."""
    return [error.message for error in VALIDATOR.iter_errors({**VILLAGE, "facts": facts})]


class TestWhatBindsIsValid:
    """A plain validator refuses nothing that the library takes."""

    @given(villages({**PLAIN, "facts": {key: one for key, one in PLAIN["facts"].items() if key != "neighbour"}}))
    def test_random_villages(self, village: dict[str, Any]) -> None:
        """Those that the other laws are tried with."""
        assert list(VALIDATOR.iter_errors(village)) == []

    @given(st.sampled_from(sorted(PLAIN["facts"])), LINES)
    def test_anything_that_is_taken(self, fact: str, line: Any) -> None:
        """Whatever is written of a fact, so long as the library takes it."""
        village = {**VILLAGE, "facts": {fact: line}}
        assert not is_taken(village) or faults(**{fact: line}) == []

    def test_the_shipped_village(self) -> None:
        """As an editor reads its file."""
        assert list(validator("village", "vi", SHIPPED).iter_errors(read(AN_PHU))) == []


@pytest.mark.parametrize(
    ("fact", "line"),
    [
        ("flag_a", "maybe"),
        ("flag_a", 1),
        ("people", "many"),
        ("people", -1),
        ("people", True),
        ("rate", "92"),
        ("rate", 0.92),
        ("rate", {"part": "x", "whole": 3}),
        ("area", 3),
        ("area", "3"),
        ("index", 11),
        ("stars", "5"),
        ("stars", 5),
        ("region", "moutain"),
        ("opened", "2024"),
        ("paper", "12/QĐ"),
        ("paper", {"nummer": "12/QĐ"}),
        ("licence", {"seats": "x"}),
        ("view", {"value": "x"}),
        ("places", {"wifi": True}),
        ("places", ["chợ"]),
        ("places", [{"id": "a", "wify": True}]),
        ("places", [{"id": "a", "rank": "5"}]),
        ("places", {"all": {"wifi": "x"}}),
        ("flag_a", {"value": True, "status": "plannd"}),
        ("flag_a", {"statements": [{"value": "x"}]}),
        ("no_such_fact", True),
    ],
)
def test_the_usual_faults_are_refused(fact: str, line: Any) -> None:
    """By the library and by a plain validator alike."""
    assert not is_taken({**VILLAGE, "facts": {fact: line}})
    assert faults(**{fact: line}) != []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("evidence", [{"id": "a", "type": "foto", "supports": ["1"]}]),
        ("evidence", [{"id": "a", "type": "photo", "supports": ["2"]}]),
        ("evidence", [{"id": "a", "type": "photo", "supports": "2"}]),
        ("progress", {"bild": {"started": "2024-01-01"}}),
    ],
)
def test_names_of_the_set_are_held_to_it(key: str, value: Any) -> None:
    """Kinds of evidence, what evidence supports, and activities."""
    village = {**VILLAGE, key: value}
    assert not is_taken(village)
    assert list(VALIDATOR.iter_errors(village)) != []


def test_every_type_of_fact_has_a_schema() -> None:
    """The next type is one line in ``checkable``."""
    assert set(FACT_TYPES.values()) - {ListFact} == set(_VALUES)


def test_a_fact_is_described_by_its_question_and_its_answers() -> None:
    """So that whoever fills it in elsewhere knows what is asked, and of which levels or codes."""
    told = sv.schema("village", ruleset=RULESET, lang="en")["properties"]["facts"]["properties"]
    assert "mountain (mountain) · delta (delta) · city (city)" in told["region"]["description"]
    asked = sv.schema("village", ruleset=SHIPPED)["properties"]["facts"]["properties"]
    fact = sv.load_ruleset(SHIPPED).facts["operating_regulation"]
    assert fact.question is not None
    assert asked["operating_regulation"]["description"].startswith(fact.question.say("vi"))


BASE = ROOT / "tests" / "bad" / "base.yaml"
BAD = sorted(BASE.parent.glob("SV6*.yaml"))
#: Faults of a village against its ruleset that no schema can see, each with the reason.
UNSEEN = {
    "SV605": "which mark parts thousands stands elsewhere in the file",
    "SV607": "a schema compares no numbers of the file",
    "SV610": "a schema knows no calendar",
    "SV611": "a schema knows no units",
    "SV614": "a schema compares no ids",
    "SV619": "a schema compares no days",
    "SV620": "a schema follows no references",
    "SV621": "any word may be a place",
    "SV622": "any word may be a kind of place",
    "SV623": "a schema compares no days",
    "SV624": "a schema compares no days",
    "SV625": "a schema compares no days",
    "SV626": "a schema compares no days",
    "SV627": "a schema follows no paths",
    "SV628": "a schema follows no paths",
    "SV629": "a schema follows no paths",
    "SV633": "a schema follows no paths",
}


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_faults_of_villages_are_seen(path: Path) -> None:
    """A bad village is not valid by its ruleset's schema, unless a reason is given why no schema can see it."""
    plain = Draft202012Validator(schema_of_base(), registry=Registry())
    assert (list(plain.iter_errors(read(path))) == []) is (path.name[:5] in UNSEEN)


@cache
def schema_of_base() -> dict[str, Any]:
    """Return the schema of the villages of the set that bad files are made of."""
    return sv.schema("village", ruleset=BASE)
