"""WSJF, weighted shortest job first: what waiting costs, for each unit of work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.methods import DECLARED
from digistrat.score.table import Result

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digistrat.score.table import Column, Row


def score(columns: Sequence[Column], row: Row) -> Result | None:  # noqa: ARG001  (every method is called alike)
    """Give (value + urgency + risk reduction) ÷ effort; higher is better, without a best.

    None where one is not known, or the effort is not above 0.

    Source: Scaled Agile, Weighted Shortest Job First, with cost of delay as user and business value, time criticality,
    and risk reduction or opportunity enablement; after Reinertsen, The Principles of Product Development Flow (2009).
    """
    numbers = row.numbers(DECLARED["wsjf"].inputs)
    if numbers is None:
        return None
    value, urgency, risk_reduction, effort = numbers.values()
    return Result((value + urgency + risk_reduction) / effort, numbers) if effort > 0 else None
