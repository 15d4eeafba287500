"""Rules about measures and benefits: could the figures be true, and do they show what matters?"""

from __future__ import annotations

from digistrat.lint.rule import Rule
from digistrat.lint.rules.measures import benefits, readings, shares, sums, targets, use

RULES = (
    Rule(targets.target_behind_baseline, "error"),
    Rule(readings.reading_in_the_future, "error", today=True),
    Rule(readings.stale_measure, "warning", today=True),
    Rule(use.unused_measure, "info"),
    Rule(use.only_leading_measures, "warning", completeness=True),
    Rule(shares.percent_of_what, "info"),
    Rule(shares.share_out_of_range, "error"),
    Rule(readings.count_above_total, "error"),
    Rule(sums.parts_do_not_add_up, "error"),
    Rule(sums.counted_twice, "warning"),
    Rule(sums.same_figure_two_claims, "warning"),
    Rule(benefits.benefit_without_method, "warning", completeness=True),
    Rule(benefits.benefit_without_owner, "warning", completeness=True),
    Rule(benefits.cash_too_soon, "info"),
    Rule(benefits.one_sided_benefits, "info"),
)
