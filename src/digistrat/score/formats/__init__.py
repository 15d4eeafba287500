"""The ways to write a ranking down: each format is a file with `write(ranking) -> str` and a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.score.formats import comma, machine, markdown

if TYPE_CHECKING:
    from collections.abc import Callable

    from digistrat.score.ranking import Ranking

FORMATS: dict[str, Callable[[Ranking], str]] = {
    "json": machine.write,
    "csv": comma.write,
    "markdown": markdown.write,
}
