"""What the source says of classes and aliases: annotations as written, the words below a field or above a name.

The rule: nothing is evaluated that the module did not evaluate itself; the text of the source is what is shown.
"""

from __future__ import annotations

import ast
import functools
import importlib
import inspect
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from pydantic import BaseModel

import smartvillage
import smartvillage.model
from smartvillage import testing

#: What the source calls otherwise than readers of types know it.
KNOWN_AS = MappingProxyType({"Mapped": "Mapping", "date": "datetime.date", "Path": "pathlib.Path"})
#: What a class keeps for itself though its name does not say so.
HIDDEN = ("Document.positions", "Mutant.path", "Suite.reads")


@dataclass(frozen=True)
class Attribute:
    """A field of a class, or a word of an enumeration."""

    name: str
    type: str
    """Its annotation, each name of this library with the module that documents it."""
    value: str
    """What it is by default, or what the word is; empty where nobody needs to know."""
    told: str
    """What the source says of it."""


#: Types that public ones name and that are public only through these.
OTHER_HOMES = MappingProxyType({
    "Words": "smartvillage.diagnostics.Words",
    "Lang": "smartvillage.diagnostics.Lang",
    "Told": "smartvillage._testing.case.Told",
    "CoverageReport": "smartvillage._testing.coverage.CoverageReport",
    "MutationReport": "smartvillage._testing.mutation.MutationReport",
    "Goal": "smartvillage._testing.goals.Goal",
    "Tried": "smartvillage._testing.mutation.Tried",
    "Mutant": "smartvillage._testing.mutants.Mutant",
    "Fate": "smartvillage._testing.mutation.Fate",
})  # fmt: skip
#: Public classes of the tools for tests, which are no part of the vocabulary.
TESTING = tuple(name for name in testing.__all__ if inspect.isclass(getattr(testing, name)))


@functools.cache
def tree(module: str) -> ast.Module:
    """Return a module's syntax."""
    return ast.parse(inspect.getsource(importlib.import_module(module)))


@functools.cache
def homes() -> Mapping[str, str]:
    """Return where each class and alias of the vocabulary is documented, by the name and by the module and name."""
    found: dict[str, str] = {}
    public = {id(getattr(smartvillage, name)): name for name in smartvillage.__all__}
    found |= {name: f"smartvillage.{name}" for name in smartvillage.__all__}
    found |= {name: f"smartvillage.testing.{name}" for name in TESTING if name not in found}
    found |= OTHER_HOMES
    for module in modules():
        held = importlib.import_module(module)
        for name in (*classes(module), *aliases(module)):
            short = public.get(id(getattr(held, name)))
            full = f"smartvillage.{short}" if short else f"{module}.{name}"
            found[f"{module}.{name}"] = full
            found.setdefault(name, full)
    return found


def modules() -> Iterator[str]:
    """Yield the modules of the vocabulary."""
    yield from (f"smartvillage.model.{one.name}" for one in pkgutil.iter_modules(smartvillage.model.__path__))


@functools.cache
def classes(module: str) -> tuple[str, ...]:
    """Return the types that a module of the vocabulary brings, in its order."""
    held = vars(importlib.import_module(module))
    return tuple(
        node.name
        for node in tree(module).body
        if isinstance(node, ast.ClassDef)
        and not node.name.startswith("_")
        and issubclass(held[node.name], (BaseModel, Enum))
    )


@functools.cache
def aliases(module: str) -> tuple[str, ...]:
    """Return the names that a module gives to types: ``Id``, ``Condition``."""
    return tuple(name for name, value in _assigned(module) if _is_type(value) and not name.startswith("_"))


def _assigned(module: str) -> Iterator[tuple[str, ast.expr]]:
    for node in tree(module).body:
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        value = getattr(node, "value", None)
        if isinstance(target, ast.Name) and isinstance(value, ast.expr) and target.id[0].isupper():
            yield target.id, value


