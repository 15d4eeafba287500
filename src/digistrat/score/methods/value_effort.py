"""Value for effort: the weighted sum for each unit of work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.score.methods import weighted
from digistrat.score.table import Result

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digistrat.score.table import Column, Row


def score(columns: Sequence[Column], row: Row) -> Result | None:
    """Give value ÷ effort, where value is the weighted sum, from 0 to 100; higher is better, without a best.

    The parts add up to the value. None where a criterion or the effort is not known, or the effort is not above 0.

    Source: Phillips and Bana e Costa, Transparent prioritisation, budgeting and resource allocation, Annals of
    Operations Research 154 (2007), pp. 51-68: options in the order of benefit to cost.
    """
    value = weighted.score(columns, row)
    if value is None or row.effort is None or row.effort <= 0:
        return None
    return Result(value.score / row.effort, value.parts)
