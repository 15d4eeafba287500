"""Write one file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from digistrat.errors import DigistratError


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
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as staged:
        staged.write(content)
        staged.flush()
        os.fsync(staged.fileno())
    Path(staged.name).chmod(0o666 & ~_umask())
    Path(staged.name).replace(path)


def cannot_write(path: Path, error: OSError) -> DigistratError:
    """Say why an output could not be written."""
    reason = (error.strerror or str(error)).lower()
    return DigistratError(f"cannot write {str(path)!r}: {reason}", "choose another place with -o, or make room there")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
