"""RICE: how many people, how much for each, how surely, for how much work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.methods import DECLARED
from digistrat.score.table import Result

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digistrat.score.table import Column, Row


def score(columns: Sequence[Column], row: Row) -> Result | None:  # noqa: ARG001  (every method is called alike)
    """Give reach × impact × confidence ÷ effort; higher is better, without a best.

    Reach counts people in a stretch of time that is the same for all work, impact is 3, 2, 1, 0.5 or 0.25 for each of
    them, confidence is in per cent, effort in person-months. None where one is not known, or the effort is not above 0.

    Source: Intercom, RICE: Simple prioritization for product managers (2016).
    """
    numbers = row.numbers(DECLARED["rice"].inputs)
    if numbers is None:
        return None
    reach, impact, confidence, effort = numbers.values()
    return Result(reach * impact * confidence / 100 / effort, numbers) if effort > 0 else None
