"""`digistrat plan`: how it reads, in a terminal, as data and in a report."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from digistrat.plan import solver
from digistrat.wording import one_line
from tests.strategies import EXAMPLE, minimal, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

    Digistrat = Callable[..., Done]

AS_OF = ("--as-of", "2026-11-21")
TEAM = "- {id: team, kind: digital-skills, statement: Few, capacity: {unit: weeks, per: quarter, available: 10}}\n"
SCORING = """\
method: weighted
criteria: [{id: patient, weight: 100, max: 5}]
plan: {from: 2027-01, quarters: 4}
"""
WORK = """\
- {id: alpha, title: Alpha, scores: {patient: 4}, duration: 2 quarters, uses: {team: 16}}
- {id: beta, title: Beta, scores: {patient: 3}, uses: {team: 7}}
- {id: gamma, title: Gamma, scores: {patient: 5}, uses: {team: 11}}
- {id: delta, title: Delta, scores: {patient: 2}, depends_on: alpha, uses: {team: 4}}
"""
TABLE = """\
The best possible plan, proven by <solver>
<worth>

Beta                                          █···  2027-Q1 to 2027-Q1     60
Alpha                                         ·██·  2027-Q2 to 2027-Q3     80
Delta                                         ···█  2027-Q4 to 2027-Q4     40

Why not the rest
  Gamma: team is 5 weeks short in 2027-Q4 (October to December 2027)

What keeps work out
  1 initiative: team

How full team, weeks gets
  2027-Q1      ██████████████░░░░░░ 7 of 10
  2027-Q2      ████████████████░░░░ 8 of 10
  2027-Q3      ████████████████░░░░ 8 of 10
  2027-Q4      ████████░░░░░░░░░░░░ 4 of 10
"""
MARKDOWN = """\
## Plan

The best possible plan, proven by <solver>. Worth 171: the scores of all it holds, 2% less for each quarter until the work is done.

| Initiative | Start | Finish | Score |
| --- | --- | --- | ---: |
| Beta | 2027-Q1 | 2027-Q1 | 60 |
| Alpha | 2027-Q2 | 2027-Q3 | 80 |
| Delta | 2027-Q4 | 2027-Q4 | 40 |

## Why not the rest

- Gamma: team is 5 weeks short in 2027-Q4 (October to December 2027)

## What keeps work out

- 1 initiative: team

## What if

