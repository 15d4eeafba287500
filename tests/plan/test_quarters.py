"""The quarters of a plan: which they are, and what they are called."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from digistrat.figures.spans import Span, month_number
from digistrat.model.values.context import Context
from digistrat.model.values.date import parse_date
from digistrat.model.values.duration import Duration
from digistrat.plan.plan import plan_of
from digistrat.plan.quarters import Quarters, quarters_of, quarters_taken
from tests.plan.small import YEAR, problem, strategy_of

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.model.values.date import Date

APRIL = 4


def quarters(first: str, number: int = 4, *, starts: int = APRIL) -> Quarters:
    return Quarters(month_number(date.fromisoformat(f"{first}-01")), number, starts)


def dated(when: str, *, starts: int = APRIL, on: int = 1) -> Date:
    return parse_date(when, Context(year_starts=(starts, on)))


def year_from(day: str) -> str:
    return f"financial_year_starts: {day}\n"


@pytest.mark.parametrize(
    ("plan", "starts", "names"),
    [
        pytest.param("plan: {from: 2027-04, quarters: 2}", "04-01", ["2027-Q2", "2027-Q3"], id="as it says"),
        pytest.param("plan: {from: 2027-05-20, quarters: 1}", "04-01", ["2027-Q2"], id="from within a quarter"),
        pytest.param("plan: {from: 2027-12, quarters: 2}", "01-01", ["2027-Q4", "2028-Q1"], id="over the new year"),
        pytest.param("plan: {from: FY2027-28, quarters: 1}", "10-01", ["2027-Q4"], id="from a financial year"),
        pytest.param(
            "plan: {from: 2027-04, quarters: 2}", "02-01", ["FY2027-28-Q1", "FY2027-28-Q2"], id="no calendar quarters"
        ),
        pytest.param("plan: {from: 2028-01, quarters: 1}", "03-01", ["FY2027-28-Q4"], id="a year from March"),
        pytest.param("plan:\n  quarters: 1", "04-01", ["2027-Q1"], id="from the next quarter"),
        pytest.param("plan:\n  quarters: 1", "02-01", ["FY2027-28-Q1"], id="from the next of the financial year"),
        pytest.param("plan: {from: 2028-08}", "04-01", ["2028-Q3", "2028-Q4", "2029-Q1"], id="until the period ends"),
        pytest.param("plan: {from: 2029-04}", "04-01", ["2029-Q2"], id="one where the period is over"),
    ],
)
def test_the_quarters_are_those_that_the_plan_says(plan: str, starts: str, names: list[str], tmp_path: Path) -> None:
    found = quarters_of(strategy_of(tmp_path, plan=plan, manifest=year_from(starts)))

    assert names == [found.name(quarter) for quarter in range(found.number)]


def test_without_a_plan_they_run_from_the_next_quarter_to_the_end_of_the_period(tmp_path: Path) -> None:
    found = quarters_of(strategy_of(tmp_path, plan=""))

    assert ("2027-Q1", "2029-Q1") == (found.name(0), found.name(found.number - 1))


def test_without_scoring_they_run_to_the_end_of_the_period(tmp_path: Path) -> None:
    strategy = strategy_of(tmp_path, scoring="")

    assert quarters("2027-01", 9) == quarters_of(strategy)


@pytest.mark.parametrize(("to", "number"), [("2027-03", 1), ("2027-04", 2), ("2027-06", 2), ("2027-07", 3)])
def test_the_quarter_in_which_the_period_ends_counts_whole(to: str, number: int, tmp_path: Path) -> None:
    strategy = strategy_of(tmp_path, plan="plan: {from: 2027-01}", to=to)

    assert number == quarters_of(strategy).number


def test_nobody_plans_for_more_than_twenty_years(tmp_path: Path) -> None:
    strategy = strategy_of(tmp_path, plan="plan: {from: 2027-01, quarters: 500}")

    assert 80 == quarters_of(strategy).number


def test_a_month_lies_in_the_quarter_that_holds_it() -> None:
    plan = quarters("2027-04")
    months = {
        month: plan.holding(month_number(date.fromisoformat(f"{month}-01")))
        for month in ("2026-12", "2027-03", "2027-04", "2027-06", "2027-07", "2030-01")
    }

    assert {"2026-12": -2, "2027-03": -1, "2027-04": 0, "2027-06": 0, "2027-07": 1, "2030-01": 11} == months


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        pytest.param("2027-04-01", 0, id="its first day"),
        pytest.param("2027-04-02", 1, id="the day after"),
        pytest.param("2027-05-01", 1, id="the first of another month"),
        pytest.param("2027-06-30", 1, id="its last day"),
        pytest.param("2027-01-01", -1, id="the one before"),
        pytest.param("2027-01-02", 0, id="within the one before"),
    ],
)
def test_what_may_not_begin_before_a_day_begins_with_the_next_quarter(day: str, quarter: int) -> None:
    found = quarters("2027-04").from_on(dated(day))

    assert quarter == found


@pytest.mark.parametrize(
    ("when", "quarter"),
    [
        pytest.param("2027", -1, id="a year"),
        pytest.param("2027-Q2", 0, id="a quarter"),
        pytest.param("2027-04", 0, id="a month"),
        pytest.param("2027-05", 1, id="a month within a quarter"),
        pytest.param("FY2027-28", 0, id="a financial year"),
        pytest.param("FY2027-28-Q2", 1, id="a financial quarter"),
    ],
)
@pytest.mark.parametrize("on", [1, 6])
def test_whatever_names_its_first_day_begins_with_it_and_a_financial_year_from_6_april_with_april(
    when: str, quarter: int, on: int
) -> None:
    plan = quarters("2027-04")._replace(year_starts_on=on)

    assert quarter == plan.from_on(dated(when, on=on))


def test_of_a_year_that_starts_on_6_april_that_very_day_is_within_the_quarter() -> None:
    plan = quarters("2027-04")._replace(year_starts_on=6)

    assert 1 == plan.from_on(dated("2027-04-06", on=6))


def test_a_financial_year_that_starts_within_a_quarter_of_the_plan_is_waited_for() -> None:
    assert 1 == quarters("2027-04").from_on(dated("FY2027-28", starts=5))


def test_the_months_of_quarters_are_all_of_them() -> None:
    first = month_number(date(2027, 4, 1))

    assert Span(first, first + 11) == quarters("2027-04").span
    assert Span(first - 3, first + 2) == quarters("2027-04").months(-1, 1)


def test_the_day_on_which_the_year_starts_is_known(tmp_path: Path) -> None:
    found = quarters_of(strategy_of(tmp_path, manifest=year_from("04-06")))

    assert (4, 6) == (found.year_starts, found.year_starts_on)


@pytest.mark.parametrize(
    ("number", "unit", "taken"),
    [
        (1, "day", 1), (92, "day", 1), (93, "day", 2), (13, "week", 1), (14, "week", 2), (1, "month", 1),
        (3, "month", 1), (4, "month", 2), (5, "quarter", 5), (2, "year", 8),
    ],
)  # fmt: skip
def test_a_duration_takes_whole_quarters(number: int, unit: str, taken: int) -> None:
    assert taken == quarters_taken(Duration("", number, unit))


def test_work_not_before_a_financial_year_may_begin_with_its_first_quarter(tmp_path: Path) -> None:
    plan = plan_of(problem(tmp_path, "id: a, worth: 50, not_before: FY2027-28", plan=YEAR, manifest=year_from("04-06")))

    assert [0] == [one.slot.start for one in plan.chosen]


def test_a_period_of_financial_years_ends_with_their_last_quarter(tmp_path: Path) -> None:
    strategy = strategy_of(tmp_path, plan="plan: {from: 2028-04}", to="FY2028-29", manifest=year_from("04-06"))

    assert 4 == quarters_of(strategy).number


def test_work_of_one_financial_quarter_takes_one(tmp_path: Path) -> None:
    work = "id: a, worth: 50, status: in-progress, start: FY2027-28-Q1, finish: FY2027-28-Q1"
    plan = plan_of(problem(tmp_path, work, manifest=year_from("04-06")))

    assert [(0, 1)] == [tuple(one.slot) for one in plan.chosen]
