"""Flips: each is where trying every weight finds it, and nothing that should not matter moves it."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from digistrat.score.robustness.comparison import weighed
from digistrat.score.robustness.flips import Flip, flips
from tests.score.robustness.tables import crossings, family, shifted, table, tables

if TYPE_CHECKING:
    from digistrat.score.robustness.comparison import Comparison


def found_by_trying(comparison: Comparison, place: int) -> tuple[Fraction, Fraction] | None:
    """Give the nearest crossing beyond which no set of now holds, and a weight just beyond it."""
    now, whole = comparison.weights[place], Fraction(comparison.whole)
    if now == whole:
        return None
    agreed = family(comparison, comparison.weights)
    marks = sorted({Fraction(0), now, whole, *crossings(comparison, place)})
    ranges = [(abs(now - (low if low >= now else high)), low < now, low, high) for low, high in pairwise(marks)]
    for _, is_below, low, high in sorted(ranges):
        between = (low + high) / 2
        if not agreed.shares_a_set_with(family(comparison, shifted(comparison, place, between))):
            return (high if is_below else low), between
    return None


@given(tables())
def test_a_flip_is_where_trying_every_range_finds_it(comparison: Comparison) -> None:
    found = {flip.criterion: flip.to for flip in flips(comparison)}

    tried = {name: found_by_trying(comparison, place) for place, name in enumerate(comparison.criteria)}
    assert {name: flip[0] for name, flip in tried.items() if flip} == found


@given(tables())
def test_who_enters_and_who_leaves_does_so_just_there(comparison: Comparison) -> None:
    for flip in flips(comparison):
        place = comparison.criteria.index(flip.criterion)
        tried = found_by_trying(comparison, place)
        assert tried
        marks = sorted({flip.weight, *crossings(comparison, place)})
        back = (
            max(mark for mark in marks if mark < flip.to) if flip.to > flip.weight else marks[marks.index(flip.to) + 1]
        )
        before, beyond = (
            family(comparison, shifted(comparison, place, weight)) for weight in ((back + flip.to) / 2, tried[1])
        )
        gain = {one.id: beyond.grade(one.id) - before.grade(one.id) for one in comparison.profiles}
        level = {name for name in gain if beyond.grade(name) == 1}

        assert sorted(level) == list(flip.level)
        assert {name for name in gain if gain[name] > 0} == set(flip.entering) - {
            name for name in level if not gain[name]
        }
        assert {name for name in gain if gain[name] < 0} == set(flip.leaving) - {
            name for name in level if not gain[name]
        }
        assert flip.entering
        assert flip.leaving
        assert not set(flip.entering) & set(flip.leaving)


def scanned(comparison: Comparison, place: int, steps: int) -> tuple[Fraction, Fraction] | None:
    """Walk over evenly spaced weights, nearest first: the step in which the first places change."""
    agreed, whole = family(comparison, comparison.weights), Fraction(comparison.whole)
    now = comparison.weights[place]
    grid = sorted((whole * step / steps for step in range(steps + 1)), key=lambda weight: abs(weight - now))
    for weight in grid:
        if not agreed.shares_a_set_with(family(comparison, shifted(comparison, place, weight))):
            back = whole / steps if weight < now else -whole / steps
            return min(weight, weight + back), max(weight, weight + back)
    return None


@pytest.mark.parametrize("seed", range(2))
def test_a_flip_lies_in_the_step_where_a_scan_of_10000_weights_sees_it(seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311  (made-up scores)
    rows = {f"i{place}": [draw.randint(0, 10) for _ in range(3)] for place in range(8)}
    comparison = table([50, 30, 20], rows, 3)

    found = {flip.criterion: flip.to for flip in flips(comparison)}

    for place, name in enumerate(comparison.criteria):
        step = scanned(comparison, place, 10_000)
        assert (step is None) == (name not in found)
        assert step is None or step[0] <= found[name] <= step[1]


@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(comparison: Comparison, shuffle: random.Random) -> None:
    rows = [(one.id, one.per_criterion) for one in comparison.profiles]
    shuffle.shuffle(rows)

    again = weighed(dict(zip(comparison.criteria, comparison.weights, strict=True)), dict(rows), comparison.top)

    assert comparison == again
    assert flips(comparison) == flips(again)


@given(tables(), st.fractions(Fraction(1, 9), 9), st.fractions(Fraction(1, 9), 9))
def test_the_unit_of_numbers_and_of_weights_does_not_matter(
    comparison: Comparison, of_numbers: Fraction, of_weights: Fraction
) -> None:
    scaled = weighed(
        {name: weight * of_weights for name, weight in zip(comparison.criteria, comparison.weights, strict=True)},
        {one.id: [number * of_numbers for number in one.per_criterion] for one in comparison.profiles},
        comparison.top,
    )

    expected = [flip._replace(weight=flip.weight * of_weights, to=flip.to * of_weights) for flip in flips(comparison)]
    assert expected == list(flips(scaled))


@given(tables(), st.data())
def test_one_that_is_worse_than_another_outside_moves_no_flip(comparison: Comparison, data: st.DataObject) -> None:
    outside = [one for one in comparison.profiles if one.id not in comparison.first]
    assume(outside)
    better = data.draw(st.sampled_from(outside))
    worse = [number - data.draw(st.integers(1, 3)) for number in better.per_criterion]
    rows = {one.id: one.per_criterion for one in comparison.profiles}

    more = weighed(
        dict(zip(comparison.criteria, comparison.weights, strict=True)), {**rows, "a": tuple(worse)}, comparison.top
    )

    assert flips(comparison) == flips(more)


def test_of_two_flips_at_the_same_distance_the_higher_weight_is_given() -> None:
    comparison = table([50, 50], {"even": [3, 3], "left": [5, 0], "right": [0, 5]}, 1)

    found = [(flip.criterion, flip.to, flip.entering) for flip in flips(comparison)]

    assert [("a", Fraction(60), ("left",)), ("b", Fraction(60), ("right",))] == found


def test_the_nearest_flip_comes_first() -> None:
    comparison = table([60, 30, 10], {"one": [5, 3, 0], "two": [4, 4, 5]}, 1)

    found = flips(comparison)

    expected = [("c", Fraction(25, 4)), ("a", Fraction(200, 3)), ("b", Fraction(25, 2))]
    assert expected == [(flip.criterion, flip.to) for flip in found]


def test_several_may_change_places_at_once() -> None:
    rows = {"a1": [4, 0], "a2": [4, 0], "b1": [0, 4], "b2": [0, 4]}

    (first, second) = flips(table([60, 40], rows, 2))

    assert Flip("a", Fraction(60), Fraction(50), ("b1", "b2"), ("a1", "a2"), ()) == first
    assert Flip("b", Fraction(40), Fraction(50), ("b1", "b2"), ("a1", "a2"), ()) == second


def test_a_change_among_those_who_are_level_is_none() -> None:
    rows = {"sure": [9, 9], "left": [4, 0], "right": [0, 4]}

    assert () == flips(table([50, 50], rows, 2))


def test_a_weight_of_nothing_can_be_raised_but_all_the_weight_cannot_be_changed() -> None:
    found = flips(table([100, 0], {"one": [5, 0], "two": [4, 4]}, 1))

    assert [Flip("b", Fraction(0), Fraction(20), ("two",), ("one",), ())] == list(found)


@pytest.mark.parametrize(
    ("weights", "top"),
    [
        pytest.param([50, 50], 2, id="a place for everyone"),
        pytest.param([50, 50], 5, id="more places than initiatives"),
        pytest.param([0, 0], 1, id="no weight at all"),
    ],
)
def test_there_is_no_flip_where_nothing_can_change(weights: list[int], top: int) -> None:
    assert () == flips(table(weights, {"one": [5, 0], "two": [0, 5]}, top))


def test_weights_that_add_up_to_something_else_are_shares_of_that() -> None:
    rows = {"one": [5, 0], "two": [0, 5]}

    (first, _) = flips(table([6, 2], rows, 1))

    assert ("a", Fraction(6), Fraction(4)) == (first.criterion, first.weight, first.to)


@pytest.mark.parametrize(
    ("rows", "top", "entering", "leaving", "level"),
    [
        pytest.param(
            {"a1": [4, 0], "a2": [4, 0], "b": [0, 4]}, 2, ("b",), ("a1", "a2"), ("a1", "a2"), id="one of two leaves"
        ),
        pytest.param(
            {"a": [4, 0], "b1": [0, 4], "b2": [0, 4]}, 1, ("b1", "b2"), ("a",), ("b1", "b2"), id="one of two enters"
        ),
        pytest.param(
            {"a1": [4, 0], "a2": [4, 0], "a3": [4, 0], "b": [0, 4]},
            2,
            ("b",),
            ("a1", "a2", "a3"),
            ("a1", "a2", "a3"),
            id="one of two places less for three who were level",
        ),
        pytest.param(
            {"a": [4, 0], "b1": [3, 3], "b2": [3, 3], "b3": [3, 3]},
            2,
            ("b1", "b2", "b3"),
            ("a",),
            ("b1", "b2", "b3"),
            id="one place more for three who were level",
        ),
        pytest.param(
            {"a": [4, 0], "b1": [3, 3], "b2": [3, 3]}, 2, ("b1", "b2"), ("a",), (), id="a place for both who were level"
        ),
        pytest.param(
            {"z": [4, 0], "a1": [3, 1], "a2": [3, 1], "u": [0, 4], "v": [0, 4]},
            3,
            ("u", "v"),
            ("z", "a1", "a2"),
            ("a1", "a2"),
            id="who surely leaves comes first",
        ),
        pytest.param(
            {"c": [4, 0], "a": [0, 4], "b": [0, 4], "d": [3, 1]},
            2,
            ("a", "b"),
            ("c", "d"),
            (),
            id="two at once, though at different places",
        ),
    ],
)
def test_who_is_level_beyond_a_flip_enters_or_leaves_by_chance(
    rows: dict[str, list[int]], top: int, entering: tuple[str, ...], leaving: tuple[str, ...], level: tuple[str, ...]
) -> None:
    flip = next(flip for flip in flips(table([90, 10], rows, top)) if flip.criterion == "a")

    assert (entering, leaving, level) == (flip.entering, flip.leaving, flip.level)
