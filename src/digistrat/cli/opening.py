"""Open the strategy that a command is about."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from digistrat.cli.progress import Progress
from digistrat.disk.folder import find_strategy
from digistrat.errors import DigistratError

if TYPE_CHECKING:
    from datetime import date

    from digistrat.model.strategy import Strategy


class Opened(NamedTuple):
    """A strategy, and the folder it came from."""

    folder: Path
    strategy: Strategy

    @property
    def prefix(self) -> str:
        """Lead from the working directory to the folder, for paths that one can click."""
        try:
            relative = Path(os.path.relpath(self.folder)).as_posix()
        except OSError:  # the working directory is gone
            relative = self.folder.as_posix()
        return "" if relative == "." else f"{relative}/"

    def check_output(self, output: Path | None) -> None:
        """Refuse to write a result over a file of the strategy; raises DigistratError."""
        if output is None:
            return
        from digistrat.model.shelf import claim  # noqa: PLC0415  (only where a result goes to a file)

        try:
            target, folder = output.resolve(), self.folder.resolve()
        except RuntimeError:  # a link that leads to itself: writing will say so
            return
        inside = target.relative_to(folder).as_posix() if target.is_relative_to(folder) else ""
        if inside in self.strategy.documents or claim(inside)[0] in {"collection", "single"}:
            raise DigistratError(f"{str(output)!r} is a file of the strategy", "choose another file with -o")


def open_strategy(given: Path | None, as_of: date) -> Opened:
    """Find and load a strategy; raises DigistratError where there is none."""
    folder = find_strategy(given)
    from digistrat.model.load import load_folder  # noqa: PLC0415  (not where there is nothing to load)

    progress = Progress()
    try:
        return Opened(folder, load_folder(folder, as_of, progress))
    finally:
        progress.end()
