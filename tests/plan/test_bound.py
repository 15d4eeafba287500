"""What no plan can pass, reckoned without a solver."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from digistrat.plan.bound import bound
from tests.plan.brute_force import best
from tests.plan.made_up import made_up
from tests.plan.small import POT, problem, problem_in

if TYPE_CHECKING:
    from pathlib import Path

NOW = Fraction(98, 100)  # what is left of a score where work ends with the first quarter


@pytest.mark.parametrize("seed", range(3, 200, 4))
def test_no_plan_is_worth_more_than_the_bound(seed: int, tmp_path: Path) -> None:
    case = made_up(seed)

    most = bound(problem_in(tmp_path, case))

    assert most >= (best(case) or 0)


@pytest.mark.parametrize(
    ("work", "worth"),
    [
        pytest.param(["worth: 10", "worth: 20"], 30, id="all of it where nothing is short"),
        pytest.param(["worth: 10, uses: {pot: 5}", "worth: 30, uses: {pot: 10}"], 30, id="the best first"),
        pytest.param(["worth: 20, uses: {pot: 5}", "worth: 30, uses: {pot: 10}"], 35, id="the last in part"),
        pytest.param(["worth: 20, uses: {pot: 11}", "worth: 5"], Fraction(200, 11) + 5, id="what asks nothing is whole"),
        pytest.param(["worth: 20, uses: {pot: 12}", "worth: 5, frees: {pot: 2}"], 25, id="what frees makes room"),
        pytest.param(["worth: 20, uses: {pot: 12}", "worth: 0, frees: {pot: 2}"], 20, id="even for nothing"),
        pytest.param(["worth: 8, must_do: true, uses: {pot: 5}", "worth: 40, uses: {pot: 10}"], 28, id="beside certain work"),
        pytest.param(["worth: 8, must_do: true, uses: {pot: 11}", "worth: 40, uses: {pot: 10}"], 8, id="where that is too much"),
        pytest.param(["worth: 20, uses: {pot: 5}", "status: delivered, uses: {pot: 13}", "worth: 7"], 7, id="nothing of what is overspent already"),
        pytest.param(["worth: 20, uses: {pot: 2}", "status: delivered, uses: {pot: 13}", "worth: 7, frees: {pot: 1}"], 17, id="but what is freed"),
        pytest.param([], 0, id="no work"),
    ],
)  # fmt: skip
def test_a_limit_by_itself_lets_so_much_through(work: list[str], worth: Fraction, tmp_path: Path) -> None:
    planned = problem(tmp_path, *(f"id: {id}, {keys}" for id, keys in zip("abc", work, strict=False)), having=POT)

    assert worth * NOW == bound(planned)


def test_the_narrowest_limit_counts(tmp_path: Path) -> None:
    work = [f"id: {id}, worth: 10, uses: {{pot: 5}}, cost: {{capital: 50}}" for id in "abc"]
    planned = problem(
        tmp_path, *work, having=POT, plan="plan: {from: 2027-04, quarters: 1}",
        manifest="envelope: [{year: FY2027-28, capital: 75}]\n",
    )  # fmt: skip

    assert 15 * NOW == bound(planned)


def test_the_mix_is_no_sum_that_fills_up(tmp_path: Path) -> None:
    plan = "plan: {from: 2027-04, quarters: 1}\nmix: {maintain: {max: 0}}"

    assert 10 * NOW == bound(problem(tmp_path, "id: a, worth: 10, effort: 1, portfolio: maintain", plan=plan))
