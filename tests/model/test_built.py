"""The vocabulary is built once, when it is imported."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from pydantic import BaseModel

from smartvillage import model


def kinds(above: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield every class of ours below a class."""
    for kind in above.__subclasses__():
        if kind.__module__.startswith(f"{model.__name__}."):
            yield kind
            yield from kinds(kind)


def test_every_kind_is_whole_once_its_file_is_imported() -> None:
    """Nothing is left for the first thread that asks, for two of them would build it side by side."""
    for file in iter_modules(model.__path__, f"{model.__name__}."):
        import_module(file.name)
    assert [kind.__name__ for kind in kinds(BaseModel) if not kind.__pydantic_complete__] == []
