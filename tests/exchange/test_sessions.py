"""Points of one session, beside those of its roles: they give way to all of them together, and never without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.exchange.sheets import (
    ROLES,
    SCORING,
    SEVERAL,
    edited,
    files,
    matrix,
    put,
    put_all,
    said,
    strategy,
    taken,
    whys,
)

if TYPE_CHECKING:
    from pathlib import Path

# The rows of the scorers' sheet begin at 7: letters twice, then phones twice; D and E are points, F and G reasons.
ALL = {"D7": 6, "E7": 3, "D8": 9, "E8": 1, "D9": 2, "E9": 3, "D10": 4, "E10": 5}


def test_all_roles_together_take_the_place_of_one_session(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(scoring=ROLES))

    outcome = taken(folder, edited(matrix(folder), put("Scorers", **ALL, G8="Stamps")))

    assert (
        "  scores:   # agreed in May\n"
        "    - by: Chief nurse\n      scores: {patient: 6, staff: 3}\n"
        "    - by: Director of finance\n      scores:\n        patient: 9\n        staff: {score: 1, why: Stamps}\n"
    ) in outcome.files[0].after
    assert [
        (
            "note",
            "sheet 'Scorers', rows 7–8",
            "the points of one session give way to those of each role: patient 8, staff 3",
        ),
        (
            "note",
            "sheet 'Scorers', rows 9–10",
            "the points of one session give way to those of each role: patient 4 (Fewer calls get lost), staff 4",
        ),
    ] == said(outcome)
    assert (
        "scores",
        {"patient": {"score": 4, "why": "Fewer calls get lost"}, "staff": 4},
        [
            {"by": "Chief nurse", "scores": {"patient": 2, "staff": 3}},
            {"by": "Director of finance", "scores": {"patient": 4, "staff": 5}},
        ],
    ) == outcome.changes[1][2:]
    assert outcome.is_whole


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        pytest.param(
            {"D7": 6, "E7": 3},
            "only all its roles together replace that: Director of finance has not scored it here",
            id="one role alone",
        ),
        pytest.param(
            {"C7": "Governor", "D7": 6, "E7": 3, "C8": "Porter", "D8": 6},
            "only all its roles together replace that: Chief nurse and Director of finance have not scored it here",
            id="others than the roles",
        ),
        pytest.param(
            {"D7": 6, "D8": 3, "G8": "Unsure"},
            "nobody gives points for 'staff' here, which the session has",
            id="a criterion that nobody scored",
        ),
        pytest.param(
            {"D7": 6, "E7": 3, "G8": "Unsure"},
            "only all its roles together replace that: Director of finance has not scored it here",
            id="a reason and no points",
        ),
    ],
)
def test_one_session_does_not_give_way_to_a_part(tmp_path: Path, cells: dict[str, object], why: str) -> None:
    folder = strategy(tmp_path, files(scoring=ROLES))

    outcome = taken(folder, edited(matrix(folder), put("Scorers", **cells)))

    assert [f"it was scored in one session, and {why}"] == whys(outcome)
    assert ((), False) == (outcome.files, outcome.is_whole)


def test_where_no_roles_are_named_one_line_says_what_to_do(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(scoring=ROLES))
    content = edited(matrix(folder), put("Scorers", **ALL))
    (folder / "scoring.yaml").write_text(SCORING, encoding="utf-8")

    outcome = taken(folder, content)

    why = "it was scored in one session; name the roles that score in scoring.yaml first, under 'session: roles'"
    assert [("not taken", "sheet 'Scorers', rows 7–10", why)] == said(outcome)


def test_the_first_scores_of_all_are_a_list(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(scoring=ROLES, initiatives="- {id: a, title: A}\n"))

    outcome = taken(folder, edited(matrix(folder), put("Scorers", D7=6, D8=9)))

    entries = "{by: Chief nurse, scores: {patient: 6}}, {by: Director of finance, scores: {patient: 9}}"
    assert f"- {{id: a, title: A, scores: [{entries}]}}\n" == outcome.files[0].after


def test_points_of_one_session_beside_those_of_scorers_are_not_guessed_between(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(scoring=ROLES))

    outcome = taken(folder, edited(matrix(folder), put_all({"Matrix": {"G7": 9}, "Scorers": ALL})))

    why = "several people scored it in this file, too; leave the points of one session as they were"
    assert ("not taken", "sheet 'Matrix', row 7", why) == said(outcome)[0]
    assert "by: Chief nurse" in outcome.files[0].after


def test_rounded_means_are_never_written_as_points(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(initiatives=SEVERAL))
    content = matrix(folder)
    (folder / "initiatives.yaml").write_text(str(files()["initiatives.yaml"]), encoding="utf-8")

    outcome = taken(folder, content)

    assert {"title"} == {one.field for one in outcome.changes}
    assert 3 == sum(len(one.rows) for one in outcome.remarks if one.kind == "not taken")


def test_a_formula_of_ones_own_among_the_means_is_said(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(scoring=ROLES))
    (tmp_path / "other").mkdir()
    other = strategy(tmp_path / "other", files(scoring=ROLES))
    initiatives = other / "initiatives.yaml"
    initiatives.write_text(
        initiatives.read_text(encoding="utf-8").replace("patient: 8", "patient: 7"), encoding="utf-8"
    )
    content = matrix(other)

    outcome = taken(folder, content)

    why = "holds a formula that gives 7, not the mean of the points here; it is not taken"
    assert ("note", "sheet 'Matrix', row 7, column G (Benefit to patients)", why) in said(outcome)


def test_the_same_filled_workbook_once_more_changes_nothing(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(scoring=ROLES))
    content = edited(matrix(folder), put("Scorers", **ALL))
    (folder / "initiatives.yaml").write_text(taken(folder, content).files[0].after, encoding="utf-8")

    again = taken(folder, content)

    why = "gives a reason for the points of one session, which gave way to those of each role; it is not taken"
    assert ((), (), True) == (again.files, again.changes, again.is_whole)
    assert [("note", "sheet 'Matrix', row 8, column L (Why: Benefit to patients)", why)] == said(again)


def test_points_over_a_mean_are_still_refused_beside_their_reason(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(scoring=ROLES, initiatives=SEVERAL))

    outcome = taken(folder, edited(matrix(folder), put("Matrix", G7=6, L7="A reason of one's own")))

    assert [("not taken", "sheet 'Matrix', row 7, column G (Benefit to patients)")] == [
        one[:2] for one in said(outcome)
    ]
