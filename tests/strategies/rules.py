"""Random conditions of every head, with limits of every form, as a ruleset file writes them."""

from __future__ import annotations

from hypothesis import strategies as st
from strategies.palette import DAYS, FLAGS, LEVELS, LISTS, NUMBERS, PERCENTS, REGIONS, Plain

#: What limits on a fact may be so many times of.
RELATIVES: dict[str, list[Plain]] = {
    "users": [{"fact": "people"}],
    "people": [{"fact": "users"}],
    "rate": [{"fact": "users_share"}, {"limit": "usual_share"}],
    "rate_of_files": [{"fact": "users_share"}],
    "users_share": [{"limit": "usual_share"}],
}
_ORDER_WORDS = st.sampled_from(["at_least", "at_least", "more_than", "at_most", "less_than"])
_RISING_WORDS = st.sampled_from(["at_least", "at_least", "more_than"])


def literals(fact: str) -> st.SearchStrategy[object]:
    """Return values a limit on a fact, or on a field of that name, may have."""
    if fact in ("users_share", "rate", "rate_of_files", "covered"):
        return st.sampled_from(PERCENTS)
    if fact in ("stars", "rank"):
        return st.sampled_from(LEVELS[1:])
    if fact == "area":
        return st.sampled_from(["1 ha", "2,5 ha", "12 ha"])
    return st.integers(1, 4)


@st.composite
def limits(draw: st.DrawFn, fact: str, *, nested: bool = True, relative: bool = False) -> object:
    """Draw a limit of any form; a relative one grows with another fact."""
    value = draw(literals(fact))
    if relative and fact in RELATIVES and draw(st.integers(0, 5)) == 0:
        return {"times": draw(st.sampled_from(["50 %", "110 %"])), "of": draw(st.sampled_from(RELATIVES[fact]))}
    form = draw(
        st.sampled_from(["literal"] * 4 + ["unknown", "value", *(["by", "dated", "bounded", "named"] * nested)])
    )
    if form == "by":
        return draw(_by_class(fact))
    if form == "bounded":
        return draw(_bounded(fact, value))
    since = draw(st.sampled_from(["2024-03-01", "2024-04-01"])) if form == "dated" else ""
    named = fact in ("rate", "rate_of_files", "users_share")
    spelt: Plain = {
        "unknown": "unknown",
        "value": {"value": value, "basis": "assumed"},
        "named": {"limit": "usual_share"} if named else value,
        "dated": {"dated": [{"until": "2024-02-29", "value": draw(literals(fact))}, {"from": since, "value": value}]},
    }
    return spelt.get(form, value)


@st.composite
def _bounded(draw: st.DrawFn, fact: str, value: object) -> object:
    low, high = sorted([value, draw(literals(fact))], key=_size)
    word = draw(st.sampled_from(["at_least", "more_than"]))
    return {"unknown": {word: low, "at_most": high}} if low != high else value


def _size(value: object) -> float:
    text = str(value).replace("%", "").replace("ha", "").replace(",", ".")
    return float(text)


@st.composite
def _by_class(draw: st.DrawFn, fact: str) -> Plain:
    named = draw(st.sampled_from([REGIONS, REGIONS[:2]]))
    limit: Plain = {"by": "region", "values": {code: draw(limits(fact, nested=False)) for code in named}}
    if len(named) < len(REGIONS):
        limit["otherwise"] = draw(limits(fact, nested=False))
    return limit


_RECORD_DAYS: list[Plain] = [{"issued_on": {"on_or_after": DAYS[1]}}, {"valid_until": {"after": DAYS[2]}}]


