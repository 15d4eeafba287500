"""Read a strategy's files as they were at a revision, without touching the work tree or running anything of it."""

from __future__ import annotations

import os
import subprocess  # noqa: S404  (one program, fixed arguments, no shell)
from itertools import accumulate
from pathlib import Path
from posixpath import dirname, join, normpath
from shutil import which
from typing import TYPE_CHECKING, NamedTuple

from digistrat.disk.folder import LEADS_OUT, MANIFEST, Refusal, Tree, place_of, too_large
from digistrat.errors import DigistratError, UsageError, reason_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

# No program that a repository names, no connection, no repository that only pretends to be one.
# Source: git documentation, git-config: core.fsmonitor, core.hooksPath, protocol.allow, safe.bareRepository.
_SAFE = (
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never",
    "-c", "safe.bareRepository=explicit", "--no-replace-objects",
)  # fmt: skip
_LINK = "120000"  # the mode of a symbolic link
_LONGEST_LINK = 4096  # bytes of a path that anything can follow
_SECONDS = 20
_HEAD = 200  # bytes in which the line before a file's content ends
_DAMAGED = "run `git fsck`; of a partial clone fetch the rest first, or leave out --since"


class _Blob(NamedTuple):
    """A file in a revision: its mode, name among objects, size in bytes, and path from the strategy's folder."""

    mode: str
    object: str
    size: int
    path: str


def tree_at(
    root: Path,
    revision: str,
    environment: Mapping[str, str],
    folders: Collection[str],
    *,
    file_bytes: int,
    files: int,
    all_bytes: int,
) -> Tree:
    """Give what `read_folder` would have found at a revision; nothing at all where there was no strategy yet.

    Raises UsageError where there is no such revision, DigistratError where the folder is in no repository.
    """
    git = _Git(root, environment)
    listed = sorted(git.listed(git.commit(revision)), key=lambda blob: blob.path)
    if not any(blob.path == MANIFEST for blob in listed):
        return Tree({})
    placed = [(blob, place_of(blob.path, folders)) for blob in git.followed(listed)]
    wanted = [blob for blob, place in placed if place == "read"]
    refused = {blob.path: fault for blob in wanted if (fault := _unfit(blob, file_bytes))}
    readable = [blob for blob in wanted[:files] if blob.path not in refused]
    sizes = accumulate(blob.size for blob in readable)
    fit = [blob for blob, so_far in zip(readable, sizes, strict=True) if so_far <= all_bytes]
    elsewhere = tuple(blob.path for blob, place in placed if place == "elsewhere")
    return Tree(git.contents(fit), refused, elsewhere, tuple(blob.path for blob in wanted[files:]))


def _unfit(blob: _Blob, file_bytes: int) -> Refusal | None:
    if blob.mode == _LINK:
        return LEADS_OUT
    return too_large(blob.size, file_bytes) if blob.size > file_bytes else None


class _Git:
    """The git program, asked about one folder."""

    def __init__(self, root: Path, environment: Mapping[str, str]) -> None:
        # A hook of git's own sets variables that would mean another repository from another folder.
        self._environment = {name: value for name, value in environment.items() if not name.startswith("GIT_")}
        # What a repository's own settings cannot overrule: nothing is fetched, nobody is asked.
        self._environment |= {"GIT_ALLOW_PROTOCOL": "", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
        self._root = root
        self._program = self._found(environment.get("PATH", ""))

    def _found(self, path: str) -> str:
        """Find git by the absolute folders of PATH, and not in the folder that is looked into."""
        absolute = os.pathsep.join(part for part in path.split(os.pathsep) if Path(part).is_absolute())
        found = which("git", path=absolute)
        if found is None or Path(found).resolve().is_relative_to(self._root.resolve()):
            raise DigistratError("git is not installed here", "install git, or leave out --since")
        return found

    def commit(self, revision: str) -> str:
        """Give the name of a commit; raises UsageError."""
        inside = self._run("rev-parse", "--is-inside-work-tree")
        if b"dubious ownership" in inside.stderr:
            hint = "say that you trust it: git config --global --add safe.directory FOLDER"
            raise DigistratError(f"the repository of {str(self._root)!r} belongs to somebody else", hint)
        if not inside.stdout.startswith(b"true"):
            raise DigistratError(f"{str(self._root)!r} is in no git repository", "leave out --since")
        found = self._ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", check=False)
        if not found:
            hint = "name a branch, a tag or a commit; in CI, fetch it first (fetch-depth: 0)"
            raise UsageError(f"git knows no revision {revision!r}", hint)
        return found.decode().strip()

    def listed(self, commit: str) -> Iterable[_Blob]:
        """Name every file of a commit below the folder."""
        for line in self._ask("ls-tree", "-r", "-z", "--long", commit).split(b"\0"):
            about, _, path = line.partition(b"\t")
            if path:
                mode, kind, name, size = about.split()
                if kind == b"blob" and not size.isdigit():
                    raise DigistratError("git cannot read all of this repository", _DAMAGED)
                if kind == b"blob":
                    yield _Blob(mode.decode(), name.decode(), int(size), path.decode("utf-8", "surrogateescape"))

    def followed(self, listed: Iterable[_Blob]) -> list[_Blob]:
        """Put in place of each link the file that it leads to, where that is one of them."""
        by_path = {blob.path: blob for blob in listed}
        links = [blob for blob in by_path.values() if blob.mode == _LINK and blob.size <= _LONGEST_LINK]
        for path, target in self.contents(links).items() if links else ():
            found = by_path.get(normpath(join(dirname(path), target.decode("utf-8", "surrogateescape"))))
            if found and found.mode != _LINK:
                by_path[path] = found._replace(path=path)
        return list(by_path.values())

    def contents(self, blobs: Iterable[_Blob]) -> dict[str, bytes]:
        """Give the bytes of files, by path."""
        blobs = list(blobs)
        given = self._ask("cat-file", "--batch", text="".join(f"{blob.object}\n" for blob in blobs))
        found: dict[str, bytes] = {}
        start = 0
        for blob in blobs:
            head = given[start : start + _HEAD].partition(b"\n")[0]
            if head.split() != [blob.object.encode(), b"blob", str(blob.size).encode()]:
                raise DigistratError("git cannot read all of this repository", _DAMAGED)
            start += len(head) + 1
            found[blob.path] = given[start : start + blob.size]
            start += blob.size + 1
        return found

    def _ask(self, *arguments: str, text: str = "", check: bool = True) -> bytes:
        done = self._run(*arguments, text=text)
        if check and done.returncode:
            said = done.stderr.decode(errors="replace").strip().split("\n")[0]
            raise DigistratError(f"git could not be asked: {said}", "leave out --since")
        return b"" if done.returncode else done.stdout

    def _run(self, *arguments: str, text: str = "") -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(  # noqa: S603  (a fixed program, arguments that are no shell's)
                [self._program, *_SAFE, *arguments],
                cwd=self._root,
                env=self._environment,
                input=text.encode(),
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            )
        except (OSError, ValueError, subprocess.TimeoutExpired) as error:
            reason = reason_of(error) if isinstance(error, OSError) else f"no answer within {_SECONDS} seconds"
            raise DigistratError(f"git could not be asked: {reason}", "leave out --since") from error
