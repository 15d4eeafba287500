"""What `digistrat lint --fix` and `--diff` do: mend in memory, then write it, or only show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.cli.console import say
from digistrat.disk.edited import is_own, rewrite_own
from digistrat.disk.folder import read_folder
from digistrat.disk.lock import locked
from digistrat.errors import DigistratError
from digistrat.lint.fix import Mended, as_diff, mended
from digistrat.model.shelf import FOLDERS
from digistrat.read import limits
from digistrat.wording import clean_line, counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from digistrat.cli.opening import Opened
    from digistrat.lint.finding import Finding, Report
    from digistrat.model.strategy import Strategy


def show(opened: Opened, look: Callable[[Strategy], Report]) -> str:
    """Give what would change as a unified diff, empty where nothing would."""
    return as_diff(_mended(opened, look), opened.prefix)


def write(opened: Opened, look: Callable[[Strategy], Report]) -> bool:
    """Write what can be mended, say how much it was, and tell whether it was anything.

    Raises DigistratError where a file cannot be written, after the others.
    """
    with locked(opened.folder):  # two that write at once wait for each other
        files = _mended(opened, look)
        refused: list[DigistratError] = []
        written = [one for one in files if _rewritten(opened, one, refused)]
    said = counted(len(written), "file")
    say(f"mended {sum(one.times for one in written):,} in {said}" if written else "mended nothing")
    for one in written:
        say(f"  {clean_line(opened.prefix + one.file)}: {one.times:,}")
    if refused:
        raise refused[0]
    return bool(written)


def _rewritten(opened: Opened, one: Mended, refused: list[DigistratError]) -> bool:
    try:
        rewrite_own(opened.folder, one.file, one.before, one.after)
    except DigistratError as error:
        refused.append(error)
        return False
    return True


def _mended(opened: Opened, look: Callable[[Strategy], Report]) -> list[Mended]:
    """Mend in memory; a file that a link leads to is another's, and is left alone."""
    if not any(finding.fix for finding in look(opened.strategy).findings):
        return []
    owned: dict[str, bool] = {}

    def ours(strategy: Strategy) -> list[Finding]:
        found = [finding for finding in look(strategy).findings if finding.fix]
        for file in {finding.file for finding in found} - set(owned):
            owned[file] = is_own(opened.folder, file)
        return [finding for finding in found if owned[finding.file]]

    tree = read_folder(
        opened.folder, FOLDERS, file_bytes=limits.FILE_BYTES, files=limits.FILES, all_bytes=limits.ALL_BYTES
    )
    files = mended(tree, opened.strategy.as_of, ours)
    for file in sorted(file for file in owned if not owned[file]):
        say(f"{clean_line(opened.prefix + file)} is reached through a link: mend the file that it leads to")
    return files
