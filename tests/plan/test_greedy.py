"""A good plan without a solver."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.plan.check import holds
from digistrat.plan.filling import Filling
from digistrat.plan.greedy import fill, greedy
from digistrat.plan.search import Searched
from tests.plan.larger import larger
from tests.plan.small import POT, QUARTER, TEAM, problem, problem_in

if TYPE_CHECKING:
    from pathlib import Path

MIX = "plan: {from: 2027-04, quarters: 1}\nmix: "


@pytest.mark.parametrize("seed", range(30))
def test_what_is_found_is_a_plan(seed: int, tmp_path: Path) -> None:
    planned = problem_in(tmp_path, larger(seed))

    found = greedy(planned)

    assert found.is_proof
    assert found.schedule is not None
    assert holds(planned, found.schedule)


@pytest.mark.parametrize("seed", range(10))
def test_nothing_is_left_out_that_would_still_fit(seed: int, tmp_path: Path) -> None:
    planned = problem_in(tmp_path, larger(seed))
    schedule = greedy(planned).schedule
    assert schedule is not None

    filling = Filling(planned, schedule)
    fill(filling)

    assert schedule == filling.schedule


def test_what_is_worth_most_for_what_it_asks_goes_first(tmp_path: Path) -> None:
    work = ["id: a, worth: 60, uses: {pot: 9}", "id: b, worth: 50, uses: {pot: 5}", "id: c, worth: 40, uses: {pot: 5}"]

    found = greedy(problem(tmp_path, *work, having=POT))

    assert {"b": 0, "c": 0} == found.schedule


def test_what_is_worth_more_goes_in_the_place_of_others(tmp_path: Path) -> None:
    work = ["id: a, worth: 60, uses: {pot: 6}", "id: b, worth: 48, uses: {pot: 5}", "id: c, worth: 48, uses: {pot: 5}"]

    found = greedy(problem(tmp_path, *work, having=POT))

    assert {"b": 0, "c": 0} == found.schedule


@pytest.mark.parametrize(("entries", "chosen"), [(3, "bc"), (2, "a")])
def test_the_more_work_there_is_the_less_of_it_is_tried_in_the_place_of_others(
    entries: int, chosen: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("digistrat.plan.greedy._COPIED", entries)
    work = ["id: a, worth: 60, uses: {pot: 6}", "id: b, worth: 48, uses: {pot: 5}", "id: c, worth: 48, uses: {pot: 5}"]

    found = greedy(problem(tmp_path, *work, having=POT))

    assert dict.fromkeys(chosen, 0) == found.schedule


def test_what_is_waited_for_goes_in_for_the_sake_of_what_waits(tmp_path: Path) -> None:
    work = ["id: a, worth: 0, uses: {pot: 2}", "id: b, worth: 90, depends_on: a, uses: {pot: 3}"]

    found = greedy(problem(tmp_path, *work, "id: c, worth: 20, uses: {pot: 6}", having=POT))

    assert {"a": 0, "b": 0} == found.schedule


def test_what_is_worth_nothing_stays_out(tmp_path: Path) -> None:
    assert {"b": 0} == greedy(problem(tmp_path, "id: a, worth: 0", "id: b, worth: 1")).schedule


@pytest.mark.parametrize(
    ("mix", "work", "expected"),
    [
        pytest.param(
            "{maintain: {max: 50}}",
            ["worth: 90, effort: 4, portfolio: maintain", "worth: 1, effort: 4, portfolio: improve"], "ab",
            id="more of the others comes in",
        ),
        pytest.param(
            "{maintain: {max: 50}}",
            ["worth: 90, effort: 2, portfolio: maintain", "worth: 9, effort: 4, portfolio: maintain",
             "worth: 1, effort: 2, portfolio: improve"], "ac", id="some goes out",
        ),
        pytest.param(
            "{maintain: {max: 0}}",
            ["worth: 90, effort: 2, portfolio: maintain", "worth: 9, effort: 4, portfolio: improve"], "b", id="none of it",
        ),
        pytest.param(
            "{maintain: {min: 50}}",
            ["worth: 90, effort: 4, portfolio: improve", "worth: 0, effort: 4, portfolio: maintain"], "ab",
            id="what is worth nothing comes in for the share",
        ),
        pytest.param("{maintain: {min: 50}}", ["worth: 90, effort: 4, portfolio: improve"], "", id="nothing is in order"),
    ],
)  # fmt: skip
def test_a_mix_is_brought_within_its_bounds(mix: str, work: list[str], expected: str, tmp_path: Path) -> None:
    planned = problem(tmp_path, *(f"id: {id}, {one}" for id, one in zip("abc", work, strict=False)), plan=MIX + mix)

    found = greedy(planned).schedule

    assert found is not None
    assert holds(planned, found)
    assert expected == "".join(sorted(found))


def test_where_filling_finds_nothing_a_search_may(tmp_path: Path) -> None:
    work = ["id: a, worth: 9, must_do: true, uses: {pot: 11}", "id: b, worth: 9, frees: {pot: 1}"]
    planned = problem(tmp_path, *work, "id: c, worth: 5", "id: d, worth: 5, uses: {pot: 1}", having=POT)

    assert Searched(None, is_proof=False) == greedy(planned, search=False)
    assert Searched({"a": 0, "b": 0, "c": 0}, is_proof=True) == greedy(planned)


def test_what_a_search_found_is_filled_up_and_improved(tmp_path: Path) -> None:
    certain = ["id: m, worth: 9, must_do: true, uses: {pot: 11}", "id: n, worth: 9, frees: {pot: 11}"]
    work = ["id: a, worth: 60, uses: {pot: 6}", "id: b, worth: 48, uses: {pot: 5}", "id: c, worth: 48, uses: {pot: 5}"]

    found = greedy(problem(tmp_path, *certain, *work, having=POT))

    assert {"m": 0, "n": 0, "b": 0, "c": 0} == found.schedule


def test_that_no_plan_holds_what_is_certain_is_proven(tmp_path: Path) -> None:
    work = [f"id: {id}, worth: 9, must_do: true, uses: {{team: 2}}" for id in "ab"]

    assert Searched(None, is_proof=True) == greedy(problem(tmp_path, *work, having=TEAM, plan=QUARTER))


def test_what_excludes_what_it_waits_for_spoils_no_plan(tmp_path: Path) -> None:
    work = ["id: o, worth: 10", "id: p, worth: 50, depends_on: o", "id: x, worth: 100, depends_on: p, excludes: o"]

    found = greedy(problem(tmp_path, *work))

    assert {"o": 0, "p": 0} == found.schedule


def test_two_that_exclude_each_other_do_not_both_come_in(tmp_path: Path) -> None:
    work = ["id: a, worth: 50, excludes: [b, c]", "id: b, worth: 40", "id: c, worth: 40"]

    assert {"b": 0, "c": 0} == greedy(problem(tmp_path, *work)).schedule