- The plan without "Beta" is worth 56.5 less
- "Alpha" moves from 2027-Q2 to 2027-Q1
- "Delta" moves from 2027-Q4 to 2027-Q3
- Left out, it frees 7 weeks of team in 2027-Q1
"""


def small(folder: Path, work: str | None = WORK, **files: str | None) -> Path:
    """Write a strategy with one team of ten weeks a quarter, and other files over it."""
    given = {"initiatives": work, "constraints": TEAM, "scoring": SCORING, **files}
    return write(folder / "strategy", {f"{name}.yaml": text for name, text in given.items()})


def talk(done: Done) -> str:
    """Give what was said beside the result, but for the hint that one can ask how sure the plan is."""
    return "".join(line for line in done.stderr.splitlines(keepends=True) if not line.startswith("--robust says"))


def data_of(done: Done) -> dict[str, Any]:
    """Read what a command gave as JSON."""
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("width", ["80", "130", "500"])
def test_the_plan_reads_as_a_table(
    width: str, digistrat: Digistrat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)

    done = digistrat("plan", small(tmp_path), *AS_OF)

    worth = "Worth 171: the scores of all it holds, 2% less for each quarter until the work is done"
    folded = done.stdout.replace("the work\n  is done", "the work is done")
    assert (0, "") == (done.exit_code, talk(done))
    assert TABLE.replace("<solver>", solver.name()).replace("<worth>", worth) == folded


@pytest.mark.parametrize("width", ["1", "40", "60", "80", "130"])
def test_no_line_is_wider_than_the_terminal(
    width: str, digistrat: Digistrat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    long = WORK.replace("Alpha", "Alpha and the long way to it in many-worded sentences")

    text = digistrat("plan", small(tmp_path, long), *AS_OF, "--overrun", "30", "--without", "beta").stdout

    assert max(map(len, text.splitlines())) <= max(int(width), 40)
    assert "many-worded" in text


@pytest.mark.parametrize("width", ["40", "60", "70", "80"])
def test_long_names_of_quarters_find_room_too(
    width: str, digistrat: Digistrat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    strategy = minimal()["strategy.yaml"] + "financial_year_starts: 06-01\n"

    text = digistrat("plan", small(tmp_path, strategy=strategy), *AS_OF).stdout

    assert max(map(len, text.splitlines())) <= int(width)


def test_a_narrow_terminal_has_the_quarters_under_the_titles(
    digistrat: Digistrat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")

    text = digistrat("plan", small(tmp_path), *AS_OF).stdout

    assert "\nBeta\n  2027-Q1 to 2027-Q1  60\nAlpha\n  2027-Q2 to 2027-Q3  80\n" in text
    assert "\n  Gamma: team is 5 weeks short in\n    2027-Q4 (October to December 2027)\n" in text


def test_json_has_the_shape_that_others_read(digistrat: Digistrat, tmp_path: Path) -> None:
    data = data_of(digistrat("plan", small(tmp_path), *AS_OF, "--format", "json"))

    value = 60 * 0.98 + 80 * 0.98**3 + 40 * 0.98**4
    assert ["version", "as_of", "status", "value", "bound", "gap", "solver", "seed"] == list(data)[:8]
    assert (1, "2026-11-21", "optimal", 0, 1) == tuple(
        data[key] for key in ("version", "as_of", "status", "gap", "seed")
    )
    assert (pytest.approx(value), pytest.approx(value)) == (data["value"], data["bound"])
    assert [("beta", "2027-Q1", "2027-Q1"), ("alpha", "2027-Q2", "2027-Q3"), ("delta", "2027-Q4", "2027-Q4")] == [
        (one["id"], one["start"], one["finish"]) for one in data["chosen"]
    ]
    reason = {"kind": "capacity", "what": "team", "when": "2027-Q4", "short_by": 5}
    gamma = {"id": "gamma", "reasons": [reason], "would_cost": None, "would_displace": []}
    assert [gamma] == [{key: one[key] for key in gamma} for one in data["not_now"]]
    assert {"constraint": "team", "period": "2027-Q2", "used": 8, "available": 10} == data["load"][1]
    assert ([], None, None) == (data["overload"], data["what_if"], data["overrun"])


def test_a_report_takes_the_plan_as_markdown(digistrat: Digistrat, tmp_path: Path) -> None:
    text = digistrat("plan", small(tmp_path), *AS_OF, "--format", "markdown", "--without", "beta").stdout

    assert MARKDOWN.replace("<solver>", solver.name()) == text


@pytest.mark.parametrize("format", ["table", "json", "markdown"])
def test_a_file_gets_what_a_terminal_would(format: str, digistrat: Digistrat, tmp_path: Path) -> None:
    shown = digistrat("plan", small(tmp_path), *AS_OF, "--format", format)

    done = digistrat("plan", small(tmp_path), *AS_OF, "--format", format, "-o", tmp_path / "plan.txt")

    assert (0, "") == (done.exit_code, done.stdout)
    assert shown.stdout == (tmp_path / "plan.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("format", ["table", "json", "markdown"])
def test_a_title_cannot_act_on_a_terminal_or_a_page(format: str, digistrat: Digistrat, tmp_path: Path) -> None:
    bad = '"\\u202eevil \\u0085[bold]<b>|*x*"'

    done = digistrat(
        "plan", small(tmp_path, WORK.replace("Gamma", bad).replace("Beta", bad)), *AS_OF, "--format", format
    )

    assert 0 == done.exit_code
    assert not {"\u202e", "\u0085", "\x1b"} & {*done.stdout}
    if format == "markdown":
        assert "<b>" not in done.stdout
        assert "|*" not in done.stdout


def test_the_same_work_with_a_long_word_for_a_title_keeps_all_of_it(
    digistrat: Digistrat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    long = "Long" * 60

    text = digistrat("plan", small(tmp_path, WORK.replace("Beta", long)), *AS_OF).stdout

    assert long in "".join(line.split(" ")[0] for line in text.splitlines())


def test_an_empty_plan_does_not_boast(digistrat: Digistrat, tmp_path: Path) -> None:
    assert digistrat("plan", small(tmp_path, None), *AS_OF).stdout.startswith("There is nothing to plan\n")


def test_work_that_goes_on_for_centuries_is_not_drawn_for_centuries(digistrat: Digistrat, tmp_path: Path) -> None:
    long = "{id: e, title: E, status: in-progress, start: 2026, finish: 2400, uses: {team: 10}}"

    text = digistrat("plan", small(tmp_path, f"{WORK}- {long}\n"), *AS_OF).stdout

    assert ["2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4"] == [
        line.split()[0] for line in text.partition("How full")[2].splitlines()[1:]
    ]


def test_quarters_of_an_odd_financial_year_are_named_by_it(digistrat: Digistrat, tmp_path: Path) -> None:
    strategy = minimal()["strategy.yaml"] + "financial_year_starts: 06-01\n"

    text = digistrat("plan", small(tmp_path, strategy=strategy), *AS_OF).stdout

    assert "FY2026-27-Q3 to FY2026-27-Q3" in text
    assert "team is 5 weeks short in FY2027-28-Q2 (September to November 2027)" in one_line(text)


def test_the_example_is_planned_whole(digistrat: Digistrat) -> None:
    done = digistrat("plan", EXAMPLE, *AS_OF, "--format", "json")

    data = data_of(done)
    assert (0, "", "optimal", 9, []) == (
        done.exit_code,
        done.stderr,
        data["status"],
        len(data["chosen"]),
        data["not_now"],
    )
    assert {"capital", "revenue"} == {one["purse"] for one in data["money"]}
