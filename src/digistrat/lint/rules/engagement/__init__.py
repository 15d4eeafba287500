"""Rules about engagement: are people listened to before they are talked to, and for good?"""

from __future__ import annotations

from digistrat.lint.rule import Rule
from digistrat.lint.rules.engagement import elements, privacy

RULES = (
    Rule(elements.engagement_incomplete, "warning", completeness=True),
    Rule(elements.campaign_not_engagement, "warning"),
    Rule(elements.talk_before_listening, "warning"),
    Rule(privacy.monitoring_without_notice, "warning"),
)
