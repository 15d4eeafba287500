"""Charts: the line where the numbers are, and no label where the line may run."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from digistrat.publish.charts import Chart, Point, line_chart


def chart(*values: int, target: int | None = None) -> Chart:
    points = [Point(date(2026, 1 + n, 1), Decimal(value), str(value), f"month {n}") for n, value in enumerate(values)]
    return line_chart("A finding", points, None if target is None else (Decimal(target), "Target"))


def heights(found: Chart) -> dict[str, float]:
    return {label.text: float(label.y) for label in found.labels}


def test_dots_stand_by_day_and_value() -> None:
    assert (("8", "108"), ("188.7", "34"), ("352", "71")) == chart(0, 10, 5).dots
    assert "8,108 188.7,34 352,71" == chart(0, 10, 5).points
    assert not chart(0, 10).target


def test_a_line_that_never_moves_stands_half_way_up() -> None:
    assert (("8", "71"), ("352", "71")) == chart(5, 5).dots


@pytest.mark.parametrize(
    ("first", "last", "target"), [(10, 40, 90), (90, 40, 10), (50, 50, 50), (10, 90, 50), (0, 1, 100), (5, 9, 5)]
)
def test_labels_keep_apart_and_inside(first: int, last: int, target: int) -> None:
    found = chart(first, last, target=target)
    at, level = heights(found), float(found.target)
    dots = [float(y) for _, y in found.dots]

    for text, dot in zip((str(first), str(last)), dots, strict=True):
        assert not min(dot, level) < at[text] < max(dot, level)
    assert abs(at["Target"] - at[str(first)]) >= 13
    assert all(13 <= y <= found.height for y in at.values())
