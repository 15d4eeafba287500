"""Read a CSV file into a grid, and say what its encoding and its separator were taken to be."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from digistrat.errors import DigistratError
from digistrat.exchange import limits
from digistrat.exchange.grid import Book, Cell, Grid

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENCODINGS = (("utf-8", "UTF-8"), ("cp1252", "Windows-1252"))
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig", "UTF-8"), (b"\xff\xfe", "utf-16", "UTF-16"), (b"\xfe\xff", "utf-16", "UTF-16"))
_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs"}
_LOOKED_AT = 20  # rows
_NO_TEXT = "save the rows as CSV (UTF-8), or as an Excel workbook (.xlsx)"


def read_comma(content: bytes) -> Book:
    """Read a CSV file; raises DigistratError where it is none, or too large."""
    text, encoding = _decoded(content)
    separator = _separator(text)
    rows: dict[int, tuple[Cell, ...]] = {}
    for number, values in enumerate(_rows(text, separator), 1):
        if any(value.strip() for value in values):
            _check(number, len(values))
            rows[number] = tuple(Cell(value or None) for value in values)
    return Book((Grid("", rows),), f"read as {encoding} with {_SEPARATORS[separator]} between the columns")


def _decoded(content: bytes) -> tuple[str, str]:
    for mark, codec, name in _MARKS:
        encodings = [(codec, name)] if content.startswith(mark) else []
        if encodings:
            break
    for codec, name in encodings or _ENCODINGS:
        try:
            text = content.decode(codec)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, name
    raise DigistratError("this is neither a workbook nor a CSV file", _NO_TEXT)


def _separator(text: str) -> str:
    """Take the separator that parts the first rows into the most columns; a comma where none parts any."""
    found = {one: sum(len(row) - 1 for row in _first(text, one)) for one in _SEPARATORS}
    return max(found, key=lambda one: found[one])


def _first(text: str, separator: str) -> list[list[str]]:
    return [row for row, _ in zip(_rows(text, separator), range(_LOOKED_AT), strict=False)]


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    """Give the rows; a cell with a line break in it counts as one row, as it does in a spreadsheet."""
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error as error:
        raise DigistratError(f"this CSV file cannot be read: {error}", _NO_TEXT) from error


def _check(row: int, columns: int) -> None:
    if row > limits.ROWS or columns > limits.COLUMNS:
        most = f"at most {limits.ROWS:,} rows and {limits.COLUMNS} columns are read"
        raise DigistratError(f"this CSV file is too large; {most}", "keep what is needed, and save it anew")
