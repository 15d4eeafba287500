"""What work asks of bottlenecks, money, places and the mix."""

from __future__ import annotations

from fractions import Fraction
from itertools import starmap
from typing import TYPE_CHECKING

import pytest

from digistrat.figures.load import load
from digistrat.plan.problem import problem_of
from digistrat.plan.reason import Reason
from tests.plan.small import POT, TEAM, problem, scored, strategy_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from digistrat.plan.problem import Problem


A = "id: a, worth: 50"


def asked(problem: Problem, id: str = "a") -> dict[tuple[str, str], Fraction]:
    """Say what the first slot of work asks, in each limit's own unit."""
    return {
        (problem.limits[limit].what, problem.limits[limit].when): problem.amount(limit, amount)
        for limit, amount in problem.options[id][0].asks
    }


@pytest.mark.parametrize(
    ("capacity", "keys", "amounts"),
    [
        pytest.param("per: quarter, available: 5", "duration: 2 quarters, uses: {team: 5}",
                     {"2027-Q2": Fraction(5, 2), "2027-Q3": Fraction(5, 2)}, id="spread over its quarters"),
        pytest.param("per: quarter, available: 5", "uses: {team: [4, 0, 2]}", {"2027-Q2": 4, "2027-Q4": 2}, id="a list"),
        pytest.param("per: quarter, available: {2027-Q3: 5}", "uses: {team: [4, 3]}", {"2027-Q3": 3}, id="named quarters"),
        pytest.param("per: quarter, available: {FY2027-28-Q1: 5}", "uses: {team: 4}", {"2027-Q2": 4}, id="of the year"),
        pytest.param("per: year, available: 5", "duration: 15 months, uses: {team: 5}",
                     {"FY2027-28": 4, "FY2028-29": 1}, id="years"),
        pytest.param("per: year, available: {FY2028-29: 5}", "duration: 15 months, uses: {team: 5}", {"FY2028-29": 1},
                     id="named years"),
        pytest.param("per: total, available: 5", "duration: 2 quarters, uses: {team: [1, 2]}", {"total": 3}, id="in all"),
        pytest.param("per: quarter, available: 5", "uses: {crew: 4}", {"2027-Q2": 4}, id="under its old name"),
        pytest.param("per: quarter, available: 5", "uses: {team: 4}, frees: {team: 3}",
                     {"2027-Q2": 4, "2027-Q3": -3, "2027-Q4": -3, "2028-Q1": -3, "2028-Q2": -3}, id="frees from then on"),
        pytest.param("per: quarter, available: 5", "duration: 3 months, frees: {team: [1, 2]}", {"2027-Q3": -1, "2027-Q4": -2}, id="frees a list"),
        pytest.param("per: total, available: 5", "uses: {team: 4}, frees: {team: 3}", {"total": 1}, id="frees of all"),
        pytest.param("unit: weeks", "uses: {team: 4}", {}, id="nobody knows how much there is"),
    ],
)  # fmt: skip
def test_work_asks_of_a_bottleneck_what_it_uses_and_gives_what_it_frees(
    capacity: str, keys: str, amounts: Mapping[str, Fraction], tmp_path: Path
) -> None:
    longer = "id: b, worth: 1, duration: 5 quarters, uses: {team: 1}"
    found = problem(
        tmp_path, f"{A}, {keys}", longer, having=f"id: team, was: crew, capacity: {{{capacity}}}",
        plan="plan: {from: 2027-04, quarters: 5}",
    )  # fmt: skip

    assert {("team", when): amount for when, amount in amounts.items()} == asked(found)


@pytest.mark.parametrize(
    ("cost", "amounts"),
    [
        pytest.param("capital: 60", {("capital", "FY2027-28"): 45, ("capital", "FY2028-29"): 15}, id="spread"),
        pytest.param("revenue: 60", {("revenue", "FY2027-28"): 45}, id="a purse without a limit"),
        pytest.param("by_year: {FY2028-29: {capital: 7}}, capital: 60", {("capital", "FY2028-29"): 7}, id="by year"),
        pytest.param("recurrent: 12", {("revenue", "FY2029-30"): 12}, id="each year after it"),
    ],
)
def test_work_asks_of_the_envelope_what_it_costs(
    cost: str, amounts: dict[tuple[str, str], Fraction], tmp_path: Path
) -> None:
    years = (
        "{year: FY2027-28, capital: 100, revenue: 100}, {year: FY2028-29, capital: 9}, {year: FY2029-30, revenue: 9}"
    )
    found = problem(
        tmp_path, f"{A}, duration: 1 year, not_before: 2027-07, cost: {{{cost}}}",
        plan="plan: {from: 2027-04, quarters: 5}", manifest=f"envelope: [{years}]\n",
    )  # fmt: skip

    assert amounts == asked(found)


