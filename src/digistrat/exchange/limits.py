"""How much a workbook or a CSV file may be: every limit of import, in one place."""

from __future__ import annotations

FILE_BYTES = 20_000_000
UNPACKED_BYTES = 100_000_000  # all parts of a workbook together
RATIO = 200  # times that a part may be larger than it is packed
RATIO_FROM = 1_000_000  # bytes: smaller parts may be packed as tightly as they like
MEMBERS = 2_000  # parts of a workbook
ROWS = 20_000
COLUMNS = 200
MERGED = 100_000  # rows of merged areas
TEXT = 32_767  # characters a cell can hold. Source: Excel specifications and limits
