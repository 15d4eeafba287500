"""Numbers in sentences: rounded, but never into saying more than is known."""

from __future__ import annotations

from fractions import Fraction

import pytest

from digistrat.score.robustness.phrases import how_often, moved


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (10_000, "in every one of 10,000 weightings"),
        (9_996, "in all but 4 of 10,000 weightings"),
        (9_950, "in all but 50 of 10,000 weightings"),
        (9_949, "in 99% of 10,000 weightings"),
        (9_312, "in 93% of 10,000 weightings"),
        (51, "in 1% of 10,000 weightings"),
        (50, "in only 50 of 10,000 weightings"),
        (0, "in none of 10,000 weightings"),
    ],
)
def test_a_share_is_never_rounded_to_all_or_nothing(share: int, words: str) -> None:
    assert words == how_often(Fraction(share, 10_000))


@pytest.mark.parametrize(
    ("weight", "to", "words"),
    [
        ("50", "62", ("50", "62")),
        ("50", "62.5", ("50", "62.5")),
        ("50", "62.55", ("50", "about 62.6")),
        ("50", "50.04", ("50", "50.04")),
        ("50", "50.00123", ("50", "about 50.001")),
        ("33.333", "33.33", ("33.333", "33.33")),
        ("0", "0.004", ("0", "0.004")),
        ("25", "40.02", ("25", "about 40")),
    ],
)
def test_two_weights_never_read_the_same(weight: str, to: str, words: tuple[str, str]) -> None:
    assert words == moved(Fraction(weight), Fraction(to))


def test_a_weight_that_has_not_moved_is_refused_and_not_looked_at_for_ever() -> None:
    with pytest.raises(ValueError, match="stays at 1/3 has not moved"):
        moved(Fraction(1, 3), Fraction(1, 3))
