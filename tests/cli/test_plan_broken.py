"""What breaks an accepted plan: a row for each reason that `digistrat plan --check` can give."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.test_plan import AS_OF, SCORING, WORK, data_of, small
from tests.cli.test_plan_check import PLAN, changed
from tests.strategies import minimal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

    Digistrat = Callable[..., Done]

MONEY = minimal()["strategy.yaml"] + "envelope: [{year: 2027, capital: 100, revenue: 100}]\n"
AT_ONCE = minimal()["strategy.yaml"] + "limits: {in_parallel: 1}\n"
MIX = SCORING + "mix: {improve: {max: 50}}\n"
EFFORTS = "".join(
    line.replace("title:", f"effort: {effort}, portfolio: {sort}, title:")
    for line, effort, sort in zip(
        WORK.splitlines(keepends=True), (6, 2, 1, 2), ("improve", "improve", "maintain", "maintain"), strict=True
    )
)
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
        "\"Beta\": the decision 'no-beta' rules it out",
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
    "ends later than was planned": (
        {"work": changed(("id: beta,", "id: beta, status: in-progress, start: 2027-Q1, finish: 2027-Q3,"))},
        ("beta", "late", "beta", "2027-Q3", 2),
        '"Beta": it ends 2 quarters later than the plan says',
    ),
    "certain by now": (
        {"work": changed(("id: gamma,", "id: gamma, must_do: true,"))},
        ("gamma", "missing", "gamma", None, None),
        '"Gamma": it has to be done, and the plan leaves it out',
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
        "improve work would lie 30 per cent of the effort above its most",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("files", "broken", "said"), BREAKS.values(), ids=BREAKS)
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


def test_work_that_is_delivered_breaks_no_plan(digistrat: Digistrat, tmp_path: Path) -> None:
    work = changed(("id: beta,", "id: beta, status: delivered, start: 2026-Q1, finish: 2026-Q2,"))
    folder = small(tmp_path, work, plan=PLAN)

    done = digistrat("plan", folder, *AS_OF, "--check")

    assert (0, "The accepted plan of 2026-10-08 holds: 2 pieces of work\n") == (done.exit_code, done.stdout)
