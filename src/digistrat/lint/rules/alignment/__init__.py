"""Rules about outside expectations: is what was asked of us answered?"""

from __future__ import annotations

from digistrat.lint.rule import Rule
from digistrat.lint.rules.alignment import answers, frameworks, system

RULES = (
    Rule(system.unanswered_topic, "info", completeness=True),
    Rule(answers.unanswered_item, "warning", completeness=True),
    Rule(answers.not_applicable_without_reason, "warning"),
    Rule(frameworks.expired_framework, "info", today=True),
    Rule(frameworks.level_without_evidence, "warning", completeness=True),
)
