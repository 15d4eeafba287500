"""What a sheet or a CSV file holds, whichever of the two it was: cells by row and column, as values and as shown."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from digistrat.exchange import limits
from digistrat.wording import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Mapping


Value = str | Decimal


class Cell(NamedTuple):
    """One cell. `problem` says why its value cannot be taken; `is_formula` also where nobody worked it out."""

    value: str | Decimal | None = None
    decimals: int | None = None  # shown behind the point; None where all that the number has are shown
    problem: str = ""
    is_formula: bool = False

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was written."""
        return not self.problem and (self.value is None or (isinstance(self.value, str) and not self.value.strip()))

    @property
    def text(self) -> str:
        """Give the value as a text, without space around it; a number in digits."""
        if isinstance(self.value, Decimal):
            return digits(self.value)
        return (self.value or "").strip()


NOTHING = Cell()


class Grid(NamedTuple):
    """One sheet: its rows by number from 1, those without any value left out; the name of a CSV file's is empty."""

    sheet: str
    rows: Mapping[int, tuple[Cell, ...]]
    hidden: frozenset[int] = frozenset()
    is_hidden: bool = False  # the whole sheet

    def cell(self, row: int, column: int) -> Cell:
        """Give a cell, columns from 0; an empty one beyond what is written."""
        cells = self.rows.get(row, ())
        return cells[column] if column < len(cells) else NOTHING


class Book(NamedTuple):
    """A file's sheets in order, and what had to be guessed in reading it."""

    grids: tuple[Grid, ...]
    guessed: str = ""


def letter(column: int) -> str:
    """Name a column as a spreadsheet does, from 0: A, B … Z, AA."""
    name, rest = "", column + 1
    while rest:
        rest, place = divmod(rest - 1, 26)
        name = chr(ord("A") + place) + name
    return name


def digits(number: Decimal) -> str:
    """Write a number in plain digits, without zeros that say nothing."""
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def text_of(value: Value) -> str:
    """Give a value as text."""
    return digits(value) if isinstance(value, Decimal) else value


def as_cell(text: str) -> str:
    """Give a text as a cell can hold it: without what acts on a terminal, and no longer than a cell may be."""
    return clean(text)[: limits.TEXT]


def in_quotes(text: str) -> str:
    """Quote what stands in somebody's file for a message of one line."""
    line = clean_line(text)
    return repr(line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…").replace("\\\\u", "\\u")


_SHOWN = 60  # characters
