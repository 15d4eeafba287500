"""ICE: impact, confidence and ease, by their mean or their product."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from digistrat.figures.methods import DECLARED
from digistrat.score.table import Result

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digistrat.score.table import Column, Row

_INPUTS = DECLARED["ice"].inputs


def mean(columns: Sequence[Column], row: Row) -> Result | None:  # noqa: ARG001  (every method is called alike)
    """Give (impact + confidence + ease) ÷ 3, each from 1 to 10; higher is better. None where one is not known.

    Source: Ellis and Brown, Hacking Growth (2017), ch. 4.
    """
    numbers = row.numbers(_INPUTS)
    return Result(sum(numbers.values(), start=Fraction(0)) / 3, numbers) if numbers else None


def product(columns: Sequence[Column], row: Row) -> Result | None:  # noqa: ARG001  (as above)
    """Give impact × confidence × ease, each from 1 to 10; higher is better. None where one is not known.

    One low number pulls the product down further than the mean, so that the two may rank differently.

    Source: Gilad, Evidence-Guided (2023).
    """
    numbers = row.numbers(_INPUTS)
    if numbers is None:
        return None
    impact, confidence, ease = numbers.values()
    return Result(impact * confidence * ease, numbers)
