"""Loading a village: its header is checked, its values stay as written until a ruleset types them.

A fact with nothing after its colon is missing, so an empty ``facts:`` is a village of which nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import ValidationError

from smartvillage._faults import shape
from smartvillage.diagnostics import Diagnostic, Place, Severity, in_place_order
from smartvillage.document import Document, Limits
from smartvillage.errors import VillageError
from smartvillage.model.village import Village

from . import folder
from .checks.citations import check_cites
from .cited import check_cited
from .empties import empties
from .entries import Handed, Origin, Step, takes_null

VillageSource: TypeAlias = "str | Path | Mapping[str, Any] | Village | Document"


def load_village(source: VillageSource, *, limits: Limits | None = None) -> Village:
    """Load a village.

    Raises:
        NotFoundError: There is no such file.
        VillageError: The text has faults; all of them, sorted by place.
    """
    if isinstance(source, Village):
        return source
    village, found = check_village(source, limits=limits)
    if village is None:
        raise VillageError([fault for fault in found if fault.severity is Severity.ERROR])
    return village


def check_village(
    source: VillageSource, *, limits: Limits | None = None
) -> tuple[Village | None, tuple[Diagnostic, ...]]:
    """Return the village, or nothing where it has errors, and all errors and warnings sorted by place."""
    if isinstance(source, Village):
        return source, source._derived.get("warnings", ())  # noqa: SLF001 - the place for what stages derive
    if isinstance(source, Document):
        village, found = village_from(source)
    elif isinstance(source, Mapping):
        village, found = village_from(Handed(source, limits or Limits()))
    else:
        village, found = village_from(folder.read(folder.village_file(Path(source)), limits or Limits()))
    return None if any(fault.severity is Severity.ERROR for fault in found) else village, found


def village_from(origin: Origin) -> tuple[Village | None, tuple[Diagnostic, ...]]:
    """Read a village out of a document: what of it is sound, and all that is wrong with the rest."""
    faults = list(origin.faults)
    village = None
    if isinstance(origin.data, Mapping) and (
        isinstance(origin.data.get("ruleset"), Mapping) or "overlay" in origin.data
    ):
        faults.append(shape.wrong_file(origin.place(()), "village"))
    elif isinstance(origin.data, Mapping):
        faults.extend(_emptied(origin))
        village = _validated(origin, faults)
        faults.extend(check_cited(origin))
    elif origin.data is not None:
        faults.append(shape.wrong_shape(origin.place(()), "a mapping"))
    found = in_place_order(faults)
    if village is not None:
        village._derived["warnings"] = found  # noqa: SLF001 - the place for what stages derive
    return village, found


def _validated(origin: Origin, faults: list[Diagnostic]) -> Village | None:
    data = {**origin.data, "facts": origin.data.get("facts") or {}} if "facts" in origin.data else origin.data

    def place(*steps: Step, key: bool = False) -> Place | None:
        return origin.place(steps, key)

    village: Village | None
    places = origin
    try:
        village = Village.__pydantic_validator__.validate_python(data)
    except ValidationError as error:
        from .misfit import misfits
        from .sound import sound_part

        faults.extend(misfits(error, Village, place, empty=takes_null(origin), whole=True))
        village, places = sound_part(origin, data, error)
    if village is not None:
        village._derived["document"] = places  # noqa: SLF001 - the place for what stages derive
        faults.extend(check_cites(village.sources, lambda *steps: place("sources", *steps)))
    return village


def _emptied(origin: Origin) -> Iterator[Diagnostic]:
    if takes_null(origin):
        return
    for path in empties({key: value for key, value in origin.data.items() if key != "facts"}):
        yield shape.empty_value(origin.place(path, key=True), str(path[-1]))
