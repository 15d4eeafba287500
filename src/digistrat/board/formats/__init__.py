"""The ways to write the board's answers for other programs: each is a file with `write(board)` and a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.board.formats import machine, markdown

if TYPE_CHECKING:
    from collections.abc import Callable

    from digistrat.board.judge import Board

FORMATS: dict[str, Callable[[Board], str]] = {"json": machine.write, "markdown": markdown.write}