def test_a_year_that_is_over_before_the_plan_limits_nothing(tmp_path: Path) -> None:
    work = f"{A}, status: in-progress, start: 2027-01, duration: 2 quarters, cost: {{capital: 60}}, uses: {{team: 8}}"
    years = "envelope: [{year: FY2026-27, capital: 1}, {year: FY2027-28, capital: 100}]\n"

    found = problem(tmp_path, work, having=TEAM, manifest=years)

    assert {("capital", "FY2027-28"): 30, ("team", "2027-Q2"): 4} == asked(found)


def test_each_quarter_holds_so_much_work_at_once(tmp_path: Path) -> None:
    begun = f"{A}, status: in-progress, start: 2027-01, duration: 18 months"

    found = problem(tmp_path, begun, manifest="limits: {in_parallel: 3}\n")

    quarters = ["2027-Q2", "2027-Q3", "2027-Q4", "2028-Q1"]
    assert {("in_parallel", quarter): 1 for quarter in quarters} == asked(found)
    assert {3} == {limit.available for limit in found.limits}


@pytest.mark.parametrize(
    ("keys", "pulls"),
    [
        pytest.param("effort: 4, portfolio: maintain", {"max": 240, "min": -320}, id="of the sort"),
        pytest.param("effort: 4, portfolio: improve", {"max": -160, "min": 80}, id="of another"),
        pytest.param("effort: 4", {"max": -160, "min": 80}, id="it does not say, and is of none"),
        pytest.param("effort: 0", {}, id="no effort"),
    ],
)
def test_effort_pulls_a_share_over_its_bounds_or_back(keys: str, pulls: dict[str, int], tmp_path: Path) -> None:
    plan = "plan: {from: 2027-04, quarters: 4}\nmix: {maintain: {min: 20, max: 40}}"

    found = problem(tmp_path, f"{A}, {keys}", "id: b, worth: 1, effort: 1, portfolio: maintain", plan=plan)

    assert {("maintain", bound): pull for bound, pull in pulls.items()} == asked(found)
    assert [40, 20] == [limit.stated for limit in found.limits]


def test_an_experiment_counts_for_its_portfolio_too(tmp_path: Path) -> None:
    plan = "plan: {from: 2027-04, quarters: 4}\nmix: {maintain: {max: 40}, experiment: {max: 10}}"

    found = problem(tmp_path, f"{A}, effort: 2, portfolio: maintain, certainty: experiment", plan=plan)

    assert {("maintain", "max"): 120, ("experiment", "max"): 180} == asked(found)


def test_a_mix_of_which_some_effort_is_not_known_is_left_aside_and_that_is_said(tmp_path: Path) -> None:
    plan = "plan: {from: 2027-04, quarters: 4}\nmix: {maintain: {max: 40}}"

    found = problem(tmp_path, f"{A}, effort: 2", *(f"id: {id}, must_do: true" for id in "cb"), plan=plan)

    assert () == found.limits
    assert ("the mix is left aside: nobody knows the effort of b or c",) == found.notes


def test_a_candidate_whose_effort_is_not_known_does_not_put_the_mix_aside(tmp_path: Path) -> None:
    plan = "plan: {from: 2027-04, quarters: 4}\nmix: {maintain: {max: 40}}"

    found = problem(tmp_path, f"{A}, effort: 2", "id: b, worth: 9", plan=plan)

    assert {("maintain", "max"): -80} == asked(found)
    assert () == found.notes
    assert {"b": Reason("unsized", "b")} == found.barred


def test_where_no_mix_is_agreed_nobody_has_to_say_an_effort(tmp_path: Path) -> None:
    assert {"a"} == problem(tmp_path, A).work.keys()


