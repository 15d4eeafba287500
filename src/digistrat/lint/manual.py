"""The manual of rules: one page, a list of all, or data."""

from __future__ import annotations

import json
from itertools import groupby
from textwrap import fill, indent
from typing import TYPE_CHECKING

from digistrat.lint.page import page_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digistrat.lint.rule import Rule

_WIDTH = 80


def as_text(rule: Rule) -> str:
    """Write a rule's page for a terminal."""
    page = page_of(rule)
    lower = "; one level lower in a draft" if rule.completeness else ""
    parts = [
        f"{rule.name} ({rule.level}{lower}, topic {rule.topic})",
        fill(page.fault, _WIDTH),
        fill(f"Why: {page.why}", _WIDTH),
        "Instead of\n\n" + indent(page.bad, "    "),
        "write\n\n" + indent(page.good, "    "),
        *([fill(f"Source: {page.source}", _WIDTH)] if page.source else []),
    ]
    return "\n\n".join(parts) + "\n"


def as_markdown(rule: Rule) -> str:
    """Write a rule's page for the documentation and for code hosts, without its title."""
    page = page_of(rule)
    lower = "; one level lower in a draft" if rule.completeness else ""
    parts = [
        f"*{rule.level}{lower}.* {page.fault}",
        f"Why: {page.why}",
        "Instead of",
        f"```yaml\n{page.bad}\n```",
        "write",
        f"```yaml\n{page.good}\n```",
        *([f"Source: {page.source}"] if page.source else []),
    ]
    return "\n\n".join(parts) + "\n"


def as_list(rules: Sequence[Rule]) -> str:
    """Write one line a rule, by topic."""
    widest = max(len(rule.name) for rule in rules)
    lines = []
    for topic, some in groupby(rules, key=lambda rule: rule.topic):
        lines += ["", topic, *(f"  {rule.name:<{widest}}  {rule.level:<7}  {page_of(rule).fault}" for rule in some)]
    return "\n".join([*lines[1:], "", "digistrat explain RULE shows one with an example."]) + "\n"


def as_json(rules: Sequence[Rule]) -> str:
    """Write every page as data, version 1."""
    pages = []
    for rule in rules:
        page = page_of(rule)
        pages.append(
            {
                "rule": rule.name,
                "level": rule.level,
                "topic": rule.topic,
                "fault": page.fault,
                "why": page.why,
                "bad": page.bad,
                "good": page.good,
                "source": page.source,
            }
        )
    return json.dumps({"version": 1, "rules": pages}, ensure_ascii=False, indent=2) + "\n"
