"""Write one file whole or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from digistrat.errors import DigistratError, reason_of

if TYPE_CHECKING:
    from pathlib import Path


def write_file(path: Path, content: bytes) -> None:
    """Replace a file in one step; raises DigistratError where it cannot be written."""
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)  # a device or a pipe, such as /dev/null: nothing to replace
        else:
            _replace(path, content)
    except OSError as error:
        raise cannot_write(path, error) from error


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    staged = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        write_through(staged, content)
        staged.replace(path)
    finally:
        staged.unlink(missing_ok=True)


def write_through(path: Path, content: bytes) -> None:
    """Write a file and make sure that it is on the disk; raises OSError."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def cannot_write(path: Path, error: OSError) -> DigistratError:
    """Say why an output could not be written."""
    hint = "choose another place with -o, or make room there"
    return DigistratError(f"cannot write {str(path)!r}: {reason_of(error)}", hint)
