"""What work costs by the years of the envelope: to the penny, and nothing twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.figures.spending import Spending, Sum, spending
from digistrat.model.load import load_folder
from tests.figures.test_spans import of, with_work
from tests.strategies import AS_OF, EXAMPLE

if TYPE_CHECKING:
    from fractions import Fraction
    from pathlib import Path

    from digistrat.model.strategy import Strategy

_TWO_YEARS = "[{year: FY2027-28, capital: £900, revenue: £90}, {year: FY2028-29, revenue: £90}]"


def strategy_of(folder: Path, *work: str, envelope: str = _TWO_YEARS) -> Strategy:
    """Load a strategy with an envelope and chosen initiatives a, b and c."""
    manifest = f"format: 1\ntitle: T\norganisation: {{name: O}}\nperiod: 2027\nowner: Board\nenvelope: {envelope}\n"
    return with_work(folder, *(f"choice: will, {keys}" for keys in work), strategy=manifest)


def spent(found: Spending) -> list[tuple[int | Fraction, int | Fraction]]:
    return [(year.capital.spent, year.revenue.spent) for year in found.years]


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        pytest.param("start: 2028-01, duration: 7 months, cost: {capital: £700}", [(300, 0), (400, 0)], id="by months"),
        pytest.param("start: 2026-10, duration: 1 year, cost: {revenue: about £1.2k}", [(0, 600), (0, 0)], id="before"),
        pytest.param(
            "start: 2027-04, finish: 2027-09, cost: {recurrent: £120}", [(0, 60), (0, 120)], id="each year after it"
        ),
        pytest.param("start: 2001-04, cost: {recurrent: £120}", [(0, 120), (0, 120)], id="for ever"),
        pytest.param(
            "start: 2027-04, cost: {capital: £999, by_year: {FY2027-28: {capital: £5}, FY2028-29: {capital: £7}}}",
            [(5, 0), (7, 0)],
            id="as its years say",
        ),
        pytest.param(
            "cost: {by_year: {2028: {revenue: £12}}}", [(0, 3), (0, 9)], id="a year that lies in two of the envelope's"
        ),
        pytest.param(
            "start: 2028-03, duration: 2 months, cost: {revenue: £8, by_year: {FY2027-28: {capital: £5}}}",
            [(5, 4), (0, 4)],
            id="what no year mentions is spread",
        ),
        pytest.param("start: 2027-04", [(0, 0), (0, 0)], id="nothing said"),
    ],
)
def test_sums_fall_into_years(work: str, expected: list[tuple[int, int]], tmp_path: Path) -> None:
    assert expected == spent(spending(strategy_of(tmp_path, work)))


def test_what_nobody_can_place_is_told_apart(tmp_path: Path) -> None:
    found = spending(strategy_of(tmp_path, "cost: {capital: £5, recurrent: £2, by_year: {FY2027-28: {revenue: £3}}}"))

    assert [(0, 3), (0, 0)] == spent(found)
    assert {"capital": "5", "recurrent": "2"} == {str(one.keys[-1]): str(one.amount) for one in found.unplaced}


def test_more_than_the_envelope_holds_is_over_and_a_sum_left_out_is_no_limit(tmp_path: Path) -> None:
    strategy = strategy_of(
        tmp_path,
        "start: 2027-04, duration: 2 years, cost: {capital: £2000, revenue: £100}",
        "start: 2027-04, cost: {revenue: £41}",
    )

    first, second = spending(strategy).years

    def told(sum: Sum) -> tuple[int | Fraction, list[str]]:
        return sum.over, [one.initiative for one, _ in sum.shares]

    assert (100, ["a"]) == told(first.capital)
    assert (1, ["a", "b"]) == told(first.revenue)
    assert (0, ["a"]) == told(second.capital)
    assert second.capital.limit is None


def test_a_planner_may_ask_what_would_be_if(tmp_path: Path) -> None:
    strategy = strategy_of(tmp_path, "start: 2027-04, cost: {capital: £5}", "cost: {capital: £12}")

    found = spending(strategy, {"b": of("2028-02 to 2028-05")})

    assert [(6, 0), (6, 0)] == spent(found)


def test_what_the_example_chose_fits() -> None:
    found = spending(load_folder(EXAMPLE, AS_OF))

    assert () == found.unplaced
    assert {0} == {sum.over for year in found.years for sum in (year.capital, year.revenue)}
