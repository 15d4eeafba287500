"""How reasons, times and amounts of a plan are said."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from digistrat.plan.plan import Plan, plan_of
from digistrat.plan.reason import Reason
from digistrat.plan.words import (
    enough,
    obstacle,
    reason_in_words,
    reasons_in_words,
    shown,
    status_in_words,
    value_in_words,
    when_in_words,
)
from tests.plan.small import HAND, POT, QUARTER, problem, strategy_of

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.plan.plan import How

FINANCIAL = "envelope: [{year: FY2027-28, capital: 9}]\n"
A = 'id: a, worth: 50, title: "A"'


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        pytest.param(Fraction(1, 3), Fraction(333334, 10**6), id="a third"),
        pytest.param(Fraction(5, 2), Fraction(5, 2), id="exact"),
        pytest.param(1 + Fraction(1, 10**40), 1 + Fraction(1, 10**6), id="a trace more than decimals can hold"),
    ],
)
def test_whoever_adds_what_is_told_has_enough(amount: Fraction, told: Fraction) -> None:
    assert told == enough(amount)


@pytest.mark.parametrize(
    ("manifest", "when", "name"),
    [
        pytest.param("", "2027-Q2", "2027-Q2", id="a calendar quarter"),
        pytest.param(FINANCIAL, "2027-Q2", "FY2027-28-Q1", id="a quarter of the financial year"),
        pytest.param(FINANCIAL, "2028-Q1", "FY2027-28-Q4", id="its last"),
        pytest.param(FINANCIAL, "FY2027-28", "FY2027-28", id="a year"),
        pytest.param(FINANCIAL, "total", "all", id="no period"),
    ],
)
def test_a_period_is_named_as_the_readers_of_the_strategy_do(
    manifest: str, when: str, name: str, tmp_path: Path
) -> None:
    assert name == shown(strategy_of(tmp_path, manifest=manifest), when)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2027-Q2", "in FY2027-28-Q1 (April to June 2027)"),
        ("total", "in all"),
        ("", ""),
        ("min", ""),
        ("max", ""),
        ("FY9999-00", "in FY9999-00"),
    ],
)
def test_a_period_is_said_with_its_months_where_there_are_such(when: str, said: str, tmp_path: Path) -> None:
    assert said == when_in_words(strategy_of(tmp_path, manifest=FINANCIAL), when)


ONE = Fraction(1)


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (Reason("capacity", "pot", "total", Fraction(31, 20)), "pot is 1.6 units short in all"),
        (Reason("money", "capital", "2027", Fraction("1000.01")), "£1,001 of capital is short in 2027"),
        (Reason("at-once", "in_parallel", "2027-Q2", ONE), "1 piece of work too many would run at once in 2027-Q2 (April to June 2027)"),
        (Reason("mix", "maintain", "min", ONE), "maintain work would lie 1 per cent of the effort below its least"),
        (Reason("mix", "maintain", "max", ONE), "maintain work would lie 1 per cent of the effort above its most"),
        (Reason("time", "quarters", "2027-Q2", ONE), "the plan is 1 quarter too short for it"),
        (Reason("time", "a", "2027-Q2", Fraction(2)), 'it would start 2 quarters too late, for it waits for "A"'),
        (Reason("needs", "a"), 'it needs "A", which is left out, too'),
        (Reason("dependency", "a"), 'it waits for "A", which is not to be done'),
        (Reason("ruled-out", "out of scope"), "the strategy says that it will not be done"),
        (Reason("ruled-out", "d"), "the decision 'd' rules it out"),
        (Reason("unsized", "a"), "it says no effort, so nobody knows what it does to the mix"),
        (Reason("left-out", "a"), "the plan was asked for without it"),
        (Reason("unreadable", "a"), "what its file says of it cannot be read"),
        (Reason("no-plan", "a"), "what has to be done has to fit first"),
        (Reason("not-asked", "a"), "nothing stands in its way"),
        (Reason("late", "a", "2027-Q2", ONE), "it ends 1 quarter later than the plan says"),
        (Reason("not-before", "a", "2027-Q2", ONE), "it starts 1 quarter before it may"),
        (Reason("length", "a", "", Fraction(2)), "the plan gives it 2 quarters less than it takes"),
    ],
)  # fmt: skip
def test_a_reason_is_a_sentence(reason: Reason, said: str, tmp_path: Path) -> None:
    strategy = strategy_of(tmp_path, A, having=POT, decisions="- {id: d, title: D}\n")

    assert said == reason_in_words(strategy, reason)


@pytest.mark.parametrize(
    ("reasons", "said"),
    [
        pytest.param(
            [Reason("capacity", "pot", when, Fraction(2)) for when in ("2027-Q2", "2027-Q3")],
            "pot is short by 2 units in 2027-Q2 and by 2 units in 2027-Q3", id="of one bottleneck",
        ),
        pytest.param(
            [Reason("at-once", "in_parallel", when, ONE) for when in ("2027-Q2", "2027-Q3")],
            "too much work would run at once in 2027-Q2 and 2027-Q3", id="work at once",
        ),
        pytest.param(
            [Reason("money", "capital", when, ONE) for when in ("2027", "2028")],
            "money is short by £1 of capital in 2027 and by £1 of capital in 2028", id="of one purse",
        ),
        pytest.param(
            [Reason("needs", "a"), Reason("unscored", "b")],
            'it needs "A", which is left out, too and not all its scores are known, and what is not known is not zero',
            id="of different kinds",
        ),
    ],
)  # fmt: skip
def test_reasons_about_one_limit_are_said_together(reasons: list[Reason], said: str, tmp_path: Path) -> None:
    assert said == reasons_in_words(strategy_of(tmp_path, A, having=POT), reasons)


@pytest.mark.parametrize(
    ("kind", "what", "name"),
    [
        ("capacity", "team", "team"),
        ("money", "capital", "capital money"),
        ("mix", "maintain", "the bounds for maintain work"),
        ("needs", "", "waiting for work that is left out, too"),
        ("unsized", "", "missing effort"),
        ("left-out", "", "having been asked for without it"),
    ],
)
def test_what_keeps_work_out_has_a_name(kind: str, what: str, name: str) -> None:
    assert name == obstacle(kind, what)


CERTAIN = "all that has to be done: what is in progress, and what is decided already"


def test_a_plan_is_called_the_best_only_where_that_is_proven(tmp_path: Path) -> None:
    planned = problem(tmp_path, A)
    plan = plan_of(planned, HAND)

    assert "The best possible plan, proven without a solver" == status_in_words(plan)
    assert "The best possible plan, proven by S 1" == status_in_words(replace(plan, solver="S 1", how="solver"))
    assert "Within 0.1% of the best possible, found by S" == status_in_words(
        replace(plan, status="within", bound=Fraction("49.001"), solver="S", how="solver")
    )
    assert "There is nothing to plan" == status_in_words(replace(plan, problem=replace(planned, work={})))


@pytest.mark.parametrize(
    ("bound", "how", "said"),
    [
        pytest.param(60, "solver", "Within 18.4% of the best possible, found by HiGHS 1", id="near"),
        pytest.param(60, "greedy", "Within 18.4% of the best possible, filled up with the best first", id="by hand"),
        pytest.param(98, "solver", "A plan found by HiGHS 1. How near it is to the best possible is not known: 50% may be missing", id="far"),
        pytest.param(98, "greedy", "A plan filled up with the best first. How near it is to the best possible is not known: 50% may be missing", id="far by hand"),
    ],
)  # fmt: skip
def test_a_plan_is_said_to_be_within_a_share_of_the_best_only_where_it_is_near(
    bound: int, how: How, said: str, tmp_path: Path
) -> None:
    plan = Plan(problem(tmp_path, A), {"a": 0}, "within", Fraction(bound), "HiGHS 1", how=how)

    assert said == status_in_words(plan)


@pytest.mark.parametrize(
    ("is_proven", "is_least", "said"),
    [
        (True, True, f"No plan holds {CERTAIN}. This one goes over the limits by least"),
        (True, False, f"No plan holds {CERTAIN}. This one goes over the limits by little"),
        (False, False, f"No plan was found that holds {CERTAIN}. This one goes over the limits by little"),
    ],
)
def test_that_there_is_no_plan_is_said_only_as_far_as_it_is_known(
    is_proven: bool,  # noqa: FBT001  (a column)
    is_least: bool,  # noqa: FBT001  (a column)
    said: str,
    tmp_path: Path,
) -> None:
    plan = plan_of(problem(tmp_path, f"{A}, must_do: true, uses: {{pot: 11}}", having=POT, plan=QUARTER), HAND)

    assert said == status_in_words(replace(plan, is_proven=is_proven, is_least=is_least))


def test_what_cannot_be_done_at_all_is_said_to_be_so(tmp_path: Path) -> None:
    plan = plan_of(problem(tmp_path, f"{A}, must_do: true, duration: 2 quarters", plan=QUARTER), HAND)

    assert f"No plan holds {CERTAIN}. Some of it cannot be done at all" == status_in_words(plan)


def test_it_is_said_what_a_plan_is_worth_and_in_what_that_counts(tmp_path: Path) -> None:
    plan = plan_of(problem(tmp_path, A), HAND)

    said = "Worth 49: the scores of all it holds, 2% less for each quarter until the work is done"
    assert said == value_in_words(plan)
