"""Whether one amount is more than another, with `about`, `over` and `up to` taken at their word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digistrat.model.values.quantity import Quantity


def lies_above(one: Quantity, other: Quantity) -> bool:
    """Tell whether all that an amount could mean is more than all that the other could."""
    low, high = one.interval.low, other.interval.high
    return low is not None and high is not None and low >= high and not one.interval.meets(other.interval)


def is_worse(one: Quantity, other: Quantity, *, rises: bool) -> bool:
    """Tell whether an amount is surely worse than another; where higher is better it `rises`."""
    return lies_above(other, one) if rises else lies_above(one, other)
