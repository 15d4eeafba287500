"""What a plan is about: what is certain, what may be chosen, when it can run, and what stands in the way."""

from __future__ import annotations

from fractions import Fraction
from itertools import starmap
from typing import TYPE_CHECKING

import pytest

from digistrat.plan.reason import Reason
from digistrat.plan.work import Slot
from tests.plan.small import QUARTER, TEAM, YEAR, problem

if TYPE_CHECKING:
    from pathlib import Path

A = "id: a, worth: 50"
B = "id: b, worth: 50"


@pytest.mark.parametrize(
    ("keys", "decisions", "is_certain"),
    [
        pytest.param("status: in-progress", "", True, id="begun"),
        pytest.param("must_do: true", "", True, id="has to be done"),
        pytest.param("must_do: true, choice: later", "", True, id="has to be done, though somebody would wait"),
        pytest.param("status: proposed", "{kind: funding, made: 2026-03, initiatives: a}", True, id="decided"),
        pytest.param("status: proposed", "{kind: funding, initiatives: a}", True, id="decided nobody says when"),
        pytest.param("status: proposed", "{kind: funding, made: 2027-03, initiatives: a}", False, id="awaited"),
        pytest.param("status: proposed", "{kind: stop, made: 2026-03, initiatives: a}", False, id="a decision to stop"),
        pytest.param("choice: will", "", False, id="chosen"),
        pytest.param("status: idea", "", False, id="an idea"),
    ],
)
def test_what_is_begun_or_decided_is_certain(keys: str, decisions: str, is_certain: bool, tmp_path: Path) -> None:  # noqa: FBT001  (a column)
    decided = f"- {{id: d, title: D, {decisions[1:]}\n" if decisions else ""
    found = problem(tmp_path, f"{A}, {keys}", decisions=decided)

    assert {"a": is_certain} == {id: one.must for id, one in found.work.items()}
    assert ({"a"} if is_certain else set()) == found.certain


@pytest.mark.parametrize(
    "keys",
    ["status: delivered", "status: stopped", "choice: will-not", "choice: later", "status: delivered, must_do: true"],
)
def test_what_is_over_or_put_aside_is_not_asked_about(keys: str, tmp_path: Path) -> None:
    found = problem(tmp_path, f"{A}, {keys}")

    assert ({}, {}, {}) == (found.work, found.barred, found.conflicts)


@pytest.mark.parametrize(
    ("work", "files", "reason"),
    [
        pytest.param([A], {"manifest": "out_of_scope: [{what: A, initiatives: a}]\n"}, Reason("ruled-out", "out of scope"), id="out of scope"),
        pytest.param([A], {"mission": "will_not: [{what: A, initiatives: a}]\n"}, Reason("ruled-out", "out of scope"), id="what we will not do"),
        pytest.param([A], {"decisions": "- {id: d, title: D, can_change: false, rules_out: a}\n"}, Reason("ruled-out", "d"), id="a decision"),
        pytest.param(["id: a"], {}, Reason("unscored", "a"), id="no score"),
        pytest.param([A], {"plan": f"{YEAR}\nmix: {{maintain: {{max: 50}}}}"}, Reason("unsized", "a"), id="no effort where shares of it count"),
        pytest.param([f"{A}, duration: 7 quarters"], {}, Reason("time", "quarters", "2028-Q1", Fraction(3)), id="longer than the plan"),
        pytest.param([f"{A}, duration: 2 quarters, not_before: 2028-01"], {}, Reason("time", "quarters", "2028-Q1", Fraction(1)), id="begins too late"),
        pytest.param([f"{A}, depends_on: b", "id: b"], {}, Reason("dependency", "b"), id="waits for what cannot be"),
        pytest.param([f"{A}, depends_on: b", f"{B}, status: stopped"], {}, Reason("dependency", "b"), id="waits for what was stopped"),
        pytest.param([f"{A}, depends_on: b", f"{B}, depends_on: a"], {}, Reason("circle", "b"), id="a circle"),
        pytest.param([f"{A}, depends_on: a"], {}, Reason("circle", "a"), id="waits for itself"),
        pytest.param([f"{A}, excludes: b", f"{B}, must_do: true"], {}, Reason("excluded", "b"), id="excludes what is certain"),
        pytest.param([A, f"{B}, must_do: true, excludes: a"], {}, Reason("excluded", "b"), id="certain work excludes it"),
        pytest.param([f"{A}, depends_on: b, duration: 2 quarters", f"{B}, duration: 3 quarters"], {}, Reason("time", "b", "2027-Q4", Fraction(1)), id="waits too long"),
    ],
)  # fmt: skip
def test_a_candidate_that_no_plan_can_hold_is_barred(
    work: list[str], files: dict[str, str], reason: Reason, tmp_path: Path
) -> None:
    found = problem(tmp_path, *work, **files)

    assert "a" not in found.work
    assert reason == found.barred["a"]
    assert {} == found.conflicts


