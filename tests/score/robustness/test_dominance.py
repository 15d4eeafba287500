"""Dominance: what is called certain holds in every weighting, and nothing certain is left out."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from digistrat.score.robustness.comparison import weighed
from digistrat.score.robustness.dominance import Dominance, dominance
from tests.score.robustness.tables import table, tables

if TYPE_CHECKING:
    from digistrat.score.robustness.comparison import Comparison

ROWS = {"best": [5, 4, 5], "second": [4, 5, 4], "third": [3, 3, 3], "odd": [5, 0, 0], "last": [1, 1, 1]}


def test_what_no_weights_can_change_is_told_of_each() -> None:
    assert (
        Dominance("best", "stays", ("second",)),
        Dominance("second", "ahead", ("third", "last")),
        Dominance("third", "behind", ("best", "second")),
        Dominance("last", "behind", ("best", "second")),
    ) == dominance(table([50, 25, 25], ROWS, 2))


def test_who_is_level_by_a_weight_of_nothing_still_comes_after_who_is_better_there() -> None:
    comparison = table([100, 0], {"top": [5, 0], "a": [4, 3], "b": [4, 5]}, 1)

    assert ["top", "b", "a"] == [one.id for one in comparison.profiles]
    assert (Dominance("a", "behind", ("b",)),) == dominance(comparison)


def test_who_is_level_with_the_first_is_not_called_behind() -> None:
    found = dominance(table([100, 0], {"one": [5, 5], "two": [5, 0], "low": [1, 1]}, 1))

    assert [("one", "stays"), ("low", "behind")] == [(one.id, one.kind) for one in found]


def test_nothing_is_told_where_there_is_a_place_for_everyone() -> None:
    assert () == dominance(table([50, 25, 25], ROWS, 5))


def reweighed(comparison: Comparison, weights: list[int]) -> Comparison:
    return weighed(
        {name: Fraction(weight) for name, weight in zip(comparison.criteria, weights, strict=False)},
        {one.id: one.per_criterion for one in comparison.profiles},
        comparison.top,
    )


@given(tables(), st.lists(st.integers(0, 9), min_size=4, max_size=4))
def test_what_is_certain_holds_whatever_the_weights(comparison: Comparison, weights: list[int]) -> None:
    anew = reweighed(comparison, weights)
    score = {one.id: one.score for one in anew.profiles}

    for name, kind, others in dominance(comparison):
        if kind == "stays":
            assert name in anew.first
            assert len(others) < comparison.top
        elif kind == "ahead":
            assert all(score[name] >= score[other] for other in others)
        else:
            assert all(score[name] <= score[other] for other in others)
            assert comparison.top == len(others)


def beats(one: tuple[Fraction, ...], other: tuple[Fraction, ...]) -> bool:
    return one != other and all(mine >= theirs for mine, theirs in zip(one, other, strict=True))


@given(tables())
def test_nothing_certain_is_left_out(comparison: Comparison) -> None:
    rows = {one.id: one.per_criterion for one in comparison.profiles}
    is_settled = len(rows) <= comparison.top
    expected: dict[str, tuple[str, set[str]]] = {}
    for name, row in rows.items():
        rivals = {other for other, theirs in rows.items() if row != theirs and not beats(row, theirs)}
        below = {other for other in rows if other not in rivals and other not in comparison.first}
        if name in comparison.first and len(rivals) < comparison.top:
            expected[name] = "stays", rivals
        elif name in comparison.first and below:
            expected[name] = "ahead", below
        elif name not in comparison.first:
            above = {other for other, theirs in rows.items() if beats(theirs, row)}
            expected |= {name: ("behind", above)} if len(above) >= comparison.top else {}

    found = {one.id: one for one in dominance(comparison)}

    assert (set() if is_settled else expected.keys()) == found.keys()
    for name, one in found.items():
        kind, others = expected[name]
        assert kind == one.kind
        assert set(one.others) <= others
        assert kind == "behind" or set(one.others) == others
