"""How `digistrat plan` ends, and what it says beside the plan."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from digistrat.wording import one_line
from tests.cli.test_plan import AS_OF, SCORING, TEAM, WORK, data_of, small, talk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

    Digistrat = Callable[..., Done]


HARD = "".join(
    f"- {{id: w{n}, title: W, scores: {{patient: {1 + n * 7 % 5}}}, duration: {1 + n % 3} quarters,"
    f" uses: {{team: {3 + n * 11 % 17}}}, depends_on: [{f'w{n // 2}' if n % 3 == 2 else ''}]}}\n"
    for n in range(60)
)

SURE = "- {id: a, title: A, must_do: true}\n"


@pytest.fixture
def no_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "highspy", None)


@pytest.mark.parametrize("options", [(), ("--check",), ("--accept",)])
def test_no_strategy_is_3(options: tuple[str, ...], digistrat: Digistrat, tmp_path: Path) -> None:
    done = digistrat("plan", tmp_path, *options)

    assert (3, "") == (done.exit_code, done.stdout)
    assert "digistrat init" in done.stderr


@pytest.mark.parametrize("name", ["plan.yaml", "initiatives.yaml", ""])
def test_a_result_never_lands_on_the_strategy(name: str, digistrat: Digistrat, tmp_path: Path) -> None:
    folder = small(tmp_path, plan="chosen: []\n")

    for options in ((), ("--check",), ("--accept",)):
        done = digistrat("plan", folder, *AS_OF, *options, "-o", folder / name)
        assert (3, "") == (done.exit_code, done.stdout)

    assert ("chosen: []\n", WORK) == tuple((folder / one).read_text() for one in ("plan.yaml", "initiatives.yaml"))


def test_where_nothing_fits_the_least_overload_is_told_and_it_is_1(digistrat: Digistrat, tmp_path: Path) -> None:
    folder = small(tmp_path, WORK.replace("id: gamma,", "id: gamma, must_do: true,"))

    done = digistrat("plan", folder, *AS_OF)
    data = data_of(digistrat("plan", folder, *AS_OF, "--format", "json"))

    assert 1 == done.exit_code
    assert one_line(done.stdout).startswith("No plan holds all that has to be done")
    assert "\nWhat does not fit\n  team is 1 weeks short in 2027-Q1 (January to March 2027)\n" in done.stdout
    assert "11 of 10, 1 over\n" in done.stdout
    assert ("infeasible", None, None) == (data["status"], data["bound"], data["gap"])
    over = {"kind": "capacity", "constraint": "team", "period": "2027-Q1", "used": 11, "available": 10, "over": 1}
    assert [over] == data["overload"]


def test_what_has_to_be_done_and_cannot_is_named(digistrat: Digistrat, tmp_path: Path) -> None:
    done = digistrat(
        "plan", small(tmp_path, WORK.replace("id: alpha,", "id: alpha, must_do: true, not_before: 2028,")), *AS_OF
    )

    assert 1 == done.exit_code
    assert '  "Alpha" has to be done and cannot: the plan is 2 quarters too short for it\n' in done.stdout


@pytest.mark.usefixtures("no_solver")
def test_without_the_solver_it_still_plans_and_says_so(digistrat: Digistrat, tmp_path: Path) -> None:
    done = digistrat("plan", small(tmp_path), *AS_OF, "--format", "json")

    assert (0, "greedy") == (done.exit_code, data_of(done)["solver"])
    assert "pip install 'digistrat[plan]'" in done.stderr


@pytest.mark.usefixtures("no_solver")
def test_whoever_asks_for_no_solver_is_not_told_to_install_one(digistrat: Digistrat, tmp_path: Path) -> None:
    done = digistrat("plan", small(tmp_path), *AS_OF, "--solver", "greedy")

    assert (0, "") == (done.exit_code, talk(done))


def test_a_plan_filled_up_by_hand_says_how_near_it_is(digistrat: Digistrat, tmp_path: Path) -> None:
    done = digistrat("plan", small(tmp_path, HARD), *AS_OF, "--solver", "greedy")
    data = data_of(digistrat("plan", small(tmp_path, HARD), *AS_OF, "--solver", "greedy", "--format", "json"))

    percent = -(-data["gap"] * 1000 // 1) / 10
    assert "heuristic" == data["status"]
    assert percent > 25
    assert done.stdout.startswith("A plan filled up with the best first. How near it is to the best possible is not")
    assert f"{percent:g}% may be missing" in done.stdout


def test_a_clock_that_stops_the_solver_is_told(digistrat: Digistrat, tmp_path: Path) -> None:
    done = digistrat("plan", small(tmp_path, HARD), *AS_OF, "--limit", "0.1", "--format", "json")

    data = data_of(done)
    assert (0, "within", False) == (done.exit_code, data["status"], data["in_time"])
    assert data["value"] < data["bound"]
    assert "the clock stopped the solver: another run may find another plan" in done.stderr


@pytest.mark.parametrize(
    ("files", "said"),
    [
        pytest.param(
            {"scoring": f"{SCORING}mix: {{improve: {{max: 50}}}}\n", "work": SURE},
            "the mix is left aside: ",
            id="no effort",
        ),
        pytest.param({"scoring": SCORING.replace("2027", "2026")}, "the plan's first quarter is over", id="past"),
        pytest.param(
            {"scoring": SCORING.replace(": 4", ": 4000")}, "80 quarters ahead at most, not 4,000", id="endless"
        ),
        pytest.param({"principles": "- id: a\n"}, "1 fault in what the files say: ", id="fault"),
        pytest.param({"work": None}, "nothing to plan: no initiative is certain or scored", id="nothing"),
        pytest.param({"scoring": SCORING.replace(": 4", ": 0")}, "nothing to plan: nothing can be done", id="no time"),
    ],
)
def test_what_was_not_taken_into_account_is_told(
    files: dict[str, str | None], said: str, digistrat: Digistrat, tmp_path: Path
) -> None:
    done = digistrat("plan", small(tmp_path, **files), *AS_OF)

    assert 0 == done.exit_code
    assert said in one_line(done.stdout + talk(done))


@pytest.mark.parametrize("start", ["2026-10", "2026-11-21", "2026-Q4", "2027"])
def test_a_plan_that_begins_now_or_later_is_not_over(start: str, digistrat: Digistrat, tmp_path: Path) -> None:
    done = digistrat("plan", small(tmp_path, scoring=SCORING.replace("2027-01", start)), *AS_OF)

    assert (0, "") == (done.exit_code, talk(done))


@pytest.mark.parametrize(
    "work", ["uses: {team: 0}", "uses: {team: -5}", "uses: {team: [1, -2, 3]}", "uses: {team: []}"]
)
def test_strange_amounts_end_well(work: str, digistrat: Digistrat, tmp_path: Path) -> None:
    done = digistrat("plan", small(tmp_path, f"{WORK}- {{id: e, title: E, scores: {{patient: 1}}, {work}}}\n"), *AS_OF)

    assert 0 == done.exit_code
    assert "\nE  " in done.stdout


@pytest.mark.parametrize("available", ["0", "-5", "{2027-Q1: 0}", "{2027-Q1: -1}", "0.000001", "999999999999999"])
def test_strange_capacities_end_well(available: str, digistrat: Digistrat, tmp_path: Path) -> None:
    done = digistrat(
        "plan", small(tmp_path, constraints=TEAM.replace("available: 10", f"available: {available}")), *AS_OF
    )

    assert done.exit_code in {0, 1}
    assert "How full" in done.stdout or "Why not the rest" in done.stdout
