"""Rules about risks: is the worst thought of, and rehearsed?"""

from __future__ import annotations

from digistrat.lint.rule import Rule
from digistrat.lint.rules.risks import kinds, mitigation

RULES = (
    Rule(kinds.missing_risk, "warning", completeness=True),
    Rule(mitigation.unmitigated_risk, "warning", completeness=True),
    Rule(kinds.unrehearsed_risk, "info"),
)
