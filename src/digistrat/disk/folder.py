"""Take a strategy's folder into memory: every YAML file's bytes, and why a file was not read.

The folder may come from a stranger: nothing is followed out of it, nothing but regular files is opened, and a
file's size is looked at before its content.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from digistrat.errors import DigistratError, reason_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

MANIFEST = "strategy.yaml"
MARKER = ".digistrat-output.json"  # stands in every folder that we wrote
_NOT_WALKED = frozenset({"templates", "node_modules"})


class Refusal(NamedTuple):
    """Why a file was not read: the rule that says so, and its words."""

    rule: str
    message: str
    help: str


class Tree(NamedTuple):
    """A strategy's files, by path relative to its folder with `/`, in order of path."""

    contents: Mapping[str, bytes]
    refused: Mapping[str, Refusal] = MappingProxyType({})
    elsewhere: tuple[str, ...] = ()  # YAML in folders that are no collection's, not read
    beyond: tuple[str, ...] = ()  # files past the limit, not read


def find_strategy(given: Path | None, working: Callable[[], Path] = Path.cwd) -> Path:
    """Find the folder: the one given, or the nearest above the working directory; raises DigistratError."""
    try:
        return _find(given, working)
    except OSError as error:
        where = str(given) if given else "the working directory"
        raise DigistratError(f"cannot look into {where!r}: {reason_of(error)}", "name another folder") from error


def _find(given: Path | None, working: Callable[[], Path]) -> Path:
    if given is not None:
        folder = given.parent if given.name == MANIFEST and not given.is_dir() else given
        if os.path.lexists(folder / MANIFEST):
            return folder
        if not folder.is_dir():
            raise DigistratError(f"there is no folder {str(folder)!r}", "name the folder that holds strategy.yaml")
        hint = f"write one with `digistrat init {folder}`, or name the folder that holds it"
        raise DigistratError(f"no {MANIFEST} in {str(folder)!r}", hint)
    here = working()
    for folder in (here, *here.parents):
        if os.path.lexists(folder / MANIFEST):
            return folder
    hint = "go to the folder of a strategy, name it, or write one with `digistrat init`"
    raise DigistratError(f"no {MANIFEST} here or in any folder above", hint)


def folder_beside(root: Path, path: str) -> Path | None:
    """Find another strategy's folder by its path from this one; None where there is none in the same repository.

    Without a repository it has to lie in the folder above.
    """
    try:
        here = root.resolve()
        boundary = next((above for above in (here, *here.parents) if os.path.lexists(above / ".git")), here.parent)
        found = (here / path).resolve(strict=True)
        is_there = found != here and found.is_relative_to(boundary) and (found / MANIFEST).is_file()
    except (OSError, RuntimeError, ValueError):  # nothing there, a circle of links, a path that no system has
        return None
    return found if is_there else None


def read_folder(root: Path, folders: Collection[str], *, file_bytes: int, files: int, all_bytes: int) -> Tree:
    """Read the YAML files at the top and in the named folders; at most so many, each and all at most so large."""
    contents: dict[str, bytes] = {}
    refused: dict[str, Refusal] = {}
    boundary = root.resolve()
    found_files = sorted(_yaml_files(root, folders, refused))
    beyond = tuple(found_files[files:])
    if beyond:
        message = f"more than {files:,} files in one strategy"
        refused[beyond[0]] = Refusal("oversized-yaml", message, "write several records as a list in one file")
    left = all_bytes
    for path in found_files[:files]:
        found = _read(root, path, boundary, file_bytes) if left > 0 else _TOO_MUCH
        left -= len(found) if isinstance(found, bytes) else 0
        if isinstance(found, Refusal):
            refused[path] = found
        else:
            contents[path] = found
    return Tree(contents, refused, tuple(sorted(_elsewhere(root, folders))), beyond)


def stamps(root: Path, folders: Collection[str]) -> Mapping[str, tuple[int, int]]:
    """Give each file that `read_folder` would read with its time of change and its size, without opening any."""
    found: dict[str, tuple[int, int]] = {}
    for path in _yaml_files(root, folders, {}):
        try:
            status = (root / path).stat()
        except OSError:  # gone since it was listed
            continue
        found[path] = status.st_mtime_ns, status.st_size
    return found


def read_one(root: Path, path: str, file_bytes: int) -> bytes | None:
    """Read one file of the folder, whatever its name; None where there is none, raises DigistratError if unreadable."""
    if not os.path.lexists(root / path):
        return None
    is_straight = (root / path).resolve() == root.resolve() / path
    found = _read(root, path, root.resolve(), file_bytes) if is_straight else LEADS_OUT
    if isinstance(found, Refusal):
        raise DigistratError(f"cannot read {path}: {found.message}", found.help)
    return found


