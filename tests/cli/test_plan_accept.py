"""`digistrat plan --accept`: what is written to plan.yaml, what stays as people wrote it, and what stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.test_plan import AS_OF, WORK, data_of, small, talk
from tests.strategies import EXAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

    Digistrat = Callable[..., Done]

LATER = "- {id: later, title: Later, choice: {decision: later, reason: So}}\n"
NEW = """\
# The plan that was accepted. `digistrat plan --accept` writes it, `digistrat plan --check` says whether it still holds.
accepted: {by: Trust board, date: 2026-11-21}
chosen:
  - {initiative: beta, start: 2027-Q1, finish: 2027-Q1}
  - {initiative: alpha, start: 2027-Q2, finish: 2027-Q3}
  - {initiative: delta, start: 2027-Q4, finish: 2027-Q4}
not_now:
  - initiative: gamma
    reason: As of 2026-11-21, team is 5 weeks short in 2027-Q4 (October to December 2027)
"""
OLD = """\
# Of our board, 8 October 2026
accepted: # all of
  # them
  by: Chair  # who led
  date: 2026-10-08  # in the minutes
  x-minutes: 17
x-note: kept
chosen:
  # the letters
- initiative: alpha   # first
  start:  2027-Q1  # early
  finish: 2027-Q2
- {initiative: gone, start: 2027-Q1, finish: 2027-Q1}  # taken out

- initiative: beta
  start: '2027-01'  # as good
  finish: 2027-03-31
  x-why: it helps
- {initiative: beta, start: 2027-Q4, finish: 2027-Q4}
not_now:
- {initiative: later, reason: "We look again: in May"}  # said the chair
- initiative: gamma
  reason: As of 2026-10-08, it was something else  # ours
- {initiative: delta, reason: Not yet}
"""
RENEWED = """\
# Of our board, 8 October 2026
accepted: # all of
  # them
  by: Trust board  # who led
  date: 2026-11-21  # in the minutes
  x-minutes: 17
x-note: kept
chosen:
  # the letters
- initiative: alpha   # first
  start:  2027-Q2  # early
  finish: 2027-Q3

- initiative: beta
  start: '2027-01'  # as good
  finish: 2027-03-31
  x-why: it helps

- initiative: delta
  start: 2027-Q4
  finish: 2027-Q4
not_now:
- {initiative: later, reason: "We look again: in May"}  # said the chair
- initiative: gamma
  reason: As of 2026-11-21, team is 5 weeks short in 2027-Q4 (October to December 2027)  # ours
