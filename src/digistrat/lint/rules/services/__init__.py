"""Rules about services: is each known, owned, and are its figures possible?"""

from __future__ import annotations

from digistrat.lint.rule import Rule
from digistrat.lint.rules.services import access, age, known, volumes

RULES = (
    Rule(known.unowned_service, "warning", completeness=True),
    Rule(known.incomplete_service, "info", completeness=True),
    Rule(volumes.channels_not_100, "error"),
    Rule(volumes.digital_above_total, "error"),
    Rule(volumes.take_up_disagrees, "error"),
    Rule(age.repeated_period, "error"),
    Rule(age.figures_in_the_future, "error", today=True),
    Rule(age.old_figures, "warning", today=True),
    Rule(known.busy_service_unmanaged, "warning"),
    Rule(access.no_assisted_route, "warning", completeness=True),
)
