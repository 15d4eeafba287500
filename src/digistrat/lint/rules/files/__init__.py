"""Rules about files and shape: can it be read, does it say what the format has, do references lead anywhere?"""

from __future__ import annotations

from digistrat.lint.rule import Rule
from digistrat.lint.rules.files import circles, dates, ids, reading, references, shape, template

RULES = (
    Rule(reading.unreadable_file, "error"),
    Rule(reading.invalid_yaml, "error"),
    Rule(reading.unsupported_yaml, "error"),
    Rule(reading.oversized_yaml, "error"),
    Rule(reading.duplicate_key, "error"),
    Rule(reading.cut_value, "error"),
    Rule(reading.missing_file, "error"),
    Rule(reading.newer_format, "error"),
    Rule(reading.unknown_file, "warning"),
    Rule(shape.unknown_key, "error"),
    Rule(shape.missing_key, "error"),
    Rule(shape.wrong_type, "error"),
    Rule(shape.bad_value, "error"),
    Rule(shape.bad_date, "error"),
    Rule(shape.bad_quantity, "error"),
    Rule(ids.bad_id, "error"),
    Rule(ids.duplicate_id, "error"),
    Rule(references.unknown_reference, "error"),
    Rule(references.renamed_reference, "info"),
    Rule(circles.circular_reference, "error"),
    Rule(dates.ambiguous_quarter, "info"),
    Rule(dates.ends_before_it_starts, "error"),
    Rule(template.untouched_template, "warning"),
)
