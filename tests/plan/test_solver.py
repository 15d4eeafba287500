"""The solver behind its one door: what it is told, what it says back, and what ends it."""

from __future__ import annotations

import sys
from dataclasses import replace
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

import pytest

from digistrat.plan import solver
from digistrat.plan.check import holds, is_in_order, over
from digistrat.plan.plan import plan_of
from digistrat.plan.program import program_of
from digistrat.plan.solver import Found, Means, solve
from tests.plan.brute_force import best
from tests.plan.larger import larger
from tests.plan.made_up import made_up
from tests.plan.small import POT, QUARTER, TEAM, problem, problem_in

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.plan.problem import Problem, Schedule

HARD = 21  # a case with much to look at


@pytest.mark.parametrize("seed", range(5, 200, 9))
def test_the_best_plan_is_found_with_or_without_a_first_one(seed: int, tmp_path: Path) -> None:
    case = made_up(seed)
    planned = problem_in(tmp_path, case)
    most = best(case)

    found = solve(planned, None, Means())

    if planned.conflicts:
        return
    assert found.proven
    assert most == (None if found.schedule is None else planned.value(found.schedule))
    if found.schedule is not None:
        again = solve(planned, found.schedule, Means())
        assert (True, most) == (again.proven, planned.value(again.schedule or {}))


def test_that_there_is_no_plan_is_proven(tmp_path: Path) -> None:
    found = solve(problem(tmp_path, "id: a, worth: 9, must_do: true, uses: {pot: 11}", having=POT), None, Means())

    assert (None, True) == (found.schedule, found.proven)


def test_where_there_is_no_work_nothing_is_the_plan(tmp_path: Path) -> None:
    assert Found({}, 0.0, proven=True) == solve(problem(tmp_path), None, Means())


def test_the_watch_hears_of_the_best_so_far_and_of_the_bound(tmp_path: Path) -> None:
    heard: list[tuple[float, float]] = []

    def hear(worth: float, bound: float) -> bool:
        heard.append((worth, bound))
        return False

    found = solve(problem_in(tmp_path, larger(HARD)), None, Means(watch=hear))

    assert heard
    assert all(worth <= bound for worth, bound in heard)
    assert found.schedule is not None


def test_the_solver_is_named_with_its_version() -> None:
    name, version = solver.name().split()

    assert "HiGHS" == name
    assert version.split(".")[0].isdigit()


@pytest.mark.parametrize(
    ("sums", "limit", "chosen"),
    [
        pytest.param(("0.1", "0.2"), "0.3", "ab", id="tenths that add up"),
        pytest.param(("0.1", "0.2"), "0.2999999", "b", id="a little less than they add up to"),
        pytest.param(("123456789.01", "876543210.99"), "1000000000.00", "ab", id="pennies of a thousand million"),
        pytest.param(("123456789.01", "876543210.99"), "999999999.99", "b", id="a penny less"),
        pytest.param(("0.0000001", "12345678.1234567"), "12345678.1234568", "ab", id="the finest beside the greatest"),
    ],
)
def test_amounts_are_exact_to_their_last_digit(sums: tuple[str, str], limit: str, chosen: str, tmp_path: Path) -> None:
    work = [
        f"id: {id}, worth: {worth}, cost: {{capital: {one}}}" for id, worth, one in zip("ab", (4, 5), sums, strict=True)
    ]

    plan = plan_of(
        problem(tmp_path, *work, plan=QUARTER, manifest=f"envelope: [{{year: FY2027-28, capital: {limit}}}]\n")
    )

    assert chosen == "".join(plan.schedule)
    assert "optimal" == plan.status


def test_what_only_the_last_of_fifteen_digits_keeps_out_is_kept_out(tmp_path: Path) -> None:
    sums = ("1234567890123.01", "1234567890123.02")
    work = [f"id: {id}, worth: 5, cost: {{capital: {one}}}" for id, one in zip("ab", sums, strict=True)]
    planned = problem(
        tmp_path, *work, plan=QUARTER, manifest="envelope: [{year: FY2027-28, capital: 2469135780246.02}]\n"
    )

    plan = plan_of(planned)

    assert 1 == len(plan.schedule)
    assert holds(planned, plan.schedule)


