"""Write one file whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from digistrat.errors import DigistratError, reason_of


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
    staged = path.with_name(f".{path.name[:100]}.{os.urandom(8).hex()}")  # no name that somebody could put a link at
    try:
        write_through(staged, content)
        staged.replace(path)
    finally:
        staged.unlink(missing_ok=True)


def append_file(path: Path, content: bytes) -> None:
    """Write at the end of a file that is there for that; raises DigistratError where it cannot be written."""
    try:
        with path.open("ab") as file:
            file.write(content)
    except OSError as error:
        raise cannot_write(path, error) from error


def refuse_detour(output: Path) -> None:
    """Refuse a relative path that a link leads out of where it seems to go; raises DigistratError."""
    if output.is_absolute():
        return
    try:
        here = Path.cwd().resolve()
        plain = Path(os.path.normpath(here / output))
        is_detour = plain.is_relative_to(here) and (here / output).resolve() != plain
    except (OSError, RuntimeError):  # a link that leads to itself
        is_detour = True
    if is_detour:
        raise DigistratError(f"{str(output)!r} leads through a link", "name the place itself with -o")


def write_through(path: Path, content: bytes) -> None:
    """Write a new file and make sure that it is on the disk; raises OSError, also where the name is taken."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def cannot_write(path: Path, error: OSError) -> DigistratError:
    """Say why an output could not be written."""
    hint = "choose another place with -o, or make room there"
    return DigistratError(f"cannot write {str(path)!r}: {reason_of(error)}", hint)
