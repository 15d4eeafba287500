"""Which findings stop a ranking, which leave an initiative out of it, and which a reader of its row must know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from digistrat.model.shelf import claim

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digistrat.lint.finding import Finding, Report
    from digistrat.model.strategy import Strategy

ByRecord = Mapping[str, "tuple[Finding, ...]"]
_SCORED_BY = frozenset({"scores", "effort", "reach", "confidence"})  # fields of an initiative that make its score
_SCORED_WITH = frozenset({"method", "criteria", "effort"})  # fields of scoring.yaml that make every score


def stopping(report: Report) -> tuple[Finding, ...]:
    """Give the errors about scores, criteria and weights, and files of either that cannot be read."""
    return tuple(one for one in report.findings if one.level == "error" and _is_about_scores(one))


def leaving_out(strategy: Strategy, report: Report) -> tuple[Finding, ...]:
    """Give the errors that leave an initiative out of the ranking without touching the scores."""
    return tuple(
        one
        for one in report.findings
        if one.level == "error"
        and claim(one.file)[1] == "initiatives"
        and not _is_about_scores(one)
        and (one.rule == "duplicate-id" or one.record.partition("/")[2] not in strategy.initiatives)
    )


def about_scores(findings: Iterable[Finding]) -> ByRecord:
    """Sort findings about scores by the initiative they are about."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.record and _is_about_scores(finding):
            found[finding.record].append(finding)
    return {record: tuple(some) for record, some in found.items()}


def _is_about_scores(finding: Finding) -> bool:
    field = finding.field.partition(".")[0]
    kind, name = claim(finding.file)
    if kind == "single" and name == "scoring":
        return not field or field in _SCORED_WITH
    is_whole_file = not finding.record and not field
    return kind == "collection" and name == "initiatives" and (is_whole_file or field in _SCORED_BY)
