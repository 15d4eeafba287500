"""What each key means, with an example: read from the texts below the fields in the models' own source.

They stand there as plain strings, which cost nothing when a strategy is read; only who asks for a description pays.
"""

from __future__ import annotations

import ast
import inspect
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from digistrat.model.part import Part, written_keys

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType


class Meaning(NamedTuple):
    """What a key is for, in one sentence, and what one could write behind it; either may be empty."""

    says: str = ""
    example: str = ""


UNSAID = Meaning()


@cache
def meanings(part: type[Part]) -> Mapping[str, Meaning]:
    """Give the meaning of every key of a part, in the order of its fields."""
    said: dict[str, Meaning] = {}
    for ancestor in reversed(part.__mro__):
        if issubclass(ancestor, Part):
            said |= _in_module(inspect.getmodule(ancestor)).get(ancestor.__name__, {})
    return {key: said.get(name, UNSAID) for key, name in written_keys(part).items()}


@cache
def _in_module(module: ModuleType | None) -> Mapping[str, Mapping[str, Meaning]]:
    """Read the texts below the fields of every class in a module."""
    tree = ast.parse(inspect.getsource(module)) if module else ast.Module([], [])
    return {node.name: _in_class(node) for node in tree.body if isinstance(node, ast.ClassDef)}


def _in_class(node: ast.ClassDef) -> dict[str, Meaning]:
    found = {}
    for field, below in zip(node.body, node.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
            text = below.value.value if isinstance(below.value, ast.Constant) else None
            if isinstance(text, str):
                says, _, example = inspect.cleandoc(text).partition("Example:")
                found[field.target.id] = Meaning(" ".join(says.split()), example.strip())
    return found
