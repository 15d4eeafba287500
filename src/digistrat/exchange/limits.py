"""How much a workbook or a CSV file may be: every limit of import, in one place."""

from __future__ import annotations

FILE_BYTES = 20_000_000
UNPACKED_BYTES = 100_000_000  # all parts of a workbook together
RATIO = 200  # times that a part may be larger than it is packed
RATIO_FROM = 1_000_000  # bytes: smaller parts may be packed as tightly as they like
MEMBERS = 2_000  # parts of a workbook
ROWS = 20_000
COLUMNS = 200
CELLS = 1_000_000  # of all sheets, each row counted up to the last cell that holds anything
MERGED = 100_000  # rows of merged areas, on one sheet
ELEMENTS = 3_000_000  # of all parts of a workbook
SHEETS = 50
FORMATS = 65_490  # of cells. Source: Excel specifications and limits
STRINGS = 500_000  # texts of cells
LISTED = 2 * MEMBERS  # parts that a workbook names, and what it names of its own
TEXT = 32_767  # characters a cell can hold. Source: Excel specifications and limits
