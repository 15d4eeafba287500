"""Open the strategy that a command is about."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from digistrat.disk.folder import find_strategy

if TYPE_CHECKING:
    from datetime import date

    from digistrat.model.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Opened:
    """A strategy, and the folder it came from."""

    folder: Path
    strategy: Strategy

    @property
    def prefix(self) -> str:
        """Lead from the working directory to the folder, for paths that one can click."""
        relative = Path(os.path.relpath(self.folder)).as_posix()
        return "" if relative == "." else f"{relative}/"


def open_strategy(given: Path | None, as_of: date) -> Opened:
    """Find and load a strategy; raises DigistratError where there is none."""
    folder = find_strategy(given, Path.cwd())
    from digistrat.model.load import load_folder  # noqa: PLC0415  (not where there is nothing to load)

    return Opened(folder, load_folder(folder, as_of))
