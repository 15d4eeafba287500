"""All rules, topic by topic. A rule is a function in its family's file and a line in its topic's list."""

from __future__ import annotations

from digistrat.lint.rules import (
    alignment,
    choices,
    commitments,
    constraints,
    delivery,
    engagement,
    files,
    language,
    measures,
    mission,
    risks,
    services,
    stories,
    technology,
    users,
)

RULES = (
    *files.RULES,
    *mission.RULES,
    *services.RULES,
    *users.RULES,
    *technology.RULES,
    *constraints.RULES,
    *choices.RULES,
    *commitments.RULES,
    *measures.RULES,
    *risks.RULES,
    *delivery.RULES,
    *engagement.RULES,
    *alignment.RULES,
    *stories.RULES,
    *language.RULES,
)
TOPICS = frozenset(rule.topic for rule in RULES)
NAMES = frozenset(rule.name for rule in RULES)
SELECTABLE = NAMES | TOPICS  # what people may name to run, or not to run
