"""How long something takes and how often it comes back, as a page says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.publish.words import fill

if TYPE_CHECKING:
    from digistrat.model.values.duration import Duration
    from digistrat.publish.words import Words

_EACH = {"day": "daily", "week": "weekly", "month": "monthly", "quarter": "quarterly", "year": "yearly"}


def lasting(words: Words, duration: Duration | None) -> str:
    """Say how long: `1 week`, `5 days`; empty where nobody said."""
    if duration is None:
        return ""
    said = words["durations"][duration.unit]
    return str(said["one"]) if duration.number == 1 else fill(said["many"], number=duration.number)


def often(words: Words, duration: Duration | None) -> str:
    """Say how often: `monthly`, `every 2 weeks`; empty where nobody said."""
    if duration is None:
        return ""
    if duration.number == 1:
        return str(words["often"][_EACH[duration.unit]])
    return fill(words["shared"]["every"], duration=lasting(words, duration))
