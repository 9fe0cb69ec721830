"""What authors of rulesets and villages ask: is this text sound, what is on the shelf, how does an empty one look.

The rule: nothing here evaluates; a fault comes back as a value, so that one run can show them all.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from .api import bounds, load_ruleset
from .arguments import check_language, day_of
from .diagnostics import in_place_order
from .nesting import judge_for
from .resolving import program_of, resolved_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from ._analysis.checks import Cited
    from .api import RulesetLike
    from .arguments import DayLike, OverlayLike
    from .diagnostics import Diagnostic, Lang, Place
    from .document import Document, Limits
    from .model.origins import Origins
    from .model.ruleset import Ruleset
    from .model.village import Village

#: What is told of a file, the sources of the ruleset around it, and its own.
_Checked: TypeAlias = "tuple[tuple[Diagnostic, ...], list[Cited], Cited | None]"


def check(
    source: str | Path | Document, *, ruleset: RulesetLike | None = None, limits: Limits | None = None
) -> tuple[Diagnostic, ...]:
    """Find all faults and warnings of a ruleset, an overlay or a village, without using it.

    A village is also bound to the ruleset that it names, or to ``ruleset``; a text read elsewhere is a village. A
    ruleset without errors, and what an overlay makes of its base, is also looked at as a whole.

    Args:
        source: A file, a folder, or a text that ``read_text`` read; a shipped name stands for its ruleset.
        ruleset: The ruleset that a village is held against, where not the one that it names.
        limits: Bounds on what a file may hold.

    Returns:
        Every fault and warning, in the order of their places; nothing where the text is sound.

    Raises:
        NotFoundError: There is no such file, or nothing bears the name of ``ruleset``.

    >>> import smartvillage as sv
    >>> village = "{village: {id: a, name: A, kind: hamlet}, as_of: 2024-03-31, facts: {}}"
    >>> [fault.message.en for fault in sv.check(sv.read_text(village, "a.yaml"))]
    ['key `ruleset` is missing']
    """
    return check_together([source], ruleset=ruleset, limits=limits)


def check_together(
    sources: Iterable[str | Path | Document], *, ruleset: RulesetLike | None = None, limits: Limits | None = None
) -> tuple[Diagnostic, ...]:
    """Find all faults and warnings of several files, each once, and where they name one text in two ways."""
    from ._analysis.checks import disagreements

    found: list[Diagnostic] = []
    known: list[Cited] = []
    for source in sources:
        own, around, cited = _checked(source, ruleset, bounds(limits))
        others = [*around, *known]
        against = disagreements(cited, others) if cited else ()
        found += in_place_order((*own, *_new(against, own)))
        known += [cited] if cited else []
    return tuple(dict.fromkeys(found))


def _checked(source: str | Path | Document, ruleset: RulesetLike | None, limits: Mapping[str, Limits]) -> _Checked:
    from ._analysis.checks import Cited, analyse, citations
    from ._loading import check_file
    from ._testing.case import is_case_file

    if is_case_file(source):
        from ._testing.check import check_cases

        return check_cases(source), [], None
    found, village, resolved = check_file(source, **limits)
    if resolved is not None:
        own = (*found, *_new(analyse(resolved, _places_of, _meant_beside(resolved)), found))
        return own, [], Cited(resolved.sources, partial(_places_of(resolved), "sources"))
    if village is None:
        return found, [], None
    document = village._derived["document"]  # noqa: SLF001 - where its values stood
    cited = Cited(village.sources, lambda *steps: document.place(("sources", *steps)))
    bound, named = _check_binding(village, ruleset)
    around = [Cited(named.sources, partial(_places_of(named), "sources"))] if named else []
    return (*found, *_new(citations(cited), found), *bound), around, cited


def _places_of(ruleset: Ruleset) -> Callable[..., Place | None]:
    """Return where each part of a ruleset's entries stands."""
    sections = ruleset._derived.get("sections")  # noqa: SLF001 - who wrote what, and where

    def place(section: str, name: str, *steps: str | int, key: bool = False) -> Place | None:
        where: Place | None = sections.entries[section][name].place(*steps, key=key) if sections else None
        return where

    return place


def _meant_beside(ruleset: Ruleset) -> Callable[[str], str | None]:
    """Return what names the ruleset that is meant by a name which nothing bears, here or beside this one."""
    from ._loading.finding import find_ruleset
    from .errors import NotFoundError

    home = ruleset._derived.get("home")  # noqa: SLF001 - where it was read

    def meant(name: str) -> str | None:
        try:
            find_ruleset(name, home.parent if home else None)
        except NotFoundError as error:
            return error.nearest
        return None

    return meant


