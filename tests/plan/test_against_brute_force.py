"""The planner against every plan there is: what it reaches, what it keeps to, and when it says that nothing fits."""

from __future__ import annotations

import json
import sys
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from digistrat.cli.console import guarded
from tests.plan.brute_force import best, broken, options, value
from tests.plan.case import Bottleneck, Case, Work
from tests.plan.made_up import FEATURES, made_up
from tests.plan.written import write
from tests.strategies import AS_OF

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.plan.brute_force import Plan

    Planned = dict[str, Any]
    Planner = Callable[[Case], Planned]

_SEEDS = range(len(FEATURES) * 10)
_NEARLY = 1e-9  # by which a number in JSON may miss a fraction


@pytest.fixture
def planned(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Planner:
    """Plan a case at the command line, and give its JSON with its exit code."""

    def run(case: Case) -> Planned:
        for name, text in write(case).items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        code = guarded(["plan", str(tmp_path), "--as-of", AS_OF.isoformat(), "--format", "json"])
        return {**json.loads(capsys.readouterr().out), "exit_code": code}

    return run


@pytest.fixture
def greedy(planned: Planner, monkeypatch: pytest.MonkeyPatch) -> Planner:
    """Plan where the solver is not installed."""
    monkeypatch.setitem(sys.modules, "highspy", None)
    return planned


@pytest.mark.parametrize("seed", _SEEDS)
def test_a_plan_is_the_best_there_is_and_keeps_every_limit(planned: Planner, seed: int) -> None:
    case = made_up(seed)
    most = best(case)

    plan = planned(case)

    assert ("infeasible" if most is None else "optimal") == plan["status"]
    assert (1 if most is None else 0) == plan["exit_code"]
    if most is not None:
        assert [] == list(_faults(case, plan))
        assert most == value(case, _starts(case, plan))
        assert float(most) == pytest.approx(plan["bound"], abs=_NEARLY)


@pytest.mark.parametrize("seed", _SEEDS)
def test_a_plan_without_the_solver_keeps_every_limit_and_promises_no_more(greedy: Planner, seed: int) -> None:
    case = made_up(seed)
    most = best(case)

    plan = greedy(case)

    assert plan["status"] in ({"infeasible"} if most is None else {"heuristic", "within", "optimal"})
    if most is not None:
        assert [] == list(_faults(case, plan))
        assert value(case, _starts(case, plan)) <= most
        assert plan["bound"] is None or plan["bound"] >= float(most) - _NEARLY


def test_what_ended_work_frees_is_there_in_each_quarter_from_then_on(planned: Planner) -> None:
    hiring = Work(id="hiring", scores=(0,), frees={"team": 2})
    works = (hiring, *(Work(id=f"w{place}", scores=(5,), uses={"team": 2}) for place in range(4)))
    case = Case(works=works, quarters=4, bottlenecks=(Bottleneck("team", "quarter", {0: 1, 1: 0, 2: 0, 3: 0}),))

    plan = planned(case)

    assert best(case) == value(case, _starts(case, plan))
    assert ["2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4"] == [one["start"] for one in plan["chosen"]]


def test_what_is_in_progress_is_not_asked_for_what_it_waits_for(planned: Planner) -> None:
    works = (
        Work(id="never", scores=(5,), choice="will-not"),
        Work(id="begun", scores=(5,), status="in-progress", start=0, depends_on=("never",)),
    )

    plan = planned(Case(works=works, quarters=2))

    assert ("optimal", ["begun"]) == (plan["status"], [one["id"] for one in plan["chosen"]])


@pytest.mark.parametrize("seed", _SEEDS[:: len(FEATURES) // 2])
def test_a_plan_is_the_same_in_whichever_order_the_work_is_written(planned: Planner, seed: int) -> None:
    case = made_up(seed)
    turned = Case(**{**vars(case), "works": case.works[::-1]})

    first, second = planned(case), planned(turned)

    assert _starts(case, first) == _starts(turned, second)


def _starts(case: Case, plan: Planned) -> Plan:
    return {one["id"]: _quarter(case, one["start"]) for one in plan["chosen"]}


def _quarter(case: Case, name: str) -> int:
    """Count a quarter such as 2027-Q1 from the plan's first."""
    year, quarter = name.split("-Q")
    return (int(year) - case.first_month[0]) * 4 + int(quarter) - (case.first_month[1] + 2) // 3


def _faults(case: Case, plan: Planned) -> Iterator[str]:
    """Say what is wrong with a plan: work at a time at which it cannot be, limits broken, a value that is not its."""
    starts = _starts(case, plan)
    for work in case.works:
        if starts.get(work.id) not in options(case, work):
            yield f"{work.id} in {starts.get(work.id)}"
    for one in plan["chosen"]:
        work = next(work for work in case.works if work.id == one["id"])
        if _quarter(case, one["finish"]) != starts[work.id] + work.quarters - 1:
            yield f"{work.id} until {one['finish']}"
    yield from broken(case, starts)
    if abs(value(case, starts) - Fraction(plan["value"])) > _NEARLY:
        yield f"{plan['value']} is not {float(value(case, starts))}"


def test_a_quarter_of_the_made_up_cases_cannot_be_kept() -> None:
    shares = sum(best(made_up(seed)) is None for seed in _SEEDS) / len(_SEEDS)

    assert 0.2 <= shares <= 0.35


def test_of_two_that_share_one_team_brute_force_puts_the_better_first() -> None:
    team = Bottleneck("team", "quarter", 2)
    works = (Work(id="good", scores=(3,), uses={"team": 2}), Work(id="better", scores=(5,), uses={"team": 2}))

    most = best(Case(works=works, quarters=2, bottlenecks=(team,)))

    assert Fraction("100") * Fraction("0.98") + Fraction("60") * Fraction("0.9604") == most


def test_brute_force_finds_no_plan_where_what_is_certain_takes_too_much() -> None:
    works = (Work(id="one", scores=(3,), must_do=True, duration=6, capital=100),)

    most = best(Case(works=works, quarters=2, first_month=(2027, 1), envelope={2026: (50, None), 2027: (49, None)}))

    assert most is None
