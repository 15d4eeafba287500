"""Markdown: a summary for a merge request, a job or a mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.lint.finding import LEVELS
from digistrat.lint.formats.show import capped
from digistrat.wording import counted, in_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.lint.finding import Report
    from digistrat.lint.formats.show import Show


def write(report: Report, show: Show) -> str:
    """Write how many findings there are and a table for each level, the worst first."""
    counts = [counted(report.count(level), level) for level in LEVELS if report.count(level)]
    where = f"in {counted(report.files, 'file')} ({counted(report.records, 'record')})"
    lines = [f"## digistrat: {in_markdown(report.strategy)}", "", f"{', '.join(counts) or 'No findings'} {where}.", ""]
    hidden = [f"{number:,} {what}" for number, what in _hidden(report) if number]
    lines += [f"Besides {' and '.join(hidden)}.", ""] if hidden else []
    for level in LEVELS:
        lines += _table(report, level, show)
    return "\n".join(lines)


def _hidden(report: Report) -> Iterator[tuple[int, str]]:
    yield len(report.hidden), "ignored"
    yield len(report.baselined), "in the baseline"


def _table(report: Report, level: str, show: Show) -> Iterator[str]:
    findings = [finding for finding in report.findings if finding.level == level]
    if not findings:
        return
    yield f"### {counted(len(findings), level).capitalize()}"
    yield ""
    yield "| Where | What | Rule |"
    yield "| --- | --- | --- |"
    for finding, more in capped(findings):
        place = f"{show.path(finding.file)}:{finding.span.line}"
        help = f"; {finding.help}" if finding.help else ""
        yield f"| {in_markdown(place)} | {in_markdown(finding.message + help)} | `{finding.rule}` |"
        if more:
            yield f"| {in_markdown(show.path(finding.file))} | and {more:,} more | `{finding.rule}` |"
    yield ""
