"""Figures of a service that are too old to say anything about today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.model.values.date import months_from

if TYPE_CHECKING:
    from digistrat.model.kinds.service import Service
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.period import Period

OLD = 18  # months


def old_period(strategy: Strategy, service: Service) -> tuple[int, Period] | None:
    """Give the newest period of a live service's figures, and its place, where it ended over 18 months ago.

    None where one has no period: it may be newer.
    """
    dated = [(place, one.period) for place, one in enumerate(service.figures) if one.period]
    if len(dated) < len(service.figures) or not dated or service.status in {"retired", "planned"}:
        return None
    newest = max(dated, key=lambda one: one[1].last)
    return newest if newest[1].last < months_from(strategy.as_of, -OLD) else None
