"""Annotations for GitHub Actions: the worst first, ten at most, for a step shows no more.

Source: GitHub Docs, Workflow commands for GitHub Actions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.lint.finding import LEVELS
from digistrat.lint.formats.show import capped
from digistrat.wording import clean, counted

if TYPE_CHECKING:
    from digistrat.lint.finding import Finding, Report
    from digistrat.lint.formats.show import Show

_MOST = 10  # annotations of one step
_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def write(report: Report, show: Show) -> str:
    """Write a line an annotation, and how many more findings there are."""
    worst = sorted(report.findings, key=lambda finding: (LEVELS.index(finding.level), finding.order))
    shown = [finding for finding, _ in capped(worst)][:_MOST]
    lines = [_annotation(finding, show) for finding in shown]
    more = len(worst) - len(shown)
    if more:
        lines.append(f"and {more:,} more of {counted(len(worst), 'finding')}: the summary of this run has them")
    return "".join(line + "\n" for line in lines)


def _annotation(finding: Finding, show: Show) -> str:
    span = finding.span
    one_line = span.line == span.end_line and span.column < span.end_column
    columns = {"col": span.column, "endColumn": span.end_column - 1} if one_line else {}  # theirs is inclusive
    properties = {
        "file": show.prefix + finding.file,
        "line": span.line,
        "endLine": span.end_line,
        **columns,
        "title": finding.rule,
    }
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    message = finding.message + (f"\n{finding.help}" if finding.help else "")
    return f"::{_COMMANDS[finding.level]} {written}::{_data(message)}"


def _data(text: str) -> str:
    """Escape what would end the command."""
    return clean(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape what would end a property, too."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