def test_delivered_work_took_its_share(tmp_path: Path) -> None:
    done = "id: d, status: delivered, start: 2026-01, finish: 2026-06"
    work = f"{done}, uses: {{pot: 4}}, frees: {{pot: 1}}, cost: {{recurrent: 12}}"
    years = "envelope: [{year: FY2027-28, revenue: 100}]\n"

    found = problem(tmp_path, f"{A}, uses: {{pot: 2}}, cost: {{revenue: 5}}", work, having=POT, manifest=years)

    assert [("pot", Fraction(7)), ("revenue", Fraction(88))] == [
        (limit.what, found.amount(number, found.room[number])) for number, limit in enumerate(found.limits)
    ]


def test_more_work_is_asked_where_it_overruns_and_no_more_is_freed(tmp_path: Path) -> None:
    keys = "uses: {pot: 4}, frees: {pot: 1}, cost: {capital: 10}"
    strategy = strategy_of(
        tmp_path, f"{A}, {keys}", having=POT, manifest="envelope: [{year: FY2027-28, capital: 100}]\n"
    )

    found = problem_of(strategy, scored(strategy), overrun=Fraction(3, 2))

    assert {("pot", "total"): 5, ("capital", "FY2027-28"): 15} == asked(found)


def test_delivered_work_without_dates_took_its_share_of_a_total(tmp_path: Path) -> None:
    found = problem(tmp_path, f"{A}, uses: {{pot: 2}}", "id: d, status: delivered, uses: {pot: 4}", having=POT)

    assert (6,) == found.room


def test_delivered_work_without_dates_took_its_share_of_the_years_that_it_names(tmp_path: Path) -> None:
    years = "envelope: [{year: FY2027-28, capital: 100}]\n"
    done = "id: d, status: delivered, cost: {by_year: {FY2027-28: {capital: 30}, FY2026-27: {capital: 50}}}"

    found = problem(tmp_path, f"{A}, cost: {{capital: 5}}", done, manifest=years)

    assert [70] == list(starmap(found.amount, enumerate(found.room)))


def test_of_a_limit_that_delivered_work_has_passed_nothing_is_left(tmp_path: Path) -> None:
    found = problem(tmp_path, f"{A}, uses: {{pot: 2}}", "id: d, status: delivered, uses: {pot: 13}", having=POT)

    assert ((-3,), (0,)) == (found.room, found.there)


def test_delivered_work_does_not_overrun(tmp_path: Path) -> None:
    done = "id: d, status: delivered, start: 2026-01, finish: 2026-06, uses: {pot: 4}, cost: {recurrent: 12}"
    years = "envelope: [{year: FY2027-28, revenue: 100}]\n"
    strategy = strategy_of(tmp_path, f"{A}, uses: {{pot: 2}}, cost: {{revenue: 5}}", done, having=POT, manifest=years)

    found = problem_of(strategy, scored(strategy), overrun=Fraction(3, 2))

    assert [6, 88] == list(starmap(found.amount, enumerate(found.room)))


@pytest.mark.xfail(reason="two names of one quarter are two entries, each with its own number", strict=True)
def test_a_quarter_that_is_named_twice_is_two_limits(tmp_path: Path) -> None:
    twice = "id: team, capacity: {per: quarter, available: {2027-Q2: 3, FY2027-28-Q1: 3}}"

    found = problem(tmp_path, f"{A}, uses: {{team: 2}}", having=twice)

    assert {2} == set(starmap(found.amount, found.options["a"][0].asks))


@pytest.mark.xfail(reason="a year that stands twice in the envelope is two entries", strict=True)
def test_a_year_that_stands_twice_in_the_envelope_is_spent_once(tmp_path: Path) -> None:
    years = "envelope: [{year: FY2027-28, capital: 9}, {year: FY2027-28, capital: 9}]\n"

    found = problem(tmp_path, f"{A}, cost: {{capital: 5}}", manifest=years)

    assert {5} == set(starmap(found.amount, found.options["a"][0].asks))


def test_work_that_starts_in_a_year_runs_as_long_as_the_figures_say(tmp_path: Path) -> None:
    strategy = strategy_of(tmp_path, f"{A}, must_do: true, start: FY2027-28, uses: {{team: 8}}", having=TEAM)

    found = problem_of(strategy, scored(strategy))

    quarters = next(load for one in load(strategy) for load in [[period.used for period in one.loads]])
    assert quarters == list(asked(found).values())
