"""How fast a measure has moved, and how fast it would have to move now."""

from __future__ import annotations

from decimal import Decimal
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from digistrat.figures.progress import heard
from digistrat.figures.readings import figure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from digistrat.model.kinds.commitment import Commitment, Gauge
    from digistrat.model.kinds.measure import Measure, Reading, Target
    from digistrat.model.kinds.service import Service
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.date import Date
    from digistrat.model.values.period import Period
    from digistrat.model.values.quantity import Quantity


class Goal(NamedTuple):
    """What a commitment is measured by, wherever it is written: the words, where it stood, where it should stand."""

    name: str
    unit: str
    baseline: Decimal | None
    since: Date | None
    target: Quantity | None
    by: date | None
    rises: bool  # higher is better


class Pace(NamedTuple):
    """Change a day: so far, and still needed; positive is towards the target."""

    so_far: Decimal
    needed: Decimal
    share_of_time: Decimal  # 0 to 1


def goal(strategy: Strategy, commitment: Commitment, gauge: Gauge) -> Goal | None:
    """Give what a gauge says, with the measure it names; None where it names one that cannot be read."""
    due = strategy.due(commitment)
    by = due.last if due else None
    if gauge.measure is None:
        start = gauge.baseline.value.value if gauge.baseline and gauge.baseline.value else None
        target = gauge.target
        since = gauge.baseline.date if gauge.baseline else None
        rises = start is None or target is None or target.value >= start
        return Goal(gauge.name or "", gauge.unit or "", start, since, target, by, rises)
    measure = strategy.measure_of(gauge)
    return _of_measure(strategy, measure, gauge, by) if measure else None


def _of_measure(strategy: Strategy, measure: Measure, gauge: Gauge, by: date | None) -> Goal:
    baseline = gauge.baseline or measure.baseline
    start = baseline.value.value if baseline and baseline.value else None
    since = baseline.date if baseline else None
    last = _target_by(strategy, measure, by)
    target = gauge.target or (last.value if last else None)
    return Goal(measure.name, measure.unit or "", start, since, target, by, measure.better == "higher")


def _target_by(strategy: Strategy, measure: Measure, by: date | None) -> Target | None:
    """Give the last target that falls due by a day; without any, the first that is written."""
    targets = [target for target in measure.targets if target.value]
    dated = [(when.last, target) for target in targets if (when := strategy.when(target.by))]
    in_time = [one for one in dated if by is None or one[0] <= by]
    if in_time:
        return max(in_time, key=itemgetter(0))[1]
    return targets[0] if targets else None


def value_of(reading: Reading) -> Decimal | None:
    """Give a reading's value: as written, or its count as a percentage of the total."""
    if reading.value:
        return reading.value.value
    if reading.count and reading.out_of and reading.out_of.value:
        return reading.count.value * 100 / reading.out_of.value
    return None


class Measured(NamedTuple):
    """What was measured: the day it counts from, today at the latest; the value; the date as it was written."""

    day: date
    value: Decimal
    date: Date | Period


def readings(strategy: Strategy, commitment: Commitment, gauge: Gauge) -> list[Measured]:
    """Give what was measured up to today, oldest first: updates' values, the measure's readings, its service's figures."""
    by_day = {one.day: one for one in _readings(strategy, commitment, gauge)}
    return [by_day[day] for day in sorted(by_day)]


def _readings(strategy: Strategy, commitment: Commitment, gauge: Gauge) -> Iterator[Measured]:
    for one in heard(strategy, commitment):
        if one.update.value and one.date and len(commitment.measure) == 1:
            yield Measured(min(one.date.last, strategy.as_of), one.update.value.value, one.date)
    measure = strategy.measure_of(gauge)
    for reading in measure.readings if measure else ():
        value = value_of(reading)
        if reading.date and value is not None and reading.date.first <= strategy.as_of:
            yield Measured(min(reading.date.last, strategy.as_of), value, reading.date)
    service: Service | None = strategy.find("services", measure.service) if measure and measure.service else None
    for figures in service.figures if service else ():
        found = figure(figures, measure.figure or "") if measure else None
        if found is not None and figures.period and figures.period.first <= strategy.as_of:
            yield Measured(min(figures.period.last, strategy.as_of), found, figures.period)


def pace(strategy: Strategy, commitment: Commitment, gauge: Gauge) -> Pace | None:
    """Compare the pace so far with the pace still needed; None with fewer than two readings or no time left."""
    aim = goal(strategy, commitment, gauge)
    measured = readings(strategy, commitment, gauge)
    if aim is None or aim.target is None or aim.by is None or len(measured) < 2:  # noqa: PLR2004  (two make a line)
        return None
    start, value = measured[0].day, measured[0].value
    if aim.since and aim.baseline is not None:
        start, value = aim.since.last, aim.baseline  # at the end of what is written, as readings are
    last, now = measured[-1].day, measured[-1].value
    gone, left, whole = (last - start).days, (aim.by - last).days, (aim.by - start).days
    if gone <= 0 or left <= 0:
        return None
    towards = 1 if aim.target.value >= value else -1
    return Pace((now - value) * towards / gone, (aim.target.value - now) * towards / left, Decimal(gone) / whole)
