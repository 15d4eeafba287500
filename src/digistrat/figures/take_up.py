"""Digital take-up: the share of a service's uses that people do online."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from digistrat.model.values.interval import Interval

if TYPE_CHECKING:
    from digistrat.model.kinds.service import Figures, Service


def take_up(figures: Figures) -> Decimal | None:
    """Give the digital take-up in per cent: computed where both volumes are there, else as stated."""
    total, digital = figures.volume, figures.digital_volume
    if total and digital and total.value:
        return digital.value * 100 / total.value
    return figures.digital_take_up.value if figures.digital_take_up else None


def is_digital_above_total(figures: Figures) -> bool:
    """Tell whether there are more digital uses than uses, however the two are read."""
    if figures.volume is None or figures.digital_volume is None:
        return False
    return not Interval(None, figures.volume.interval.high).meets(figures.digital_volume.interval)


_POINTS = 1  # by which a stated take-up may miss the computed one: it was rounded


def is_take_up_possible(figures: Figures) -> bool:
    """Tell whether the stated take-up is one that the volumes could mean, give or take a point; so it is without them."""
    stated = figures.digital_take_up
    possible = _possible(figures) if stated else None
    return stated is None or possible is None or stated.interval.meets(possible)


def _possible(figures: Figures) -> Interval | None:
    """Give every take-up that the volumes could mean, a point wider; None where they say nothing about it."""
    if figures.volume is None or figures.digital_volume is None or figures.volume.value <= 0:
        return None
    total, digital = figures.volume.interval, figures.digital_volume.interval
    low, high = Decimal(), Decimal(100)
    if total.high is not None and digital.low is not None:
        low = digital.low * 100 / total.high
    if total.low and digital.high is not None:
        high = digital.high * 100 / total.low
    return Interval(low - _POINTS, high + _POINTS)


def by_period(service: Service) -> list[Figures]:
    """Give a service's figures, the newest period first; those without a period last."""
    dated = [figures for figures in service.figures if figures.period]
    dated.sort(key=lambda figures: (figures.period.last, figures.period.first), reverse=True)  # type: ignore[union-attr]  # dated
    return [*dated, *(figures for figures in service.figures if not figures.period)]
