"""The accepted plan as a schedule of today's strategy."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from digistrat.answers import Answers
from digistrat.model.load import load_folder
from digistrat.plan.accepted import ACCEPTED, slots_of
from digistrat.plan.reason import Reason
from digistrat.plan.work import Slot
from tests.cli.test_plan import WORK, small
from tests.strategies import AS_OF

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.plan.accepted import Accepted

BETA = "chosen: [{initiative: beta, start: 2027-Q1, finish: 2027-Q1}]\n"


def accepted(folder: Path, plan: str, work: str = WORK, **files: str) -> Accepted:
    """Check a plan of a small strategy."""
    found = Answers(load_folder(small(folder, work, plan=plan, **files), AS_OF)).accepted
    assert found
    return found


def test_without_a_file_there_is_no_plan(tmp_path: Path) -> None:
    assert Answers(load_folder(small(tmp_path), AS_OF)).accepted is None


def test_its_value_is_that_of_the_scores_of_today(tmp_path: Path) -> None:
    plan = accepted(tmp_path, BETA).plan

    assert (60 * Fraction(98, 100), ACCEPTED, "heuristic") == (plan.value, plan.solver, plan.status)
    assert plan.bound is not None
    assert plan.bound >= plan.value


def test_a_plan_of_nothing_holds_where_nothing_is_certain(tmp_path: Path) -> None:
    assert accepted(tmp_path, "accepted: {by: Board}\n").holds


@pytest.mark.parametrize(
    ("entry", "slot"),
    [
        pytest.param("start: 2027-Q2, finish: 2027-Q3", Slot(1, 3), id="quarters"),
        pytest.param("start: FY2027-28-Q1, finish: FY2027-28-Q2", Slot(1, 3), id="financial quarters"),
        pytest.param("start: 2027-05-31, finish: 2027-07", Slot(1, 3), id="a day and a month"),
        pytest.param("start: 2027, finish: 2027", Slot(0, 4), id="a year"),
        pytest.param("start: 2026-12, finish: 2029", Slot(-1, 12), id="beyond the plan at both ends"),
        pytest.param("start: 2027-Q2", None, id="no end"),
        pytest.param("finish: 2027-Q2", None, id="no start"),
        pytest.param("start: 2027-Q2, finish: 2027-Q1", None, id="an end before the start"),
    ],
)
def test_its_dates_are_the_quarters_that_they_touch(entry: str, slot: Slot | None, tmp_path: Path) -> None:
    strategy = load_folder(small(tmp_path, plan=f"chosen: [{{initiative: beta, {entry}}}]\n"), AS_OF)

    assert strategy.plan
    assert ({"beta": slot} if slot else {}) == slots_of(strategy, strategy.plan)


def test_what_stands_twice_counts_once_and_an_old_name_is_the_same(tmp_path: Path) -> None:
    twice = "chosen:\n- {initiative: old, start: 2027-Q2, finish: 2027-Q2}\n- " + BETA[9:-2] + "\n"
    strategy = load_folder(small(tmp_path, WORK.replace("id: beta,", "id: beta, was: [old],"), plan=twice), AS_OF)

    assert strategy.plan
    assert {"beta": Slot(1, 2)} == slots_of(strategy, strategy.plan)


def test_an_entry_without_an_initiative_is_left_to_lint(tmp_path: Path) -> None:
    assert accepted(tmp_path, "chosen: [{start: 2027-Q1, finish: 2027-Q1}]\naccepted: {by: Board}\n").holds


def test_what_is_certain_has_to_be_in_it(tmp_path: Path) -> None:
    found = accepted(tmp_path, BETA, WORK.replace("id: delta,", "id: delta, must_do: true,"))

    assert [("delta", Reason("missing", "delta"))] == [one for one in found.broken if one.reason.kind == "missing"]


def test_more_time_than_it_takes_is_no_fault(tmp_path: Path) -> None:
    assert accepted(tmp_path, BETA.replace("finish: 2027-Q1", "finish: 2027-Q3")).holds


@pytest.mark.parametrize(("not_before", "holds"), [("2027-01", True), ("2027-01-01", True), ("2027-01-02", False)])
def test_work_may_start_on_the_day_from_which_it_may(not_before: str, holds: bool, tmp_path: Path) -> None:  # noqa: FBT001  (of a table)
    found = accepted(tmp_path, BETA, WORK.replace("id: beta,", f"id: beta, not_before: {not_before},"))

    assert holds == found.holds


def test_a_plan_holds_beyond_the_quarters_that_are_planned(tmp_path: Path) -> None:
    assert accepted(tmp_path, BETA.replace("2027", "2031")).holds
