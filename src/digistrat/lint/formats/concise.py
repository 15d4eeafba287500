"""One line a finding, for editors and `grep`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.lint.formats.show import Show, capped
from digistrat.wording import clean_line

if TYPE_CHECKING:
    from digistrat.lint.finding import Report


def write(report: Report, show: Show) -> str:
    """Write `file:line:column: level: message [rule]`."""
    lines = []
    for one, more in capped(report.findings):
        place = f"{show.path(one.file)}:{one.span.line}:{one.span.column}"
        lines.append(f"{place}: {one.level}: {clean_line(one.message)} [{one.rule}]")
        if more:
            lines.append(f"{show.path(one.file)}: and {more:,} more [{one.rule}]")
    return "".join(line + "\n" for line in lines)
