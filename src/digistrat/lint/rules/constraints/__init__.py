"""Rules about constraints and money: what limits the organisation, and does the chosen work fit?"""

from __future__ import annotations

from digistrat.lint.rule import Rule
from digistrat.lint.rules.constraints import capacity, decisions, money, responses

RULES = (
    Rule(responses.constraint_without_response, "warning", completeness=True),
    Rule(responses.unconsidered_constraint, "info", completeness=True),
    Rule(capacity.capacity_exceeded, "error"),
    Rule(money.envelope_exceeded, "error"),
    Rule(decisions.overdue_decision, "warning", today=True),
    Rule(money.funded_by_nothing, "warning"),
)
