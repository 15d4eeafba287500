"""A baseline: findings that were there when somebody drew the line, by rule and record, never by place."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from digistrat.errors import DigistratError
from digistrat.wording import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digistrat.lint.finding import Finding, Report

FILE = ".digistrat/baseline.json"  # in the strategy's folder
_VERSION = 1
_NAME = re.compile(r"[a-z0-9-]+")


class Entry(NamedTuple):
    """What is accepted: a rule's findings about a record, or about a file where they are about none."""

    rule: str
    record: str
    file: str

    @property
    def in_words(self) -> str:
        """Say it in a line."""
        return f"{self.rule} in {self.record or self.file}"


def drawn(findings: Iterable[Finding]) -> str:
    """Write the baseline that accepts these findings: JSON, version 1, in the order of rules."""
    counts = Counter(_entry(finding) for finding in findings)
    entries = [
        {"rule": entry.rule, **({"record": entry.record} if entry.record else {"file": entry.file}), "count": count}
        for entry, count in sorted(counts.items())
    ]
    return clean(json.dumps({"version": _VERSION, "findings": entries}, ensure_ascii=False, indent=2)) + "\n"


def apply(report: Report, text: str) -> Report:
    """Take what a baseline accepts out of a report, and say which of its entries nothing answers to.

    Of several findings that an entry accepts only some of, those further down stay. Raises DigistratError where the
    text is no baseline.
    """
    left = _read(text)
    kept: list[Finding] = []
    accepted: list[Finding] = []
    for finding in report.findings:
        entry = _entry(finding)
        (accepted if left[entry] else kept).append(finding)
        left[entry] -= bool(left[entry])
    stale = tuple(entry.in_words for entry, count in sorted(left.items()) if count > 0)
    return replace(report, findings=tuple(kept), baselined=tuple(accepted), stale=stale)


def _entry(finding: Finding) -> Entry:
    return Entry(finding.rule, finding.record, "" if finding.record else finding.file)


def _read(text: str) -> Counter[Entry]:
    hint = f"draw it anew with `digistrat lint --baseline`, or delete {FILE}"
    try:
        version, counts = _parsed(text)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        raise DigistratError(f"{FILE} is no baseline", hint) from None
    if version != _VERSION:
        raise DigistratError(f"{FILE} was written by another digistrat", hint)
    return counts


def _parsed(text: str) -> tuple[Any, Counter[Entry]]:
    data = json.loads(text)
    counts: Counter[Entry] = Counter()
    for one in data["findings"]:
        if not _NAME.fullmatch(one["rule"]):
            raise ValueError(one["rule"])
        entry = Entry(one["rule"], str(one.get("record", "")), str(one.get("file", "")))
        counts[entry] += min(max(int(one.get("count", 1)), 0), 10**9)
    return data["version"], counts
