"""`digistrat plan --check`: does the accepted plan still hold, and what of it does not?"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from digistrat.wording import one_line
from tests.cli.test_plan import AS_OF, SCORING, WORK, data_of, small
from tests.strategies import EXAMPLE, minimal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

    Digistrat = Callable[..., Done]

PLAN = """\
accepted: {by: Trust board, date: 2026-10-08}
chosen:
  - {initiative: beta, start: 2027-Q1, finish: 2027-Q1}
  - {initiative: alpha, start: 2027-Q2, finish: 2027-Q3}
  - {initiative: delta, start: 2027-Q4, finish: 2027-Q4}
"""
MONEY = minimal()["strategy.yaml"] + "envelope: [{year: 2027, capital: 100, revenue: 100}]\n"
AT_ONCE = minimal()["strategy.yaml"] + "limits: {in_parallel: 1}\n"
MIX = SCORING + "mix: {improve: {max: 50}}\n"
EFFORTS = "".join(
    line.replace("title:", f"effort: {effort}, portfolio: {sort}, title:")
    for line, effort, sort in zip(
        WORK.splitlines(keepends=True), (6, 2, 1, 2), ("improve", "improve", "maintain", "maintain"), strict=True
    )
)


def changed(*pairs: tuple[str, str]) -> str:
    """Give the work with some of its text written anew."""
    text = WORK
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


BREAKS = {
    "stopped": (
        {"work": changed(("id: beta,", "id: beta, status: stopped,"))},
        ("beta", "given-up", "beta", None, None),
        '"Beta": it was stopped, put aside or delivered',
    ),
    "put aside": (
        {"work": changed(("id: beta,", "id: beta, choice: later,"))},
        ("beta", "given-up", "beta", None, None),
        '"Beta": it was stopped, put aside or delivered',
    ),
    "out of scope": (
        {"mission": minimal()["mission.yaml"] + "will_not: [{what: That, why: So, initiatives: beta}]\n"},
        ("beta", "ruled-out", "out of scope", None, None),
        '"Beta": the strategy says that it will not be done',
    ),
    "ruled out by a decision": (
        {"decisions": "- {id: no-beta, title: N, made: 2026-03, can_change: false, rules_out: beta}\n"},
        ("beta", "ruled-out", "no-beta", None, None),
        "\"Beta\": the decision 'no-beta' rules it out, and cannot be changed",
    ),
    "waits for what is out": (
        {"work": changed(("depends_on: alpha", "depends_on: [alpha, gamma]"))},
        ("delta", "dependency", "gamma", None, None),
        '"Delta": it waits for "Gamma", which is not to be done',
    ),
    "waits in a circle": (
        {"work": changed(("id: alpha,", "id: alpha, depends_on: delta,"))},
        ("alpha", "circle", "delta", None, None),
        '"Alpha": it waits for "Delta", which waits for it, straight or round about',
    ),
    "waits too short": (
        {"work": changed(("id: beta,", "id: beta, depends_on: alpha,"))},
        ("beta", "time", "alpha", "2027-Q1", 3),
        '"Beta": it would start 3 quarters too late, for it waits for "Alpha"',
    ),
    "excluded": (
        {"work": changed(("id: beta,", "id: beta, excludes: delta,"))},
        ("delta", "excluded", "beta", None, None),
        '"Delta": it and "Beta" exclude each other, and that is in the plan',
    ),
    "certain by now": (
        {"work": changed(("id: gamma,", "id: gamma, must_do: true,"))},
        ("gamma", "missing", "gamma", None, None),
        '"Gamma": it is certain, and the plan leaves it out',
    ),
    "unknown": (
        {"plan": PLAN.replace("initiative: beta", "initiative: bta")},
        ("bta", "unknown", "bta", None, None),
        "'bta': there is no such initiative",
    ),
    "undated": (
        {"plan": PLAN.replace(", finish: 2027-Q1", "")},
        ("beta", "undated", "beta", None, None),
        '"Beta": the plan does not say from which quarter to which',
    ),
    "ends before it starts": (
        {"plan": PLAN.replace("start: 2027-Q1", "start: 2027-Q2")},
        ("beta", "undated", "beta", None, None),
        '"Beta": the plan does not say from which quarter to which',
    ),
    "too early": (
        {"work": changed(("id: beta,", "id: beta, not_before: 2027-08,"))},
        ("beta", "not-before", "beta", "2027-Q1", 3),
        '"Beta": it starts 3 quarters before it may',
    ),
    "takes longer": (
        {"work": changed(("2 quarters, uses: {team: 16}", "9 months, uses: {team: 16}"))},
        ("alpha", "length", "alpha", None, 1),
        '"Alpha": the plan gives it 1 quarter less than it takes',
    ),
    "asks for more": (
        {"work": changed(("team: 16", "team: 21"))},
        (None, "capacity", "team", "2027-Q2", 0.5),
        "team is 0.5 weeks short in 2027-Q2 (April to June 2027)",
    ),
    "costs more": (
        {"strategy": MONEY, "work": changed(("id: beta,", "id: beta, cost: {revenue: 150},"))},
        (None, "money", "revenue", "2027", 50),
        "£50 of revenue is short in 2027",
    ),
    "too much at once": (
        {"strategy": AT_ONCE, "plan": PLAN.replace("2027-Q1, finish: 2027-Q1", "2027-Q3, finish: 2027-Q3"),
         "work": changed(("team: 7", "team: 1"))},
        (None, "at-once", "in_parallel", "2027-Q3", 1),
        "1 piece of work too many would run at once in 2027-Q3 (July to September 2027)",
    ),
    "another mix": (
        {"scoring": MIX, "work": EFFORTS},
        (None, "mix", "improve", "max", 30),
        "improve work would lie 30 points of per cent above its most",
    ),
}  # fmt: skip

MISSED = {
    "waits for what is out": pytest.mark.xfail(strict=True, reason="the check looks only at what no plan can hold")
}


@pytest.mark.parametrize("format", ["table", "json", "markdown"])
def test_the_plan_of_the_example_holds(format: str, digistrat: Digistrat) -> None:
    done = digistrat("plan", EXAMPLE, *AS_OF, "--check", "--format", format)

    assert (0, "") == (done.exit_code, done.stderr)
    if format == "json":
        data = data_of(done)
        assert (1, "2026-11-21", "holds", []) == tuple(data[key] for key in ("version", "as_of", "check", "broken"))
        assert 9 == len(data["chosen"])
    else:
        assert done.stdout.lstrip("# ").startswith("The accepted plan of 2026-09-24 holds: 9 pieces of work\n")


def test_a_plan_that_nothing_broke_holds(digistrat: Digistrat, tmp_path: Path) -> None:
    done = digistrat("plan", small(tmp_path, plan=PLAN), *AS_OF, "--check")

    assert (0, "The accepted plan of 2026-10-08 holds: 3 pieces of work\n", "") == done


@pytest.mark.parametrize(
    ("files", "broken", "said"), [pytest.param(*row, id=id, marks=MISSED.get(id, ())) for id, row in BREAKS.items()]
)
def test_what_no_longer_holds_is_named(
    files: dict[str, str], broken: tuple[object, ...], said: str, digistrat: Digistrat, tmp_path: Path
) -> None:
    folder = small(tmp_path, **{"plan": PLAN, **files})

    table = digistrat("plan", folder, *AS_OF, "--check")
    data = digistrat("plan", folder, *AS_OF, "--check", "--format", "json")
    text = digistrat("plan", folder, *AS_OF, "--check", "--format", "markdown")

    assert (1, 1, 1) == (table.exit_code, data.exit_code, text.exit_code)
    assert "broken" == data_of(data)["check"]
    assert broken in [
        tuple(one[key] for key in ("id", "kind", "what", "when", "short_by")) for one in data_of(data)["broken"]
    ]
    assert f"  {said}" in table.stdout.splitlines()
    assert table.stdout.startswith("The accepted plan of 2026-10-08 no longer holds: ")
    assert "\n- " in text.stdout


def test_one_fault_is_told_once(digistrat: Digistrat, tmp_path: Path) -> None:
    folder = small(tmp_path, BREAKS["asks for more"][0]["work"], plan=PLAN)

    done = digistrat("plan", folder, *AS_OF, "--check")

    assert "no longer holds: 2 faults\n" in done.stdout
    assert 3 == done.stdout.count("\n")


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        pytest.param(None, "there is no plan.yaml to check", id="none"),
        pytest.param("# nothing yet\n", "plan.yaml holds no plan", id="empty"),
        pytest.param("chosen: [\n", "plan.yaml cannot be checked: line 2 must be put right first", id="no YAML"),
        pytest.param("- alpha\n", "plan.yaml cannot be checked: it is no map", id="a list"),
        pytest.param("chosen: alpha\n", "'chosen' has an entry that cannot be read", id="a word"),
        pytest.param(f"{PLAN}not_now: [gamma]\n", "'not_now' has an entry that cannot be read", id="words"),
    ],
)
def test_a_plan_that_cannot_be_read_does_not_hold(
    plan: str | None, said: str, digistrat: Digistrat, tmp_path: Path
) -> None:
    done = digistrat("plan", small(tmp_path, plan=plan), *AS_OF, "--check")

    assert (3, "") == (done.exit_code, done.stdout)
    assert said in done.stderr


def test_what_else_cannot_be_read_is_told(digistrat: Digistrat, tmp_path: Path) -> None:
    done = digistrat("plan", small(tmp_path, plan=PLAN, principles="- id: a\n"), *AS_OF, "--check")

    assert 0 == done.exit_code
    assert "1 fault in what the files say" in done.stderr


def test_the_check_needs_no_solver(digistrat: Digistrat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "highspy", None)

    assert (0, "") == digistrat("plan", small(tmp_path, plan=PLAN), *AS_OF, "--check")[::2]


def test_the_check_can_go_to_a_file(digistrat: Digistrat, tmp_path: Path) -> None:
    done = digistrat(
        "plan", small(tmp_path, plan=PLAN), *AS_OF, "--check", "--format", "json", "-o", tmp_path / "x.json"
    )

    assert (0, "", "") == done
    assert "holds" == json.loads((tmp_path / "x.json").read_text())["check"]


@pytest.mark.parametrize("format", ["table", "json", "markdown"])
def test_a_title_cannot_act_on_a_terminal_or_a_page(format: str, digistrat: Digistrat, tmp_path: Path) -> None:
    work = changed(("id: beta, title: Beta", 'id: beta, status: stopped, title: "\\u202eevil <b>|*x*"'))

    done = digistrat("plan", small(tmp_path, work, plan=PLAN), *AS_OF, "--check", "--format", format)

    assert 1 == done.exit_code
    assert "\u202e" not in done.stdout
    assert format != "markdown" or "<b>" not in done.stdout


def test_of_what_stands_twice_the_first_counts(digistrat: Digistrat, tmp_path: Path) -> None:
    twice = f"{PLAN}  - {{initiative: beta, start: 2027-Q4, finish: 2027-Q4}}\n"

    done = digistrat("plan", small(tmp_path, plan=twice), *AS_OF, "--check", "--format", "json")

    assert (0, 3) == (done.exit_code, len(data_of(done)["chosen"]))


def test_bare_entries_count_as_lists_of_one(digistrat: Digistrat, tmp_path: Path) -> None:
    bare = "chosen: {initiative: beta, start: 2027-Q1, finish: 2027-Q1}\nnot_now: {initiative: alpha, reason: So}\n"

    done = digistrat("plan", small(tmp_path, plan=bare), *AS_OF, "--check")

    assert (0, "The accepted plan holds: 1 piece of work\n") == done[:2]


def test_an_initiative_by_its_old_name_is_the_same_one(digistrat: Digistrat, tmp_path: Path) -> None:
    work = changed(("id: beta,", "id: better, was: [beta],"))

    done = digistrat("plan", small(tmp_path, work, plan=PLAN), *AS_OF, "--check", "--format", "json")

    assert (0, "better") == (done.exit_code, data_of(done)["chosen"][0]["id"])


def test_work_that_has_begun_may_be_where_it_is(digistrat: Digistrat, tmp_path: Path) -> None:
    begun = changed(("id: beta,", "id: beta, status: in-progress, start: 2026-10, finish: 2027-03, not_before: 2028,"))
    plan = PLAN.replace("start: 2027-Q1, finish: 2027-Q1", "start: 2026-Q4, finish: 2027-Q1")

    done = digistrat("plan", small(tmp_path, begun, plan=plan), *AS_OF, "--check")

    assert 0 == done.exit_code, one_line(done.stdout)
