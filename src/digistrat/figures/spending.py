"""What chosen work costs in each year of the envelope, and how much of that the envelope holds."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from operator import itemgetter
from typing import TYPE_CHECKING, Literal, NamedTuple

from digistrat.figures.spans import Span, span_named, spans_of_work

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from digistrat.model.kinds.choice import Cost
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.date import Date
    from digistrat.model.values.quantity import Quantity
    from digistrat.read.fault import Key

Purse = Literal["capital", "revenue"]
PURSES: tuple[Purse, ...] = ("capital", "revenue")
_YEAR = 12  # months
_FOR_EVER = 12 * 100_000  # past every month that a date can name


class Outlay(NamedTuple):
    """A sum that an initiative writes, and the months over which it falls evenly; None where nobody knows when."""

    initiative: str
    purse: Purse
    keys: tuple[Key, ...]  # lead to it in the initiative
    amount: Fraction
    span: Span | None
    each_year: bool = False  # the amount falls in each twelve months of the span, not once in all of it

    def within(self, span: Span) -> Fraction:
        """Give what of it falls into some months."""
        if self.span is None:
            return Fraction(0)
        return self.amount * self.span.shared_with(span) / (_YEAR if self.each_year else self.span.months)


@dataclass(frozen=True, slots=True)
class Sum:
    """What is spent of one purse in one year, and on what: `shares` with the biggest first."""

    spent: Fraction
    limit: Decimal | None  # None where the envelope does not say: no limit
    shares: tuple[tuple[Outlay, Fraction], ...]

    @property
    def over(self) -> Fraction:
        """Give by how much more is spent than there is; 0 where it is not."""
        return Fraction(0) if self.limit is None else max(Fraction(0), self.spent - Fraction(self.limit))


@dataclass(frozen=True, slots=True)
class Year:
    """An entry of the envelope: its place there, its year, and what is spent in it."""

    place: int
    year: Date
    capital: Sum
    revenue: Sum


@dataclass(frozen=True, slots=True)
class Spending:
    """The envelope's years in the order written, and what falls into none because nobody knows when it is spent."""

    years: tuple[Year, ...]
    unplaced: tuple[Outlay, ...]


def spending(strategy: Strategy, spans: Mapping[str, Span | None] | None = None) -> Spending:
    """Add up what work costs by the years of the envelope, each amount at its plain value.

    `spans` says which initiatives count and when each runs, as for the load; left out, it is all that is taken on.
    """
    counted = spans_of_work(strategy) if spans is None else spans
    found = [
        outlay for id, span in counted.items() for outlay in outlays(strategy.initiatives[id], span) if outlay.amount
    ]
    years = tuple(
        Year(place, one.year, *(_sum(found, purse, span_named(one.year), getattr(one, purse)) for purse in PURSES))
        for place, one in enumerate(strategy.manifest.envelope)
        if one.year
    )
    return Spending(years, tuple(outlay for outlay in found if outlay.span is None))


def _sum(outlays: list[Outlay], purse: Purse, months: Span, limit: Quantity | None) -> Sum:
    shares = [(one, share) for one in outlays if one.purse == purse and (share := one.within(months))]
    shares.sort(key=itemgetter(1), reverse=True)
    spent = sum((share for _, share in shares), Fraction(0))
    return Sum(spent, limit.value if limit else None, tuple(shares))


def outlays(initiative: Initiative, span: Span | None) -> Iterator[Outlay]:
    """Give every sum that an initiative costs; one that `by_year` mentions in no year is spread over the work."""
    cost = initiative.cost
    if cost is None:
        return
    for purse in PURSES:
        by_year = list(_by_year(initiative.id, cost, purse))
        amount: Quantity | None = getattr(cost, purse)
        if by_year:
            yield from by_year
        elif amount:
            yield Outlay(initiative.id, purse, ("cost", purse), Fraction(amount.value), span)
    if cost.recurrent:
        after = Span(span.last + 1, _FOR_EVER) if span else None
        yield Outlay(
            initiative.id, "revenue", ("cost", "recurrent"), Fraction(cost.recurrent.value), after, each_year=True
        )


def _by_year(id: str, cost: Cost, purse: Purse) -> Iterator[Outlay]:
    for year, sums in cost.by_year.items():
        amount: Quantity | None = getattr(sums, purse)
        if amount:
            keys = ("cost", "by_year", str(year), purse)
            yield Outlay(id, purse, keys, Fraction(amount.value), span_named(year))
