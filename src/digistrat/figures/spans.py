"""When work runs, in whole months: what the organisation has taken on, and from which month to which."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from digistrat.figures.scores import is_decided

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.date import Date
    from digistrat.model.values.duration import Duration

_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_LONGEST = 600  # months: no work is meant that lasts longer than fifty years, and each month of it costs time


class Span(NamedTuple):
    """Some months in a row, the first and the last included; a month is a number that grows by one each month."""

    first: int
    last: int

    @property
    def months(self) -> int:
        """Count its months."""
        return self.last - self.first + 1

    def shared_with(self, other: Span) -> int:
        """Count the months that lie in both."""
        return max(0, min(self.last, other.last) - max(self.first, other.first) + 1)


def month_number(moment: date) -> int:
    """Number a day's month, so that months can be counted."""
    return moment.year * 12 + moment.month - 1


def span_named(when: Date) -> Span:
    """Give the months that a date names; a year from 6 April to 5 April is the twelve from April to March."""
    first = month_number(when.first)
    is_whole = when.last.day == monthrange(when.last.year, when.last.month)[1]
    return Span(first, max(first, month_number(when.last) - (not is_whole)))


def is_work(strategy: Strategy, initiative: Initiative) -> bool:
    """Tell whether it is taken on: chosen or decided already, and not stopped. Delivered work was."""
    return initiative.status != "stopped" and (initiative.is_chosen or is_decided(strategy, initiative))


def spans_of_work(strategy: Strategy) -> Mapping[str, Span | None]:
    """Give all that is taken on with the months in which it runs."""
    return {one.id: span_of(one) for one in strategy.initiatives.values() if is_work(strategy, one)}


def span_of(initiative: Initiative) -> Span | None:
    """Give the months in which a piece of work runs, whether or not it is chosen; None where nobody can tell.

    From the month of `start` to the month of `finish`, else for its `duration`, else the months that `start` names.
    A duration of months begins with the whole first month: nine months from 15 January are January to September.
    """
    if initiative.start is None:
        return None
    first = month_number(initiative.start.first)
    if initiative.finish:
        last = month_number(initiative.finish.last)
    elif initiative.duration:
        last = _last(initiative.start.first, initiative.duration)
    else:
        last = span_named(initiative.start).last
    return Span(first, last) if first <= last < first + _LONGEST else None


def certain_spans(strategy: Strategy) -> Mapping[str, Span | None]:
    """Give the same, but None for work of which a bare day or month says the start, and nothing how long it takes.

    Who asks whether there is too much of it would find that all of it falls into that one month.
    """
    spans = spans_of_work(strategy)
    return {id: span if _says_how_long(strategy.initiatives[id]) else None for id, span in spans.items()}


def _says_how_long(initiative: Initiative) -> bool:
    if initiative.finish or initiative.duration:
        return True
    return initiative.start is not None and span_named(initiative.start).months >= _MONTHS["quarter"]


def _last(start: date, duration: Duration) -> int:
    """Give the month in which something ends that takes so long; days and weeks are counted from the very day."""
    if duration.unit in _MONTHS:
        return month_number(start) + duration.number * _MONTHS[duration.unit] - 1
    days = min(duration.days, (date.max - start).days)
    return month_number(start + timedelta(max(days, 1) - 1))
