"""The periods for which a bottleneck says how much there is of it, and how work's needs fall into them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from digistrat.figures.spans import Span, span_named

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


class Calendar:
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
        """Give how much there is in a period; None where nobody says: no limit."""
        return self._named.get(period, self._each)

    def spread(self, amounts: tuple[Decimal, ...], span: Span | None) -> Iterator[tuple[Period, Fraction]]:
        """Give the share of each period: one amount falls evenly on the months, of several each into one quarter."""
        if self.is_total:
            yield TOTAL, sum(map(Fraction, amounts), _NOTHING)
        elif span and len(amounts) == 1:
            a_month = Fraction(amounts[0]) / span.months
            yield from ((period, a_month * span.shared_with(period.span)) for period in self.over(span))
        elif span:
            for place, amount in enumerate(amounts):
                month = span.first + place * _QUARTER
                for period in self.over(Span(month, month)):
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

    def over(self, span: Span) -> Iterator[Period]:
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
