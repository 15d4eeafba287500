"""Read one file that somebody names on the command line, wherever it lies."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from digistrat.errors import DigistratError, reason_of

if TYPE_CHECKING:
    from pathlib import Path


def read_given(path: Path, most: int) -> bytes:
    """Read a regular file of at most so many bytes; raises DigistratError, before it opens anything else."""
    try:
        return _read(path, most)
    except OSError as error:
        said = f"cannot read {str(path)!r}: {reason_of(error)}"
        raise DigistratError(said, "name a workbook (.xlsx) or a CSV file") from error


def _read(path: Path, most: int) -> bytes:
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise DigistratError(f"{str(path)!r} is a folder", "name a workbook (.xlsx) or a CSV file")
    if not stat.S_ISREG(status.st_mode):
        raise DigistratError(f"{str(path)!r} is no regular file", "save it as a file, and name that")
    if status.st_size > most:
        size = f"{status.st_size / 1e6:,.1f} MB; at most {most // 1_000_000} MB are read"
        raise DigistratError(f"{str(path)!r} has {size}", "keep only the sheet that is needed, and save it anew")
    return path.read_bytes()