def _new(found: Iterable[Diagnostic], told: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what is found where nothing was told yet; a quota out of reach says all there is to say of its line."""
    places = {(fault.place.file, fault.place.line, fault.place.column) for fault in told if fault.place}
    lines = {(fault.place.file, fault.place.line) for fault in told if fault.place and fault.code == "SV324"}
    for fault in found:
        at = (fault.place.file, fault.place.line, fault.place.column) if fault.place else None
        if at is None or (at not in places and at[:2] not in lines):
            yield fault


def _check_binding(village: Village, ruleset: RulesetLike | None) -> tuple[tuple[Diagnostic, ...], Ruleset | None]:
    """Find what a ruleset holds against a village, and return the ruleset where it can be used.

    On a day outside its period that is told, and the rest all the same.
    """
    from ._faults.references import unknown_id
    from .errors import NotFoundError, RulesetError

    place = village._derived["document"].place  # noqa: SLF001 - where its values stood
    try:
        resolved = resolved_for(ruleset or village.ruleset, village)
    except RulesetError as error:
        return error.diagnostics, None
    except NotFoundError as error:
        if ruleset is not None or error.kind not in ("ruleset", "overlay"):
            raise
        named = place((error.kind if error.kind == "ruleset" else "overlays",))
        return (unknown_id(named, error.kind, error.name, error.known),), None
    return _faults_on_its_day(village, resolved), resolved


def _faults_on_its_day(village: Village, ruleset: Ruleset) -> tuple[Diagnostic, ...]:
    from ._faults.village import not_in_force
    from .errors import NotInForceError

    place = village._derived["document"].place  # noqa: SLF001 - where its values stood
    try:
        return _faults_on(village, ruleset, None)
    except NotInForceError as error:
        inside = _nearest_day(error.day, error.start, error.until)
        return (not_in_force(place(("as_of",)), error), *_faults_on(village, ruleset, inside))


def _faults_on(village: Village, ruleset: Ruleset, day: date | None) -> tuple[Diagnostic, ...]:
    from ._program.bind import bind
    from ._program.oddities import oddities
    from .errors import VillageError

    program = program_of(ruleset, village, day, None)
    odd = tuple(oddities(program, village, village._derived["document"].place))  # noqa: SLF001 - where values stood
    try:
        bind(program, village, judge_for(program.ruleset, village))
    except VillageError as error:
        return (*error.diagnostics, *odd)
    return odd


def _nearest_day(day: date, start: date | None, until: date | None) -> date:
    """Return the day inside a period, both ends included, that is nearest to a day."""
    if start and day < start:
        return start
    return until if until and day > until else day


def rulesets() -> dict[str, Path]:
    """List the rulesets there are, name to folder: the shipped ones, then what installed packages bring.

    An overlay that a package brings is listed too, as its file: its name stands for what it makes of its base.

    >>> rulesets()["dong-thap-2021-2025"].name
    'dong-thap-2021-2025'
    """
    from ._loading.installed import installed
    from ._loading.shelf import shipped

    return {**shipped(), **installed().sets}


def origins(
    ruleset: RulesetLike,
    on: DayLike | None = None,
    *,
    overlays: OverlayLike | Sequence[OverlayLike] = (),
    told: bool = True,
) -> Origins:
    """Show a ruleset field by field as it stands on a day: each value with the file, line and decision that set it.

    Args:
        ruleset: The ruleset, loaded or as a name or path.
        on: The day, or its ISO text; by default the first of the ruleset's period.
        overlays: Overlays to resolve first.
        told: Whether a report of it says who set what.

    Returns:
        The fields in the order of the file, each with its path, value, basis and source, and the overlay that set it.

    Raises:
        NotInForceError: The day lies outside the ruleset's period.
        RulesetError: The ruleset has faults.

    >>> shown = origins("dong-thap-2021-2025", overlays="quoc-gia-tham-chieu")
    >>> next(field.overlay for field in shown.fields if field.path.startswith("criteria/1.1/rule/at_least"))
    'quoc-gia-tham-chieu'
    """
    from ._loading.origins import origins_of

    loaded, day = load_ruleset(ruleset, overlays=overlays), day_of(on, "on")
    return origins_of(loaded if day is None else standing(loaded, day), day, told=told)


def standing(ruleset: RulesetLike, on: DayLike, *, overlays: OverlayLike | Sequence[OverlayLike] = ()) -> Ruleset:
    """Return a ruleset as it stands on a day, the amendments up to then made.

    Raises:
        NotInForceError: The day lies outside the ruleset's period.
    """
    from .errors import NotInForceError

    loaded, day = load_ruleset(ruleset, overlays=overlays), day_of(on, "on")
    period = loaded.ruleset.period
    if day is None:
        return loaded
    if day not in period:
        raise NotInForceError(loaded.id, day, period.from_, period.until, "on")
    return loaded.on(day)


def new_village(ruleset: RulesetLike, *, as_of: date, lang: Lang = "vi") -> str:
    """Write a village file with every fact of a ruleset still missing, each with its question as a comment.

    Args:
        ruleset: The ruleset, loaded or as a name or path.
        as_of: The day the facts will speak of; a day outside the ruleset's period becomes the nearest inside.
        lang: The language of the comments.

    Returns:
        The text of the file, which has no faults as it is; every fact in it is still missing.

    Raises:
        NotFoundError, RulesetError: As ``load_ruleset``.

    >>> from datetime import date
    >>> "smartphone_share:" in new_village("dong-thap-2021-2025", as_of=date(2024, 3, 31))
    True
    """
    from ._forms.skeleton import skeleton

    check_language(lang)
    resolved = load_ruleset(ruleset)
    period = resolved.ruleset.period
    inside = _nearest_day(as_of, period.start, period.until)
    return skeleton(resolved.on(inside), lang=lang, as_of=inside, stands_in=inside != as_of)