@pytest.mark.parametrize(
    ("work", "reasons"),
    [
        pytest.param([f"{A}, must_do: true, depends_on: b", "id: b"], {"a": Reason("dependency", "b")}, id="dependency"),
        pytest.param([f"{A}, must_do: true, duration: 5 quarters"], {"a": Reason("time", "quarters", "2028-Q1", Fraction(1))}, id="too long"),
        pytest.param(
            [f"{A}, must_do: true, excludes: b", f"{B}, status: in-progress"], {"b": Reason("excluded", "a")},
            id="two exclude each other",
        ),
        pytest.param(
            [f"{A}, must_do: true, depends_on: b", f"{B}, must_do: true, depends_on: a"],
            {"a": Reason("circle", "b"), "b": Reason("circle", "a")}, id="a circle",
        ),
        pytest.param(
            [f"{A}, must_do: true, start: 2027-04, depends_on: b", f"{B}, must_do: true, start: 2027-07"],
            {"a": Reason("time", "b", "2027-Q2", Fraction(2))}, id="starts before what it waits for has ended",
        ),
    ],
)  # fmt: skip
def test_what_is_certain_and_cannot_be_done_is_a_conflict(
    work: list[str], reasons: dict[str, Reason], tmp_path: Path
) -> None:
    found = problem(tmp_path, *work)

    assert reasons == found.conflicts
    assert {} == {id: reason for id, reason in found.barred.items() if id != "b"}


def test_who_waits_for_what_is_barred_is_barred_in_turn(tmp_path: Path) -> None:
    found = problem(tmp_path, "id: a", f"{B}, depends_on: a", "id: c, worth: 1, depends_on: b", "id: d, worth: 1")

    assert ["d"] == list(found.work)
    expected = {"a": Reason("unscored", "a"), "b": Reason("dependency", "a"), "c": Reason("dependency", "b")}
    assert expected == found.barred


def test_a_decision_that_can_change_bars_nothing(tmp_path: Path) -> None:
    found = problem(tmp_path, A, decisions="- {id: d, title: D, rules_out: a}\n")

    assert ["a"] == list(found.work)


def test_what_certain_work_waits_for_is_certain_and_what_it_waits_for_in_turn(tmp_path: Path) -> None:
    c = "id: c, worth: 1"
    found = problem(tmp_path, f"{A}, must_do: true, depends_on: b", f"{B}, depends_on: c", c, "id: d, worth: 9")

    assert {"a", "b", "c"} == found.certain


def test_certain_work_needs_no_score(tmp_path: Path) -> None:
    found = problem(tmp_path, "id: a, must_do: true")

    assert {"a": 0} == {id: options[0].value for id, options in found.options.items()}


@pytest.mark.parametrize(
    ("keys", "quarters"),
    [
        pytest.param("duration: 4 months", 2, id="its duration"),
        pytest.param("start: 2027-06-30, finish: 2027-07-01", 2, id="its dates"),
        pytest.param("start: 2027-04, finish: 2027-12, duration: 3 months", 3, id="its dates before its duration"),
        pytest.param("start: 2027-12, finish: 2027-04, duration: 2 quarters", 2, id="dates that cannot be"),
        pytest.param("uses: {team: [1, 1, 1]}", 3, id="its list of amounts"),
        pytest.param("uses: {team: [1]}, frees: {team: [1, 1]}", 2, id="the longest of them"),
        pytest.param("duration: 3 months, uses: {team: [1, 1, 1]}", 1, id="its duration before its lists"),
        pytest.param("effort: 3", 1, id="nothing said"),
    ],
)
def test_work_takes_as_long_as_is_said(keys: str, quarters: int, tmp_path: Path) -> None:
    found = problem(tmp_path, f"{A}, {keys}", having=TEAM)

    slot = found.work["a"].slots[0]
    assert quarters == slot.finish - slot.start


