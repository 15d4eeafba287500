"""`digistrat plan --check`: does the accepted plan still hold, and what of it does not?"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from digistrat.wording import one_line
from tests.cli.test_plan import AS_OF, WORK, data_of, small
from tests.strategies import EXAMPLE

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


def changed(*pairs: tuple[str, str]) -> str:
    """Give the work with some of its text written anew."""
    text = WORK
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


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


def test_the_end_of_the_files_name_may_be_in_capitals(digistrat: Digistrat, tmp_path: Path) -> None:
    folder = small(tmp_path)
    (folder / "plan.YAML").write_text(PLAN)

    assert (0, "") == digistrat("plan", folder, *AS_OF, "--check")[::2]
