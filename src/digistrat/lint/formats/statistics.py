"""How often each rule spoke, the most frequent first."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digistrat.lint.finding import Report
    from digistrat.lint.formats.show import Show


def write(report: Report, show: Show) -> str:  # noqa: ARG001  (no path, no colour)
    """Write a line a rule and level; nothing where nothing was found."""
    counts = Counter((finding.rule, finding.level) for finding in report.findings)
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    digits = max((len(f"{count:,}") for _, count in rows), default=0)
    widest = max((len(rule) for (rule, _), _ in rows), default=0)
    return "".join(f"{count:>{digits},}  {rule:<{widest}}  {level}\n" for (rule, level), count in rows)
