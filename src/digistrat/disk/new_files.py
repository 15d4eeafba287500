"""Write files that are not there yet, and leave alone those that are."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from digistrat.disk.output import cannot_write, write_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


def write_new(folder: Path, files: Mapping[str, bytes]) -> Iterator[tuple[str, bool]]:
    """Give each path and whether it was written; raises DigistratError where it cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error
    for name, content in files.items():
        is_there = os.path.lexists(folder / name)
        if not is_there:
            write_file(folder / name, content)
        yield name, not is_there
