"""All that is said of a plan: its parts come from where they should, and only where they are asked for or quick."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from digistrat.plan.report import Wishes, report_of
from digistrat.plan.solver import Means
from tests.plan.small import HAND, POT, QUARTER, TEAM, scored, strategy_of

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.plan.report import Report

LOOSE = [f"id: {id}, worth: {worth}, uses: {{pot: 4}}" for id, worth in (("a", 50), ("b", 40), ("c", 30))]
WORK = [f"id: {id}, worth: {worth}, uses: {{pot: 5}}" for id, worth in (("a", 50), ("b", 40), ("c", 30))]


def report(folder: Path, *work: str, wishes: Wishes | None = None, having: str = POT, **files: str) -> Report:
    strategy = strategy_of(folder, *work, having=having, **files)
    return report_of(strategy, scored(strategy), wishes)


def test_where_it_is_quick_everything_left_out_is_planned_with(tmp_path: Path) -> None:
    found = report(tmp_path, *WORK)

    assert {"c": ("b",)} == {id: cost.displaces for id, cost in found.costs.items()}
    assert [("capacity", "pot", 1)] == [tuple(one) for one in found.kept_out]
    assert (None, None) == (found.asked, found.overrun)


def test_where_nothing_is_proven_only_what_is_asked_for_is_planned_with(tmp_path: Path) -> None:
    found = report(tmp_path, *LOOSE, wishes=Wishes(HAND, forced=("c",)))

    assert found.asked is not None
    assert {"c": found.asked} == found.costs
    assert ("b",) == found.asked.displaces


def test_what_is_asked_of_two_together_is_no_cost_of_one(tmp_path: Path) -> None:
    found = report(tmp_path, *LOOSE, wishes=Wishes(HAND, forced=("c",), without=("a",)))

    assert {} == found.costs
    assert found.asked is not None
    assert (("c",), ("a",)) == (found.asked.forced, found.asked.without)


def test_what_no_plan_can_hold_is_not_planned_with(tmp_path: Path) -> None:
    found = report(tmp_path, *WORK, "id: d", wishes=Wishes(forced=("d",)))

    assert found.asked is None


def test_an_overrun_is_tested_where_that_is_asked(tmp_path: Path) -> None:
    found = report(tmp_path, *WORK, wishes=Wishes(percent=Fraction(10)))

    assert found.overrun is not None
    assert Fraction(10) == found.overrun.percent
    assert not found.overrun.fits


@pytest.mark.parametrize(
    ("work", "short"),
    [
        pytest.param(["id: a, worth: 9, must_do: true, uses: {team: 3}"], Fraction(1), id="one quarter"),
        pytest.param(["id: a, worth: 9, must_do: true, uses: {team: 2}", "id: b, worth: 9, must_do: true, uses: {team: 0.5}"], Fraction(1, 2), id="two works"),
    ],
)  # fmt: skip
def test_an_overload_is_what_the_load_says(work: list[str], short: Fraction, tmp_path: Path) -> None:
    found = report(tmp_path, *work, having=TEAM, plan=QUARTER)

    assert "infeasible" == found.plan.status
    assert [("capacity", "team", "2027-Q2", short)] == [tuple(one) for one in found.passed]
    assert [short] == [load.over for one in found.load for load in one.exceeded]


def test_the_load_and_the_spending_are_those_of_the_plan(tmp_path: Path) -> None:
    years = "envelope: [{year: FY2027-28, capital: 100}]\n"
    work = [
        f"id: {id}, worth: 9, choice: will, start: 2027-10, uses: {{team: 2}}, cost: {{capital: 60}}" for id in "ab"
    ]
    done = "id: d, status: delivered, start: 2027-04, finish: 2027-06, uses: {team: 1}"

    found = report(tmp_path, *work, done, having=TEAM, manifest=years, plan="plan: {from: 2027-07, quarters: 1}")

    assert {"a": 0} == found.plan.schedule
    assert [("FY2027-28-Q1", {"d": Fraction(1)}), ("FY2027-28-Q2", {"a": Fraction(2)})] == [
        (load.period.name, dict(load.shares)) for one in found.load for load in one.loads
    ]
    assert [60] == [year.capital.spent for year in found.spending.years]


def test_the_watch_hears_of_the_search(tmp_path: Path) -> None:
    heard: list[tuple[float, float]] = []

    def hear(worth: float, bound: float) -> bool:
        heard.append((worth, bound))
        return False

    strategy = strategy_of(
        tmp_path, *(f"id: w{n}, worth: {n * 7 % 9 + 1}, uses: {{team: 1.5}}" for n in range(12)), having=TEAM
    )

    report_of(strategy, scored(strategy), Wishes(Means(watch=hear)))

    assert all(worth <= bound for worth, bound in heard)


def test_what_a_reader_has_to_know_stands_beside_the_plan(tmp_path: Path) -> None:
    strategy = strategy_of(tmp_path, *LOOSE, having=POT)

    notes = report_of(strategy, scored(strategy), None, 2).notes

    assert "2 scoring errors: the scores may be wrong, and the plan with them; see `digistrat score`" == notes[0]


@pytest.mark.parametrize("is_wished", [True, False])
def test_how_sure_a_plan_is_is_asked_where_that_is_quick_or_wished(
    is_wished: bool,  # noqa: FBT001  (a column)
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("digistrat.plan.report._SPENT", 0)
    two = "method: weighted\n" + "criteria: [{id: worth, weight: 60, max: 100}, {id: y, weight: 40, max: 10}]\n"
    work = [f"id: {id}, scores: {{worth: 9, y: {n}}}" for n, id in enumerate("ab")]

    found = report(tmp_path, *work, wishes=Wishes(robust=is_wished), scoring=two)

    assert is_wished == (found.robustness is not None)
    assert {} == found.costs


def test_where_that_would_take_long_nothing_is_planned_with_unasked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("digistrat.plan.report._SPENT", 0)

    found = report(tmp_path, *WORK)

    assert ("optimal", ["c"], {}) == (found.plan.status, [left.id for left in found.rest], found.costs)


def test_without_weights_nobody_can_say_how_sure_a_plan_is(tmp_path: Path) -> None:
    assert report(tmp_path, *LOOSE, wishes=Wishes(robust=True)).robustness is None
