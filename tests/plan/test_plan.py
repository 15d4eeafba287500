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
from tests.plan.case import Case
from tests.plan.larger import larger
from tests.plan.small import POT, QUARTER, TEAM, problem, problem_in

if TYPE_CHECKING:
    from pathlib import Path

NOW = Fraction(98, 100)
TWINS = [f"id: {id}, worth: 50, uses: {{team: 2}}" for id in "cab"]


@pytest.mark.parametrize("seed", range(60))
def test_greedy_is_worth_no_more_than_the_plan_and_that_no_more_than_the_bound(seed: int, tmp_path: Path) -> None:
    planned = problem_in(tmp_path, larger(seed))

    by_hand, plan = plan_of(planned, by=GREEDY), plan_of(planned)

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
@pytest.mark.parametrize("by", ["", GREEDY])
def test_two_runs_in_whichever_order_work_is_written_give_one_plan(seed: int, by: str, tmp_path: Path) -> None:
    case = larger(seed)
    turned = Case(**{**vars(case), "works": case.works[::-1], "bottlenecks": case.bottlenecks[::-1]})
    (tmp_path / "turned").mkdir()
    planned = problem_in(tmp_path, case)

    first, second = plan_of(planned, by=by), plan_of(planned, by=by)
    third = plan_of(problem_in(tmp_path / "turned", turned), by=by)

    assert first == second
    assert (first.chosen, first.bound, list(first.schedule)) == (third.chosen, third.bound, list(third.schedule))


@pytest.mark.parametrize("by", ["", GREEDY])
def test_of_twins_the_first_by_id_goes_first(by: str, tmp_path: Path) -> None:
    plan = plan_of(problem(tmp_path, *TWINS, having=TEAM, plan="plan: {from: 2027-04, quarters: 2}"), by=by)

    assert [("a", 0), ("b", 1)] == [(one.id, one.slot.start) for one in plan.chosen]


@pytest.mark.parametrize("by", ["", GREEDY])
@pytest.mark.parametrize(("one", "other"), [("a", "b"), ("b", "a")])
def test_of_twins_that_exclude_each_other_the_first_by_id_is_done(
    by: str, one: str, other: str, tmp_path: Path
) -> None:
    work = [f"id: {one}, worth: 50, excludes: {other}", f"id: {other}, worth: 50"]

    assert ["a"] == list(plan_of(problem(tmp_path, *work), by=by).schedule)


def test_what_is_done_stands_in_order_of_time_then_of_ids(tmp_path: Path) -> None:
    work = ["id: b, worth: 9", "id: c, worth: 9, depends_on: a", "id: a, worth: 9"]

    plan = plan_of(problem(tmp_path, *work, "id: d, worth: 9, duration: 2 quarters"))

    assert [("a", (0, 1)), ("b", (0, 1)), ("d", (0, 2)), ("c", (1, 2))] == [(one.id, one.slot) for one in plan.chosen]


def test_a_proven_plan_has_no_gap(tmp_path: Path) -> None:
    plan = plan_of(problem(tmp_path, "id: a, worth: 50"))

    assert "optimal" == plan.status
    assert [50 * NOW, 50 * NOW, 0] == [plan.value, plan.bound, plan.gap]


def test_filled_by_hand_a_plan_that_reaches_the_bound_is_the_best_there_is(tmp_path: Path) -> None:
    plan = plan_of(problem(tmp_path, "id: a, worth: 50"), by=GREEDY)

    assert ("optimal", GREEDY) == (plan.status, plan.solver)


def test_filled_by_hand_a_plan_says_by_how_much_it_may_be_short_of_the_best(tmp_path: Path) -> None:
    work = ["id: a, worth: 50, uses: {pot: 8}", "id: b, worth: 20, uses: {pot: 8}"]

    plan = plan_of(problem(tmp_path, *work, having=POT), by=GREEDY)

    assert ("heuristic", 50 * NOW, 55 * NOW, Fraction(1, 11)) == (plan.status, plan.value, plan.bound, plan.gap)


