"""Every number that an amount could mean, so that what was not exact stays so in a sum."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import reduce
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_EXACT = 80  # digits: amounts have 15, from 10^-14 to 10^27, and the count of them comes on top


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from `low` to `high`, without `low` itself where it is `open`; None is no end on that side."""

    low: Decimal | None = None
    high: Decimal | None = None
    open: bool = False

    def holds(self, number: Decimal) -> bool:
        """Tell whether a number is one of them."""
        return self.meets(Interval(number, number))

    def meets(self, other: Interval) -> bool:
        """Tell whether some number is in both."""
        return self._reaches(other) and other._reaches(self)

    def plus(self, other: Interval) -> Interval:
        """Give every sum of a number of this one and a number of the other."""
        return Interval(_sum(self.low, other.low), _sum(self.high, other.high), open=self.open or other.open)

    def _reaches(self, other: Interval) -> bool:
        """Tell whether its upper end lies above the other's lower one, or on it where that is in both."""
        if self.high is None or other.low is None:
            return True
        return self.high > other.low or (self.high == other.low and not other.open)


def _sum(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else total((one, other))


def total(numbers: Iterable[Decimal]) -> Decimal:
    """Add up without rounding; nothing adds up to 0."""
    with localcontext() as context:
        context.prec = _EXACT
        return sum(numbers, Decimal())


def total_of(intervals: Iterable[Interval]) -> Interval:
    """Give every sum of a number of each; of none it is 0."""
    return reduce(Interval.plus, intervals, Interval(Decimal(), Decimal()))
