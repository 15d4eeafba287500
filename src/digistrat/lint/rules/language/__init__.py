"""Rules about language and about the comments that hide findings."""

from __future__ import annotations

from digistrat.lint.rule import Rule
from digistrat.lint.rules.language import ignores

RULES = (
    Rule(ignores.unused_ignore, "warning"),
    Rule(ignores.ignore_without_reason, "warning"),
    Rule(ignores.expired_ignore, "warning", today=True),
)
