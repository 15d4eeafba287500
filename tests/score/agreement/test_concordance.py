"""Kendall's W is what textbooks work out, with ties and without."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digistrat.score.agreement.concordance import kendall_w


def exact(*judges: str) -> list[list[Fraction]]:
    return [[Fraction(number) for number in judge.split()] for judge in judges]


def test_the_published_example_with_ties_comes_out() -> None:
    # Source: Kendall, Rank correlation methods (1948), in Siegel, Nonparametric statistics (1956), ch. 9: W = .828.
    judges = exact("1 4.5 2 4.5 3 7.5 6 9 7.5 10", "2.5 1 2.5 4.5 4.5 8 9 6.5 10 6.5", "2 1 4.5 4.5 4.5 4.5 8 8 8 10")

    w = kendall_w(judges)

    assert w == Fraction(591, 714)
    assert "0.828" == f"{float(w):.3f}"


def test_twenty_people_rated_by_three_come_out() -> None:
    # Source: the ratings of anxiety that the R packages irr and DescTools bring; W corrected for ties 0.54.
    judges = exact(
        "3 3 3 4 5 5 2 3 5 2 2 6 1 5 2 2 1 2 4 3",
        "3 6 4 6 2 4 2 4 3 3 2 3 3 3 2 2 1 3 3 4",
        "2 1 4 4 3 2 1 6 1 1 1 2 3 3 1 1 3 3 2 2",
    )

    w = kendall_w(judges)

    assert w
    assert "0.54" == f"{float(w):.2f}"


def test_a_small_one_without_ties_comes_out() -> None:
    # Source: ProofWiki, Kendall's coefficient of concordance, example 1: three competitors, four judges.
    assert Fraction(1, 16) == kendall_w(exact("1 3 2", "1 2 3", "2 3 1", "3 1 2"))


def test_six_applicants_come_out() -> None:
    # Source: Siegel, Nonparametric statistics (1956), ch. 9: three executives, six applicants, W = .16.
    w = kendall_w(exact("1 6 3 2 5 4", "1 5 6 4 2 3", "6 3 2 5 4 1"))

    assert w
    assert "0.16" == f"{float(w):.2f}"


@pytest.mark.parametrize(
    ("judges", "expected"),
    [
        (exact("10 20 30", "1 2 3"), 1),
        (exact("1 2 3", "3 2 1"), 0),
        (exact("1 1 1", "2 2 2"), None),
        (exact("1 1 1", "1 2 3"), Fraction(1, 2)),
        (exact("1 2 3"), None),
        (exact("1", "2"), None),
        ([], None),
    ],
    ids=["same order", "opposite", "no order at all", "one without an order", "one judge", "one thing", "nobody"],
)
def test_the_ends_are_what_they_should_be(judges: list[list[Fraction]], expected: Fraction | None) -> None:
    assert expected == kendall_w(judges)


scores = st.integers(0, 4).map(Fraction)
tables = st.integers(2, 5).flatmap(lambda n: st.lists(st.lists(scores, min_size=n, max_size=n), min_size=2, max_size=4))


@given(tables)
def test_neither_the_order_of_judges_nor_of_things_matters(judges: list[list[Fraction]]) -> None:
    turned = [[number * 3 + 1 for number in reversed(judge)] for judge in reversed(judges)]

    w = kendall_w(judges)

    assert w == kendall_w(turned)
    assert w is None or 0 <= w <= 1