@pytest.mark.parametrize(
    ("keys", "slots"),
    [
        pytest.param("duration: 3 quarters", [(0, 3), (1, 4)], id="wherever it ends within the plan"),
        pytest.param("duration: 3 quarters, not_before: 2027-05", [(1, 4)], id="not before a day"),
        pytest.param("duration: 3 quarters, not_before: 2020-05", [(0, 3), (1, 4)], id="a day before the plan"),
        pytest.param("duration: 1 year, start: 2027-10", [(0, 4)], id="the start of a candidate is only planned"),
        pytest.param("must_do: true, start: 2027-08, duration: 1 year", [(1, 5)], id="certain with a start"),
        pytest.param("must_do: true, start: 2026-08, duration: 1 year", [(-3, 1)], id="certain and begun before"),
        pytest.param("must_do: true, duration: 1 year", [(0, 4)], id="certain without a start"),
        pytest.param(
            "status: in-progress, start: 2026-08, duration: 1 quarter", [(-3, -2)], id="begun and over by now"
        ),
        pytest.param("status: in-progress, start: 2025-08", [(-7, -1)], id="begun, without an end, runs until the day"),
        pytest.param("status: in-progress, uses: {team: [1, 1, 1]}", [(-2, 1)], id="begun, nobody says when"),
        pytest.param("status: in-progress, not_before: 2028-01, start: 2027-01", [(-1, 0)], id="begun is begun"),
    ],
)
def test_work_has_the_slots_that_it_can_run_in(keys: str, slots: list[tuple[int, int]], tmp_path: Path) -> None:
    found = problem(tmp_path, f"{A}, {keys}", having=TEAM)

    assert list(starmap(Slot, slots)) == list(found.work["a"].slots)


def test_work_has_no_slot_before_what_it_waits_for_can_have_ended(tmp_path: Path) -> None:
    waits = f"{B}, depends_on: a"
    found = problem(tmp_path, f"{A}, duration: 2 quarters", waits, "id: c, worth: 1, depends_on: [b, gone, a]")

    assert [Slot(2, 3), Slot(3, 4)] == list(found.work["b"].slots)
    assert [Slot(3, 4)] == list(found.work["c"].slots)
    assert ("b", "a") == found.work["c"].after


def test_what_is_delivered_is_not_waited_for(tmp_path: Path) -> None:
    found = problem(tmp_path, f"{A}, depends_on: [b, b]", f"{B}, status: delivered")

    assert () == found.work["a"].after


def test_what_has_begun_waits_for_nothing(tmp_path: Path) -> None:
    found = problem(tmp_path, f"{A}, status: in-progress, depends_on: b", B)

    assert () == found.work["a"].after
    assert {"a"} == found.certain


def test_an_exclusion_holds_both_ways_whoever_says_it(tmp_path: Path) -> None:
    found = problem(tmp_path, f"{A}, excludes: [b, a, c]", B, "id: c, worth: 1, status: stopped")

    assert (("b",), ("a",)) == (found.work["a"].against, found.work["b"].against)


def test_certain_work_with_a_start_in_no_quarter_of_the_plan_is_planned_all_the_same(tmp_path: Path) -> None:
    found = problem(tmp_path, f"{A}, must_do: true, start: 2031-04", plan=QUARTER)

    assert (Slot(16, 17),) == found.work["a"].slots


def test_the_order_in_which_work_is_written_changes_nothing(tmp_path: Path) -> None:
    work = [A, f"{B}, depends_on: a", "id: c, worth: 3, excludes: a", "id: d"]
    (tmp_path / "turned").mkdir()

    found, turned = problem(tmp_path, *work, plan=YEAR), problem(tmp_path / "turned", *work[::-1], plan=YEAR)

    assert ["a", "b", "c"] == list(found.work) == list(turned.work)
    assert (found.barred, found.options) == (turned.barred, turned.options)


@pytest.mark.parametrize(
    ("keys", "slots"),
    [
        pytest.param("duration: 1 quarter", [(2, 3), (3, 4)], id="a candidate"),
        pytest.param("not_before: 2026-04, duration: 1 quarter", [(2, 3), (3, 4)], id="from a day that is over"),
        pytest.param("not_before: 2027-01, duration: 1 quarter", [(3, 4)], id="from a day to come"),
        pytest.param("must_do: true, duration: 1 quarter", [(2, 3), (3, 4)], id="certain, and not begun"),
        pytest.param("must_do: true, start: 2026-07, duration: 1 quarter", [(1, 2)], id="its start is set"),
        pytest.param("status: in-progress, start: 2026-04, duration: 3 quarters", [(0, 3)], id="begun"),
    ],
)
def test_nothing_new_begins_in_quarters_that_are_over(keys: str, slots: list[tuple[int, int]], tmp_path: Path) -> None:
    found = problem(tmp_path, f"{A}, {keys}, uses: {{team: 1}}", having=TEAM, plan="plan: {from: 2026-04, quarters: 4}")

    assert list(starmap(Slot, slots)) == list(found.work["a"].slots)


def test_work_for_which_the_quarters_to_come_are_too_few_is_barred(tmp_path: Path) -> None:
    found = problem(tmp_path, f"{A}, duration: 3 quarters", plan="plan: {from: 2026-04, quarters: 4}")

    assert {"a": Reason("time", "quarters", "2027-Q1", Fraction(1))} == found.barred
