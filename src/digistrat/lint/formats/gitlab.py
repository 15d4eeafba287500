"""A code quality report for GitLab.

Source: GitLab Docs, Code Quality, section on the report's format (a part of the Code Climate specification).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from digistrat.lint.formats.fingerprint import with_fingerprints
from digistrat.wording import clean, clean_line

if TYPE_CHECKING:
    from digistrat.lint.finding import Report
    from digistrat.lint.formats.show import Show

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def write(report: Report, show: Show) -> str:
    """Write all findings; the fingerprint of each stays as its lines move."""
    data = [
        {
            "type": "issue",
            "check_name": finding.rule,
            "description": clean_line(finding.message + (f"; {finding.help}" if finding.help else "")),
            "severity": _SEVERITIES[finding.level],
            "fingerprint": fingerprint,
            "location": {
                "path": show.path(finding.file),
                "lines": {"begin": finding.span.line, "end": finding.span.end_line},
            },
        }
        for finding, fingerprint in with_fingerprints(report.findings)
    ]
    return clean(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"
