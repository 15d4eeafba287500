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


def is_own(folder: Path, name: str) -> bool:
    """Tell whether a file stands where it seems to, with no link on the way to it."""
    try:
        return (folder / name).resolve() == folder.resolve() / name
    except (OSError, RuntimeError):  # a link that leads to itself
        return False


def rewrite_own(folder: Path, name: str, before: str, after: str) -> None:
    """Replace the text of a file of the folder as `rewrite` does, but through no link and not where it is read-only.

    Raises what `rewrite` raises.
    """
    path = folder / name
    if not is_own(folder, name):
        raise DigistratError(f"a link leads to {name}", "change the file that it leads to")
    try:
        is_kept = not path.stat().st_mode & 0o222
    except OSError as error:
        raise cannot_write(path, error) from error
    if is_kept:
        raise DigistratError(f"{name} is read-only", "make it writable, or leave it to whoever keeps it")
    rewrite(path, before, after)


def _rewrite(target: Path, before: bytes, after: bytes) -> None:
    mode, content = target.stat().st_mode, target.read_bytes()
    mark = _MARK if content.startswith(_MARK) else b""
    if content != mark + before:
        raise DigistratError(f"{target.name} has just been changed by somebody else", "run the command once more")
    write_file(target, mark + after)
    target.chmod(mode)
