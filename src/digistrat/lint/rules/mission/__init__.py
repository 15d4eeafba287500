"""Rules about the mission and the manifest: is it integrated, mainstream, focused, and not too long-term?"""

from __future__ import annotations

from digistrat.lint.rule import Rule
from digistrat.lint.rules.mission import counterpart, dates, outcomes, ownership, principles, scope, statement

RULES = (
    Rule(statement.long_mission, "warning"),
    Rule(statement.no_context, "warning", completeness=True),
    Rule(statement.no_case_for_change, "warning", completeness=True),
    Rule(scope.nothing_ruled_out, "warning", completeness=True),
    Rule(outcomes.unlinked_outcome, "warning", completeness=True),
    Rule(outcomes.unsupported_goal, "info"),
    Rule(outcomes.unmeasured_outcome, "warning", completeness=True),
    Rule(outcomes.unserved_outcome, "warning", completeness=True),
    Rule(ownership.owner_not_the_board, "warning"),
    Rule(dates.period_out_of_range, "warning"),
    Rule(dates.strategy_ended, "warning", today=True),
    Rule(dates.review_overdue, "warning", today=True),
    Rule(dates.no_next_review, "warning", completeness=True, today=True),
    Rule(dates.plan_missing, "warning", today=True),
    Rule(principles.principle_without_trade_off, "info"),
    Rule(principles.unfollowed_principle, "warning", completeness=True),
    Rule(scope.out_of_scope_work, "error"),
    Rule(counterpart.missing_counterpart, "warning"),
)
