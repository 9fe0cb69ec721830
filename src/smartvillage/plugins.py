"""Plugins: rulesets and forms of output that other installed packages offer under an entry point.

INVARIANT (lazy): nobody looks for plugins until a name is asked for that is not our own, or all names are; reading the
metadata of every installed package takes longer than an evaluation. INVARIANT (apart): whatever a plugin does wrong is
told as a diagnostic or as an error that names its package, and breaks nothing of ours.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import PluginError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

#: A package whose folder holds rulesets, each a folder of its own that bears its name.
RULESETS = "smartvillage.rulesets"
#: A function from a result and the keywords ``lang`` and ``ruleset`` to a text, by the name of its format.
EXPORTERS = "smartvillage.exporters"

#: What code of a package may raise, leaving early included; an interrupt passes.
_FAILURES = (Exception, SystemExit)


@dataclass(frozen=True, slots=True)
class Offer:
    """What a package offers under a name."""

    name: str
    package: str
    entry: EntryPoint

    def broken(self, error: BaseException) -> PluginError:
        """Say that it cannot be used, and why."""
        told = str(error).splitlines()[:1] or [""]
        return PluginError(self.package, self.name, f"{type(error).__name__}: {told[0]}".removesuffix(": "))


def offers(group: str) -> tuple[Offer, ...]:
    """Return what is offered in a group, in the order of packages and names, each once."""
    from importlib.metadata import entry_points

    found = (Offer(entry.name, entry.dist.name if entry.dist else "?", entry) for entry in entry_points(group=group))
    distinct = {(one.package, one.name, one.entry.value): one for one in found}
    return tuple(distinct[key] for key in sorted(distinct))


def folder_of(offer: Offer) -> Path:
    """Return the folder of the package that an offer names, without running it where it stands alone.

    Raises:
        PluginError: There is no such package, or it is no folder.
    """
    from importlib.util import find_spec

    try:
        spec = find_spec(offer.entry.module)
    except _FAILURES as error:
        raise offer.broken(error) from error
    if spec is None:
        raise offer.broken(ModuleNotFoundError(f"No module named {offer.entry.module!r}"))
    folders = [Path(place) for place in spec.submodule_search_locations or ()]
    found = next((folder for folder in folders if folder.is_dir()), None)
    if found is None:
        raise offer.broken(NotADirectoryError(offer.entry.module))
    return found


def exporter(name: str) -> Callable[..., str] | None:
    """Return the function that writes a format; nothing where no package offers one.

    Raises:
        PluginError: It cannot be loaded, or is no function.
    """
    offer = next((one for one in offers(EXPORTERS) if one.name == name), None)
    if offer is None:
        return None
    made = _loaded(offer)
    if not callable(made):
        raise offer.broken(TypeError(f"{offer.entry.value} is not callable"))

    def write(*arguments: Any, **more: Any) -> str:  # noqa: ANN401 - passed on
        try:
            text = made(*arguments, **more)
        except _FAILURES as error:
            raise offer.broken(error) from error
        if not isinstance(text, str):
            raise offer.broken(TypeError(f"{offer.entry.value} returned no text"))
        return text

    return write


def _loaded(offer: Offer) -> Any:  # noqa: ANN401 - whatever it is
    try:
        return offer.entry.load()
    except _FAILURES as error:
        raise offer.broken(error) from error