def _is_type(value: ast.expr) -> bool:
    """Tell an alias of a type from a table or a constant."""
    if isinstance(value, ast.Subscript):
        return ast.unparse(value.value) in {"Annotated", "Literal", "tuple"}
    named = ast.unparse(value.func) if isinstance(value, ast.Call) else ""
    return named == "TypeAliasType" or (isinstance(value, ast.BinOp) and isinstance(value.op, ast.BitOr))


def said_above(module: str, name: str) -> str:
    """Return the comment of ``#:`` lines above a name."""
    lines = inspect.getsource(importlib.import_module(module)).splitlines()
    place = next(at for at, line in enumerate(lines) if line.startswith((f"{name} =", f"{name}:")))
    told: list[str] = []
    while lines[place - 1].startswith("#:"):
        place -= 1
        told.insert(0, lines[place].removeprefix("#:").strip())
    return " ".join(told)


def attributes(kind: type) -> Iterator[Attribute]:
    """Yield the fields that a class brings itself, or the words of an enumeration, in their order."""
    body = next(
        one for one in ast.walk(tree(kind.__module__)) if isinstance(one, ast.ClassDef) and one.name == kind.__name__
    ).body
    for place, node in enumerate(body):
        name = _name_of(node)
        if name is None or name.startswith("_") or name == "model_config" or f"{kind.__name__}.{name}" in HIDDEN:
            continue
        annotation = getattr(node, "annotation", None)
        yield Attribute(
            name, "" if annotation is None else _type(annotation, kind.__module__), _value(node), _told(body, place)
        )


def _name_of(node: ast.stmt) -> str | None:
    target = (
        node.target if isinstance(node, ast.AnnAssign) else node.targets[0] if isinstance(node, ast.Assign) else None
    )
    return target.id if isinstance(target, ast.Name) else None


def _told(body: list[ast.stmt], place: int) -> str:
    after = body[place + 1] if place + 1 < len(body) else None
    text = after.value if isinstance(after, ast.Expr) else None
    return inspect.cleandoc(text.value) if isinstance(text, ast.Constant) and isinstance(text.value, str) else ""


def _value(node: ast.stmt) -> str:
    """Return what stands after the equals sign, where it is a plain word or number."""
    value = getattr(node, "value", None)
    if isinstance(value, ast.Call) and ast.unparse(value.func) == "Field" and value.args:
        value = value.args[0]
    if not isinstance(value, (ast.Constant, ast.Attribute)) or getattr(value, "value", "") is None:
        return ""
    return ast.unparse(value)


class _Names(ast.NodeTransformer):
    """Writes each name of this library as it is documented, and an annotated type without its readers."""

    def __init__(self, module: str) -> None:
        self.module = module

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        """Take the type out of ``Annotated``."""
        name = ast.unparse(node.value)
        if name == "Annotated" and isinstance(node.slice, ast.Tuple):
            return self.visit(node.slice.elts[0])  # type: ignore[no-any-return] # an expression
        if name == "AsTuple":
            return ast.Subscript(ast.Name("tuple"), ast.Tuple([self.visit(node.slice), ast.Constant(...)]))
        self.generic_visit(node)
        return node

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """Name a class of this library in full."""
        held = getattr(importlib.import_module(self.module), node.id, None)
        own = f"{getattr(held, '__module__', '')}.{getattr(held, '__name__', '')}"
        known = homes()
        if node.id in KNOWN_AS:
            return ast.Name(KNOWN_AS[node.id])
        return ast.Name(known.get(own) or known.get(f"{self.module}.{node.id}") or known.get(node.id, node.id))

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        """Leave words as they are."""
        return node


def _type(annotation: ast.expr, module: str) -> str:
    return ast.unparse(_Names(module).visit(ast.parse(ast.unparse(annotation), mode="eval").body))


def members_of(alias: str) -> list[str]:
    """Return the classes that an alias stands for, as they are documented."""
    module, _, name = alias.rpartition(".")
    value = next(value for known, value in _assigned(module) if known == name)
    names = (node.id for node in ast.walk(value) if isinstance(node, ast.Name))
    return list(dict.fromkeys(homes()[one] for one in names if one in homes()))
