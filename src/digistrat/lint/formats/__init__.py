"""The ways to write a report: each format is a file with `write(report, show) -> str` and a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.lint.formats import concise, full, machine

if TYPE_CHECKING:
    from collections.abc import Callable

    from digistrat.lint.finding import Report
    from digistrat.lint.formats.show import Show

FORMATS: dict[str, Callable[[Report, Show], str]] = {
    "full": full.write,
    "concise": concise.write,
    "json": machine.write,
}
