"""Misfits: what a validator says against an entry, turned into diagnostics with places.

One fault, one diagnostic: a misspelt key that must be there is told once, and a choice between shapes is told by the
one that somebody evidently meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from smartvillage._faults import shape, source
from smartvillage._faults.words import nearest
from smartvillage.model.activities import EFFECT_HEADS
from smartvillage.model.conditions import CONDITION_HEADS
from smartvillage.model.facts import FACT_TYPES
from smartvillage.model.limits import LIMIT_FORMS

from .trail import Trail, choices, fields, is_model, plain, tag_of, trail, words_of

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from smartvillage.diagnostics import Diagnostic, Place

#: Gives the place of a part of the entry: ``place(*steps, key=…)``.
Placer: TypeAlias = Callable[..., "Place | None"]


@dataclass(frozen=True, slots=True)
class Misfit:
    """One error of a validator, followed into the data."""

    error: ErrorDetails
    trail: Trail
    place: Placer

    @property
    def kind(self) -> str:
        """The validator's word for the error."""
        return self.error["type"]

    @property
    def written(self) -> str:
        """The faulty value as somebody wrote it."""
        value = self.error["input"]
        return str(value).lower() if isinstance(value, bool) else str(value)

    def here(self, *, key: bool = False) -> Place | None:
        """The place of the faulty value."""
        return self.place(*self.trail.path, key=key)