"""


def when(done: Done) -> list[tuple[str, str, str]]:
    """Read from JSON what is done from when to when."""
    return [(one["id"], one["start"], one["finish"]) for one in data_of(done)["chosen"]]


def test_a_new_plan_is_written_for_people_to_review(
    digistrat: Digistrat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = small(tmp_path)
    monkeypatch.chdir(tmp_path)

    done = digistrat("plan", folder, *AS_OF, "--accept")

    assert (0, NEW) == (done.exit_code, (folder / "plan.yaml").read_text())
    assert talk(done) == "the plan stands in strategy/plan.yaml: look at it, and commit it\n"
    assert "Why not the rest" in done.stdout


def test_all_that_still_says_the_same_stays_byte_for_byte(digistrat: Digistrat, tmp_path: Path) -> None:
    folder = small(tmp_path, WORK + LATER, plan=OLD)

    done = digistrat("plan", folder, *AS_OF, "--accept")

    assert (0, RENEWED) == (done.exit_code, (folder / "plan.yaml").read_text())


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_mark_stay(mark: str, digistrat: Digistrat, tmp_path: Path) -> None:
    folder = small(tmp_path, WORK + LATER)
    (folder / "plan.yaml").write_bytes((mark + OLD).replace("\n", "\r\n").encode())

    digistrat("plan", folder, *AS_OF, "--accept")

    assert (mark + RENEWED).replace("\n", "\r\n").encode() == (folder / "plan.yaml").read_bytes()


@pytest.mark.parametrize(
    "plan",
    [
        pytest.param(None, id="new"),
        pytest.param(OLD, id="old"),
        pytest.param("", id="empty"),
        pytest.param("# ours\n", id="a comment"),
        pytest.param("chosen:\nnot_now: []\n", id="empty lists"),
        pytest.param(
            "chosen: {initiative: alpha, start: 2027-Q3, finish: 2027-Q4}\nnot_now: {initiative: later}\n", id="bare"
        ),
        pytest.param('{"chosen": [{"initiative": "beta", "start": "2027-Q3"}], "not_now": []}', id="braces"),
        pytest.param("accepted: Nobody\nchosen: []\n", id="accepted by a text"),
        pytest.param("accepted: {by: [Chair, {role: Nurse, name: N}], date: soon}\n", id="accepted by two"),
    ],
)
def test_accepting_twice_is_accepting_once_and_the_plan_holds(
    plan: str | None, digistrat: Digistrat, tmp_path: Path
) -> None:
    folder = small(tmp_path, WORK + LATER, plan=plan)
    planned = when(digistrat("plan", folder, *AS_OF, "--format", "json"))

    first = digistrat("plan", folder, *AS_OF, "--accept")
    once = (folder / "plan.yaml").read_bytes()
    second = digistrat("plan", folder, *AS_OF, "--accept")

    assert (0, 0, once) == (first.exit_code, second.exit_code, (folder / "plan.yaml").read_bytes())
    checked = digistrat("plan", folder, *AS_OF, "--check", "--format", "json")
    assert (0, "", planned) == (checked.exit_code, checked.stderr, when(checked))
    found = digistrat("lint", folder, *AS_OF, "--format", "json", "--select", "plan-broken,ambiguous-quarter,files")
    assert [] == data_of(found)["findings"]


def test_the_example_can_be_accepted_and_stays_clean(digistrat: Digistrat, example: Path) -> None:
    before = (example / "plan.yaml").read_text(encoding="utf-8").splitlines()

    done = digistrat("plan", example, *AS_OF, "--accept")

    after = (example / "plan.yaml").read_text(encoding="utf-8").splitlines()
    assert 0 == done.exit_code
    assert {2, 11, 12} == {
        number for number, pair in enumerate(zip(before, after, strict=True), 1) if pair[0] != pair[1]
    }
    assert all("FY20" in line for line in after if "start:" in line)
    assert 0 == digistrat("plan", example, *AS_OF, "--check").exit_code
    assert digistrat("lint", example, *AS_OF).stdout == digistrat("lint", EXAMPLE, *AS_OF).stdout


@pytest.mark.parametrize(
    ("by", "said"),
    [
        pytest.param(("--by", "Chief nurse"), "{by: Chief nurse, date: 2026-11-21}", id="a role"),
        pytest.param(("--by", " Chief\n nurse "), "{by: Chief nurse, date: 2026-11-21}", id="with line ends"),
        pytest.param(("--by", ' "Board": #1 '), '{by: "\\"Board\\": #1", date: 2026-11-21}', id="with marks"),
        pytest.param(("--by", "  "), "{by: Trust board, date: 2026-11-21}", id="blank"),
    ],
)
def test_who_accepts_is_named(by: tuple[str, ...], said: str, digistrat: Digistrat, tmp_path: Path) -> None:
    folder = small(tmp_path)

    done = digistrat("plan", folder, *AS_OF, "--accept", *by)

    assert 0 == done.exit_code
    assert f"accepted: {said}\n" in (folder / "plan.yaml").read_text()


def test_whoever_accepts_anew_takes_the_place_of_those_before(digistrat: Digistrat, tmp_path: Path) -> None:
    folder = small(tmp_path, plan="accepted: {by: [Chair, Nurse], date: 2026-10-08}  # both\n")

    digistrat("plan", folder, *AS_OF, "--accept", "--by", "Trust board")

    assert "accepted: {by: Trust board, date: 2026-11-21}  # both\n" in (folder / "plan.yaml").read_text()


def test_the_plan_that_was_asked_about_is_the_one_that_is_accepted(digistrat: Digistrat, tmp_path: Path) -> None:
    folder = small(tmp_path, WORK.replace("{team: 11}", "{team: 10}").replace("patient: 5", "patient: 1"))
    what = digistrat("plan", folder, *AS_OF, "--format", "json", "--with", "gamma", "--without", "beta")

    done = digistrat("plan", folder, *AS_OF, "--accept", "--with", "gamma", "--without", "beta")

    assert 0 == done.exit_code
    checked = when(digistrat("plan", folder, *AS_OF, "--check", "--format", "json"))
    assert {"alpha", "gamma"} <= {id for id, *_ in checked}
    assert "beta" not in {id for id, *_ in checked}
    assert checked == [(one["id"], one["start"], one["finish"]) for one in data_of(what)["what_if"]["chosen"]]
    assert checked != when(what)
