"""Write an edited file back over the one it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.disk.output import cannot_write, write_file
from digistrat.errors import DigistratError

if TYPE_CHECKING:
    from pathlib import Path


_MARK = "\ufeff".encode()  # a byte order mark, which some editors put first


def rewrite(path: Path, before: str, after: str) -> None:
    """Replace a file's text, keeping who may read and write it, a byte order mark, and a link that leads to it.

    Raises DigistratError where it cannot be written, or where somebody has changed it since it was read.
    """
    try:
        _rewrite(path.resolve(), before.encode(), after.encode())
    except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself
        raise cannot_write(path, OSError(str(error))) from error


def _rewrite(target: Path, before: bytes, after: bytes) -> None:
    mode, content = target.stat().st_mode, target.read_bytes()
    mark = _MARK if content.startswith(_MARK) else b""
    if content != mark + before:
        raise DigistratError(f"{target.name} has just been changed by somebody else", "run the command once more")
    write_file(target, mark + after)
    target.chmod(mode)
