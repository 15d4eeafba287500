"""JUnit XML, for whatever shows test results: a file is a suite, a finding a test.

Source: the format that Ant's JUnit task writes, as Jenkins, GitLab and Azure read it; it has no standard.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from digistrat.lint.finding import LEVELS
from digistrat.wording import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digistrat.lint.finding import Finding, Report
    from digistrat.lint.formats.show import Show

# What XML 1.0 has no way to write. Source: Extensible Markup Language (XML) 1.0, section 2.2.
_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(report: Report, show: Show) -> str:
    """Write every file with its findings; those below the level that ends with 1 are told in tests that pass."""
    by_file: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        by_file[finding.file].append(finding)
    files = sorted({*report.documents, *by_file})
    failed = [finding for finding in report.findings if _fails(finding, show)]
    tests = sum(len(by_file[file]) or 1 for file in files)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="digistrat" tests="{tests}" failures="{len(failed)}" errors="0" time="0">',
        *(line for file in files for line in _suite(file, by_file[file], report, show)),
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _suite(file: str, findings: Sequence[Finding], report: Report, show: Show) -> Iterator[str]:
    path = _attribute(show.path(file))
    failed = sum(_fails(finding, show) for finding in findings)
    counts = f'tests="{len(findings) or 1}" failures="{failed}" errors="0" skipped="0" time="0"'
    yield f'  <testsuite name={path} {counts} timestamp="{report.as_of.isoformat()}T00:00:00">'
    if not findings:
        yield f'    <testcase classname={path} name="digistrat" time="0"/>'
    for finding in findings:
        name = f"{finding.rule} at {finding.span.line}:{finding.span.column}"
        yield f'    <testcase classname={path} name={_attribute(name)} file={path} line="{finding.span.line}" time="0">'
        yield f"      {_outcome(finding, show)}"
        yield "    </testcase>"
    yield "  </testsuite>"


def _outcome(finding: Finding, show: Show) -> str:
    place = f"{show.path(finding.file)}:{finding.span.line}:{finding.span.column}"
    said = f"{place}: {finding.level}: {finding.message} [{finding.rule}]"
    text = escape(_text(f"{said}; {finding.help}" if finding.help else said))
    if not _fails(finding, show):
        return f"<system-out>{text}</system-out>"
    return f'<failure type="{finding.level}" message={_attribute(finding.message)}>{text}</failure>'


def _fails(finding: Finding, show: Show) -> bool:
    return show.fail_on in LEVELS and LEVELS.index(finding.level) <= LEVELS.index(show.fail_on)


def _attribute(text: str) -> str:
    return quoteattr(_text(text))


def _text(text: str) -> str:
    """Leave out what XML cannot hold, after what would act on a terminal is shown as text."""
    return _NOT_XML.sub("", clean_line(text))
