"""Why not the rest, where nothing that could be added would help, or nothing at all is short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.plan.plan import GREEDY, Plan, plan_of
from digistrat.plan.reason import Reason
from digistrat.plan.why import Left, why_not
from tests.plan.small import POT, problem

if TYPE_CHECKING:
    from pathlib import Path


A = "id: a, worth: 50"
B = "id: b, worth: 5"


def test_what_was_not_found_by_hand_is_said_to_be_so(tmp_path: Path) -> None:
    planned = problem(tmp_path, A, B)

    rest = why_not(Plan(planned, {"a": 0}, "heuristic", None, GREEDY))

    assert [Left("b", (Reason("not-found", "b"),), {"b": planned.options["b"][0].slot})] == list(rest)


def test_beside_an_accepted_plan_what_would_fit_was_not_asked_for(tmp_path: Path) -> None:
    planned = problem(tmp_path, A, B)

    rest = why_not(Plan(planned, {"a": 0}, "heuristic", None, "plan.yaml", how="accepted"))

    assert [("b", (Reason("not-asked", "b"),))] == [(left.id, left.reasons) for left in rest]


def test_beside_a_plan_that_is_none_what_would_fit_is_left_out_for_that(tmp_path: Path) -> None:
    plan = plan_of(problem(tmp_path, f"{A}, must_do: true, uses: {{pot: 11}}", B, having=POT))

    assert ("infeasible", {"a": 0}) == (plan.status, plan.schedule)
    assert [("b", (Reason("no-plan", "b"),))] == [(left.id, left.reasons) for left in why_not(plan)]


def test_what_needs_work_that_is_left_out_names_it_and_says_why_it_is_not_done_all_the_same(tmp_path: Path) -> None:
    planned = problem(tmp_path, A, f"{B}, depends_on: c", "id: c, worth: 9, depends_on: d", "id: d, worth: 9")

    rest = why_not(Plan(planned, {"a": 0}, "heuristic", None, GREEDY))

    found = {left.id: left.reasons for left in rest}
    assert (Reason("needs", "d"), Reason("needs", "c"), Reason("not-found", "b")) == found["b"]
    assert (Reason("not-found", "d"),) == found["d"]


def test_what_excludes_what_is_done_says_so_of_all_that_comes_with_it(tmp_path: Path) -> None:
    planned = problem(tmp_path, f"{A}, excludes: c", f"{B}, depends_on: c", "id: c, worth: 9")

    rest = why_not(Plan(planned, {"a": 0}, "heuristic", None, GREEDY))

    assert (Reason("needs", "c"), Reason("excluded", "a")) == rest[0].reasons


def test_what_cannot_be_done_though_it_is_certain_is_explained_too(tmp_path: Path) -> None:
    plan = plan_of(problem(tmp_path, f"{A}, must_do: true, depends_on: b", "id: b"))

    assert {"a": "dependency", "b": "unscored"} == {left.id: left.reasons[0].kind for left in why_not(plan)}
