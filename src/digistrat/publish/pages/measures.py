"""Measures: what is counted, where it stood, how it has moved, and where it should stand by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from digistrat.figures.pace import value_of
from digistrat.figures.readings import figure
from digistrat.figures.take_up import by_period
from digistrat.model.values.date import Date
from digistrat.model.values.quantity import SIGNS
from digistrat.publish.amounts import as_meant, dated, plainly, with_unit
from digistrat.publish.charts import Chart, Point, line_chart
from digistrat.publish.dates import in_words
from digistrat.publish.durations import often
from digistrat.publish.page import Page
from digistrat.publish.words import fill

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from digistrat.answers import Answers
    from digistrat.model.kinds.measure import Measure, Reading, Target
    from digistrat.model.kinds.service import Service
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.period import Period
    from digistrat.publish.words import Words


@dataclass(frozen=True, slots=True)
class ReadingView:
    """What was measured once: the day it counts from, the first of days where it has none; how it is written."""

    day: date
    value: Decimal
    when: Date | Period | None
    said: str
    counted: str = ""  # what the percentage was worked out from
    note: str = ""


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure in words, with its readings, newest first."""

    measure: Measure
    service: Service | None
    baseline: str
    targets: tuple[str, ...]
    often: str
    readings: tuple[ReadingView, ...]
    chart: Chart | None


def build(answers: Answers, words: Words) -> Iterator[Page]:
    """Build the page, unless nothing is measured."""
    strategy = answers.strategy
    if strategy.measures:
        views = [_view(strategy, words, measure) for measure in strategy.measures.values()]
        yield Page("measures.html", words["pages"]["measures"], "measures", {"measures": views})


def _view(strategy: Strategy, words: Words, measure: Measure) -> MeasureView:
    unit, baseline = measure.unit or "", measure.baseline
    readings = sorted(_readings(strategy, words, measure), key=attrgetter("day"), reverse=True)
    return MeasureView(
        measure,
        strategy.find("services", measure.service) if measure.service else None,
        dated(words, as_meant(baseline.value, unit), baseline.date) if baseline and baseline.value else "",
        tuple(_target(strategy, words, target, unit) for target in measure.targets if target.value),
        often(words, measure.every),
        tuple(readings),
        _chart(strategy, words, measure, readings[::-1]),
    )


def _readings(strategy: Strategy, words: Words, measure: Measure) -> Iterator[ReadingView]:
    """Give what had been measured by the strategy's day: the measure's own readings, and its service's figures."""
    unit = measure.unit or ""
    for one in measure.readings:
        value = value_of(one)
        if value is not None and (one.date is None or one.date.first <= strategy.as_of):
            day = min(one.date.last, strategy.as_of) if one.date else date.min
            said = as_meant(one.value, unit) if one.value else with_unit(plainly(value), unit)
            yield ReadingView(day, value, one.date, said, _counted(words, one), one.note or "")
    service = strategy.find("services", measure.service) if measure.service and measure.figure else None
    for figures in by_period(service) if service else ():
        value, period = figure(figures, measure.figure or ""), figures.period
        if value is not None and period and period.first <= strategy.as_of:
            said = with_unit(plainly(value), unit)
            yield ReadingView(min(period.last, strategy.as_of), value, period, said)


def _counted(words: Words, reading: Reading) -> str:
    """Say what a percentage was worked out from; empty where a value was read."""
    if reading.value or not reading.count or not reading.out_of:
        return ""
    return fill(words["measures"]["out_of"], count=as_meant(reading.count, ""), total=as_meant(reading.out_of, ""))


def _target(strategy: Strategy, words: Words, target: Target, unit: str) -> str:
    said, by = as_meant(target.value, unit) if target.value else "", strategy.when(target.by)
    return fill(words["measures"]["target_by"], target=said, date=in_words(words, by)) if by else said


def _chart(strategy: Strategy, words: Words, measure: Measure, readings: list[ReadingView]) -> Chart | None:
    """Draw the readings, oldest first; None where they do not make a line."""
    unit = measure.unit or ""
    line = list({one.day: one for one in readings if one.when}.values())
    if len(line) < 2:  # noqa: PLR2004  (two make a line)
        return None
    points = [Point(one.day, one.value, _short(one.value, unit), in_words(words, one.when)) for one in line]
    title = fill(words["measures"]["moved"], first=_moment(words, line[0]), last=_moment(words, line[-1]))
    target = _last(strategy, measure)
    if target is None or target.value is None:
        return line_chart(title, points, None)
    said = _target(strategy, words, target, unit)
    title = fill(words["measures"]["moved_towards"], moved=title, target=said)
    level = fill(words["measures"]["target"], target=_short(target.value.value, unit))
    return line_chart(title, points, (target.value.value, level))


def _last(strategy: Strategy, measure: Measure) -> Target | None:
    """Give the target that falls due last; one without a date comes before all others."""
    dated = [(when.last if (when := strategy.when(one.by)) else date.min, one) for one in measure.targets if one.value]
    return max(dated, key=itemgetter(0))[1] if dated else None


def _moment(words: Words, reading: ReadingView) -> str:
    """Say a reading with its date, as the middle of a sentence."""
    said, when = words["measures"], reading.when
    text = said["value_on"] if isinstance(when, Date) and when.precision == "day" else said["value_in"]
    return fill(text, value=reading.said, date=in_words(words, when))


def _short(value: Decimal, unit: str) -> str:
    """Write a number as a chart has room for it."""
    return with_unit(plainly(value), unit[:1] if unit[:1] in {"%", *SIGNS} else "")
