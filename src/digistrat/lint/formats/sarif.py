"""SARIF 2.1.0, for code scanning.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0, 2020.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from digistrat import __version__
from digistrat.lint.formats.fingerprint import with_fingerprints
from digistrat.lint.manual import as_markdown, as_text
from digistrat.lint.page import page_of
from digistrat.lint.rules import RULES
from digistrat.wording import clean, clean_line

if TYPE_CHECKING:
    from digistrat.lint.finding import Finding, Report
    from digistrat.lint.formats.show import Show
    from digistrat.lint.rule import Rule
    from digistrat.read.fault import Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def write(report: Report, show: Show) -> str:
    """Write one run with the rules that spoke; what a comment or the baseline hides is there, and suppressed."""
    hidden = {id(one): _in_source(one) for one in report.hidden} | {id(one): _outside() for one in report.baselined}
    everything = [*report.findings, *report.hidden, *report.baselined]
    findings = sorted(everything, key=lambda finding: finding.order)
    spoke = {finding.rule for finding in findings}
    rules = [rule for rule in RULES if rule.name in spoke]
    places = {rule.name: number for number, rule in enumerate(rules)}
    results = [
        _result(finding, places[finding.rule], print, show) | hidden.get(id(finding), {})
        for finding, print in with_fingerprints(findings)
    ]
    driver = {"name": "digistrat", "version": __version__, "rules": [_rule(rule) for rule in rules]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    data = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return clean(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    page = page_of(rule)
    return {
        "id": rule.name,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": page.fault},
        "fullDescription": {"text": f"{page.fault} {page.why[:1].upper()}{page.why[1:]}"},
        "help": {"text": as_text(rule), "markdown": as_markdown(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
        "properties": {"tags": [rule.topic]},
    }


def _result(finding: Finding, place: int, fingerprint: str, show: Show) -> dict[str, Any]:
    help = f"; {finding.help}" if finding.help else ""
    related = [
        {"message": {"text": _plain(other.message)}, **_location(other.file, other.span, show)}
        for other in finding.related
    ]
    return {
        "ruleId": finding.rule,
        "ruleIndex": place,
        "level": _LEVELS[finding.level],
        "message": {"text": _plain(finding.message + help)},
        "locations": [_location(finding.file, finding.span, show) | _logical(finding)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {"ruleAndRecord/v1": fingerprint},
    }


def _plain(text: str) -> str:
    """Write a text in which nothing is a link. Source: SARIF 2.1.0, section 3.11.6."""
    return clean_line(text).replace("](", "]\\(") if "](" in text else clean_line(text)


def _location(file: str, span: Span, show: Show) -> dict[str, Any]:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    uri = quote((show.prefix + file).encode("utf-8", "surrogateescape"))
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}


def _logical(finding: Finding) -> dict[str, Any]:
    if not finding.record:
        return {}
    name = f"{finding.record}.{finding.field}" if finding.field else finding.record
    return {"logicalLocations": [{"fullyQualifiedName": name, "kind": "object"}]}


def _in_source(finding: Finding) -> dict[str, Any]:
    why = {"justification": finding.ignored_because} if finding.ignored_because else {}
    return {"suppressions": [{"kind": "inSource", **why}]}


def _outside() -> dict[str, Any]:
    return {"suppressions": [{"kind": "external", "justification": "in the baseline"}]}
