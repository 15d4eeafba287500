"""JSON for other programs, version 1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from digistrat.lint.finding import LEVELS
from digistrat.wording import clean

if TYPE_CHECKING:
    from digistrat.lint.finding import Finding, Report
    from digistrat.lint.formats.show import Show


def write(report: Report, show: Show) -> str:  # noqa: ARG001  (paths are relative to the strategy here)
    """Write the whole report; files are relative to the strategy's folder."""
    import json  # noqa: PLC0415  (the other formats do without)

    data = {
        "version": 1,
        "as_of": report.as_of.isoformat(),
        "strategy": report.strategy,
        "files": report.files,
        "records": report.records,
        "findings": [as_data(finding) for finding in report.findings],
        "counts": _counts(report),
    }
    return clean(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _counts(report: Report) -> dict[str, int]:
    levels: dict[str, int] = {level: report.count(level) for level in LEVELS}
    return {**levels, "ignored": len(report.hidden), "baselined": len(report.baselined)}


def as_data(finding: Finding) -> dict[str, Any]:
    """Give one finding as other programs read it: lines and columns from 1, columns in characters."""
    return {
        "rule": finding.rule,
        "level": finding.level,
        "message": finding.message,
        "help": finding.help,
        "file": finding.file,
        "line": finding.span.line,
        "column": finding.span.column,
        "end_line": finding.span.end_line,
        "end_column": finding.span.end_column,
        "record": finding.record,
        "field": finding.field,
        "related": [
            {"file": other.file, "line": other.span.line, "column": other.span.column, "message": other.message}
            for other in finding.related
        ],
    }
