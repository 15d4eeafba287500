"""The problem: values, whole numbers, and what follows from work being certain or taken out."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from digistrat.plan.reason import Reason
from tests.plan.small import POT, TEAM, problem

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.plan.problem import Problem

CHAIN = ("id: a, worth: 10", "id: b, worth: 20, depends_on: a", "id: c, worth: 30, depends_on: b", "id: d, worth: 40")


@pytest.fixture
def chain(tmp_path: Path) -> Problem:
    """Set up three that wait for each other in a row, and a fourth."""
    return problem(tmp_path, *CHAIN)


def test_a_score_loses_two_per_cent_for_each_quarter_until_the_work_has_ended(tmp_path: Path) -> None:
    found = problem(tmp_path, "id: a, worth: 50, duration: 2 quarters, uses: {team: 2}", having=TEAM)

    left = Fraction(98, 100)
    assert [50 * left**2, 50 * left**3, 50 * left**4] == [option.value for option in found.options["a"]]


def test_what_has_ended_before_the_plan_has_its_full_score(tmp_path: Path) -> None:
    found = problem(tmp_path, "id: a, worth: 50, status: in-progress, start: 2026-01, duration: 3 months")

    assert 50 == found.value({"a": 0})


def test_a_schedule_is_worth_all_its_work_and_asks_what_all_of_it_asks(tmp_path: Path) -> None:
    found = problem(tmp_path, *(f"id: {id}, worth: 50, uses: {{pot: 3}}" for id in "ab"), having=POT)

    assert [Fraction(0), 49, 98] == [found.value(dict.fromkeys(ids, 0)) for ids in ("", "a", "ab")]
    assert [[0], [3], [6]] == [found.used(dict.fromkeys(ids, 0)) for ids in ("", "a", "ab")]


def test_where_nothing_depends_on_when_work_begins_at_once(tmp_path: Path) -> None:
    found = problem(tmp_path, "id: a, worth: 50, uses: {pot: 3}", "id: b, worth: 5, depends_on: a", having=POT)

    assert {"a": [0], "b": [1]} == {
        id: [option.slot.start for option in options] for id, options in found.options.items()
    }


def test_where_one_piece_of_work_depends_on_when_none_has_to_begin_at_once(tmp_path: Path) -> None:
    found = problem(tmp_path, "id: a, worth: 50", "id: b, worth: 50, uses: {team: 1}", having=TEAM)

    assert {"a": 4, "b": 4} == {id: len(options) for id, options in found.options.items()}


def test_amounts_with_many_decimals_are_whole_numbers_of_some_unit(tmp_path: Path) -> None:
    amounts = {"a": "0.1", "b": "0.00000000000007", "c": "3"}
    work = [f"id: {id}, worth: 50, uses: {{pot: {amount}}}" for id, amount in amounts.items()]

    found = problem(tmp_path, *work, having=POT)

    exact = {id: Fraction(amount) for id, amount in amounts.items()}
    assert exact == {id: found.amount(*options[0].asks[0]) for id, options in found.options.items()}
    assert 10 == found.amount(0, found.room[0])


def test_a_third_of_a_penny_is_kept(tmp_path: Path) -> None:
    manifest = "envelope: [{year: FY2027-28, capital: 1000000000.01}]\n"
    plan = "plan: {from: 2027-04, quarters: 6}"

    found = problem(
        tmp_path, "id: a, worth: 5, cost: {capital: 0.01}, duration: 3 quarters", manifest=manifest, plan=plan
    )

    kept = [found.amount(*option.asks[0]) for option in found.options["a"]]
    assert [Fraction(part, 300) for part in (3, 3, 2, 1)] == kept
    assert Fraction("1000000000.01") == found.amount(0, found.room[0])


def test_what_there_is_may_be_finer_than_what_is_asked(tmp_path: Path) -> None:
    found = problem(tmp_path, "id: a, worth: 5, uses: {pot: 3}", having=POT.replace("10", "10.25"))

    assert Fraction("10.25") == found.amount(0, found.room[0])


def test_limits_stand_in_one_order(tmp_path: Path) -> None:
    plan = "plan: {from: 2027-04, quarters: 2}\nmix: {maintain: {max: 50}}"
    manifest = "envelope: [{year: FY2027-28, revenue: 9, capital: 9}]\nlimits: {in_parallel: 2}\n"
    keys = "uses: {team: 1}, cost: {capital: 1, revenue: 1}, effort: 1, duration: 2 quarters"

    found = problem(tmp_path, f"id: a, worth: 1, {keys}", having=TEAM, manifest=manifest, plan=plan)

    assert [
        ("capacity", "team", "2027-Q2"), ("capacity", "team", "2027-Q3"), ("money", "capital", "FY2027-28"),
        ("money", "revenue", "FY2027-28"), ("at-once", "in_parallel", "2027-Q2"), ("at-once", "in_parallel", "2027-Q3"),
        ("mix", "maintain", "max"),
    ] == [(limit.kind, limit.what, limit.when) for limit in found.limits]  # fmt: skip


def test_what_waits_and_what_it_waits_for_are_known_both_ways(chain: Problem) -> None:
    assert {"a": ("b",), "b": ("c",), "c": (), "d": ()} == chain.waiting
    assert chain.turn["a"] < chain.turn["b"] < chain.turn["c"]


@pytest.mark.parametrize(("held", "package"), [({}, "abc"), ({"a": 0}, "bc"), ({"a": 0, "b": 0}, "c")])
def test_work_comes_with_all_that_it_waits_for_and_that_is_not_there_yet(
    chain: Problem, held: dict[str, int], package: str
) -> None:
    assert list(package) == chain.with_all_before("c", held)


def test_forced_work_is_certain_with_all_that_it_waits_for(chain: Problem) -> None:
    found = chain.changed(forced=["b"], without=[])

    assert {"a", "b"} == found.certain
    assert frozenset() == chain.certain


def test_without_work_goes_all_that_waits_for_it(chain: Problem) -> None:
    found = chain.changed(forced=[], without=["a"])

    assert (["d"], ["d"]) == (list(found.work), list(found.options))
    assert ["left-out", "dependency", "dependency"] == [found.barred[id].kind for id in "abc"]


def test_what_is_left_out_and_was_barred_before_has_the_reason_that_it_had(tmp_path: Path) -> None:
    found = problem(tmp_path, "id: a", "id: b, worth: 9").changed(forced=[], without=["a", "gone"])

    assert {"a": Reason("unscored", "a")} == found.barred


def test_what_is_taken_out_excludes_nothing_any_more(tmp_path: Path) -> None:
    found = problem(tmp_path, "id: a, worth: 50, excludes: [b, c]", "id: b, worth: 50", "id: c, worth: 50")

    changed = found.changed(forced=[], without=["b"])

    assert {"a": ("c",), "c": ("a",)} == {id: one.against for id, one in changed.work.items()}


def test_two_that_have_to_be_done_and_exclude_each_other_are_at_odds_whoever_waits_for_them(tmp_path: Path) -> None:
    waits = ["id: c, worth: 1, must_do: true, depends_on: b", "id: d, worth: 1, must_do: true, depends_on: a"]

    found = problem(tmp_path, "id: a, worth: 50, excludes: b", "id: b, worth: 50", *waits)

    assert (("a", "b"),) == found.at_odds
    assert {} == found.conflicts


@pytest.mark.parametrize(
    "work",
    [
        pytest.param(["id: a, worth: 50, excludes: b", "id: b, worth: 50"], id="neither has to be done"),
        pytest.param(["id: a, worth: 50, excludes: b", "id: b, worth: 50", "id: c, worth: 1, must_do: true, depends_on: a"], id="one of them"),
        pytest.param(["id: a, worth: 50, must_do: true", "id: b, worth: 50, must_do: true"], id="they exclude nothing"),
    ],
)  # fmt: skip
def test_work_that_may_be_left_out_is_at_odds_with_nothing(work: list[str], tmp_path: Path) -> None:
    assert () == problem(tmp_path, *work).at_odds


def test_what_it_waits_for_twice_over_comes_once(tmp_path: Path) -> None:
    waits = "id: d, worth: 1, depends_on: [b, c]"
    found = problem(tmp_path, "id: a, worth: 1", *(f"id: {id}, worth: 1, depends_on: a" for id in "bc"), waits)

    assert ["a", "b", "c", "d"] == found.with_all_before("d", {})
    assert [] == list(found.changed(forced=[], without=["a"]).work)
