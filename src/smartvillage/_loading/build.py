"""Building: one entry's data into one value of the vocabulary, each entry alone.

A builder takes the entry, its data and the list of faults; it returns the value, or nothing after adding faults.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from pydantic import BaseModel, ValidationError

from smartvillage._faults import shape, source
from smartvillage.diagnostics import Diagnostic, Place
from smartvillage.document import Bare
from smartvillage.model.activities import Activity
from smartvillage.model.base import Text, check_id, check_limit_name
from smartvillage.model.conditions import CONDITION_HEADS
from smartvillage.model.criteria import Criterion, Decision, Group
from smartvillage.model.facts import FACT_TYPES, Level
from smartvillage.model.frozen import FrozenDict
from smartvillage.model.limits import LIMIT_FORMS, limit_form
from smartvillage.model.measures import MEASURE_KINDS, HeadMeasure, measure_kind
from smartvillage.model.procedure import Step
from smartvillage.model.ruleset import EvidenceType, Header, Party, Role, Source

from .entries import Entry, takes_null
from .entries import Step as PathStep
from .sections import SECTIONS, same_id

Faults: TypeAlias = "list[Diagnostic]"
Builder: TypeAlias = Callable[[Entry, Any, Faults], Any]


def build(entry: Entry, data: Any, faults: Faults) -> Any:  # noqa: ANN401 - a value of the vocabulary
    """Return the value of an entry, or nothing after adding what is wrong with it."""
    if data is None and not takes_null(entry.origin):
        return None  # an empty entry is told already
    if entry.id and SECTIONS[entry.section] != "list":
        _check_key(entry, (), faults)
    elif isinstance(data, Mapping) and isinstance(data.get("id"), Bare):
        faults.append(source.bare_id(entry.place("id"), data["id"]))
        data = {**data, "id": str(data["id"])}  # the rest of the entry is judged as if it had been quoted
    before = len(faults)
    value = BUILDERS[entry.section](entry, data, faults)
    return value if len(faults) == before else None


def validated(  # noqa: PLR0913 - the part and how it is written stand beside the entry
    kind: type[BaseModel],
    data: Any,  # noqa: ANN401 - plain data
    entry: Entry,
    steps: tuple[PathStep, ...],
    faults: Faults,
    *,
    hidden: bool = False,
) -> Any:  # noqa: ANN401 - a value of the vocabulary
    """Return data as a value of a kind, or nothing after adding the misfits of the part at ``steps``.

    ``hidden``: the kind's one key ``of`` is not written; what belongs under it stands in its place.
    """
    try:
        return kind.__pydantic_validator__.validate_python(data)
    except ValidationError as error:
        from .misfit import misfits

        def place(*inner: PathStep, key: bool = False) -> Place | None:
            return entry.place(*steps, *(inner[1:] if hidden and inner[:1] == ("of",) else inner), key=key)

        handed = takes_null(entry.origin) or any(takes_null(one.origin) for one in entry.edits.values())
        faults.extend(misfits(error, kind, place, empty=handed))
        return None


def _model(kind: type[BaseModel]) -> Builder:
    return lambda entry, data, faults: validated(kind, data, entry, (), faults)


def _fact(entry: Entry, data: Any, faults: Faults) -> Any:  # noqa: ANN401 - a fact
    if not isinstance(data, Mapping):
        faults.append(shape.wrong_shape(entry.place(), "a mapping"))
        return None
    written = data.get("type")
    kind = FACT_TYPES.get(written) if isinstance(written, str) else None
    if kind is not None:
        return validated(kind, data, entry, (), faults)
    if written is None:
        from .misfit import no_type

        faults.append(no_type(data, entry.place))
    else:
        faults.append(shape.unknown_word(entry.place("type"), str(written), FACT_TYPES))
    return None


def _keys_of(kinds: Iterable[type[BaseModel]]) -> set[str]:
    return {info.alias or name for kind in kinds for name, info in kind.model_fields.items()}


def _limit(entry: Entry, data: Any, faults: Faults) -> Any:  # noqa: ANN401 - a limit
    form = limit_form(data)
    if form is not None:
        return validated(LIMIT_FORMS[form], data, entry, (), faults)
    if isinstance(data, Mapping):
        from .misfit import no_head

        faults.append(no_head(data, LIMIT_FORMS, entry.place, _keys_of(LIMIT_FORMS.values())))
    else:
        faults.append(shape.wrong_shape(entry.place(), "a mapping"))
    return None


def _measure(entry: Entry, data: Any, faults: Faults) -> Any:  # noqa: ANN401 - a measure
    kind = measure_kind(data)
    if kind is not None:
        written_flat = kind == "of" and "of" not in data
        return validated(MEASURE_KINDS.get(kind, HeadMeasure), data, entry, (), faults, hidden=written_flat)
    if isinstance(data, Mapping):
        from .misfit import no_head

        kinds = {**MEASURE_KINDS, **CONDITION_HEADS}
        faults.append(no_head(data, kinds, entry.place, _keys_of(kinds.values())))
    else:
        faults.append(shape.wrong_shape(entry.place(), "a mapping"))
    return None


def _scale(entry: Entry, data: Any, faults: Faults) -> tuple[Level, ...]:  # noqa: ANN401 - plain data
    if not isinstance(data, (list, tuple)) or not data:
        faults.append(shape.wrong_shape(entry.place(), "a list"))
        return ()
    levels: dict[str, Level] = {}
    for position, item in enumerate(data):
        written = item if isinstance(item, Mapping) else {"id": item}
        level = validated(Level, written, entry, (position,), faults)
        if level is not None and level.id in levels:
            faults.append(shape.defined_twice(entry.place(position), level.id, None))
        elif level is not None:
            levels[level.id] = level
    return tuple(levels.values())


def _codes(entry: Entry, data: Any, faults: Faults) -> dict[str, Text]:  # noqa: ANN401 - plain data
    if not isinstance(data, Mapping) or not data:
        faults.append(shape.wrong_shape(entry.place(), "a mapping"))
        return {}
    for code in data:
        _check_key(entry, (code,), faults)
    return FrozenDict({same_id(code): validated(Text, title, entry, (code,), faults) for code, title in data.items()})


def _check_key(entry: Entry, steps: tuple[PathStep, ...], faults: Faults) -> None:
    """Check an id that is a key; an id inside an entry is checked with the entry."""
    key = steps[-1] if steps else entry.path[-1]
    whole_names = entry.section == "limits" and takes_null(entry.origin)  # as a set that was written out has them
    try:
        (check_limit_name if whole_names else check_id)(key)
    except ValueError:
        fault = source.bare_id if isinstance(key, Bare) else shape.bad_id
        faults.append(fault(entry.place(*steps, key=True), str(key)))


#: The builder of each section; the next section is one line here and one in ``SECTIONS``.
BUILDERS: dict[str, Builder] = {
    "ruleset": _model(Header),
    "sources": _model(Source),
    "roles": _model(Role),
    "parties": _model(Party),
    "scales": _scale,
    "codes": _codes,
    "facts": _fact,
    "limits": _limit,
    "measures": _measure,
    "groups": _model(Group),
    "criteria": _model(Criterion),
    "decisions": _model(Decision),
    "procedure": _model(Step),
    "evidence_types": _model(EvidenceType),
    "activities": _model(Activity),
}
