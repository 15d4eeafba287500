"""Rules about technology: what is it for, who looks after it, and when is it switched off?"""

from __future__ import annotations

from digistrat.lint.rule import Rule
from digistrat.lint.rules.technology import ends, purpose, sourcing

RULES = (
    Rule(purpose.tool_without_team, "warning", completeness=True),
    Rule(purpose.technology_without_outcome, "warning", completeness=True),
    Rule(ends.legacy_without_end, "warning", completeness=True),
    Rule(ends.nothing_switched_off, "warning"),
    Rule(sourcing.untried_purchase, "warning"),
    Rule(ends.contract_end_undecided, "warning"),
    Rule(sourcing.sourcing_against_answers, "warning"),
    Rule(purpose.personal_data_without_basis, "warning", completeness=True),
)
