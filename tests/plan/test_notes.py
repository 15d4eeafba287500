"""What a reader of a plan has to know besides: each note, where it is due and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.plan.notes import notes_of
from digistrat.plan.plan import plan_of
from digistrat.plan.problem import problem_of
from tests.plan.small import HAND, POT, YEAR, scored, strategy_of

if TYPE_CHECKING:
    from pathlib import Path

A = "id: a, duration: 1 quarter, worth: 50"
LAST = "the plan's first quarter is over, and nothing new begins in it; move `plan: from` in scoring.yaml"


def notes(folder: Path, *work: str, errors: int = 0, having: str = "", plan: str = YEAR, **files: str) -> list[str]:
    """Plan a small strategy, and give the notes."""
    strategy = strategy_of(folder, *work, having=having, plan=plan, **files)
    return list(notes_of(strategy, plan_of(problem_of(strategy, scored(strategy)), HAND), errors))


def titled(*titles: str, keys: str) -> list[str]:
    return [f"id: w{n}, {keys}, title: {title}" for n, title in enumerate(titles)]


def test_of_a_plan_in_order_nothing_has_to_be_known(tmp_path: Path) -> None:
    assert [] == notes(tmp_path, A)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        pytest.param("duration: soon, uses: {pot: 1}", "1 fault in what the files say: numbers", id="one"),
        pytest.param("duration: soon, uses: {pot: much}", "2 faults in what the files say: numbers", id="two"),
    ],
)  # fmt: skip
def test_numbers_that_could_not_be_read_are_counted(keys: str, said: str, tmp_path: Path) -> None:
    found = notes(tmp_path, A, f"id: b, worth: 1, {keys}", having=POT)

    assert f"{said} may be missing or cut short, and the plan with them; see `digistrat lint`" == found[0]


@pytest.mark.parametrize(("errors", "said"), [(1, "1 scoring error"), (2, "2 scoring errors")])
def test_scoring_errors_are_counted(errors: int, said: str, tmp_path: Path) -> None:
    expected = f"{said}: the scores may be wrong, and the plan with them; see `digistrat score`"

    assert [expected] == notes(tmp_path, A, errors=errors)


def test_what_the_problem_left_aside_is_told(tmp_path: Path) -> None:
    mix = f"{YEAR}\nmix: {{maintain: {{max: 40}}}}"

    work = [f"{A}, must_do: true".replace("id: a", f"id: {id}") for id in "ab"]

    assert ["the mix is left aside: nobody knows the effort of a or b"] == notes(tmp_path, *work, plan=mix)


@pytest.mark.parametrize(
    ("start", "said"),
    [
        pytest.param("2026-07", [LAST], id="it is over"),
        pytest.param("2026-10", [], id="it holds the day"),
        pytest.param("2027-01", [], id="it is to come"),
    ],
)
def test_a_plan_whose_first_quarter_is_over_had_better_be_moved(start: str, said: list[str], tmp_path: Path) -> None:
    assert said == notes(tmp_path, A, plan=f"plan: {{from: {start}, quarters: 8}}")


@pytest.mark.parametrize(("starts", "said"), [("03-01", []), ("02-01", [LAST])])
def test_a_quarter_is_not_over_before_its_last_month_is(starts: str, said: list[str], tmp_path: Path) -> None:
    plan, manifest = "plan: {from: 2026-10, quarters: 8}", f"financial_year_starts: {starts}\n"

    assert said == notes(tmp_path, A, plan=plan, manifest=manifest)


@pytest.mark.parametrize(
    ("number", "said"),
    [("80", []), ("81", ["the plan looks 80 quarters ahead at most, not 81"]), ("1234", ["the plan looks 80 quarters ahead at most, not 1,234"])],
)  # fmt: skip
def test_nobody_plans_for_more_than_twenty_years_and_that_is_said(number: str, said: list[str], tmp_path: Path) -> None:
    assert said == notes(tmp_path, A, plan=f"plan: {{from: 2027-04, quarters: {number}}}")


@pytest.mark.parametrize(
    ("keys", "is_late"),
    [
        pytest.param("status: in-progress, start: 2026-04, finish: 2026-09", True, id="it ended by its dates"),
        pytest.param("status: in-progress, start: 2026-04, finish: 2026-12", False, id="it ends in this quarter"),
        pytest.param("status: in-progress, start: 2026-04, duration: 1 quarter", True, id="it ended by its duration"),
        pytest.param("must_do: true, start: 2027-04, finish: 2027-06", False, id="to come"),
    ],
)
def test_what_is_still_in_progress_after_its_end_counts_as_ended(keys: str, is_late: bool, tmp_path: Path) -> None:  # noqa: FBT001  (a column)
    said = '"A" should have ended and is still in progress: the plan counts it as ended'

    assert ([said] if is_late else []) == notes(tmp_path, f"id: a, worth: 9, {keys}, title: A")


@pytest.mark.parametrize(
    ("keys", "is_waiting"),
    [
        pytest.param("must_do: true, start: 2026-07, finish: 2027-03", True, id="decided"),
        pytest.param("must_do: true, start: 2026-10, finish: 2027-03", False, id="to begin in this quarter"),
        pytest.param("status: in-progress, start: 2026-07, finish: 2027-03", False, id="begun"),
        pytest.param("must_do: true, duration: 3 quarters", False, id="nobody says when"),
    ],
)
def test_what_should_have_begun_and_has_not_is_told(keys: str, is_waiting: bool, tmp_path: Path) -> None:  # noqa: FBT001  (a column)
    said = '"A" should have begun, and is not in progress: say so, or give another start'

    assert ([said] if is_waiting else []) == notes(tmp_path, f"id: a, worth: 9, {keys}, title: A")


def test_a_candidate_that_was_to_have_begun_is_only_told_to_begin_at_another_time(tmp_path: Path) -> None:
    said = '"A" names another start than the plan gives it'

    assert [said] == notes(tmp_path, "id: a, worth: 9, start: 2026-07, duration: 1 quarter, title: A")


@pytest.mark.parametrize(
    ("can_change", "work", "said"),
    [
        pytest.param("", A, ['"A" is in the plan, and the decision \'d\' rules it out'], id="in the plan"),
        pytest.param("", f"{A}, uses: {{pot: 11}}", [], id="left out"),
        pytest.param(", can_change: false", A, [], id="barred"),
        pytest.param(", can_change: false", f"{A}, must_do: true", ['"A" is in the plan, and the decision \'d\' rules it out'], id="certain all the same"),
    ],
)  # fmt: skip
def test_what_is_in_the_plan_against_a_decision_is_told(
    can_change: str, work: str, said: list[str], tmp_path: Path
) -> None:
    decision = f"- {{id: d, title: D, rules_out: a{can_change}}}\n"

    assert said == notes(tmp_path, f"{work}, title: A", having=POT, decisions=decision)


@pytest.mark.parametrize(
    ("keys", "is_unsized"),
    [
        pytest.param("worth: 9", True, id="nothing"),
        pytest.param("worth: 9, effort: 3", True, id="only an effort"),
        pytest.param("worth: 9, duration: 1 quarter", False, id="a duration"),
        pytest.param("worth: 9, uses: {pot: 1}", False, id="a use"),
        pytest.param("worth: 9, cost: {capital: 1}", False, id="a cost"),
        pytest.param("worth: 9, start: 2027-04, finish: 2027-06", False, id="its dates"),
    ],
)
def test_what_says_nothing_of_its_size_is_planned_as_one_quarter(keys: str, is_unsized: bool, tmp_path: Path) -> None:  # noqa: FBT001  (a column)
    said = '"A" says no duration, cost or use of anybody: planned as one quarter that takes nothing'

    assert ([said] if is_unsized else []) == notes(tmp_path, f"id: a, {keys}, title: A", having=POT)


@pytest.mark.parametrize(
    ("titles", "named"),
    [
        pytest.param("AB", '"A" and "B"', id="two"),
        pytest.param("ABCD", '"A", "B", "C" and "D"', id="four"),
        pytest.param("ABCDE", '"A", "B", "C" and 2 others', id="five"),
    ],
)
def test_several_share_a_note_and_of_many_some_are_only_counted(titles: str, named: str, tmp_path: Path) -> None:
    said = f"{named} say no duration, cost or use of anybody: planned as one quarter that takes nothing"

    assert [said] == notes(tmp_path, *titled(*titles, keys="worth: 9"))


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        pytest.param("status: in-progress, start: 2026-01, finish: 2026-06", '"A" and "B" should have ended and are still in progress: the plan counts them as ended', id="late"),
        pytest.param("must_do: true, start: 2026-07, finish: 2027-03", '"A" and "B" should have begun, and are not in progress: say so, or give another start', id="waiting"),
        pytest.param("worth: 9, start: 2027-10, duration: 1 quarter", '"A" and "B" name another start than the plan gives them', id="moved"),
    ],
)  # fmt: skip
def test_of_several_it_is_said_in_the_plural(keys: str, said: str, tmp_path: Path) -> None:
    assert [said] == notes(tmp_path, *titled("A", "B", keys=keys))


@pytest.mark.parametrize(
    ("keys", "is_moved"),
    [
        pytest.param("start: 2027-10, duration: 1 quarter", True, id="sooner than it says"),
        pytest.param("start: 2027-05, duration: 1 quarter", False, id="in the quarter that it says"),
        pytest.param("start: 2027-10, duration: 1 quarter, uses: {pot: 11}", False, id="left out"),
        pytest.param("must_do: true, start: 2027-10, duration: 1 quarter", False, id="its start is set"),
    ],
)
def test_what_the_plan_gives_another_start_is_told(keys: str, is_moved: bool, tmp_path: Path) -> None:  # noqa: FBT001  (a column)
    said = '"A" names another start than the plan gives it'

    assert ([said] if is_moved else []) == notes(tmp_path, f"id: a, worth: 9, {keys}, title: A", having=POT)


@pytest.mark.parametrize(
    ("chosen", "differ"),
    [
        pytest.param("{initiative: a, start: 2027-Q2, finish: 2027-Q2}, {initiative: b, start: 2027-Q2, finish: 2027-Q2}", "", id="the same"),
        pytest.param("{initiative: a, start: 2027-Q2, finish: 2027-Q2}", "1 piece of work differs", id="one more"),
        pytest.param("{initiative: a, start: 2027-Q2, finish: 2027-Q2}, {initiative: b, start: 2027-Q3, finish: 2027-Q3}", "1 piece of work differs", id="other quarters"),
        pytest.param("{initiative: c, start: 2027-Q2, finish: 2027-Q2}", "3 pieces of work differ", id="one less and two more"),
        pytest.param("{initiative: a, start: 2027-Q2, finish: 2027-Q2}, {initiative: b, start: 2027-Q2, finish: 2027-Q2}, {initiative: d, start: 2026-Q2, finish: 2026-Q2}", "", id="delivered since"),
    ],
)  # fmt: skip
def test_it_is_said_how_far_this_is_from_the_accepted_plan(chosen: str, differ: str, tmp_path: Path) -> None:
    others = [A.replace("id: a", "id: b"), f"{A.replace('id: a', 'id: c')}, uses: {{pot: 11}}"]
    done = f"{A.replace('id: a', 'id: d')}, status: delivered"
    said = f"this is another plan than the accepted one in plan.yaml: {differ}; `--check` says whether that still holds"

    (tmp_path / "plan.yaml").write_text(f"chosen: [{chosen}]\n", encoding="utf-8")

    found = notes(tmp_path, A, *others, done, having=POT)

    assert ([said] if differ else []) == found
