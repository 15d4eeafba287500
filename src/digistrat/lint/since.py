"""What a change has to do with a finding: it stands in what was changed, or was not found before."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from digistrat.read.scan import lines_of

if TYPE_CHECKING:
    from digistrat.lint.finding import Finding, Report
    from digistrat.model.strategy import Strategy


def since(report: Report, old: Report, now: Strategy, before: Strategy) -> Report:
    """Leave in a report what stands in changed records and lines, and what the change caused elsewhere.

    `report` is of `now`, `old` of `before`, both as of one day.
    """
    known = Counter(_key(finding) for finding in (*old.findings, *old.hidden))
    change = _Change(now, before)
    kept = []
    for finding in report.findings:
        key = _key(finding)
        is_new = not known[key]
        known[key] -= bool(known[key])
        if is_new or change.touches(finding):
            kept.append(finding)
    return replace(report, findings=tuple(kept))


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.record or finding.file, finding.message


class _Change:
    """What differs between two states of a strategy."""

    def __init__(self, now: Strategy, before: Strategy) -> None:
        self._now, self._before = now, before
        self._lines: dict[str, frozenset[int] | None] = {}

    def touches(self, finding: Finding) -> bool:
        """Tell whether a finding is about a record that was changed, or stands in a line that was."""
        collection, _, id = finding.record.partition("/")
        record = self._now.find(collection, id) if finding.record else None
        if record is not None:
            return bool(record != self._before.find(collection, id))
        lines = self._changed_lines(finding.file)
        return lines is None or any(line in lines for line in range(finding.span.line, finding.span.end_line + 1))

    def _changed_lines(self, file: str) -> frozenset[int] | None:
        """Give the lines of a file that are new or changed; None for all of them."""
        if file not in self._lines:
            self._lines[file] = _changed(*(_text(one, file) for one in (self._before, self._now)))
        return self._lines[file]


def _text(strategy: Strategy, file: str) -> str | None:
    document: Any = strategy.documents.get(file)
    return document.text if document else None


def _changed(before: str | None, now: str | None) -> frozenset[int] | None:
    if before == now:
        return frozenset()
    if before is None or now is None:
        return None
    old = frozenset(lines_of(before))  # a line that stood anywhere has at most moved; this is linear, a diff is not
    return frozenset(number for number, line in enumerate(lines_of(now), 1) if line not in old)
