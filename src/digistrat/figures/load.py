"""How much chosen work asks of each bottleneck, period by period, and how much of it there is."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from operator import itemgetter
from typing import TYPE_CHECKING

from digistrat.figures.periods import Calendar
from digistrat.figures.spans import spans_of_work

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from digistrat.figures.periods import Period
    from digistrat.figures.spans import Span
    from digistrat.model.kinds.constraint import Constraint
    from digistrat.model.strategy import Strategy

_NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class Load:
    """What is asked of a bottleneck in one period, in its unit; `available` holds what ended work gave back."""

    period: Period
    used: Fraction
    available: Fraction | None  # None is not known: no limit
    freed: Fraction
    shares: Mapping[str, Fraction]  # what each initiative asks for

    @property
    def by_initiative(self) -> tuple[tuple[str, Fraction], ...]:
        """Give what each asks for, the most first."""
        return tuple(sorted(self.shares.items(), key=itemgetter(1), reverse=True))

    @property
    def over(self) -> Fraction:
        """Give by how much it is asked for more than there is; 0 where it is not."""
        return _NOTHING if self.available is None else max(_NOTHING, self.used - self.available)


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """A constraint that has a capacity, with its periods in order of time."""

    constraint: Constraint
    loads: tuple[Load, ...]
    unplaced: tuple[str, ...]  # initiatives that need it nobody knows when, and so count in no period

    @property
    def exceeded(self) -> tuple[Load, ...]:
        """Give the periods in which more is asked of it than there is."""
        return tuple(load for load in self.loads if load.over)


def load(strategy: Strategy, spans: Mapping[str, Span | None] | None = None) -> tuple[Bottleneck, ...]:
    """Give what every bottleneck has to bear.

    `spans` says which initiatives count and when each runs (None where that is not known), for whoever asks what
    would be if; left out, it is all that is taken on, when it runs.
    """
    bottlenecks = [one for one in strategy.constraints.values() if one.capacity]
    counted = spans_of_work(strategy) if bottlenecks and spans is None else spans or {}
    return tuple(_bottleneck(strategy, one, counted) for one in bottlenecks)


def _bottleneck(strategy: Strategy, constraint: Constraint, work: Mapping[str, Span | None]) -> Bottleneck:
    calendar = Calendar(strategy, constraint)
    used: dict[Period, dict[str, Fraction]] = {period: {} for period in calendar.known}
    unplaced = {}
    for id, amounts in _written(strategy, constraint, "uses", work):
        for period, amount in calendar.spread(amounts, work[id]):
            shares = used.setdefault(period, {})
            shares[id] = shares[id] + amount if id in shares else amount
        if work[id] is None and not calendar.is_total:
            unplaced[id] = True
    freed = dict.fromkeys(used, _NOTHING)
    for id, amounts in _written(strategy, constraint, "frees", work):
        for period, amount in calendar.given_back(amounts, work[id], used):
            freed[period] = freed.get(period, _NOTHING) + amount
    loads = (_load(period, shares, calendar.available(period), freed[period]) for period, shares in used.items())
    return Bottleneck(constraint, tuple(sorted(loads, key=lambda one: one.period.span)), tuple(unplaced))


def _load(period: Period, shares: Mapping[str, Fraction], available: Decimal | None, freed: Fraction) -> Load:
    there = None if available is None else Fraction(available) + freed
    return Load(period, sum(shares.values(), _NOTHING), there, freed, shares)


def _written(
    strategy: Strategy, constraint: Constraint, field: str, work: Mapping[str, Span | None]
) -> Iterator[tuple[str, tuple[Decimal, ...]]]:
    """Give what each counted initiative writes for a bottleneck, under its id or its old one."""
    for initiative in strategy.linking_to(constraint, "initiatives", field):
        for id, amounts in getattr(initiative, field).items():
            if initiative.id in work and strategy.find("constraints", id) is constraint:
                yield initiative.id, amounts
