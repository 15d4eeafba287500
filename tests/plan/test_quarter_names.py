"""What the quarters of a plan are called, and which periods are theirs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from digistrat.figures.periods import TOTAL, Period
from digistrat.figures.spans import Span, month_number
from digistrat.plan.quarters import Quarters, quarters_of
from tests.plan.small import strategy_of

if TYPE_CHECKING:
    from pathlib import Path


JANUARY, FEBRUARY, APRIL = 1, 2, 4


def quarters(first: str, *, starts: int = APRIL) -> Quarters:
    return Quarters(month_number(date.fromisoformat(f"{first}-01")), 4, starts)


@pytest.mark.parametrize(
    ("first", "starts", "name"),
    [
        pytest.param("2027-01", APRIL, "FY2026-27-Q4", id="the last of a year from April"),
        pytest.param("2027-04", APRIL, "FY2027-28-Q1", id="the first"),
        pytest.param("2099-04", APRIL, "FY2099-00-Q1", id="at the end of a century"),
        pytest.param("2027-07", JANUARY, "2027-Q3", id="a year from January is no financial one"),
        pytest.param("2027-11", FEBRUARY, "FY2027-28-Q4", id="a year from February"),
    ],
)
def test_a_quarter_of_the_financial_year_is_named_after_it(first: str, starts: int, name: str) -> None:
    assert name == quarters(first, starts=starts).financial_name(0)


@pytest.mark.parametrize(("starts", "name"), [(APRIL, "0998-Q2"), (JANUARY, "0998-Q2"), (FEBRUARY, "FY0998-99-Q1")])
def test_years_are_named_with_four_digits(starts: int, name: str) -> None:
    first = "0998-02" if starts == FEBRUARY else "0998-04"

    assert name == quarters(first, starts=starts).name(0)


@pytest.mark.parametrize(("starts", "name"), [(APRIL, "FY0998-99-Q1"), (JANUARY, "0998-Q2")])
def test_financial_years_are_named_with_four_digits(starts: int, name: str) -> None:
    assert name == quarters("0998-04", starts=starts).financial_name(0)


@pytest.mark.parametrize(
    ("is_financial", "starts", "name"),
    [
        pytest.param(False, APRIL, "2027-Q2", id="by the calendar"),
        pytest.param(True, APRIL, "FY2027-28-Q1", id="by the financial year"),
        pytest.param(True, JANUARY, "2027-Q2", id="that is the calendar's"),
    ],
)
def test_readers_are_told_a_quarter_in_the_notation_of_the_strategy(is_financial: bool, starts: int, name: str) -> None:  # noqa: FBT001  (a column)
    plan = quarters("2027-04", starts=starts)._replace(is_financial=is_financial)

    assert name == plan.said(0)


@pytest.mark.parametrize(
    ("work", "manifest", "is_financial"),
    [
        pytest.param("id: a, worth: 5, start: 2027-04", "", False, id="calendar dates"),
        pytest.param("id: a, worth: 5, start: FY2027-28-Q2", "", True, id="a date of work"),
        pytest.param("id: a, worth: 5, not_before: FY2027-28", "", True, id="a financial year"),
        pytest.param(
            "id: a, worth: 5", "envelope: [{year: FY2027-28, capital: 9}]\n", True, id="a year of the envelope"
        ),
        pytest.param("id: a, worth: 5, description: before FY2027-28", "", False, id="only a text"),
    ],
)
def test_quarters_are_financial_where_some_date_of_the_strategy_is(
    work: str,
    manifest: str,
    is_financial: bool,  # noqa: FBT001  (a column)
    tmp_path: Path,
) -> None:
    assert is_financial == quarters_of(strategy_of(tmp_path, work, manifest=manifest)).is_financial


def test_a_period_of_a_bottleneck_is_called_by_its_quarter_or_by_its_own_name() -> None:
    plan = quarters("2027-04")

    assert "2027-Q2" == plan.called(Period("FY2027-28-Q1", plan.months(0, 1)))
    assert "FY2027-28" == plan.called(Period("FY2027-28", plan.months(0, 4)))
    assert "total" == plan.called(TOTAL)


def test_a_period_of_one_quarter_has_the_name_of_the_quarter_and_others_their_own() -> None:
    plan = quarters("2027-04")

    assert "2027-Q3" == plan.named(plan.months(1, 2), "FY2027-28-Q2")
    assert "FY2027-28" == plan.named(plan.months(0, 4), "FY2027-28")
    askew = Span(plan.first + 1, plan.first + 3)
    assert "May to July" == plan.named(askew, "May to July")


@pytest.mark.parametrize(
    ("start", "finish", "told"),
    [
        pytest.param(-2, -1, (False, False), id="one that is past"),
        pytest.param(-1, 1, (True, True), id="one that ends within the plan"),
        pytest.param(0, 1, (True, True), id="its first"),
        pytest.param(3, 4, (True, True), id="its last"),
        pytest.param(4, 5, (True, False), id="one beyond it counts where too much is asked there"),
    ],
)
def test_a_period_concerns_the_plan_unless_it_is_past_or_beyond_it(
    start: int, finish: int, told: tuple[bool, bool]
) -> None:
    plan = quarters("2027-04")
    span = plan.months(start, finish)

    assert told == (plan.concerns(span, is_over=True), plan.concerns(span, is_over=False))


def test_a_period_that_begins_with_the_last_month_of_the_plan_is_not_beyond_it() -> None:
    plan = quarters("2027-04")
    last = plan.span.last

    assert [True, False] == [plan.concerns(Span(month, month + 2), is_over=False) for month in (last, last + 1)]


def test_what_there_is_in_all_always_concerns_the_plan() -> None:
    plan = quarters("2027-04")

    assert (True, True) == tuple(plan.concerns(TOTAL.span, is_over=is_over) for is_over in (True, False))
