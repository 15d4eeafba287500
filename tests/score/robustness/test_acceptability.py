"""Acceptability: the shares are those of every initiative weighed every time, and the weightings are what they claim."""

from __future__ import annotations

from fractions import Fraction
from operator import mul
from statistics import fmean, pstdev

import pytest

from digistrat.score.robustness.acceptability import WEIGHTINGS, acceptability, weightings
from digistrat.score.robustness.comparison import Comparison, weighed
from tests.score.robustness.tables import table

ROWS = {
    "cardiology": [18, 24, 12],
    "closed-loop": [20, 20, 12],
    "network": [14, 28, 16],
    "agile": [12, 20, 20],
    "wi-fi": [16, 16, 12],
    "wi-fi-again": [16, 16, 12],
    "voice": [16, 16, 8],
    "e-consent": [16, 12, 12],
}


def counted_one_by_one(comparison: Comparison) -> dict[str, Fraction]:
    """Weigh everyone in every weighting, exactly, and leave nobody out beforehand."""
    rows = {one.id: [int(number) for number in one.per_criterion] for one in comparison.profiles}
    times = dict.fromkeys(rows, 0)
    for weighting in weightings(comparison.weights):
        totals = {name: sum(map(mul, weighting, row)) for name, row in rows.items()}
        last = sorted(totals.values(), reverse=True)[comparison.top - 1]
        for name, total in totals.items():
            times[name] += total >= last
    return {name: Fraction(count, WEIGHTINGS) for name, count in times.items()}


@pytest.mark.parametrize(
    ("weights", "top"),
    [
        pytest.param([50, 25, 25], 3, id="the published matrix"),
        pytest.param([50, 25, 25], 5, id="two that are alike at the edge"),
        pytest.param([1, 97, 2], 1, id="one weight far above the others"),
        pytest.param([60, 0, 40], 2, id="a criterion without weight"),
    ],
)
def test_the_shares_are_those_of_weighing_everyone_every_time(weights: list[int], top: int) -> None:
    comparison = table(weights, ROWS, top)

    assert counted_one_by_one(comparison) == acceptability(comparison)


def test_the_shares_stand_in_the_order_of_the_ranking() -> None:
    comparison = table([50, 25, 25], ROWS, 3)

    assert [one.id for one in comparison.profiles] == list(acceptability(comparison))


def test_who_is_better_only_where_nothing_counts_is_level() -> None:
    comparison = table([60, 0, 40], {"one": [5, 5, 5], "two": [5, 0, 5], "three": [4, 5, 5]}, 1)

    assert {"one": 1, "two": 1, "three": 0} == acceptability(comparison)


def test_the_unit_of_numbers_and_of_weights_does_not_matter() -> None:
    plain = table([50, 25, 25], ROWS, 3)
    scaled = weighed(
        {"a": Fraction(2), "b": Fraction(1), "c": Fraction(1)},
        {name: [Fraction(number, 7) for number in row] for name, row in ROWS.items()},
        3,
    )

    assert acceptability(plain) == acceptability(scaled)


def test_one_that_is_worse_than_enough_others_changes_no_share() -> None:
    before, after = table([50, 25, 25], ROWS, 3), table([50, 25, 25], {**ROWS, "a": [1, 1, 1]}, 3)

    assert {**acceptability(before), "a": 0} == acceptability(after)


def test_everyone_is_in_where_there_is_a_place_for_everyone() -> None:
    assert {"one": 1, "two": 1} == acceptability(table([50, 50], {"one": [5, 0], "two": [0, 5]}, 2))


def test_those_who_are_alike_are_all_in() -> None:
    assert {"one": 1, "two": 1} == acceptability(table([50, 50], {"one": [3, 3], "two": [3, 3]}, 1))


def test_without_any_weight_there_is_no_weighting_and_no_share() -> None:
    assert {} == acceptability(table([0, 0], {"one": [5, 0], "two": [0, 5]}, 1))
    assert [] == list(weightings([Fraction(0), Fraction(0)]))


def test_the_weightings_lie_around_the_agreed_weights_as_far_as_is_said() -> None:
    drawn = list(weightings([Fraction(50), Fraction(20), Fraction(0), Fraction(30)]))

    shares = [[share * 100 / 2**30 for share in column] for column in zip(*drawn, strict=True)]
    assert WEIGHTINGS == len(drawn)
    assert [50, 20, 0, 30] == [pytest.approx(fmean(column), abs=0.5) for column in shares]
    assert [10, 8, 0] == [pytest.approx(pstdev(column), abs=0.2) for column in shares[:3]]
    assert {0} == set(shares[2])
    assert all(abs(sum(one) - 2**30) <= len(one) for one in drawn)


def test_the_same_weights_draw_the_same_weightings() -> None:
    weights = [Fraction(50), Fraction(50)]

    assert list(weightings(weights)) == list(weightings(weights))


def test_a_criterion_without_weight_changes_no_weighting_of_the_others() -> None:
    with_it = weightings([Fraction(50), Fraction(0), Fraction(50)])

    assert list(weightings([Fraction(50), Fraction(50)])) == [(one, other) for one, _, other in with_it]


def test_a_weight_that_counts_never_falls_to_nothing() -> None:
    drawn = weightings([Fraction(999), Fraction(1)])

    assert min(small for _, small in drawn) == 1
