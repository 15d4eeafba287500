"""Works out the few shapes of formula that the matrix has, as a spreadsheet would."""

from __future__ import annotations

import ast
import math
import operator
import re
from itertools import starmap
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_TOKEN = re.compile(
    r'(?P<text>"[^"]*")|(?P<area>(?:\w+!)?\$?[A-Z]+\$?\d+:\$?[A-Z]+\$?\d+)|(?P<cell>\$?[A-Z]{1,2}\$?\d+\b)|(?P<other>[^"$A-Z]+|[A-Z]+)'
)
_OPERATORS: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.BitAnd: lambda one, other: f"{one}{other}",
}


class Sheets:
    """A workbook whose formulas are worked out when they are asked for."""

    def __init__(self, book: Any) -> None:
        self.book = book

    def value(self, sheet: str, cell: str) -> Any:
        """Give a cell's value; empty text where a formula gives that, None where nothing stands."""
        found = self.book[sheet][cell.replace("$", "")].value
        if isinstance(found, str) and found.startswith("="):
            return self.result(sheet, ast.parse(_as_python(found[1:]), mode="eval").body)
        return found

    def result(self, sheet: str, node: Any) -> Any:
        """Work out a formula, or a part of one."""
        match node:
            case ast.Constant():
                return node.value
            case ast.BinOp():
                sides = [self.result(sheet, side) for side in (node.left, node.right)]
                return _each(_OPERATORS[type(node.op)], *sides)
            case ast.Compare():
                sides = [self.result(sheet, side) for side in (node.left, node.comparators[0])]
                return _each(_more if isinstance(node.ops[0], ast.Gt) else _same, *sides)
        return self._called(sheet, node.func.id, node.args)

    def _called(self, sheet: str, name: str, asked: list[Any]) -> Any:
        if name in {"CELL", "AREA"}:
            return (self.value if name == "CELL" else self._area)(sheet, asked[0].value)
        if name == "IF":  # what is not asked for may not be possible
            return self.result(sheet, asked[1 if self.result(sheet, asked[0]) else 2])
        try:
            values = [self.result(sheet, one) for one in asked[: 1 if name == "IFERROR" else None]]
        except ZeroDivisionError:
            return self.result(sheet, asked[1])
        return _FUNCTIONS[name](*values)

    def _area(self, sheet: str, name: str) -> list[Any]:
        other, _, place = name.rpartition("!")
        rows = self.book[other or sheet][place.replace("$", "")]
        return [self.value(other or sheet, cell.coordinate) for row in rows for cell in row]


def _as_python(formula: str) -> str:
    parts = []
    for found in _TOKEN.finditer(formula):
        match found.lastgroup:
            case "area":
                parts.append(f"AREA('{found[0]}')")
            case "cell":
                parts.append(f"CELL('{found[0]}')")
            case "text":
                parts.append(found[0])
            case _:
                parts.append(re.sub(r"(?<![<>])=", "==", found[0]))
    return "".join(parts)


def _count(*values: Any) -> int:
    return sum(isinstance(value, int | float) for value in values)


def _more(one: Any, other: Any) -> bool:
    return isinstance(one, str) or bool((one or 0) > other)  # a text comes after every number


def _same(one: Any, other: Any) -> bool:
    one, other = (side.casefold() if isinstance(side, str) else side or "" for side in (one, other))
    return bool(one == other)


def _each(act: Callable[[Any, Any], Any], one: Any, other: Any) -> Any:
    """Act on two values, or on each of an area."""
    if not isinstance(one, list) and not isinstance(other, list):
        return act(one, other)
    size = len(one if isinstance(one, list) else other)
    sides = (side if isinstance(side, list) else [side] * size for side in (one, other))
    return list(starmap(act, zip(*sides, strict=True)))


def _multiplied(*areas: Any) -> Any:
    return sum(math.prod(row) for row in zip(*areas, strict=True) if _count(*row) == len(row))


_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "COUNT": _count,
    "SUMPRODUCT": _multiplied,
    "ISNUMBER": lambda area: [bool(_count(value)) for value in area],
    "SUM": lambda *values: sum(values),
    "ROUND": round,
    "OR": lambda *values: any(values),
    "AND": lambda *values: all(values),
    "IFERROR": lambda value: value,
}