@st.composite
def fact_conditions(draw: st.DrawFn, *, rising: bool = False) -> Plain:
    """Draw a condition on one fact; ``rising`` ones can only gain when the fact grows."""
    kind = draw(st.sampled_from(["flag", "number", "number", "number", "choice", "date", "days", "record"]))
    if kind == "flag":
        rule: Plain = {"fact": draw(st.sampled_from(FLAGS))}
        return rule if rising or draw(st.booleans()) else {**rule, "is": draw(st.booleans())}
    if kind == "choice" and not rising:
        codes = draw(st.lists(st.sampled_from(REGIONS), min_size=1, max_size=2, unique=True))
        return {"fact": "region", "is": codes[0]} if len(codes) == 1 else {"fact": "region", "one_of": codes}
    if kind == "date" and not rising:
        return {"fact": "opened", draw(st.sampled_from(["after", "before", "on_or_after", "on_or_before"])): DAYS[1]}
    if kind == "days" and not rising:
        between = {"from": "opened", "to": "closed"}
        return {"days": between, draw(_ORDER_WORDS): draw(st.sampled_from(["0 days", "31 days", "200 days"]))}
    if kind == "record" and not rising:
        seats = {"seats": {"at_least": draw(st.integers(1, 3))}}
        return {"fact": "licence", "where": draw(st.sampled_from([seats, seats, *_RECORD_DAYS]))}
    fact = draw(st.sampled_from(NUMBERS))
    rule = {"fact": fact, draw(_RISING_WORDS if rising else _ORDER_WORDS): draw(limits(fact, relative=not rising))}
    if not rising and "at_least" in rule and draw(st.integers(0, 5)) == 0:
        rule["less_than"] = draw(limits(fact))
    return rule


@st.composite
def _field_tests(draw: st.DrawFn) -> Plain:
    field = draw(st.sampled_from(["wifi", "wifi", "seats", "covered", "rank", "region"]))
    if field == "wifi":
        return {field: draw(st.sampled_from([True, True, False]))}
    if field == "region":
        return {field: draw(st.sampled_from(REGIONS))}
    limit = draw(st.one_of(literals(field), literals(field), st.just("unknown")))
    return {field: {draw(st.sampled_from(["at_least", "more_than"])): limit}} if limit not in ("100 %", "4") else {
        field: {"at_least": limit}
    }  # fmt: skip


@st.composite
def wheres(draw: st.DrawFn) -> Plain:
    """Draw what is asked of an entity."""
    asked = draw(_field_tests())
    shape = draw(st.sampled_from(["plain", "plain", "both", "any_of", "all_of", "not"]))
    if shape == "both":
        return {**draw(_field_tests()), **asked}
    if shape in ("any_of", "all_of"):
        return {shape: [asked, draw(_field_tests())]}
    return {"not": asked} if shape == "not" else asked


@st.composite
def count_conditions(draw: st.DrawFn, *, top: bool = False, negated: bool = False) -> Plain:
    """Draw a count of entities: a number, a share, all, or a share nobody has seen."""
    rule: Plain = {"count": draw(st.sampled_from(LISTS))}
    if draw(st.integers(0, 4)):
        rule["where"] = draw(wheres())
    form = draw(st.sampled_from(["number", "all", "all", "share", "unknown", "bounded"]))
    if form == "number":
        return {**rule, draw(_ORDER_WORDS): draw(st.integers(1, 3))}
    shares = {"all": "all", "unknown": "unknown", "bounded": {"unknown": {"at_least": "25 %", "at_most": "75 %"}}}
    if form == "share":
        rule[draw(_ORDER_WORDS)] = draw(st.sampled_from(["25 %", "50 %", "62,5 %"]))
    else:
        rule["at_least"] = shares[form]
    choices = [None, None, "not_met", *([] if negated else ["met"]), *(["not_applicable"] if top else [])]
    empty = draw(st.sampled_from(choices))
    return {**rule, "when_empty": empty} if empty else rule


@st.composite
def conditions(draw: st.DrawFn, *, depth: int = 2, top: bool = True, negated: bool = False) -> Plain:
    """Draw any condition; what stands under *not* is never itself a denial."""
    heads = ["fact"] * 4 + ["count"] * 3
    if depth:
        heads += ["all_of", "any_of", "several", "no_method", *([] if negated else ["not"])]
    head = draw(st.sampled_from(heads))
    if head == "fact":
        return draw(fact_conditions(rising=negated))
    if head == "count":
        return draw(count_conditions(top=top, negated=negated))
    if head == "no_method":
        return {"no_method": draw(st.sampled_from(["no_guidance", "delegated", "not_seen"]))}
    if head == "not":
        return {"not": draw(conditions(depth=depth - 1, top=False, negated=True))}
    inner = conditions(depth=depth - 1, top=False, negated=negated)
    parts = draw(st.lists(inner, min_size=1, max_size=3))
    if head == "several":
        return {"count": parts, draw(_ORDER_WORDS): draw(st.integers(1, len(parts)))}
    return {head: parts}
