"""Rules about when a service's figures were counted: once for each period, after its end, and not long ago."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.old import OLD, old_period
from digistrat.model.values.date import day
from digistrat.read.fault import Fault, Related

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from digistrat.model.strategy import Strategy


def repeated_period(strategy: Strategy) -> Iterator[Fault]:
    """Two figures of a service for the same period. Periods that only overlap may stand side by side.

    Why: they say different things of the same time, or one of them has the wrong period.

    Bad:
        # services.yaml
        - id: outpatient-booking
          figures:
            - {period: 2026-Q1, volume: 47900, digital_volume: 29600, cost_per_use: 3.20}
            - {period: {from: 2026-01, to: 2026-03}, volume: 48200, digital_volume: 30100}  # <-
          …

    Good:
        - {period: {from: 2026-04, to: 2026-06}, volume: 48200, digital_volume: 30100}
    """
    for service in strategy.services.values():
        seen: dict[tuple[date, date], int] = {}
        for place, figures in enumerate(service.figures):
            if not figures.period:
                continue
            first = seen.setdefault((figures.period.first, figures.period.last), place)
            if first != place:
                related = (Related(service.at("figures", first, "period"), "the first figures for it"),)
                message = f"{service.id!r} has two figures for {figures.period}; keep one"
                yield Fault(
                    service.at("figures", place, "period"),
                    message,
                    "or write both into one, or mend the period",
                    related,
                )


def figures_in_the_future(strategy: Strategy) -> Iterator[Fault]:
    """Figures for a period that has not ended.

    Why: what has not happened yet was not counted. An estimate looks like a fact here.

    Bad:
        # services.yaml
        - id: outpatient-booking
          figures: {period: 2026-Q4, volume: 48200, digital_volume: 30100, cost_per_use: 3.10}  # <-
          …

    Good:
        figures: {period: 2026-Q3, volume: 48200, digital_volume: 30100, cost_per_use: 3.10}
    """
    for service in strategy.services.values():
        for place, figures in enumerate(service.figures):
            if figures.period and figures.period.last > strategy.as_of:
                message = f"figures for {figures.period}, which ends on {day(figures.period.last).in_words}"
                help = "end the period on the last day that was counted; what is hoped for is a measure's target"
                yield Fault(service.at("figures", place, "period"), message, help)


def old_figures(strategy: Strategy) -> Iterator[Fault]:
    """A service whose newest figures are more than 18 months old.

    Why: nobody can tell from them whether anything has become better since.

    Bad:
        # services.yaml
        - id: outpatient-booking
          figures: {period: 2025-Q1, volume: 48200, digital_volume: 30100, cost_per_use: 3.10}  # <-
          …

    Good:
        figures: {period: 2025-Q2, volume: 48200, digital_volume: 30100, cost_per_use: 3.10}

    Source: Government Digital Strategy (2012), action 13.
    """
    for service in strategy.services.values():
        old = old_period(strategy, service)
        if old:
            place, newest = old
            message = f"the newest figures of {service.id!r} end on {day(newest.last).in_words}; add newer ones"
            yield Fault(service.at("figures", place, "period"), message, f"over {OLD} months ago")
