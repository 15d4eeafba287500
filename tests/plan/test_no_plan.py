"""Where no plan holds what has to be done, or none is known to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.plan.plan import plan_of
from digistrat.plan.solver import Means
from tests.plan.small import HAND, POT, QUARTER, TEAM, problem

if TYPE_CHECKING:
    from pathlib import Path

BOTH = pytest.mark.parametrize("means", [pytest.param(Means(), id="solver"), pytest.param(HAND, id="by hand")])


@BOTH
def test_where_nothing_fits_the_plan_says_so_and_passes_the_limits_least(means: Means, tmp_path: Path) -> None:
    work = [f"id: {id}, worth: 50, must_do: true, uses: {{team: {n}}}" for id, n in (("a", 2), ("b", 1))]

    plan = plan_of(problem(tmp_path, *work, "id: c, worth: 9, uses: {team: 1}", having=TEAM, plan=QUARTER), means)

    assert ("infeasible", True, {"a": 0, "b": 0}) == (plan.status, plan.is_proven, plan.schedule)
    assert (None, None) == (plan.bound, plan.gap)


@BOTH
def test_what_cannot_be_done_makes_a_plan_of_the_rest_infeasible(means: Means, tmp_path: Path) -> None:
    plan = plan_of(
        problem(tmp_path, "id: a, worth: 50, must_do: true, depends_on: b", "id: b", "id: c, worth: 9"), means
    )

    assert ("infeasible", {"c": 0}, None) == (plan.status, plan.schedule, plan.bound)
    assert ["a"] == list(plan.problem.conflicts)


def test_a_plan_by_hand_that_was_not_found_is_not_proven_to_be_none(tmp_path: Path) -> None:
    having = "id: team, capacity: {per: quarter, available: 10}"
    sizes = (7, 7, 7, 6, 6, 6, 4, 4, 4, 4, 3, 3, 3, 3, 2, 2)
    work = [f"id: w{n:02}, worth: 9, must_do: true, uses: {{team: {size}}}" for n, size in enumerate(sizes)]

    plan = plan_of(problem(tmp_path, *work, having=having, plan="plan: {from: 2027-04, quarters: 7}"), HAND)

    assert ("infeasible", False) == (plan.status, plan.is_proven)


@BOTH
def test_of_two_that_are_at_odds_no_plan_holds_both(means: Means, tmp_path: Path) -> None:
    waits = [f"id: {id}2, worth: 1, must_do: true, depends_on: {id}" for id in "ab"]

    plan = plan_of(problem(tmp_path, "id: a, worth: 9, excludes: b", "id: b, worth: 9", *waits), means)

    assert ("infeasible", True) == (plan.status, plan.is_proven)


@pytest.mark.parametrize(
    ("means", "is_least"), [pytest.param(Means(), True, id="solver"), pytest.param(HAND, False, id="by hand")]
)
def test_only_the_solver_knows_that_no_other_goes_over_by_less(means: Means, is_least: bool, tmp_path: Path) -> None:  # noqa: FBT001  (a column)
    plan = plan_of(problem(tmp_path, "id: a, must_do: true, uses: {pot: 11}", having=POT), means)

    assert is_least == plan.is_least


@BOTH
def test_a_plan_says_how_it_was_found_whether_or_not_it_fits(means: Means, tmp_path: Path) -> None:
    works = {
        "fits": ["id: a, worth: 9"],
        "not": ["id: a, must_do: true, uses: {pot: 11}"],
        "none": ["id: a, must_do: true, depends_on: b", "id: b"],
    }
    for name in works:
        (tmp_path / name).mkdir()
    plans = [plan_of(problem(tmp_path / name, *work, having=POT), means) for name, work in works.items()]

    assert ["solver" if means.solver else "greedy"] * 3 == [plan.how for plan in plans]
    assert ["optimal", "infeasible", "infeasible"] == [plan.status for plan in plans]


@BOTH
def test_what_delivered_work_overspent_keeps_out_what_asks_for_more_and_nothing_else(
    means: Means, tmp_path: Path
) -> None:
    work = ["id: a, worth: 90, uses: {pot: 1}", "id: b, worth: 9", "id: c, must_do: true"]

    plan = plan_of(problem(tmp_path, *work, "id: d, status: delivered, uses: {pot: 13}", having=POT), means)

    assert ("optimal", ["b", "c"]) == (plan.status, list(plan.schedule))