def _yaml_files(root: Path, folders: Collection[str], refused: dict[str, Refusal]) -> Iterator[str]:
    """Name what looks like YAML, without opening it."""
    for entry in _entries(root, "", refused):
        if _is_yaml(entry.name):
            yield entry.name
        elif entry.name in folders and _leads_out(entry, root):
            refused[entry.name] = LEADS_OUT
        elif entry.name in folders and entry.is_dir():
            for inner in _entries(root, entry.name, refused):
                if _is_yaml(inner.name):
                    yield f"{entry.name}/{inner.name}"
                elif inner.is_dir(follow_symlinks=False) and not inner.name.startswith("."):
                    nested = _entries(root, f"{entry.name}/{inner.name}", refused)
                    yield from (f"{entry.name}/{inner.name}/{deep.name}" for deep in nested if _is_yaml(deep.name))


def place_of(path: str, folders: Collection[str]) -> Literal["read", "elsewhere", "not walked"]:
    """Say of a path alone what a walk through the folder does with it."""
    *above, name = path.split("/")
    if any(part.startswith(".") for part in (*above, name)) or not _is_yaml(name):
        return "not walked"
    if not above or (above[0] in folders and len(above) <= _DEEPEST):
        return "read"
    is_beside = len(above) == 1 and above[0] not in _NOT_WALKED and not _is_yaml(above[0])
    return "elsewhere" if is_beside else "not walked"


_DEEPEST = 2  # folders: one too many, so that a file in the second can be told


def _leads_out(entry: os.DirEntry[str], root: Path) -> bool:
    """Tell whether this is a link out of the strategy, to the whole of it, or round in a circle."""
    path, boundary = Path(entry.path), root.resolve()
    return entry.is_symlink() and not (_is_inside(path, boundary) and path.resolve() != boundary)


def _elsewhere(root: Path, folders: Collection[str]) -> Iterator[str]:
    """Name YAML files in other folders at the top, which nobody reads: a folder's name may be misspelt."""
    ignored: dict[str, Refusal] = {}
    for entry in _entries(root, "", ignored):
        if entry.name in folders or not entry.is_dir(follow_symlinks=False):
            continue
        if entry.name in _NOT_WALKED or _is_yaml(entry.name):
            continue
        if os.path.lexists(Path(entry.path) / MARKER):
            continue
        yield from (
            f"{entry.name}/{inner.name}" for inner in _entries(root, entry.name, ignored) if _is_yaml(inner.name)
        )


def _entries(root: Path, folder: str, refused: dict[str, Refusal]) -> list[os.DirEntry[str]]:
    """List a folder but for hidden names; a folder that cannot be listed is refused."""
    try:
        with os.scandir(root / folder) as found:
            return [entry for entry in found if not entry.name.startswith(".")]
    except OSError as error:
        if not folder:
            raise DigistratError(f"cannot read {str(root)!r}: {reason_of(error)}", "check its permissions") from error
        refused[folder] = Refusal("unreadable-file", f"this folder cannot be read: {reason_of(error)}", _PERMISSION)
        return []


_TOO_MUCH = Refusal(
    "oversized-yaml", "not read: the strategy is too large as a whole", "take away what is no part of it"
)


def _is_yaml(name: str) -> bool:
    return name.lower().endswith((".yaml", ".yml"))


LEADS_OUT = Refusal(
    "unreadable-file",
    "this is a link that leads out of the strategy's folder",
    "copy what it points to into the folder",
)
_PERMISSION = "check its permissions"


def _read(root: Path, path: str, boundary: Path, file_bytes: int) -> bytes | Refusal:
    """Read one file if it is regular, inside the folder and small enough."""
    target = root / path
    try:
        if target.is_symlink():
            if not _is_inside(target, boundary):
                return LEADS_OUT
            target = target.resolve()
        return _unfit(target.lstat(), file_bytes) or target.read_bytes()
    except OSError as error:
        return Refusal("unreadable-file", f"this file cannot be read: {reason_of(error)}", _PERMISSION)


def _unfit(status: os.stat_result, file_bytes: int) -> Refusal | None:
    """Say why a file is not opened at all."""
    if not stat.S_ISREG(status.st_mode):
        return Refusal("unreadable-file", "this is no regular file", "write a text file of this name")
    if status.st_size > file_bytes:
        return too_large(status.st_size, file_bytes)
    return None


def too_large(size: int, most: int) -> Refusal:
    """Say that a file of so many bytes is not read, and how many would be."""
    message = f"a file of {size / 1e6:,.1f} MB; at most {most // 1_000_000} MB are read"
    return Refusal("oversized-yaml", message, "divide it into several files in a folder")


def _is_inside(path: Path, boundary: Path) -> bool:
    """Tell whether a link ends inside the strategy's folder."""
    try:
        return path.resolve(strict=True).is_relative_to(boundary)
    except (OSError, RuntimeError):
        return False
