"""Rules about stories: what was delivered, what was learned, and in whose words?"""

from __future__ import annotations

from digistrat.lint.rule import Rule
from digistrat.lint.rules.stories import telling

RULES = (
    Rule(telling.nothing_delivered, "warning", completeness=True),
    Rule(telling.no_learning, "info"),
    Rule(telling.quote_without_consent, "warning"),
)