def misfits(
    found: ValidationError,
    kind: Any,  # noqa: ANN401 - an annotation
    place: Placer,
    *,
    empty: bool = False,
    whole: bool = False,
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each fault that a validator found; empty values only where asked to.

    ``whole``: the data is all that there is, so that its keys alone lead to a fault that has no place.
    """
    errors = found.errors(include_url=False, include_context=False)
    if not empty:
        errors = [error for error in errors if error["input"] is not None]
    told: set[object] = set()
    for misfit in _distinct([Misfit(error, trail(kind, error["loc"]), place) for error in errors]):
        meant = _meant_combination(misfit)
        if meant is None:
            fault = _TELL.get(misfit.kind, _wrong_shape)(misfit)
            yield _led_to(misfit, fault) if whole else fault
        elif misfit.trail.asked not in told:
            told.add(misfit.trail.asked)
            yield meant


def _led_to(misfit: Misfit, fault: Diagnostic) -> Diagnostic:
    """Say of a fault in data without a place, which a program handed over, by which keys one comes to it."""
    return fault if fault.place or fault.path else replace(fault, path="/".join(map(str, misfit.trail.path)))


#: What may stand in a ``where`` beside fields.
_COMBINATIONS = ("all_of", "any_of", "not")


def _meant_combination(misfit: Misfit) -> Diagnostic | None:
    """Tell of a misspelt ``all_of``, ``any_of`` or ``not``, which is read as the name of a field."""
    asked = misfit.trail.asked
    if asked is None:
        return None
    key = str(asked[-1])
    listed = misfit.trail.path == (*asked, "is") and isinstance(misfit.error["input"], (list, tuple))
    near = nearest(key, _COMBINATIONS[:2] if listed else _COMBINATIONS[2:])
    if near is None or (not listed and (misfit.kind != "extra_forbidden" or abs(len(key) - len(near)) > 1)):
        return None
    return shape.unknown_key(misfit.place(*asked, key=True), key, _COMBINATIONS)


def _distinct(errors: Sequence[Misfit]) -> Iterator[Misfit]:
    """Keep one misfit for each fault."""
    extra: dict[tuple[object, ...], list[str]] = {}
    for misfit in errors:
        if misfit.kind == "extra_forbidden":
            *parent, key = misfit.trail.path
            extra.setdefault(tuple(parent), []).append(str(key))
    tried: dict[tuple[object, ...], list[Misfit]] = {}
    for misfit in errors:
        if misfit.trail.union is not None:
            tried.setdefault(misfit.trail.union[0], []).append(misfit)
        elif not _is_misspelt(misfit, extra):
            yield misfit
    for group in tried.values():
        yield from _meant(group)


def _is_misspelt(misfit: Misfit, extra: Mapping[tuple[object, ...], list[str]]) -> bool:
    """Tell whether a missing key stands there under a misspelt name, which is told already."""
    if misfit.kind != "missing":
        return False
    *parent, key = misfit.trail.path
    return any(nearest(word, misfit.trail.keys) == key for word in extra.get(tuple(parent), ()))


def _meant(group: Sequence[Misfit]) -> Iterator[Misfit]:
    """Of the misfits of a choice keep those of the member that has the shape of what was written."""
    whole = [misfit for misfit in group if misfit.trail.path == _choice(misfit)[0]]
    deeper = [misfit for misfit in group if misfit.trail.path != _choice(misfit)[0]]
    listed = [misfit for misfit in deeper if isinstance(misfit.trail.path[len(_choice(misfit)[0])], int)]
    keyed = [misfit for misfit in deeper if misfit.kind == "extra_forbidden"]
    if listed:
        yield from listed
    elif keyed:
        known = tuple(dict.fromkeys(key for misfit in keyed for key in misfit.trail.keys))
        first = keyed[0]
        yield Misfit(first.error, Trail(first.trail.path, first.trail.kind, known), first.place)
    elif whole:
        yield next((misfit for misfit in whole if misfit.kind in ("bare_id", "bad_id")), whole[0])


def _choice(misfit: Misfit) -> tuple[tuple[object, ...], object]:
    return misfit.trail.union or ((), None)


def _unknown_key(misfit: Misfit) -> Diagnostic:
    key = str(misfit.trail.path[-1])
    for heads in (CONDITION_HEADS, LIMIT_FORMS, EFFECT_HEADS):
        first = next((known for known in misfit.trail.keys if known in heads), None)
        if key in heads and first is not None:
            return shape.two_heads(misfit.here(key=True), first, key, combine=heads is CONDITION_HEADS)
    return shape.unknown_key(misfit.here(key=True), key, misfit.trail.keys)


def _missing(misfit: Misfit) -> Diagnostic:
    *parent, key = misfit.trail.path
    return shape.missing_key(misfit.place(*parent, key=True), str(key))


def _unknown_type(misfit: Misfit) -> Diagnostic:
    written = misfit.error["input"]
    named = written.get("type") if isinstance(written, Mapping) else written
    return shape.unknown_word(misfit.place(*misfit.trail.path, "type"), str(named), _fact_types(misfit))


def _fact_types(misfit: Misfit) -> tuple[str, ...]:
    tags = {tag_of(member) for member in choices(misfit.trail.kind)}
    return tuple(word for word in FACT_TYPES if word != "list" or "list" in tags)


def _no_head(misfit: Misfit) -> Diagnostic:
    written = misfit.error["input"]
    tags = [tag for member in choices(misfit.trail.kind) if (tag := tag_of(member))]
    if not isinstance(written, Mapping):
        return shape.wrong_shape(misfit.here(), "a mapping")
    if "flag" in tags:
        return no_type(written, lambda *steps, key=False: misfit.place(*misfit.trail.path, *steps, key=key))
    known = {key for member in choices(misfit.trail.kind) if is_model(one := plain(member)) for key, _ in fields(one)}
    return no_head(written, tags, lambda *steps, key=False: misfit.place(*misfit.trail.path, *steps, key=key), known)


def no_head(written: Mapping[Any, Any], heads: Iterable[str], place: Placer, known: Iterable[str] = ()) -> Diagnostic:
    """Tell of a mapping without a head; where one of its keys evidently means one, that key is told.

    A key that is known beside some head means none; of the others the first does where none is near to a head.
    """
    heads, known = list(heads), set(known)
    strange = [str(word) for word in written if str(word) not in known]
    key = _misspelt_head(dict.fromkeys(strange), heads) or (strange[0] if known and strange else None)
    where = place(key=True) if key is None else place(key, key=True)
    return shape.missing_head(where, strange if key else [str(word) for word in written], heads)


def no_type(written: Mapping[Any, Any], place: Placer) -> Diagnostic:
    """Tell of a fact without a type; where one of its keys evidently means it, that key is told."""
    key = _misspelt_head(written, ("type",))
    return (
        shape.missing_key(place(key=True), "type")
        if key is None
        else shape.unknown_key(place(key, key=True), key, ("type",))
    )


def _misspelt_head(written: Mapping[Any, Any], heads: Iterable[str]) -> str | None:
    heads = list(heads)
    return next((str(word) for word in written if nearest(str(word), heads)), None)


def _unknown_word(misfit: Misfit) -> Diagnostic:
    if misfit.trail.union is not None or isinstance(misfit.error["input"], (list, tuple, Mapping)):
        return _wrong_shape(misfit)
    return shape.unknown_word(misfit.here(), misfit.written, words_of(misfit.trail.kind))


#: What is expected where a validator refused with one of these words.
_SHAPES = {
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "dict_type": "a mapping",
    "mapping_type": "a mapping",
    "tuple_type": "a list",
    "list_type": "a list",
    "string_type": "a text",
    "bool_type": "`true` or `false`",
    "bool_parsing": "`true` or `false`",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "not_finite": "a finite number",
    "bad_year": "a year",
    "too_nested": "something less deeply nested",
}

#: What is expected at a choice between shapes, by a part of the name of one of its members.
_CHOICES = (
    ("GroupSelector", "`all`, `{group: …}`, `{tag: …}` or a list of ids"),
    ("literal['all']", "`all`, `{group: …}`, `{tag: …}` or a list of ids"),
    ("tuple[tuple[", "a list of lists, or `none`"),
    ("literal['none']", "a list of lists, or `none`"),
    ("literal['none','unknown']", "a list of ids, `none` or `unknown`"),
)


def _wrong_shape(misfit: Misfit) -> Diagnostic:
    label = str(_choice(misfit)[1])
    named = next((name for mark, name in _CHOICES if label.startswith(mark)), None)
    return shape.wrong_shape(misfit.here(), named or _SHAPES.get(misfit.kind, "a single value"), misfit.written)


def _bad_id(misfit: Misfit) -> Diagnostic:
    written = misfit.error["input"]
    if isinstance(written, (list, tuple, Mapping)) or written is None:
        return shape.wrong_shape(misfit.here(key=misfit.trail.is_key), "a text")
    printed = "name" if misfit.trail.path == ("village", "id") else "title"
    return shape.bad_id(misfit.here(key=misfit.trail.is_key), misfit.written, printed)


def _bare_id(misfit: Misfit) -> Diagnostic:
    return source.bare_id(misfit.here(key=misfit.trail.is_key), misfit.written)


def _no_such_day(misfit: Misfit) -> Diagnostic:
    written = misfit.error["input"]
    return shape.no_such_day(misfit.here(), f"{written.get('day')}/{written.get('month')}")


#: One teller for each word a validator refuses with; all others are a matter of shape.
_TELL: dict[str, Callable[[Misfit], Diagnostic]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "union_tag_invalid": _unknown_type,
    "union_tag_not_found": _no_head,
    "literal_error": _unknown_word,
    "enum": _unknown_word,
    "bad_id": _bad_id,
    "bare_id": _bare_id,
    "bad_day": lambda misfit: shape.bad_day(misfit.here(), misfit.written),
    "bad_date": lambda misfit: shape.bad_partial_date(misfit.here(), misfit.written),
    "bad_version": lambda misfit: shape.bad_version(misfit.here(), misfit.written),
    "not_a_name": lambda misfit: shape.not_a_name(misfit.here(), misfit.written),
    "period_backwards": lambda misfit: shape.period_backwards(misfit.here(key=True)),
    "no_such_day": _no_such_day,
    "too_short": lambda misfit: shape.empty_list(misfit.here()),
}
