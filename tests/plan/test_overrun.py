"""Optimism bias: a plan where all work takes and costs more than people think."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from digistrat.plan.overrun import overrun
from digistrat.plan.plan import plan_of
from digistrat.plan.problem import problem_of
from digistrat.plan.reason import Reason
from digistrat.plan.solver import Means
from tests.plan.larger import larger
from tests.plan.small import HAND, POT, QUARTER, TEAM, loaded, scored, strategy_of

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.model.strategy import Strategy
    from digistrat.plan.overrun import Overrun


def overrun_of(strategy: Strategy, percent: Fraction | int, means: Means = HAND) -> Overrun:
    scores = scored(strategy)
    return overrun(strategy, scores, plan_of(problem_of(strategy, scores), means), Fraction(percent))


@pytest.mark.parametrize("seed", range(12))
def test_without_an_overrun_a_plan_can_be_kept(seed: int, tmp_path: Path) -> None:
    assert overrun_of(loaded(tmp_path, larger(seed)), 0, HAND).fits


@pytest.mark.parametrize(
    ("percent", "short"),
    [
        pytest.param(0, (), id="nothing more"),
        pytest.param(25, (), id="as much as there is"),
        pytest.param(50, (Reason("capacity", "pot", "total", Fraction(2)),), id="more than there is"),
        pytest.param(
            Fraction(51, 2), (Reason("capacity", "pot", "total", Fraction(1, 25)),), id="half a per cent more"
        ),
    ],
)
@pytest.mark.parametrize("means", [pytest.param(Means(), id="solver"), pytest.param(HAND, id="by hand")])
def test_it_is_said_what_is_short_where_all_work_takes_more(
    percent: Fraction | int, short: tuple[Reason, ...], means: Means, tmp_path: Path
) -> None:
    work = [f"id: {id}, worth: 50, uses: {{pot: 4}}" for id in "abc"]

    found = overrun_of(strategy_of(tmp_path, *work, having=POT), percent, means)

    assert (short, not short) == (found.short, found.fits)
    assert means.solver == (found.plan.how == "solver")


def test_the_best_plan_for_that_case_is_given(tmp_path: Path) -> None:
    work = ["id: a, worth: 50, uses: {pot: 5}", "id: b, worth: 40, uses: {pot: 5}", "id: c, worth: 30, uses: {pot: 4}"]

    found = overrun_of(strategy_of(tmp_path, *work, having=POT), 10, Means())

    assert ({"a": 0, "c": 0}, "optimal") == (found.plan.schedule, found.plan.status)


def test_money_overruns_too(tmp_path: Path) -> None:
    years = "envelope: [{year: FY2027-28, capital: 100, revenue: 100}]\n"
    work = "id: a, worth: 50, cost: {capital: 80, revenue: 60, recurrent: 40}"

    found = overrun_of(strategy_of(tmp_path, work, manifest=years, plan=QUARTER), 50)

    assert (
        Reason("money", "capital", "FY2027-28", Fraction(20)), Reason("money", "revenue", "FY2027-28", Fraction(35)),
    ) == found.short  # fmt: skip


def test_what_is_delivered_took_what_it_took(tmp_path: Path) -> None:
    done = "id: d, status: delivered, uses: {pot: 4}"

    found = overrun_of(strategy_of(tmp_path, "id: a, worth: 50, uses: {pot: 5}", done, having=POT), 40)

    assert (Reason("capacity", "pot", "total", Fraction(1)),) == found.short


def test_what_delivered_work_overspent_is_no_fault_of_a_plan_that_asks_nothing_of_it(tmp_path: Path) -> None:
    done = "id: d, status: delivered, uses: {pot: 13}"

    assert overrun_of(strategy_of(tmp_path, "id: a, worth: 50, uses: {team: 1}", done, having=POT), 50).fits


@pytest.mark.parametrize("means", [pytest.param(Means(), id="solver"), pytest.param(HAND, id="by hand")])
def test_the_plan_for_that_case_is_looked_for_as_the_first_was(means: Means, tmp_path: Path) -> None:
    strategy = strategy_of(tmp_path, "id: a, worth: 50")
    scores = scored(strategy)
    plan = plan_of(problem_of(strategy, scores), means)

    found = overrun(strategy, scores, plan, Fraction(10))

    assert plan.how == found.plan.how


def test_what_is_freed_does_not_grow(tmp_path: Path) -> None:
    work = ["id: a, worth: 50, uses: {pot: 12}", "id: b, worth: 40, frees: {pot: 2}"]

    assert (Reason("capacity", "pot", "total", Fraction(6, 5)),) == overrun_of(
        strategy_of(tmp_path, *work, having=POT), 10
    ).short


def test_the_mix_and_the_work_at_once_stay_as_they_are(tmp_path: Path) -> None:
    plan = f"{QUARTER}\nmix: {{maintain: {{max: 60}}}}"
    work = ["id: a, worth: 50, effort: 3, portfolio: maintain", "id: b, worth: 40, effort: 2, portfolio: improve"]

    assert overrun_of(strategy_of(tmp_path, *work, plan=plan, manifest="limits: {in_parallel: 2}\n"), 1000).fits


def test_work_keeps_its_quarters_in_the_plan_that_is_overrun_of(tmp_path: Path) -> None:
    work = [f"id: {id}, worth: 50, uses: {{team: 2}}" for id in "ab"]

    found = overrun_of(strategy_of(tmp_path, *work, having=TEAM), 50)

    assert [Reason("capacity", "team", when, Fraction(1)) for when in ("2027-Q2", "2027-Q3")] == list(found.short)
    assert {} == found.plan.schedule


def test_what_had_no_place_in_the_plan_is_not_short(tmp_path: Path) -> None:
    work = [f"id: {id}, worth: 50, uses: {{team: 2}}" for id in "abc"]

    assert () == overrun_of(strategy_of(tmp_path, *work, having=TEAM, plan=QUARTER), 0).short
