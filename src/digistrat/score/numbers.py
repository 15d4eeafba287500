"""How the numbers of a ranking are written: as few decimals as tell them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

_MOST = 9  # decimals: what nobody could tell apart any more


def written(number: Fraction | None, places: int) -> str:
    """Write a number with at most so many decimals, from one up; empty where it is not known."""
    if number is None:
        return ""
    scaled = round(number * 10**places)
    whole, rest = divmod(abs(scaled), 10**places)
    decimals = f"{rest:0{places}d}".rstrip("0")
    return f"{'-' if scaled < 0 else ''}{whole}{f'.{decimals}' if decimals else ''}"


def places(numbers: Iterable[Fraction | None]) -> int:
    """Give the fewest decimals, from one up, with which different numbers read differently, and only 0 reads as 0."""
    different = {number for number in numbers if number is not None} | {0}
    for count in range(1, _MOST):
        if len({round(number * 10**count) for number in different}) == len(different):
            return count
    return _MOST
