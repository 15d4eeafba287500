"""Digital take-up: the share of a service's uses that people do online."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from digistrat.model.kinds.service import Figures, Service


def take_up(figures: Figures) -> Decimal | None:
    """Give the digital take-up in per cent: computed where both volumes are there, else as stated."""
    total, digital = figures.volume, figures.digital_volume
    if total and digital and total.value:
        return digital.value * 100 / total.value
    return figures.digital_take_up.value if figures.digital_take_up else None


def by_period(service: Service) -> list[Figures]:
    """Give a service's figures, the newest period first; those without a period last."""
    dated = [figures for figures in service.figures if figures.period]
    dated.sort(key=lambda figures: (figures.period.last, figures.period.first), reverse=True)  # type: ignore[union-attr]  # dated
    return [*dated, *(figures for figures in service.figures if not figures.period)]
