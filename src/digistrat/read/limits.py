"""How much one strategy may be: every limit that FORMAT promises, in one place."""

from __future__ import annotations

FILE_BYTES = 5_000_000
VALUES = 200_000  # scalars, lists and maps in one file
ALL_BYTES = 100_000_000  # all files of a strategy together
ALL_VALUES = 1_000_000
DEPTH = 32  # lists and maps inside each other
FILES = 20_000
TEXT_BYTES = 100_000  # one text field
