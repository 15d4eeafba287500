"""Rules about the rhythm of the work, and what changes in the organisation itself."""

from __future__ import annotations

from digistrat.lint.rule import Rule
from digistrat.lint.rules.delivery import organisation, rhythm

RULES = (
    Rule(rhythm.no_rhythm, "warning", completeness=True),
    Rule(rhythm.rhythm_overdue, "warning", today=True),
    Rule(organisation.unchanged_organisation, "warning", completeness=True),
    Rule(organisation.no_web_version, "info", completeness=True),
)
