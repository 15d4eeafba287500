"""One writer at a time: two commands that write to the same place wait for each other."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path


@contextmanager
def locked(folder: Path) -> Generator[None, None, None]:
    """Hold a folder's lock, which the system takes back whatever happens; where there is none, go on without."""
    try:
        import fcntl  # noqa: PLC0415  (only where there is one)
    except ImportError:  # pragma: no cover  (Windows)
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
