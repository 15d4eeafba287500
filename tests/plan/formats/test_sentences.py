"""What people read of a plan, whatever the format: each sentence from one entry of the figures."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from digistrat.answers import Answers
from digistrat.model.load import load_folder
from digistrat.plan import sentences
from digistrat.plan.report import Wishes
from tests.cli.test_plan import SCORING, WORK, small
from tests.strategies import AS_OF, minimal

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.plan.report import Report

MANIFEST = minimal()["strategy.yaml"]
FITS = WORK.replace("{team: 11}", "{team: 10}").replace("patient: 5", "patient: 1")


def report(folder: Path, work: str = WORK, *, wishes: Wishes | None = None, **files: str) -> Report:
    """Plan a small strategy."""
    return Answers(load_folder(small(folder, work, **files), AS_OF)).plan(wishes)


@pytest.mark.parametrize(
    ("with_", "without", "said"),
    [
        pytest.param(("gamma",), (), 'The plan with "Gamma" is worth 18.4 less', id="with"),
        pytest.param((), ("beta",), 'The plan without "Beta" is worth 38.1 less', id="without"),
        pytest.param(("gamma",), ("beta",), 'The plan with "Gamma" and without "Beta" is worth 38.1 less', id="both"),
        pytest.param((), ("beta",), 'It has room for "Gamma"', id="room"),
        pytest.param((), ("beta",), "Left out, it frees 7 weeks of team in 2027-Q1", id="frees"),
        pytest.param((), ("alpha",), 'It does without "Delta"', id="displaces"),
        pytest.param((), ("beta",), '"Alpha" moves from 2027-Q2 to 2027-Q1', id="moves"),
    ],
)
def test_what_if_is_told_in_full(with_: tuple[str, ...], without: tuple[str, ...], said: str, tmp_path: Path) -> None:
    found = list(sentences.what_if(report(tmp_path, FITS, wishes=Wishes(forced=with_, without=without))))

    assert any(one.startswith(said) for one in found), found


def test_a_plan_that_is_better_without_something_is_worth_more(tmp_path: Path) -> None:
    work = WORK.replace("id: gamma,", "id: gamma, must_do: true,").replace("patient: 5}", "patient: 0}")
    work = work.replace("{team: 11}", "{team: 10}").replace("title: Gamma,", "title: Gamma, start: 2027-Q1,")

    found = list(sentences.what_if(report(tmp_path, work, wishes=Wishes(without=("gamma",)))))

    assert found[0].startswith('The plan without "Gamma" is worth ')
    assert found[0].endswith(" more")


@pytest.mark.parametrize(
    ("more", "work", "last"),
    [
        pytest.param(10, WORK, "The plan holds even if all work takes and costs 10% more", id="holds"),
        pytest.param(30, WORK, 'Then the best plan does without "Alpha" and "Delta"', id="less"),
        pytest.param(
            30,
            WORK.replace("id: alpha,", "id: alpha, must_do: true,"),
            "Then no plan holds all that has to be done",
            id="none",
        ),
        pytest.param(
            20,
            "- {id: a, title: A, scores: {patient: 4}, uses: {team: 5}}\n- {id: b, title: B, scores: {patient: 3}, uses: {team: 5}}\n",
            "Then the same work fits, in other quarters",
            id="later",
        ),
    ],
)
def test_an_overrun_ends_with_what_would_be_done(more: int, work: str, last: str, tmp_path: Path) -> None:
    found = list(sentences.overrun(report(tmp_path, work, wishes=Wishes(percent=Fraction(more)))))

    assert last == found[-1]
    assert (more == 10) == (len(found) == 1)


@pytest.mark.parametrize(
    ("work", "files", "said"),
    [
        pytest.param("uses: {team: [12, 13]}", {}, "team is short by 10 weeks in 2027-Q3 and by 7 weeks in 2027-Q4", id="two periods"),
        pytest.param(
            "cost: {capital: 1500000.5}",
            {"strategy": f"{MANIFEST}envelope: [{{year: 2027, capital: 2}}]\n"},
            "£1,499,999 of capital is short in 2027",
            id="money",
        ),
        pytest.param("duration: 5 quarters", {}, "the plan is 1 quarter too short for it", id="time"),
        pytest.param("choice: will, excludes: alpha", {}, 'it and "Alpha" exclude each other, and that is in the plan', id="excluded"),
        pytest.param("scores: {patient: 0}", {}, "its score is 0, or less. To do it all the same would cost 0 of what the plan is worth", id="no value"),
    ],
)  # fmt: skip
def test_each_reason_is_a_sentence(work: str, files: dict[str, Any], said: str, tmp_path: Path) -> None:
    scores = "" if "scores" in work else "scores: {patient: 1}, "

    found = dict(sentences.rest(report(tmp_path, f"{WORK}- {{id: e, title: E, {scores}{work}}}\n", **files)))

    assert said in found["E"]


def test_what_it_would_cost_names_what_would_have_to_go(tmp_path: Path) -> None:
    scoring = SCORING.replace("quarters: 4", "quarters: 1")
    work = "- {id: a, title: A, scores: {patient: 4}, uses: {team: 6}}\n- {id: b, title: B, scores: {patient: 3}, uses: {team: 6}}\n"

    found = dict(sentences.rest(report(tmp_path, work, scoring=scoring)))

    assert {
        "B": "team is 2 weeks short in 2027-Q1 (January to March 2027). "
        'To do it all the same would cost 19.6 of what the plan is worth, in the place of "A"'
    } == found


def test_what_keeps_work_out_is_counted_the_most_first(tmp_path: Path) -> None:
    more = "".join(f"- {{id: x{n}, title: X, scores: {{patient: 1}}, duration: 9 quarters}}\n" for n in range(2))

    assert ["2 initiatives: the time that is left", "1 initiative: team"] == list(
        sentences.kept_out(report(tmp_path, WORK + more))
    )
