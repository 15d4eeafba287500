"""The plan: how good it is, how good that is known to be, and always the same."""

from __future__ import annotations

import sys
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from digistrat.plan.bound import bound
from digistrat.plan.check import holds
from digistrat.plan.plan import GREEDY, Plan, plan_of
from digistrat.plan.solver import Means
from tests.plan.case import Case
from tests.plan.larger import larger
from tests.plan.small import HAND, POT, QUARTER, TEAM, YEAR, problem, problem_in

if TYPE_CHECKING:
    from pathlib import Path

NOW = Fraction(98, 100)
BOTH = pytest.mark.parametrize("means", [pytest.param(Means(), id="solver"), pytest.param(HAND, id="by hand")])
TWINS = [f"id: {id}, worth: 50, uses: {{team: 2}}" for id in "cab"]


@pytest.mark.parametrize("seed", range(60))
def test_greedy_is_worth_no_more_than_the_plan_and_that_no_more_than_the_bound(seed: int, tmp_path: Path) -> None:
    planned = problem_in(tmp_path, larger(seed))

    by_hand, plan = plan_of(planned, HAND), plan_of(planned)

    assert by_hand.bound is not None
    assert plan.bound is not None
    assert by_hand.value <= plan.value <= plan.bound <= bound(planned)
    assert plan.value <= by_hand.bound
    assert holds(planned, by_hand.schedule)
    assert holds(planned, plan.schedule)
    for one in (by_hand, plan):
        assert ("optimal" == one.status) == (one.value == one.bound)
        assert (one.gap == 0) == (one.status == "optimal")


@pytest.mark.parametrize("seed", range(0, 60, 7))
@BOTH
def test_two_runs_in_whichever_order_work_is_written_give_one_plan(seed: int, means: Means, tmp_path: Path) -> None:
    case = larger(seed)
    turned = Case(**{**vars(case), "works": case.works[::-1], "bottlenecks": case.bottlenecks[::-1]})
    (tmp_path / "turned").mkdir()
    planned = problem_in(tmp_path, case)

    first, second = plan_of(planned, means), plan_of(planned, means)
    third = plan_of(problem_in(tmp_path / "turned", turned), means)

    assert first == second
    assert (first.chosen, first.bound, list(first.schedule)) == (third.chosen, third.bound, list(third.schedule))


@BOTH
def test_of_twins_the_first_by_id_goes_first(means: Means, tmp_path: Path) -> None:
    plan = plan_of(problem(tmp_path, *TWINS, having=TEAM, plan="plan: {from: 2027-04, quarters: 2}"), means)

    assert [("a", 0), ("b", 1)] == [(one.id, one.slot.start) for one in plan.chosen]


@BOTH
@pytest.mark.parametrize(("one", "other"), [("a", "b"), ("b", "a")])
def test_of_twins_that_exclude_each_other_the_first_by_id_is_done(
    means: Means, one: str, other: str, tmp_path: Path
) -> None:
    work = [f"id: {one}, worth: 50, excludes: {other}", f"id: {other}, worth: 50"]

    assert ["a"] == list(plan_of(problem(tmp_path, *work), means).schedule)


def test_what_is_done_stands_in_order_of_time_then_of_ids(tmp_path: Path) -> None:
    work = ["id: b, worth: 9", "id: c, worth: 9, depends_on: a", "id: a, worth: 9"]

    plan = plan_of(problem(tmp_path, *work, "id: d, worth: 9, duration: 2 quarters"))

    assert [("a", (0, 1)), ("b", (0, 1)), ("d", (0, 2)), ("c", (1, 2))] == [(one.id, one.slot) for one in plan.chosen]


def test_a_proven_plan_has_no_gap(tmp_path: Path) -> None:
    plan = plan_of(problem(tmp_path, "id: a, worth: 50"))

    assert "optimal" == plan.status
    assert [50 * NOW, 50 * NOW, 0] == [plan.value, plan.bound, plan.gap]


def test_filled_by_hand_a_plan_that_reaches_the_bound_is_the_best_there_is(tmp_path: Path) -> None:
    plan = plan_of(problem(tmp_path, "id: a, worth: 50"), HAND)

    assert ("optimal", GREEDY) == (plan.status, plan.solver)


def test_filled_by_hand_a_plan_says_by_how_much_it_may_be_short_of_the_best(tmp_path: Path) -> None:
    work = ["id: a, worth: 50, uses: {pot: 8}", "id: b, worth: 20, uses: {pot: 8}"]

    plan = plan_of(problem(tmp_path, *work, having=POT), HAND)

    assert ("heuristic", 50 * NOW, 55 * NOW, Fraction(1, 11)) == (plan.status, plan.value, plan.bound, plan.gap)


def test_where_the_solver_is_not_installed_the_plan_is_filled_by_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned = problem(tmp_path, "id: a, worth: 50")
    by_hand = plan_of(planned, HAND)
    monkeypatch.setitem(sys.modules, "highspy", None)

    assert by_hand == plan_of(planned)


def test_a_plan_of_nothing_is_the_best_where_there_is_nothing(tmp_path: Path) -> None:
    plan = plan_of(problem(tmp_path))

    assert ("optimal", {}) == (plan.status, plan.schedule)
    assert [Fraction(0), 0] == [plan.bound, plan.gap]


def test_the_first_plan_is_kept_where_nothing_better_is_found_in_time(tmp_path: Path) -> None:
    planned = problem_in(tmp_path, larger(3))
    best = plan_of(planned)

    plan = plan_of(planned, Means(seconds=1e-9), start=best.schedule)

    assert best.value == plan.value


