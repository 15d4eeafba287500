"""The ways to write a report: each format is a file with `write(report, show) -> str` and a line here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from digistrat.lint.finding import Report
    from digistrat.lint.formats.show import Show

# By name, each with its file, which is read when somebody asks for it.
FORMATS = {
    "full": "full",
    "concise": "concise",
    "json": "machine",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "markdown": "markdown",
    "statistics": "statistics",
}


def written(name: str, report: Report, show: Show) -> str:
    """Write a report in the format of that name."""
    write: Callable[[Report, Show], str] = import_module(f"digistrat.lint.formats.{FORMATS[name]}").write
    return write(report, show)
