"""Rules about users and research: whose needs, how are they known, and does anything meet them?"""

from __future__ import annotations

from digistrat.lint.rule import Rule
from digistrat.lint.rules.users import groups, needs, research, wording

RULES = (
    Rule(needs.need_without_evidence, "warning", completeness=True),
    Rule(needs.unserved_need, "warning", completeness=True),
    Rule(groups.missing_user_group, "warning", completeness=True),
    Rule(groups.usual_voices, "warning"),
    Rule(needs.unobserved_needs, "info"),
    Rule(wording.need_is_a_solution, "info", english=True),
    Rule(research.old_research, "info", today=True),
)
