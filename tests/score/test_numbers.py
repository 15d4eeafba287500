"""Numbers of a ranking have as few decimals as tell them apart."""

from __future__ import annotations

from fractions import Fraction

import pytest

from digistrat.score.numbers import places, written
from digistrat.wording import rounded


@pytest.mark.parametrize(
    ("number", "most", "said"),
    [
        (None, 1, ""),
        (Fraction(70), 1, "70"),
        (Fraction(701, 10), 1, "70.1"),
        (Fraction(1, 4), 2, "0.25"),
        (Fraction(1, 4), 1, "0.2"),
        (Fraction(1, 20), 2, "0.05"),
        (Fraction(-3, 2), 2, "-1.5"),
        (Fraction(-1, 100), 1, "0"),
        (Fraction(123456), 3, "123456"),
    ],
)
def test_a_number_is_written_with_at_most_so_many_decimals(number: Fraction | None, most: int, said: str) -> None:
    assert said == written(number, most)
    assert most != 1 or said == rounded(number)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([], 1),
        ([Fraction(70), None, Fraction(75)], 1),
        ([Fraction(70), Fraction(70)], 1),
        ([Fraction(214, 100), Fraction(208, 100)], 2),
        ([Fraction(701, 10), Fraction(7014, 100)], 2),
        ([Fraction(1, 2000)], 4),
        ([Fraction(1), 1 + Fraction(1, 10**30)], 9),
    ],
)
def test_different_scores_read_differently_as_far_as_that_helps(numbers: list[Fraction | None], expected: int) -> None:
    assert expected == places(numbers)
