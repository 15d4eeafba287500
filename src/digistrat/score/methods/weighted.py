"""The weighted sum, anchored to each criterion's own maximum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.score.table import Result

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digistrat.score.table import Column, Row


def score(columns: Sequence[Column], row: Row) -> Result | None:
    """Give Σ weight · points / max, from 0 to 100 where the weights add up to 100; higher is better.

    It never depends on other initiatives: adding one idea does not move the rest. None where a criterion was not
    scored, for what is not known is not zero, or where there is no criterion.

    Source: Belton and Stewart, Multiple Criteria Decision Analysis (2002), ch. 5: additive value with global scales.
    The published matrix of Calderdale and Huddersfield NHS Foundation Trust (2020) is an instance with weights 50,
    25, 25 and maxima 10, 5, 5.
    """
    if not columns or any(column.id not in row.points or column.max <= 0 for column in columns):
        return None
    parts = {column.id: column.weight * row.points[column.id] / column.max for column in columns}
    return Result(sum(parts.values(), start=parts[columns[0].id] * 0), parts)