def test_a_start_that_is_no_plan_is_left_aside(tmp_path: Path) -> None:
    planned = problem(tmp_path, *TWINS, having=TEAM, plan=QUARTER)

    for start in ({"a": 0, "b": 0}, {"gone": 0}):
        assert {"a": 0} == plan_of(planned, start=start).schedule
        assert {"a": 0} == plan_of(planned, start=start, means=HAND).schedule


def test_forced_work_is_in_the_plan_and_left_out_work_is_not(tmp_path: Path) -> None:
    planned = problem(tmp_path, *TWINS, having=TEAM, plan=QUARTER)

    plan = plan_of(planned, forced=["c"], without=["a"])

    assert {"c": 0} == plan.schedule
    assert "optimal" == plan.status


def test_a_plan_is_worth_something_or_has_no_gap(tmp_path: Path) -> None:
    planned = problem(tmp_path, "id: a, worth: 0")
    nothing = Plan(planned, {}, "heuristic", Fraction(0), GREEDY)

    assert 0 == nothing.gap
    assert 1 == replace(nothing, bound=Fraction(9)).gap


@pytest.mark.parametrize(
    ("bound", "value", "gap"),
    [
        pytest.param(-8, -10, Fraction(1, 4), id="both below zero"),
        pytest.param(5, -10, 3, id="the value below zero"),
        pytest.param(0, -10, 1, id="a bound of nothing"),
        pytest.param(-10, -10, 0, id="proven"),
    ],
)
def test_the_gap_is_a_share_of_the_bound_on_either_side_of_zero(
    bound: int, value: int, gap: Fraction, tmp_path: Path
) -> None:
    planned = problem(tmp_path, "id: a, worth: 1")
    options = {"a": tuple(replace(one, value=Fraction(value)) for one in planned.options["a"])}

    plan = Plan(replace(planned, options=options), {"a": 0}, "within", Fraction(bound), GREEDY)

    assert gap == plan.gap


@BOTH
@pytest.mark.parametrize(
    ("work", "start", "kept"),
    [
        pytest.param(["id: a, worth: 5", "id: b, worth: 0"], "ab", "a", id="what is worth nothing goes"),
        pytest.param(["id: a, worth: 5, depends_on: b", "id: b, worth: 0"], "ab", "ab", id="what is waited for stays"),
        pytest.param(["id: a, worth: 0", "id: b, worth: 0, depends_on: a"], "ab", "", id="what only that waits for goes"),
        pytest.param(["id: a, worth: 0, must_do: true"], "a", "a", id="what is certain stays"),
        pytest.param(["id: a, worth: 0, must_do: true, depends_on: b", "id: b, worth: 0"], "ab", "ab", id="with what it waits for"),
        pytest.param(["id: a, worth: 5, uses: {pot: 11}", "id: b, worth: 0, frees: {pot: 1}"], "ab", "ab", id="what makes room stays"),
        pytest.param(["id: a, worth: 5, uses: {pot: 10}", "id: b, worth: 0, frees: {pot: 1}"], "ab", "a", id="unless nobody needs it"),
    ],
)  # fmt: skip
def test_what_is_worth_nothing_and_needed_by_nothing_is_left_out(
    means: Means, work: list[str], start: str, kept: str, tmp_path: Path
) -> None:
    planned = problem(tmp_path, *work, having=POT, plan=QUARTER if "depends" not in "".join(work) else YEAR)
    first = dict.fromkeys(start, 0)

    plan = plan_of(planned, means, start=first)

    assert list(kept) == list(plan.schedule)


@BOTH
def test_work_of_a_sort_that_is_worth_nothing_is_done_for_its_share_and_for_nothing_else(
    means: Means, tmp_path: Path
) -> None:
    work = [f"id: {id}, worth: {worth}, effort: 4, portfolio: {sort}" for id, worth, sort in (
        ("a", 90, "improve"), ("b", 0, "maintain"), ("c", 0, "maintain"))]  # fmt: skip

    plan = plan_of(problem(tmp_path, *work, plan=f"{QUARTER}\nmix: {{maintain: {{min: 50}}}}"), means)

    assert ["a", "b"] == list(plan.schedule)


@pytest.mark.parametrize(("better", "other"), [("a", "b"), ("b", "a")])
def test_what_differs_by_less_than_the_solver_can_see_is_never_called_the_best_where_it_is_not(
    better: str, other: str, tmp_path: Path
) -> None:
    planned = problem(tmp_path, *(f"id: {id}, worth: 50, uses: {{pot: 6}}" for id in (better, other)), having=POT)
    values = {better: 50 + Fraction(1, 10**30), other: Fraction(50)}
    options = {id: tuple(replace(one, value=values[id]) for one in some) for id, some in planned.options.items()}
    planned = replace(planned, options=options)

    plans = [plan_of(planned), *(plan_of(planned, start={id: 0}) for id in (better, other))]

    assert all(better in plan.schedule for plan in plans if plan.status == "optimal")
    assert [better] == list(plans[1].schedule)


@BOTH
def test_of_two_chains_that_differ_in_nothing_but_their_names_the_first_by_id_goes_first(
    means: Means, tmp_path: Path
) -> None:
    work = [f"id: {id}, worth: 50, uses: {{team: 2}}" for id in "ba"]
    work += [f"id: {id}2, worth: 30, depends_on: {id}" for id in "ba"]

    plan = plan_of(problem(tmp_path, *work, having=TEAM, plan="plan: {from: 2027-04, quarters: 2}"), means)

    assert {"a": 0, "a2": 0, "b": 1} == plan.schedule
