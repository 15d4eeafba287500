"""Exchange two folders: in one step where the system has one, else by two renames, else file by file."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_AT_WORKING_DIRECTORY = -100
_EXCHANGE = 2  # RENAME_EXCHANGE. Source: renameat2(2)
_NOT_HERE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}
_CANNOT_MOVE = {errno.EBUSY, errno.EXDEV}  # the folder is a place where something is mounted


def exchange(staged: Path, output: Path, old: Path) -> bool:
    """Put the staged folder in the output's place; what was there ends in `staged` or in `old`.

    False where the folder cannot be moved: then its files were replaced one by one, the pages last.
    """
    try:
        if not output.exists():
            staged.rename(output)
        elif not _at_once(staged, output):
            output.rename(old)
            staged.rename(output)
    except OSError as error:
        if error.errno not in _CANNOT_MOVE:
            raise
        _one_by_one(staged, output)
        return False
    return True


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


def _one_by_one(staged: Path, output: Path) -> None:
    """Replace files in place: what pages need first, the pages last, then take away what is no longer written."""
    paths = sorted(
        (path for path in staged.rglob("*") if path.is_file()), key=lambda path: (path.suffix == ".html", path)
    )
    names = [path.relative_to(staged) for path in paths]
    for name in names:
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(staged / name, output / name)
    for path in sorted(output.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(output) not in names:
            path.unlink()
