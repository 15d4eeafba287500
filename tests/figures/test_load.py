"""What bottlenecks bear: every share exact, in the period in which it falls."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from digistrat.figures.load import Bottleneck, load
from digistrat.figures.spans import spans_of_work
from digistrat.model.load import load_folder
from tests.figures.test_spans import of, with_work
from tests.strategies import AS_OF, EXAMPLE

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.model.strategy import Strategy


def strategy_of(folder: Path, capacity: str, *work: str, **manifest: str) -> Strategy:
    """Load a strategy with one bottleneck, `team`, and chosen initiatives a, b and c."""
    constraints = f"- {{id: team, was: crew, statement: A team, capacity: {{{capacity}}}}}\n"
    lines = "".join(f"{key}: {value}\n" for key, value in manifest.items())
    text = f"format: 1\ntitle: T\norganisation: {{name: O}}\nperiod: 2027\nowner: Board\n{lines}"
    return with_work(folder, *(f"choice: will, {keys}" for keys in work), constraints=constraints, strategy=text)


def bottleneck(folder: Path, capacity: str, *work: str, **manifest: str) -> Bottleneck:
    return load(strategy_of(folder, capacity, *work, **manifest))[0]


def used(one: Bottleneck) -> dict[str, int | Fraction]:
    return {load.period.name: load.used for load in one.loads}


def test_one_amount_is_spread_evenly_by_months(tmp_path: Path) -> None:
    found = bottleneck(tmp_path, "available: 5", "start: 2027-05, finish: 2027-11, uses: {team: 10}")

    sevenths = {"FY2027-28-Q1": Fraction(20, 7), "FY2027-28-Q2": Fraction(30, 7), "FY2027-28-Q3": Fraction(20, 7)}
    assert sevenths == used(found)
    assert () == found.exceeded


def test_of_several_each_falls_into_the_quarter_that_holds_its_first_month(tmp_path: Path) -> None:
    found = bottleneck(tmp_path, "available: 5", "start: 2027-06, duration: 7 months, uses: {team: [6, 4, 2]}")

    assert {"FY2027-28-Q1": 6, "FY2027-28-Q2": 4, "FY2027-28-Q3": 2} == used(found)
    assert {"FY2027-28-Q1": Fraction(1)} == {load.period.name: load.over for load in found.exceeded}


@pytest.mark.parametrize(
    ("capacity", "starts", "expected"),
    [
        pytest.param("per: year", "04-01", {"FY2026-27": 4, "FY2027-28": 8}, id="financial years"),
        pytest.param("per: year", "01-01", {"2027": 12}, id="years from January on"),
        pytest.param("unit: weeks", "02-01", {"FY2027-28-Q1": 6, "FY2027-28-Q2": 6}, id="quarters from February on"),
        pytest.param("per: quarter", "01-01", {"2027-Q1": 4, "2027-Q2": 6, "2027-Q3": 2}, id="calendar quarters"),
        pytest.param(
            "available: {2028-Q1: 9, 2027-Q2: 9, 2027-Q1: null}", "04-01", {"2027-Q2": 6, "2028-Q1": 0}, id="its own"
        ),
        pytest.param("per: total, available: {2027: 9}", "04-01", {"2027": 12}, id="its own, where it says total"),
        pytest.param("per: total, available: 9", "04-01", {"total": 12}, id="in all"),
    ],
)
def test_periods_are_those_of_the_capacity(
    capacity: str, starts: str, expected: dict[str, int], tmp_path: Path
) -> None:
    work = "start: 2027-02, finish: 2027-07, uses: {team: 12}"

    found = bottleneck(tmp_path, capacity, work, financial_year_starts=starts)

    assert list(expected.items()) == list(used(found).items())


def test_what_is_not_known_is_no_limit(tmp_path: Path) -> None:
    found = bottleneck(tmp_path, "unit: weeks", "start: 2027-04, uses: {team: 999}")

    assert [(None, Fraction(0))] == [(load.available, load.over) for load in found.loads]


def test_work_that_nobody_can_place_is_told_apart(tmp_path: Path) -> None:
    work = "start: 2027-04, uses: {team: 3}", "duration: 3 months, uses: {team: 9}"

    by_quarter = bottleneck(tmp_path / "quarter", "available: 5", *work)
    in_all = bottleneck(tmp_path / "total", "per: total, available: 5", *work)

    assert ({"FY2027-28-Q1": 3}, ("b",)) == (used(by_quarter), by_quarter.unplaced)
    assert ({"total": 12}, ()) == (used(in_all), in_all.unplaced)


def test_the_most_comes_first_and_old_names_count(tmp_path: Path) -> None:
    found = bottleneck(
        tmp_path, "available: 5", "start: 2027-04, uses: {team: 1}", "start: 2027-04, uses: {team: 2, crew: 3}"
    )

    assert (("b", Fraction(5)), ("a", Fraction(1))) == found.loads[0].by_initiative


@pytest.mark.parametrize(
    ("capacity", "frees", "expected"),
    [
        pytest.param("available: 5", "2", [5, 7, 7], id="in each quarter after it"),
        pytest.param("available: 5", "[3, 1]", [5, 8, 6], id="a number a quarter"),
        pytest.param("per: total, available: 5", "2", [7], id="once in all"),
        pytest.param("per: total, available: 5", "[3, 1]", [9], id="all of it in all"),
    ],
)
def test_ended_work_gives_back(capacity: str, frees: str, expected: list[int], tmp_path: Path) -> None:
    done = f"start: 2027-04, duration: 1 quarter, frees: {{team: {frees}}}"
    other = "start: 2027-04, duration: 3 quarters, uses: {team: 9}"

    found = bottleneck(tmp_path, capacity, done, other)

    assert expected == [load.available for load in found.loads]
    assert [available - 5 for available in expected] == [load.freed for load in found.loads]


def test_a_planner_may_ask_what_would_be_if(tmp_path: Path) -> None:
    strategy = strategy_of(tmp_path, "available: 5", "start: 2027-04, uses: {team: 3}", "uses: {team: 4}")

    found = load(strategy, {"b": of("2027-07 to 2027-12")})[0]

    assert {"FY2027-28-Q2": 2, "FY2027-28-Q3": 2} == used(found)
    assert {} == used(load(strategy, {})[0])


def test_a_constraint_without_a_capacity_is_no_bottleneck(tmp_path: Path) -> None:
    constraints = "- {id: team, statement: A team}\n"

    strategy = with_work(tmp_path, "choice: will, start: 2027-04, uses: {team: 3}", constraints=constraints)

    assert () == load(strategy)


def test_all_that_the_example_needs_is_there() -> None:
    strategy = load_folder(EXAMPLE, AS_OF)

    found = load(strategy)

    assert [()] * len(found) == [one.exceeded for one in found]
    placed = [id for id, span in spans_of_work(strategy).items() if span]
    written = sum(sum(strategy.initiatives[id].uses.get("integration-team", ())) for id in placed)
    assert [written] == [sum(used(one).values()) for one in found if one.constraint.id == "integration-team"]
