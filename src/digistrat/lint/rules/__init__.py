"""All rules, topic by topic. A rule is a function in its family's file and a line in its topic's list."""

from __future__ import annotations

from digistrat.lint.rules import choices, commitments, files, language

RULES = (*files.RULES, *choices.RULES, *commitments.RULES, *language.RULES)
TOPICS = frozenset(rule.topic for rule in RULES)
NAMES = frozenset(rule.name for rule in RULES)
SELECTABLE = NAMES | TOPICS  # what people may name to run, or not to run
