"""Whether a commitment's date can be taken at its word: where a finding says that it is wrong, the others wait."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digistrat.figures.named_dates import named_dates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from digistrat.model.kinds.commitment import Commitment
    from digistrat.model.kinds.measure import Measure
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.date import Date


def said_otherwise(strategy: Strategy, commitment: Commitment) -> str:
    """Give the words of a statement that name another date than `due`, or nothing."""
    due = strategy.due(commitment)
    named = list(named_dates(strategy, commitment.statement)) if due else []
    if not (due and named) or any(_agrees(first, last, due) for _, first, last in named):
        return ""
    return named[0][0]


def _agrees(first: date, last: date, due: Date) -> bool:
    """Tell whether two stretches of days have one in common."""
    return first <= due.last and due.first <= last


class Later(NamedTuple):
    """A target that falls due after the commitment that it measures."""

    measure: Measure
    place: int
    by: Date


def later_targets(strategy: Strategy, commitment: Commitment) -> Iterator[Later]:
    """Give the first target of each measure of which every target comes too late for the commitment."""
    due = strategy.due(commitment)
    for gauge in commitment.measure if due else ():
        measure = strategy.measure_of(gauge)
        targets = enumerate(measure.targets) if measure else ()
        dated = [(place, by) for place, target in targets if (by := strategy.when(target.by))]
        if due and measure and dated and not any(by.last <= due.last for _, by in dated):
            yield Later(measure, *min(dated, key=lambda target: target[1].last))


def is_before_the_start(strategy: Strategy, commitment: Commitment) -> bool:
    """Tell whether it falls due before the strategy begins."""
    period, due = strategy.manifest.period, strategy.due(commitment)
    return bool(period and due and due.last < period.first)


def is_contested(strategy: Strategy, commitment: Commitment) -> bool:
    """Tell whether the statement names another date, or it falls due before the strategy begins."""
    return bool(said_otherwise(strategy, commitment)) or is_before_the_start(strategy, commitment)
