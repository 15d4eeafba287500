"""What lint found: a fault with its rule, its level and its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from digistrat.read.document import Document
    from digistrat.read.fault import Fix, Level, Span

LEVELS: tuple[Level, ...] = ("error", "warning", "info")


class Other(NamedTuple):
    """Another place that a finding is about."""

    file: str
    span: Span
    message: str


class Finding(NamedTuple):
    """One thing that is wrong. `record` is `collection/id` or empty, `field` the dotted keys inside it."""

    rule: str
    level: Level
    message: str
    help: str
    file: str
    span: Span
    record: str = ""
    field: str = ""
    related: tuple[Other, ...] = ()
    ignored_because: str = ""  # what the comment says that hides it
    fix: Fix | None = None  # what would mend it for certain

    @property
    def order(self) -> tuple[str, Span, str, str]:
        """Sort by place, then by rule."""
        return self.file, self.span, self.rule, self.message


@dataclass(frozen=True, slots=True)
class Report:
    """All that lint found in one strategy, in order of place.

    `hidden` are those that a comment ignores, `baselined` those that the baseline holds, and `stale` what it holds of
    which nothing is found any more.
    """

    as_of: date
    strategy: str
    files: int
    records: int
    findings: tuple[Finding, ...]
    hidden: tuple[Finding, ...]
    documents: Mapping[str, Document]
    baselined: tuple[Finding, ...] = ()
    stale: tuple[str, ...] = ()

    def count(self, level: Level) -> int:
        """Count the findings of a level."""
        return sum(finding.level == level for finding in self.findings)

    def reaches(self, level: str) -> bool:
        """Tell whether any finding is of this level or above; `never` is reached by none."""
        if level not in LEVELS:
            return False
        return any(LEVELS.index(finding.level) <= LEVELS.index(level) for finding in self.findings)
