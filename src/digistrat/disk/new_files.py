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
        is_new = not is_there(folder / name)
        if is_new and _leads_away(folder, name):
            raise cannot_write(folder / name, OSError("a link there leads somewhere else"))
        if is_new:
            write_file(folder / name, content)
        yield name, is_new


def is_there(path: Path) -> bool:
    """Tell whether anything has this name, even a link that leads nowhere."""
    return os.path.lexists(path)


def _leads_away(folder: Path, name: str) -> bool:
    """Tell whether a link on the way to a file leads out of where it seems to be."""
    try:
        return (folder / name).resolve() != folder.resolve() / name
    except RuntimeError:  # a link that leads to itself
        return True


def write_ours(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """Write files that belong to digistrat, such as schemas, over older ones of ours, and name those that changed.

    Raises DigistratError where one cannot be written, or a link would lead the writing elsewhere.
    """
    changed = []
    for name, content in files.items():
        path = folder / name
        if _leads_away(folder, name):
            raise cannot_write(path, OSError("a link there leads somewhere else"))
        if is_there(path) and not path.is_file():
            raise cannot_write(path, OSError("something that is no file has this name"))
        if not path.is_file() or path.read_bytes() != content:
            write_file(path, content)
            changed.append(name)
    return changed
