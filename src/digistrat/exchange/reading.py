"""Read a file that somebody sent, whatever it turns out to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.errors import DigistratError
from digistrat.exchange.archive import OLE, ZIP
from digistrat.exchange.comma import read_comma
from digistrat.exchange.workbook import read_workbook

if TYPE_CHECKING:
    from digistrat.exchange.grid import Book

_OTHERS = {
    b"%PDF": "a PDF file",
    b"{\\rtf": "a text document (.rtf)",
    b"<!": "a web page",
    b"<h": "a web page",
    b"<?": "XML",
}


def read_book(content: bytes) -> Book:
    """Read a workbook or a CSV file, told by what it begins with; raises DigistratError with what to do instead."""
    if not content.strip():
        raise DigistratError("this file is empty", "save the workbook once more")
    if content.startswith(OLE):
        raise DigistratError(
            "this is a workbook of the old kind (.xls), or one with a password",
            "open it in a spreadsheet, and save it as an Excel workbook (.xlsx) without a password",
        )
    for start, kind in _OTHERS.items():
        if content.lstrip().startswith(start):
            raise DigistratError(f"this is {kind}, not a workbook", "save the rows as CSV, or as a workbook (.xlsx)")
    return read_workbook(content) if content.startswith(ZIP) else read_comma(content)
