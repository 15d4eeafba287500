"""Write a folder whole or not at all: into a staged folder beside it, then exchanged in one step.

A marker lists what we wrote, with hashes. A folder without our marker is never replaced; a file in ours that somebody
added is carried over, unless it is a page or a script; one that somebody changed stops the swap by name.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from digistrat.disk.exchange import exchange
from digistrat.disk.folder import MANIFEST, MARKER
from digistrat.disk.lock import locked
from digistrat.disk.output import cannot_write, refuse_detour, write_through
from digistrat.errors import DigistratError

if TYPE_CHECKING:
    from collections.abc import Mapping

_RUNS = frozenset(
    {".html", ".htm", ".xhtml", ".svg", ".js", ".mjs", ".css"}
)  # nothing of others is published with ours
_AWAY = "move it away, or choose another folder with -o"


def publish(output: Path, files: Mapping[str, bytes]) -> bool:
    """Replace a folder that we wrote, or make a new one; raises DigistratError and leaves the old one as it was.

    False where the folder cannot be moved (something is mounted there): then it was written file by file.
    """
    try:
        place = _place(output)
        place.parent.mkdir(parents=True, exist_ok=True)
        with locked(place.parent):
            return _swap(place, files)
    except OSError as error:
        raise cannot_write(output, error) from error


def _place(output: Path) -> Path:
    """Give the absolute path; a link on the way out of the working directory is refused."""
    refuse_detour(output)
    place = Path(os.path.abspath(output))  # noqa: PTH100  (resolve() would follow a link that is the output)
    if not place.name:
        raise DigistratError(f"{str(output)!r} is no folder to write to", "choose a folder with -o, such as build/site")
    return place


def _swap(output: Path, files: Mapping[str, bytes]) -> bool:
    """Stage everything, carry over what others added, and exchange the two folders."""
    _check_paths(files)
    staged, old = (output.with_name(f".{output.name}.digistrat-{what}") for what in ("new", "old"))
    _recover(output, staged, old)
    _check_place(output)
    carried = _foreign(output, files) if output.exists() else []
    try:
        _stage(staged, files)
        for path in carried:
            _carry(output / path, staged / path)
        was_whole = exchange(staged, output, old)
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)
    return was_whole


def _check_paths(files: Mapping[str, bytes]) -> None:
    """Refuse a path that would lead out of the output folder: whoever names pages, this is the last lock."""
    for path in files:
        steps = PurePosixPath(path)
        if steps.is_absolute() or ".." in steps.parts or "\\" in path:
            raise DigistratError(f"{path!r} leads out of the output folder", "this is a bug of ours: please report it")


def _check_place(output: Path) -> None:
    """Refuse to replace what is no output of ours."""
    if output.is_symlink():
        raise DigistratError(f"{str(output)!r} is a link", "name the folder itself with -o")
    if (output / MANIFEST).exists():
        raise DigistratError(f"{str(output)!r} holds a strategy", "choose another folder with -o, such as build/site")
    if not output.exists():
        return
    if not output.is_dir():
        raise DigistratError(f"{str(output)!r} is a file", "choose a folder with -o")
    if any(output.iterdir()) and not (output / MARKER).is_file():
        message = f"{str(output)!r} holds files that digistrat did not write"
        raise DigistratError(message, "choose an empty folder with -o, or one that digistrat wrote before")


def _recover(output: Path, staged: Path, old: Path) -> None:
    """Put right what a power cut may have left; a folder of this name that is not ours stops everything."""
    for left in (staged, old):
        if os.path.lexists(left) and not (left / MARKER).is_file() and not _is_empty(left):
            raise DigistratError(f"{str(left)!r} is in the way", _AWAY)
    if old.exists() and not output.exists():
        old.rename(output)
    shutil.rmtree(staged, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not folder.is_symlink() and not any(folder.iterdir())


def _foreign(output: Path, files: Mapping[str, bytes]) -> list[str]:
    """Give what is in our folder and not ours; raises DigistratError where it cannot be carried over."""
    written = _marked(output)
    ours = {*written, *files}
    folders = {parent.as_posix() for name in ours for parent in Path(name).parents}
    foreign = []
    for path in sorted(output.rglob("*")):
        name = path.relative_to(output).as_posix()
        kind = path.lstat().st_mode
        if name == MARKER or (stat.S_ISDIR(kind) and name in folders):
            continue
        if name in written and stat.S_ISREG(kind) and _hash(path.read_bytes()) == written[name]:
            continue
        if name in ours:
            raise DigistratError(f"{str(path)!r} was changed by hand since digistrat wrote it", _AWAY)
        if name in folders or path.suffix.lower() in _RUNS or not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):
            raise DigistratError(f"{str(path)!r} is in the way: digistrat did not write it", _AWAY)
        foreign.append(name)
    return foreign


def _carry(path: Path, target: Path) -> None:
    if path.is_dir():
        target.mkdir(parents=True, exist_ok=True)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target, follow_symlinks=False)


def _marked(output: Path) -> dict[str, str]:
    """Read the marker: what we wrote here, with hashes."""
    try:
        marker = json.loads((output / MARKER).read_bytes())
        return {str(path): str(digest) for path, digest in marker["files"].items()}
    except FileNotFoundError:
        return {}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        message = f"{str(output / MARKER)!r} is not as digistrat wrote it"
        raise DigistratError(message, "delete the folder, or choose another one with -o") from None


def _stage(staged: Path, files: Mapping[str, bytes]) -> None:
    """Write everything beside the place it goes to, the marker first, and make sure that it is on the disk."""
    staged.mkdir()
    marker = {"version": 1, "files": {path: _hash(content) for path, content in sorted(files.items())}}
    text = json.dumps(marker, indent=1) + "\n"
    for path, content in {MARKER: text.encode(), **files}.items():
        target = staged / path
        target.parent.mkdir(parents=True, exist_ok=True)
        write_through(target, content)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
