"""How much live work runs at the same time, and in which month the most of it does."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from digistrat.figures.live import is_live
from digistrat.figures.spans import Span, month_number, span_of
from digistrat.model.values.date import MONTHS

if TYPE_CHECKING:
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.strategy import Strategy


class Busy(NamedTuple):
    """A month, numbered as in spans, and the work that runs in it, in the order written."""

    month: int
    work: tuple[Initiative, ...]

    @property
    def in_words(self) -> str:
        """Name the month."""
        year, month = divmod(self.month, 12)
        return f"{MONTHS[month]} {year}"


def busiest_month(strategy: Strategy) -> Busy | None:
    """Give the first month in which the most live work runs; None where nobody says when any of it does.

    What is in progress and says no end runs in the month of the strategy's day, too.
    """
    running = {one.id: span for one in strategy.initiatives.values() if (span := _span(strategy, one))}
    changes: Counter[int] = Counter()
    for span in running.values():
        changes[span.first] += 1
        changes[span.last + 1] -= 1
    number, most, busiest = 0, 0, 0
    for month in sorted(changes):
        number += changes[month]
        if number > most:
            most, busiest = number, month
    found = [strategy.initiatives[id] for id, span in running.items() if span.first <= busiest <= span.last]
    return Busy(busiest, tuple(found)) if found else None


def _span(strategy: Strategy, initiative: Initiative) -> Span | None:
    if not is_live(strategy, initiative):
        return None
    span = span_of(initiative)
    if initiative.status != "in-progress" or initiative.finish or (initiative.start and initiative.duration):
        return span
    today = month_number(strategy.as_of)
    return Span(min(span.first, today), max(span.last, today)) if span else Span(today, today)
