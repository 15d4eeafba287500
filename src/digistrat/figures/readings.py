"""When a measure was read: in its own readings, in its service's figures, or in a commitment's updates."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from digistrat.figures.take_up import take_up

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

    from digistrat.model.kinds.measure import Measure, Reading
    from digistrat.model.kinds.service import Figures, Service
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.date import Date
    from digistrat.model.values.period import Period
    from digistrat.model.values.quantity import Quantity
    from digistrat.read.fault import Ref

_FIGURES = frozenset(
    ["volume", "digital_volume", "digital_take_up", "cost_per_use", "satisfaction", "completion_rate", "failure_demand"]
)


class Read(NamedTuple):
    """One time that a measure was read: where that is written, and when; None where it does not say."""

    at: Ref
    when: Date | Period | None


def is_read(reading: Reading) -> bool:
    """Tell whether a reading says what was counted; one without a value only plans to."""
    return reading.value is not None or reading.count is not None


def reads(strategy: Strategy, measure: Measure) -> Iterator[Read]:
    """Give every time that a measure was read or is said to have been, in the future too; without its baseline."""
    for index, reading in enumerate(measure.readings):
        if is_read(reading):
            yield Read(measure.at("readings", index, "date"), reading.date)
    for commitment in strategy.linking_to(measure, "commitments", "measure"):
        for index, update in enumerate(commitment.updates if len(commitment.measure) == 1 else ()):
            if update.value:
                yield Read(commitment.at("updates", index, "date"), update.date)
    service: Service | None = strategy.find("services", measure.service) if measure.service else None
    if service:
        for index, figures in enumerate(service.figures):
            if measure.figure and figure(figures, measure.figure) is not None:
                yield Read(service.at("figures", index, "period"), figures.period)


def figure(figures: Figures, name: str) -> Decimal | None:
    """Give one of a service's figures by its key; take-up is worked out where it can be. None where it is not known."""
    if name == "digital_take_up":
        return take_up(figures)
    found: Quantity | None = getattr(figures, name) if name in _FIGURES else None
    return found.value if found else None


class Age(NamedTuple):
    """What was read last, and how many days before the strategy's day."""

    at: Ref
    last: date
    days: int


def age(strategy: Strategy, measure: Measure) -> Age | None:
    """Give the age of a measure's newest reading, else of its baseline; None where nobody can tell."""
    if measure.figure and not _is_open(strategy, measure):
        return None
    found = [one for one in reads(strategy, measure) if one.when is None or one.when.first <= strategy.as_of]
    if not found and measure.baseline and measure.baseline.value:
        found = [Read(measure.at("baseline", "date"), measure.baseline.date)]
    dated = [Age(one.at, one.when.last, (strategy.as_of - one.when.last).days) for one in found if one.when]
    return max(dated, key=attrgetter("last")) if dated and len(dated) == len(found) else None


def _is_open(strategy: Strategy, measure: Measure) -> bool:
    """Tell whether one can look into the service's figures from which a measure is read."""
    return measure.figure in _FIGURES and bool(measure.service and strategy.find("services", measure.service))
