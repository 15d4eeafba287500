"""Write a folder whole or not at all: into a staged folder beside it, then exchanged in one step.

A marker lists what we wrote, with hashes. A folder without our marker is never replaced; a file in ours that somebody
added is carried over, and one that somebody changed stops the swap by name.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from digistrat.disk.exchange import exchange
from digistrat.disk.folder import MANIFEST, MARKER
from digistrat.disk.output import cannot_write
from digistrat.errors import DigistratError

if TYPE_CHECKING:
    from collections.abc import Mapping


def publish(output: Path, files: Mapping[str, bytes]) -> bool:
    """Replace a folder that we wrote, or make a new one; raises DigistratError and leaves the old one as it was.

    False where the folder cannot be moved (something is mounted there): then it was written file by file.
    """
    output = Path(os.path.abspath(output))  # noqa: PTH100  (resolve() would follow a link that is the output)
    staged, old = (output.with_name(f".{output.name}.digistrat-{what}") for what in ("new", "old"))
    _check_place(output)
    try:
        return _swap(output, staged, old, files)
    except OSError as error:
        raise cannot_write(output, error) from error
    finally:
        _remove(staged)


def _swap(output: Path, staged: Path, old: Path, files: Mapping[str, bytes]) -> bool:
    """Stage everything, carry over what others added, and exchange the two folders."""
    _recover(output, staged, old)
    carried = _foreign(output, files) if output.exists() else []
    _stage(staged, files)
    for path in carried:
        (staged / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(output / path, staged / path, follow_symlinks=False)
    was_whole = exchange(staged, output, old)
    _remove(old)
    return was_whole


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
    """Put right what a power cut between two renames may have left."""
    if old.exists() and not output.exists():
        old.rename(output)
    _remove(staged)
    _remove(old)


def _foreign(output: Path, files: Mapping[str, bytes]) -> list[str]:
    """Give the files in our folder that are not ours; raises DigistratError where one stands in the way."""
    written = _marked(output)
    foreign = []
    for path in sorted(output.rglob("*")):
        name = path.relative_to(output).as_posix()
        if name == MARKER or (path.is_dir() and not path.is_symlink()):
            continue
        if name in written and not path.is_symlink() and _hash(path.read_bytes()) == written[name]:
            continue
        if name in written or name in files:
            message = f"{str(path)!r} was changed by hand since digistrat wrote it"
            raise DigistratError(message, "move it away, or choose another folder with -o")
        foreign.append(name)
    return foreign


def _marked(output: Path) -> dict[str, str]:
    """Read the marker: what we wrote here, with hashes."""
    try:
        marker = json.loads((output / MARKER).read_bytes())
        return {str(path): str(digest) for path, digest in marker["files"].items()}
    except FileNotFoundError:
        return {}
    except (ValueError, TypeError, KeyError, AttributeError):
        message = f"{str(output / MARKER)!r} is not as digistrat wrote it"
        raise DigistratError(message, "delete the folder, or choose another one with -o") from None


def _stage(staged: Path, files: Mapping[str, bytes]) -> None:
    """Write everything beside the place it goes to, and make sure that it is on the disk."""
    staged.mkdir(parents=True)
    marker = {"version": 1, "files": {path: _hash(content) for path, content in sorted(files.items())}}
    text = json.dumps(marker, indent=1) + "\n"
    for path, content in {**files, MARKER: text.encode()}.items():
        target = staged / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
