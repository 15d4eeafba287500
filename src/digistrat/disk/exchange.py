"""Exchange two folders: in one step where the system has one, else by two renames."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_AT_WORKING_DIRECTORY = -100
_EXCHANGE = 2  # RENAME_EXCHANGE. Source: renameat2(2)
_NOT_HERE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}


def exchange(staged: Path, output: Path, old: Path) -> None:
    """Put the staged folder in the output's place; what was there ends in `staged` or in `old`."""
    if not output.exists():
        staged.rename(output)
    elif not _at_once(staged, output):
        output.rename(old)
        staged.rename(output)


def _at_once(staged: Path, output: Path) -> bool:
    """Swap two names in one step; False where this system or file system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    here = _AT_WORKING_DIRECTORY
    if rename(here, os.fsencode(staged), here, os.fsencode(output), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NOT_HERE:
        return False
    raise OSError(number, os.strerror(number), str(output))
