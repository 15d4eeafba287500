"""How much chosen work asks of each bottleneck, period by period, and how much of it there is."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from digistrat.figures.spans import Span, span_named, spans_of_work

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from digistrat.model.kinds.constraint import Constraint
    from digistrat.model.strategy import Strategy

_QUARTER = 3  # months
_YEAR = 12
_NOTHING = Fraction(0)


class Period(NamedTuple):
    """A stretch for which a number says how much there is; `name` is a date as people write it, or `total`."""

    name: str
    span: Span


TOTAL = Period("total", Span(0, -1))  # for the strategy as a whole nobody asks when


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
    calendar = _Calendar(strategy, constraint)
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


class _Calendar:
    """The periods of one bottleneck: those that its capacity names, else those that the work touches."""

    def __init__(self, strategy: Strategy, constraint: Constraint) -> None:
        capacity = constraint.capacity
        there = capacity.available if capacity else None
        self._each = there.each if there else None
        self._named = {Period(str(when), span_named(when)): amount for when, amount in there.by_period} if there else {}
        self._by_month: dict[int, list[Period]] = {}
        for period in self._named:
            for month in range(period.span.first, period.span.last + 1):
                self._by_month.setdefault(month, []).append(period)
        self._touched: dict[int, Period] = {}  # those without a number of their own, by their first month
        self._year_starts = strategy.context.year_starts[0]
        self._months = _YEAR if capacity and capacity.per == "year" else _QUARTER
        self.is_total = bool(capacity and capacity.per == "total" and not self._named)
        self.known = (TOTAL,) if self.is_total else tuple(self._named)

    def available(self, period: Period) -> Decimal | None:
        return self._named.get(period, self._each)

    def spread(self, amounts: tuple[Decimal, ...], span: Span | None) -> Iterator[tuple[Period, Fraction]]:
        """Give the share of each period: one amount falls evenly on the months, of several each into one quarter."""
        if self.is_total:
            yield TOTAL, sum(map(Fraction, amounts), _NOTHING)
        elif span and len(amounts) == 1:
            a_month = Fraction(amounts[0]) / span.months
            yield from ((period, a_month * span.shared_with(period.span)) for period in self._over(span))
        elif span:
            for place, amount in enumerate(amounts):
                month = span.first + place * _QUARTER
                for period in self._over(Span(month, month)):
                    yield period, Fraction(amount)

    def given_back(
        self, amounts: tuple[Decimal, ...], span: Span | None, periods: Mapping[Period, object]
    ) -> Iterator[tuple[Period, Fraction]]:
        """Give what ended work frees: one amount in each period from then on, of several one a quarter."""
        if span and len(amounts) == 1 and not self.is_total:
            yield from ((one, Fraction(amounts[0])) for one in periods if one.span.first > span.last)
        else:
            after = Span(span.last + 1, span.last + 1) if span else None
            yield from self.spread(amounts, after)

    def _over(self, span: Span) -> Iterator[Period]:
        """Give the periods that some months touch, each once."""
        if self._named:
            touched = (self._by_month.get(month, ()) for month in range(span.first, span.last + 1))
            yield from dict.fromkeys(period for periods in touched for period in periods)
            return
        first = span.first - (span.first - self._year_starts + 1) % self._months
        for month in range(first, span.last + 1, self._months):
            if month not in self._touched:
                self._touched[month] = Period(self._name(month), Span(month, month + self._months - 1))
            yield self._touched[month]

    def _name(self, month: int) -> str:
        """Name the period that begins with a month as people write it: `FY2027-28-Q1`, or `2027` from January on."""
        year, since = divmod(month - self._year_starts + 1, _YEAR)
        quarter = f"-Q{since // _QUARTER + 1}" if self._months == _QUARTER else ""
        return f"{year}{quarter}" if self._year_starts == 1 else f"FY{year}-{(year + 1) % 100:02}{quarter}"
