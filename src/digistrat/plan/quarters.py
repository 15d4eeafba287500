"""The quarters that are planned: counted from 0 at the plan's start, and named as people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digistrat.figures.spans import Span, month_number, span_named

if TYPE_CHECKING:
    from digistrat.figures.periods import Period
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.date import Date
    from digistrat.model.values.duration import Duration

QUARTER = 3  # months
_YEAR = 12
_MOST = 80  # quarters: twenty years; nobody plans further, and each one costs time


class Quarters(NamedTuple):
    """The plan's quarters: the month in which the first begins, how many they are, and when the years start.

    They are calendar quarters wherever those are quarters of the financial year, too; else they are the latter.
    """

    first: int
    number: int
    year_starts: int  # the month in which the financial year begins
    year_starts_on: int = 1  # and the day of that month
    is_financial: bool = False  # the strategy's own dates are in financial years, and people read quarters as theirs

    @property
    def span(self) -> Span:
        """Give the months of all of them."""
        return self.months(0, self.number)

    @property
    def are_calendar(self) -> bool:
        """Tell whether they can be named by the calendar."""
        return self.year_starts % QUARTER == 1

    def months(self, start: int, finish: int) -> Span:
        """Give the months from the beginning of one quarter to that of another."""
        return Span(self.first + start * QUARTER, self.first + finish * QUARTER - 1)

    def holding(self, month: int) -> int:
        """Give the quarter that a month lies in; below 0 before the plan's start."""
        return (month - self.first) // QUARTER

    def from_on(self, when: Date) -> int:
        """Give the first quarter that does not begin before a date; a year from 6 April is one from April."""
        month, day = month_number(when.first), when.first.day
        is_whole = day == 1 or (when.precision.startswith("financial") and day == self.year_starts_on)
        is_first = is_whole and (month - self.first) % QUARTER == 0
        return self.holding(month) if is_first else self.holding(month) + 1

    def name(self, quarter: int) -> str:
        """Name a quarter: `2027-Q1`, or `FY2027-28-Q1` where financial quarters are no calendar quarters."""
        if not self.are_calendar:
            return self.financial_name(quarter)
        year, month = divmod(self.first + quarter * QUARTER, _YEAR)
        return f"{year:04}-Q{month // QUARTER + 1}"

    def financial_name(self, quarter: int) -> str:
        """Name a quarter of the financial year: `FY2026-27-Q4`, or `2027-Q1` where that is the calendar's."""
        year, since = divmod(self.first + quarter * QUARTER - self.year_starts + 1, _YEAR)
        if self.year_starts == 1:
            return f"{year:04}-Q{since // QUARTER + 1}"
        return f"FY{year:04}-{(year + 1) % 100:02}-Q{since // QUARTER + 1}"

    def said(self, quarter: int) -> str:
        """Name a quarter as the strategy's readers do: by the financial year where its own dates are."""
        return self.financial_name(quarter) if self.is_financial else self.name(quarter)

    def called(self, period: Period) -> str:
        """Name a bottleneck's period: by `name` where it is one quarter, else as it is called."""
        return period.name if period.span.months <= 0 else self.named(period.span, period.name)

    def concerns(self, span: Span, *, is_over: bool) -> bool:
        """Tell whether a period is the plan's: none that is past, and none beyond it unless too much is asked there."""
        is_past = span.months > 0 and span.last < self.first
        return not is_past and (is_over or span.first <= self.span.last)

    def named(self, span: Span, otherwise: str) -> str:
        """Name a period: by `name` where it is one quarter, else as it is called."""
        is_one = span.months == QUARTER and (span.first - self.first) % QUARTER == 0
        return self.name(self.holding(span.first)) if is_one else otherwise


def quarters_of(strategy: Strategy) -> Quarters:
    """Give the quarters of `plan` in scoring.yaml; without it, from the next quarter to the end of the period."""
    starts = strategy.context.year_starts[0]
    said = strategy.scoring.plan if strategy.scoring else None
    if said and said.start:
        first = _first_month(month_number(said.start.first), starts)
    else:
        first = _first_month(month_number(strategy.as_of), starts) + QUARTER
    number = said.quarters if said and said.quarters is not None else _until_the_end(strategy, first)
    return Quarters(first, min(number, _MOST), starts, strategy.context.year_starts[1], strategy.is_in_financial_years)


def _first_month(month: int, starts: int) -> int:
    """Give the first month of the financial year's quarter that a month lies in."""
    return month - (month - starts + 1) % QUARTER


def _until_the_end(strategy: Strategy, first: int) -> int:
    period = strategy.manifest.period
    return max(1, -(-(span_named(period.end).last - first + 1) // QUARTER)) if period else 1


def quarters_taken(duration: Duration) -> int:
    """Give how many whole quarters a duration needs; days and weeks by the longest quarter, 92 days."""
    months = {"month": 1, "quarter": QUARTER, "year": _YEAR}.get(duration.unit)
    return -(-duration.number * months // QUARTER) if months else -(-duration.days // 92)
