"""The program that the solver gets: its rows hold just where a schedule is a plan."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import product
from math import frexp
from typing import TYPE_CHECKING

import pytest

from digistrat.plan.check import holds, over
from digistrat.plan.program import program_of
from tests.plan.brute_force import every_plan
from tests.plan.made_up import made_up
from tests.plan.small import POT, TEAM, problem, problem_in
from tests.plan.test_check import schedule_of

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.plan.problem import Problem, Schedule
    from digistrat.plan.program import Program

_MANY = 100  # schedules of each case


def columns_of(program: Program, schedule: Schedule, slacks: list[float]) -> list[float]:
    return [float(schedule.get(id) == place) for id, place in program.slots] + slacks


def keeps_all_rows(program: Program, columns: list[float]) -> bool:
    for row, (lower, upper) in enumerate(zip(program.lower, program.upper, strict=True)):
        entries = range(program.starts[row], program.starts[row + 1])
        total = sum(program.factors[entry] * columns[program.columns[entry]] for entry in entries)
        if not lower - 1e-6 <= total <= upper + 1e-6:
            return False
    return True


@pytest.mark.parametrize("seed", range(4, 200, 7))
def test_a_schedule_keeps_all_rows_just_where_it_is_a_plan(seed: int, tmp_path: Path) -> None:
    case = made_up(seed)
    planned = problem_in(tmp_path, case)
    plans = list(every_plan(case))
    found = (schedule_of(planned, plan) for plan in plans[:: max(1, len(plans) // _MANY)])
    schedules = [one for one in found if one is not None]

    program = program_of(planned)

    told = [keeps_all_rows(program, columns_of(program, schedule, [])) for schedule in schedules]
    assert [holds(planned, schedule) for schedule in schedules] == told


def test_every_schedule_of_work_that_waits_and_excludes_keeps_all_rows_just_where_it_is_a_plan(tmp_path: Path) -> None:
    work = ["id: a, worth: 9, duration: 2 quarters", "id: b, worth: 9, depends_on: a", "id: c, worth: 9, excludes: a"]
    planned = problem(tmp_path, *work, "id: d, worth: 9, must_do: true, uses: {team: 2}", having=TEAM)
    places = ([None, *range(len(options))] for options in planned.options.values())
    chosen = (zip(planned.options, one, strict=True) for one in product(*places))
    schedules = [{id: place for id, place in one if place is not None} for one in chosen]

    program = program_of(planned)

    told = [keeps_all_rows(program, columns_of(program, schedule, [])) for schedule in schedules]
    assert [holds(planned, schedule) for schedule in schedules] == told
    assert {True, False} == set(told)


def test_a_schedule_is_worth_its_value(tmp_path: Path) -> None:
    planned = problem_in(tmp_path, made_up(0))

    program = program_of(planned)

    values = [float(planned.options[id][place].value) for id, place in program.slots]
    assert values == [worth / program.factor for worth in program.worth]


@pytest.mark.parametrize("size", [Fraction(1, 10**12), Fraction(1), Fraction(10**9), Fraction(-7)])
def test_all_worth_is_scaled_by_one_power_of_two(size: Fraction, tmp_path: Path) -> None:
    planned = problem_in(tmp_path, made_up(0))
    options = {id: tuple(replace(one, value=one.value * size) for one in some) for id, some in planned.options.items()}

    program = program_of(replace(planned, options=options))

    assert Fraction(1, 2) == Fraction(frexp(program.factor)[0])
    assert 2**19 <= max(map(abs, program.worth)) < 2**20
    values = [float(options[id][place].value) for id, place in program.slots]
    assert values == [worth / program.factor for worth in program.worth]


def test_where_nothing_is_worth_anything_nothing_is_scaled(tmp_path: Path) -> None:
    program = program_of(problem(tmp_path, "id: a, worth: 0"))

    assert ([0.0], 1.0) == (program.worth, program.factor)


def test_precedence_stands_in_its_strong_form(tmp_path: Path) -> None:
    work = ["id: a, worth: 9", "id: b, worth: 9, depends_on: a, cost: {capital: 1}"]
    years = "envelope: [{year: FY2027-28, capital: 9}, {year: FY2028-29, capital: 9}]\n"
    planned = problem(tmp_path, *work, manifest=years, plan="plan: {from: 2027-10, quarters: 4}")

    program = program_of(planned)

    halves = {("a", 0): 0.5, ("a", 2): 0.5, ("b", 1): 0.75}  # half of it has ended, three quarters of what waits begun
    assert not keeps_all_rows(program, [halves.get(slot, 0.0) for slot in program.slots])
    assert keeps_all_rows(program, [{**halves, ("b", 1): 0.5}.get(slot, 0.0) for slot in program.slots])


def relaxed(folder: Path) -> tuple[Problem, Program]:
    work = ["id: a, worth: 9, must_do: true, uses: {pot: 15}", "id: b, worth: 9, frees: {pot: 1}"]
    planned = problem(folder, *work, having=POT)
    return planned, program_of(planned, relaxed=True)


@pytest.mark.parametrize(("schedule", "slack"), [({"a": 0}, 5), ({"a": 0, "b": 0}, 4)])
def test_relaxed_a_limit_may_be_passed_for_a_share_of_what_there_is(
    schedule: dict[str, int], slack: int, tmp_path: Path
) -> None:
    planned, program = relaxed(tmp_path)
    largest = 15  # more than there is: shares are of that

    assert [slack] == [one.units for one in over(planned, schedule)]
    assert keeps_all_rows(program, columns_of(program, schedule, [slack / largest]))
    assert not keeps_all_rows(program, columns_of(program, schedule, [(slack - 0.01) / largest]))


def test_relaxed_what_is_short_counts_most_then_what_is_done_for_nothing_then_the_value(tmp_path: Path) -> None:
    _, program = relaxed(tmp_path)

    certain, free, short = (worth / program.factor for worth in program.worth)
    assert [("a", 0), ("b", 0)] == program.slots
    assert -1 == short
    assert (-0.001 < free < 0, 0 < certain < -free) == (True, True)


def test_relaxed_all_that_is_certain_together_counts_for_less_than_one_piece_done_for_nothing(tmp_path: Path) -> None:
    work = [f"id: w{n}, worth: {90 - n}, must_do: true, uses: {{team: 3}}" for n in range(8)]
    planned = problem(tmp_path, *work, "id: z, worth: 90, frees: {team: 1}", having=TEAM)

    program = program_of(planned, relaxed=True)

    worth = {slot: worth / program.factor for slot, worth in zip(program.slots, program.worth, strict=False)}
    assert worth["w0", 0] > worth["w0", 1] > worth["w7", 1] > 0
    assert sum(worth[f"w{n}", 0] for n in range(8)) < -worth["z", 0]


def test_relaxed_certain_work_without_a_score_has_no_worth(tmp_path: Path) -> None:
    program = program_of(problem(tmp_path, "id: a, must_do: true"), relaxed=True)

    assert [0.0] == program.worth


def test_of_a_limit_that_is_overspent_already_nothing_is_there(tmp_path: Path) -> None:
    done = "id: d, status: delivered, uses: {pot: 13}"
    planned = problem(tmp_path, "id: a, worth: 9, must_do: true, uses: {pot: 4}", done, having=POT)

    assert [0] == program_of(planned).upper[-1:]
    assert (-4, 0) == (program_of(planned, relaxed=True).factors[-1], program_of(planned, relaxed=True).upper[-1])


def test_great_amounts_are_brought_down_together(tmp_path: Path) -> None:
    work = [f"id: {id}, worth: 9, cost: {{capital: {amount}}}" for id, amount in (("a", 10**12), ("b", 10**11))]
    planned = problem(
        tmp_path, *work, plan="plan: {from: 2027-04, quarters: 1}",
        manifest=f"envelope: [{{year: FY2027-28, capital: {2 * 10**12}}}]\n",
    )  # fmt: skip

    program = program_of(planned)

    assert [1e6, 1e5] == program.factors[-2:]
    assert [2e6] == program.upper[-1:]