def overload(planned: Problem, schedule: Schedule) -> Fraction:
    """Add up what a schedule is short of: shares of what there is, or of the most that anything asks at once."""
    largest: dict[int, int] = {}
    for options in planned.options.values():
        for option in options:
            for limit, amount in option.asks:
                largest[limit] = max(largest.get(limit, 1), abs(amount))
    short = over(planned, schedule)
    units = {one.limit: one.units - planned.there[one.limit] + planned.room[one.limit] for one in short}
    return sum((Fraction(n, max(planned.there[limit], largest[limit])) for limit, n in units.items()), Fraction())


def every_schedule(planned: Problem) -> list[Schedule]:
    places = ([None, *range(len(options))] for options in planned.options.values())
    found = (dict(zip(planned.options, chosen, strict=True)) for chosen in product(*places))
    cleaned = ({id: place for id, place in one.items() if place is not None} for one in found)
    return [one for one in cleaned if is_in_order(planned, one)]


@pytest.mark.parametrize("seed", range(6, 200, 8))
def test_where_nothing_fits_as_little_as_can_be_is_short(seed: int, tmp_path: Path) -> None:
    planned = problem_in(tmp_path, made_up(seed))
    schedules = every_schedule(planned)

    found = solve(planned, None, Means(), relaxed=True).schedule

    if not schedules:
        assert found is None
    else:
        assert found is not None
        least = min(overload(planned, one) for one in schedules)
        assert least <= overload(planned, found) <= least + Fraction(len(planned.work), 10**5) + Fraction(1, 10**6)


def test_of_two_ways_to_be_short_the_lesser_is_told(tmp_path: Path) -> None:
    work = [
        f"id: {id}, worth: 9, must_do: true, uses: {{team: {amount}}}" for id, amount in (("a", 2), ("b", 1), ("c", 2))
    ]
    planned = problem(tmp_path, *work, having=TEAM, plan="plan: {from: 2027-04, quarters: 2}")

    found = solve(planned, None, Means(), relaxed=True).schedule

    assert found is not None
    assert [1] == [one.units for one in over(planned, found)]
    assert len(program_of(planned, relaxed=True).slacks) == len(planned.limits)


@pytest.mark.parametrize("size", [Fraction(1, 10**9), Fraction(1, 10**12), Fraction(10**9)])
def test_scores_far_below_one_are_told_apart(size: Fraction, tmp_path: Path) -> None:
    planned = problem(
        tmp_path, *(f"id: w{n}, worth: {3 + n * 7 % 11}, uses: {{pot: {2 + n % 3}}}" for n in range(8)), having=POT
    )
    best = planned.value(solve(planned, None, Means()).schedule or {})
    options = {id: tuple(replace(one, value=one.value * size) for one in some) for id, some in planned.options.items()}

    found = solve(replace(planned, options=options), None, Means())

    assert found.proven
    assert best == planned.value(found.schedule or {})
    assert found.bound == pytest.approx(float(best * size))


def test_the_bound_is_in_points_of_score(tmp_path: Path) -> None:
    found = solve(problem(tmp_path, "id: a, worth: 50", "id: b, worth: 20"), None, Means())

    assert found.bound == pytest.approx(70 * 0.98)


def test_a_solver_that_is_installed_and_does_not_work_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "highspy.py").write_text('raise ImportError("libhighs.so: cannot open shared object file")\n')
    monkeypatch.delitem(sys.modules, "highspy", raising=False)
    monkeypatch.syspath_prepend(tmp_path)

    assert not solver.is_there()


def test_the_solver_is_there() -> None:
    assert solver.is_there()


def test_relaxed_of_ways_that_are_as_short_the_one_that_is_worth_most_is_told(tmp_path: Path) -> None:
    work = [f"id: {id}, worth: {worth}, must_do: true, uses: {{team: 2}}" for id, worth in (("a", 10), ("b", 90))]
    fixed = "id: c, must_do: true, start: 2027-04, uses: {team: 1}"
    planned = problem(tmp_path, *work, fixed, having=TEAM, plan="plan: {from: 2027-04, quarters: 2}")

    found = solve(planned, None, Means(), relaxed=True).schedule

    assert {"a": 1, "b": 0, "c": 0} == found


def test_relaxed_what_is_as_short_at_any_time_is_done_at_once(tmp_path: Path) -> None:
    planned = problem(tmp_path, "id: a, worth: 1, must_do: true, uses: {team: 3}", having=TEAM)

    assert {"a": 0} == solve(planned, None, Means(), relaxed=True).schedule
