"""Read a workbook's sheets into grids: values, not formulas, and what must not be taken as it stands."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections import defaultdict
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from defusedxml.ElementTree import iterparse

from digistrat.errors import DigistratError
from digistrat.exchange import limits
from digistrat.exchange.archive import BROKEN, check
from digistrat.exchange.grid import NOTHING, Book, Cell, Grid

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        self.filled: dict[int, int] = defaultdict(int)  # by row, a bit for each column: what holds anything
        self.merged: dict[int, int] = defaultdict(int)  # likewise: what is one of several cells that count as one
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
        self.filled[row] |= 1 << column

    def merge(self, reference: str) -> None:
        """Note a merged area, row by row; raises DigistratError where there are too many, ValueError for none.

        The first cell of a single row keeps its own value: titles are written so.
        """
        first, _, last = reference.partition(":")
        (top, left), (bottom, right) = _corner(first), _corner(last or first)
        if bottom < top or right < left:
            raise ValueError("a merged area that ends before it begins")
        rows = range(top, min(bottom, limits.ROWS) + 1)
        self._merged_rows += max(1, len(rows))
        if self._merged_rows > limits.MERGED:
            raise self.too_large(f"at most {limits.MERGED:,} rows of merged cells are read")
        start = left if bottom > top else left + 1
        columns = (1 << min(right + 1, limits.COLUMNS)) - 1 >> start << start
        for row in rows:
            self.merged[row] |= columns

    def too_large(self, most: str) -> DigistratError:
        return DigistratError(f"the sheet {self.title!r} is too large; {most}", "keep what is needed, and save it anew")

    def is_merged(self, row: int, column: int) -> bool:
        """Tell whether a cell is one of several that count as one."""
        return bool(self.merged.get(row, 0) >> column & 1)

    def columns_of(self, row: int) -> int:
        """Give the columns of a row of which anything is to be said, a bit for each."""
        return self.filled.get(row, 0) | self.merged.get(row, 0) & (1 << self.columns) - 1

    def cells(self) -> int:
        """Count the cells that the sheet makes, each row up to the last of which anything is to be said."""
        rows = {*self.filled, *(row for row in self.merged if row <= self.rows)}
        return sum(self.columns_of(row).bit_length() for row in rows)


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
            return Book(tuple(_grids(archive, sheets)))
    finally:
        book.close()


def _grids(archive: zipfile.ZipFile, sheets: list[Any]) -> Iterator[Grid]:
    cells = 0
    parts = [sheet._worksheet_path for sheet in sheets]  # noqa: SLF001  (the part that openpyxl will read, no other)
    if len(set(parts)) < len(parts) or not all(part.lower().endswith(".xml") for part in parts):
        raise ValueError("two sheets in one part, or one in a part that nobody has looked at")
    for sheet, part in zip(sheets, parts, strict=True):
        with archive.open(part) as stream:
            marks = _marks(stream, sheet.title)
        cells += marks.cells()
        if cells > limits.CELLS:
            raise marks.too_large(f"at most {limits.CELLS:,} cells of a workbook are read")
        yield _grid(sheet, marks)


def _grid(sheet: Any, marks: _Marks) -> Grid:
    """Read the cells that are there: a sheet may name cells far apart, and nothing between them."""
    sheet.reset_dimensions()  # a stated size may be wrong, and rows beyond it would be lost
    rows: dict[int, tuple[Cell, ...]] = {}
    if marks.rows:
        for number, cells in enumerate(sheet.iter_rows(max_row=marks.rows, max_col=marks.columns), 1):
            columns = marks.columns_of(number)
            found = tuple(
                _cell(cells[column], number, column, marks) if columns >> column & 1 else NOTHING
                for column in range(columns.bit_length())
            )
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


def _corner(place: str) -> tuple[int, int]:
    """Give the row from 1 and the column from 0; raises ValueError where it is no cell."""
    found = _PLACE.fullmatch(place)
    if not found:
        raise ValueError(f"{place!r} is no cell")
    return int(found[2]), _column(found[1])


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
