"""Rules about commitments: owned, dated, measured, kept?"""

from __future__ import annotations

from digistrat.lint.rule import Rule
from digistrat.lint.rules.commitments import dates, delivery, measures, number, owners, products, wording

RULES = (
    Rule(owners.unowned_commitment, "error", completeness=True),
    Rule(owners.digital_owns_everything, "info"),
    Rule(dates.undated_commitment, "error", completeness=True),
    Rule(dates.date_disagrees, "warning", english=True),
    Rule(dates.target_date_disagrees, "error"),
    Rule(dates.due_outside_period, "warning"),
    Rule(dates.due_after_headline, "warning"),
    Rule(dates.slipped_commitment, "warning"),
    Rule(measures.unmeasured_commitment, "error", completeness=True),
    Rule(measures.commitment_without_baseline, "warning", completeness=True),
    Rule(measures.commitment_without_outcome, "warning", completeness=True),
    Rule(measures.completion_is_no_measure, "warning"),
    Rule(wording.vague_commitment, "info", english=True),
    Rule(products.names_a_product, "info", english=True),
    Rule(number.too_many_commitments, "warning"),
    Rule(number.orphan_commitment, "warning"),
    Rule(delivery.overdue_commitment, "warning", today=True),
    Rule(delivery.status_disagrees, "error"),
    Rule(delivery.silent_commitment, "warning", today=True),
    Rule(delivery.delivered_without_evidence, "error"),
    Rule(delivery.unrealistic_pace, "warning", today=True),
    Rule(delivery.unresourced_commitment, "warning", completeness=True),
)
