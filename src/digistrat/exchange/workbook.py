"""Read a workbook's sheets into grids: values, not formulas, and what must not be taken as it stands."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections import defaultdict
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, NamedTuple

from defusedxml.ElementTree import iterparse

from digistrat.errors import DigistratError
from digistrat.exchange import limits
from digistrat.exchange.archive import BROKEN, check
from digistrat.exchange.grid import NOTHING, Book, Cell, Grid

_UNREADABLE = (*BROKEN, TypeError, AttributeError, OverflowError)
_NAMES = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')  # of a number format: what is shown as it stands
_DECIMALS = re.compile(r"\.([0#?]+)")
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_DIGITS = 15  # that a double carries


class _Marks:
    """What openpyxl does not say of a sheet that it reads piece by piece."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.hidden: set[int] = set()
        self.formulas: set[tuple[int, int]] = set()  # row and column, from 1 and 0
        self.unsolved: set[tuple[int, int]] = set()  # formulas without a result
        self.merged: dict[int, list[_Stretch]] = defaultdict(list)  # by row
        self.rows = self.columns = 0  # how many hold anything
        self._merged_rows = 0

    def note(self, cell: Any, row: int, column: int) -> None:
        """Note what a cell holds; raises DigistratError where it stands beyond the limits."""
        parts = {_name(child): child for child in cell}
        if "f" in parts:
            self.formulas.add((row, column))
            if (parts.get("v") is None or not parts["v"].text) and cell.get("t") != "str":
                self.unsolved.add((row, column))
        if not any(child.text or len(child) for child in parts.values()) and "f" not in parts:
            return
        self.rows, self.columns = max(self.rows, row), max(self.columns, column + 1)
        if self.rows > limits.ROWS or self.columns > limits.COLUMNS:
            raise self.too_large(f"at most {limits.ROWS:,} rows and {limits.COLUMNS} columns are read")

    def merge(self, reference: str) -> None:
        """Note a merged area, row by row; raises DigistratError where there are too many."""
        corners = [(int(row), _column(letters)) for letters, row in _PLACE.findall(reference)]
        (top, left), (bottom, right) = corners[0], corners[-1]
        bottom = min(bottom, limits.ROWS)
        self._merged_rows += bottom - top
        if self._merged_rows > limits.MERGED:
            raise self.too_large(f"at most {limits.MERGED:,} rows of merged cells are read")
        for row in range(top, bottom + 1):
            self.merged[row].append(_Stretch(left, right, bottom > top))

    def too_large(self, most: str) -> DigistratError:
        return DigistratError(f"the sheet {self.title!r} is too large; {most}", "keep what is needed, and save it anew")

    def is_merged(self, row: int, column: int) -> bool:
        """Tell whether a cell is one of several that count as one; the first of a row alone keeps its own value."""
        return any(
            one.left <= column <= one.right and (one.is_high or column > one.left) for one in self.merged.get(row, ())
        )


class _Stretch(NamedTuple):
    """The part of a merged area that lies in one row, columns from 0."""

    left: int
    right: int
    is_high: bool  # the area goes over several rows


def read_workbook(content: bytes) -> Book:
    """Read every sheet; raises DigistratError where it is no workbook, not safe, or too large."""
    check(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about looks that are not read
            return _read(content)
    except _UNREADABLE as error:
        raise DigistratError(
            "this workbook is damaged", "open it in a spreadsheet, and save it as an Excel workbook (.xlsx)"
        ) from error


def _read(content: bytes) -> Book:
    from openpyxl import load_workbook  # noqa: PLC0415  (a CSV file needs none of it)

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            sheets = [sheet for sheet in book.worksheets if hasattr(sheet, "reset_dimensions")]
            return Book(tuple(_grid(archive, sheet) for sheet in sheets))
    finally:
        book.close()


def _grid(archive: zipfile.ZipFile, sheet: Any) -> Grid:
    with archive.open(sheet._worksheet_path) as stream:  # noqa: SLF001  (the part that openpyxl will read, no other)
        marks = _marks(stream, sheet.title)
    sheet.reset_dimensions()  # a stated size may be wrong, and rows beyond it would be lost
    rows: dict[int, tuple[Cell, ...]] = {}
    if marks.rows:
        for number, cells in enumerate(sheet.iter_rows(max_row=marks.rows, max_col=marks.columns), 1):
            found = tuple(_cell(cell, number, column, marks) for column, cell in enumerate(cells))
            if any(cell != NOTHING for cell in found):
                rows[number] = found
    return Grid(sheet.title, rows, frozenset(marks.hidden), sheet.sheet_state != "visible")


def _marks(stream: Any, title: str) -> _Marks:
    marks = _Marks(title)
    row = column = 0
    for event, element in iterparse(stream, ("start", "end"), forbid_dtd=True):
        match event, _name(element):
            case "start", "row":
                row, column = int(element.get("r", row + 1)), -1
                if element.get("hidden") in {"1", "true"}:
                    marks.hidden.add(row)
            case "start", "c":
                place = _PLACE.fullmatch(element.get("r", ""))
                column = _column(place[1]) if place else column + 1
            case "end", "c":
                marks.note(element, row, column)
                element.clear()
            case "end", "row":
                element.clear()
            case "end", "mergeCell":
                marks.merge(element.get("ref", ""))
    return marks


def _name(element: Any) -> str:
    name: str = element.tag.rpartition("}")[2]
    return name


def _column(letters: str) -> int:
    number = 0
    for one in letters:
        number = number * 26 + ord(one) - ord("A") + 1
    return number - 1


def _cell(cell: Any, row: int, column: int, marks: _Marks) -> Cell:
    is_formula = (row, column) in marks.formulas
    value = cell.value
    if marks.is_merged(row, column):
        return Cell(_text(value), problem="is merged with others; split them, and fill in each")
    if (row, column) in marks.unsolved:
        problem = "holds a formula that nobody has worked out; open the file in a spreadsheet, and save it"
        return Cell(problem=problem, is_formula=True)
    if cell.data_type == "e":
        return Cell(problem=f"holds the error {value}; mend the formula", is_formula=is_formula)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return Cell(_text(value), is_formula=is_formula)
    number, decimals = _number(value, str(cell.number_format or "General"))
    return Cell(number, decimals, is_formula=is_formula)


def _text(value: Any) -> str | None:
    match value:
        case None:
            return None
        case bool():
            return str(value).lower()
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time():
            return value.isoformat()
        case _:
            return str(value)


def _number(value: float, number_format: str) -> tuple[Decimal, int | None]:
    """Give a number as it is shown: 0.7 in per cent is 70; and how many decimals are shown."""
    exact = Decimal(f"{value:.{_DIGITS}g}")
    if not exact.is_finite():
        raise ValueError("a number that is none")
    shown = _NAMES.sub("", number_format.partition(";")[0])
    if "%" in shown:
        exact *= 100
    decimals = _DECIMALS.search(shown)
    if not any(place in shown for place in "0#?"):
        return exact, None
    return exact, len(decimals[1]) if decimals else 0