def test_where_the_solver_is_not_installed_the_plan_is_filled_by_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned = problem(tmp_path, "id: a, worth: 50")
    by_hand = plan_of(planned, by=GREEDY)
    monkeypatch.setitem(sys.modules, "highspy", None)

    assert by_hand == plan_of(planned)


def test_a_plan_of_nothing_is_the_best_where_there_is_nothing(tmp_path: Path) -> None:
    plan = plan_of(problem(tmp_path))

    assert ("optimal", {}) == (plan.status, plan.schedule)
    assert [Fraction(0), 0] == [plan.bound, plan.gap]


@pytest.mark.parametrize("by", ["", GREEDY])
def test_where_nothing_fits_the_plan_says_so_and_passes_the_limits_least(by: str, tmp_path: Path) -> None:
    work = [f"id: {id}, worth: 50, must_do: true, uses: {{team: {n}}}" for id, n in (("a", 2), ("b", 1))]

    plan = plan_of(problem(tmp_path, *work, "id: c, worth: 9, uses: {team: 1}", having=TEAM, plan=QUARTER), by=by)

    assert ("infeasible", True, {"a": 0, "b": 0}) == (plan.status, plan.is_proven, plan.schedule)
    assert (None, None) == (plan.bound, plan.gap)


@pytest.mark.parametrize("by", ["", GREEDY])
def test_what_cannot_be_done_makes_a_plan_of_the_rest_infeasible(by: str, tmp_path: Path) -> None:
    plan = plan_of(
        problem(tmp_path, "id: a, worth: 50, must_do: true, depends_on: b", "id: b", "id: c, worth: 9"), by=by
    )

    assert ("infeasible", {"c": 0}, None) == (plan.status, plan.schedule, plan.bound)
    assert ["a"] == list(plan.problem.conflicts)


def test_a_plan_by_hand_that_was_not_found_is_not_proven_to_be_none(tmp_path: Path) -> None:
    having = "id: team, capacity: {per: quarter, available: 10}"
    sizes = (7, 7, 7, 6, 6, 6, 4, 4, 4, 4, 3, 3, 3, 3, 2, 2)
    work = [f"id: w{n:02}, worth: 9, must_do: true, uses: {{team: {size}}}" for n, size in enumerate(sizes)]

    plan = plan_of(problem(tmp_path, *work, having=having, plan="plan: {from: 2027-04, quarters: 7}"), by=GREEDY)

    assert ("infeasible", False) == (plan.status, plan.is_proven)


def test_the_first_plan_is_kept_where_nothing_better_is_found_in_time(tmp_path: Path) -> None:
    planned = problem_in(tmp_path, larger(3))
    best = plan_of(planned)

    plan = plan_of(planned, start=best.schedule, seconds=1e-9)

    assert best.value == plan.value


def test_a_start_that_is_no_plan_is_left_aside(tmp_path: Path) -> None:
    planned = problem(tmp_path, *TWINS, having=TEAM, plan=QUARTER)

    for start in ({"a": 0, "b": 0}, {"gone": 0}):
        assert {"a": 0} == plan_of(planned, start=start).schedule
        assert {"a": 0} == plan_of(planned, start=start, by=GREEDY).schedule


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


@pytest.mark.parametrize("by", ["", GREEDY])
def test_of_two_chains_that_differ_in_nothing_but_their_names_the_first_by_id_goes_first(
    by: str, tmp_path: Path
) -> None:
    work = [f"id: {id}, worth: 50, uses: {{team: 2}}" for id in "ba"]
    work += [f"id: {id}2, worth: 30, depends_on: {id}" for id in "ba"]

    plan = plan_of(problem(tmp_path, *work, having=TEAM, plan="plan: {from: 2027-04, quarters: 2}"), by=by)

    assert {"a": 0, "a2": 0, "b": 1} == plan.schedule
