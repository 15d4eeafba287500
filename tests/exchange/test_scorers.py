"""Several scorers: a row for each to fill in, and back again; one session's points give way only to all of its roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from digistrat.exchange.taking import Wishes
from tests.exchange.formulas import Sheets
from tests.exchange.sheets import (
    ROLES,
    SCORING,
    SEVERAL,
    edited,
    files,
    folder_with,
    lines,
    matrix,
    opened,
    put,
    put_all,
    said,
    sheet,
    strategy,
    taken,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_each_scorer_comes_back_to_where_they_stood(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(initiatives=SEVERAL))

    outcome = taken(folder, edited(matrix(folder), put("Scorers", D8=7, G7="Read more", E9=0)))

    assert [
        ("      scores: {patient: 8, staff: 3}\n", "      scores: {patient: 8, staff: {score: 3, why: Read more}}\n"),
        ("        patient: 6   # less sure\n", "        patient: 7   # less sure\n"),
        (
            "  scores: {by: Chief nurse, scores: {patient: 1, staff: 1}}\n",
            "  scores: {by: Chief nurse, scores: {patient: 1, staff: 0}}\n",
        ),
    ] == lines(outcome)


def test_a_new_scorer_is_added_to_the_others(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(initiatives=SEVERAL))
    new = {"A10": "letters", "C10": "Patient governor", "D10": 9, "F10": "It hurts"}

    outcome = taken(folder, edited(matrix(folder), put("Scorers", **new)))

    assert (
        "        staff: {score: 5, why: Fewer stamps}\n"
        "    - by: Patient governor\n"
        "      scores:\n"
        "        patient: {score: 9, why: It hurts}\n"
        "- id: phones\n"
    ) in outcome.files[0].after


def test_the_mean_of_several_is_not_written_over(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(initiatives=SEVERAL))

    outcome = taken(folder, edited(matrix(folder), put("Matrix", G7=9)))

    why = "several people scored it; write each one's points on the sheet 'Scorers'"
    assert [("not taken", "sheet 'Matrix', row 7, column G (Benefit to patients)", why)] == said(outcome)
    assert () == outcome.files


def test_means_that_a_spreadsheet_worked_out_are_no_points_to_take(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(initiatives=SEVERAL))

    outcome = taken(folder, matrix(folder))

    assert ((), ()) == (outcome.files, outcome.remarks)


def test_each_role_of_the_session_has_a_row_to_fill_in(tmp_path: Path) -> None:
    later = "- {id: late, title: Late, choice: later}\n"
    folder = strategy(tmp_path, files(scoring=ROLES, initiatives=str(files()["initiatives.yaml"]) + later))

    rows = opened(matrix(folder))["Scorers"].iter_rows(min_row=7, max_row=11, max_col=4, values_only=True)

    letters, phones = "Letters without paper", "Telephones that say who calls"
    assert [
        ("letters", letters, "Chief nurse", None),
        ("letters", letters, "Director of finance", None),
        ("phones", phones, "Chief nurse", None),
        ("phones", phones, "Director of finance", None),
        (None, None, None, None),
    ] == list(rows)


def test_a_role_that_has_scored_has_no_second_row(tmp_path: Path) -> None:
    initiatives = "- {id: a, title: A, scores: [{by: director  of FINANCE, scores: {patient: 1}}]}\n"
    folder = strategy(tmp_path, files(scoring=ROLES, initiatives=initiatives))

    rows = opened(matrix(folder))["Scorers"].iter_rows(min_row=7, max_row=9, min_col=3, max_col=4, values_only=True)

    assert [("director  of FINANCE", 1), ("Chief nurse", None), (None, None)] == list(rows)


@pytest.mark.parametrize("roles", ["[]", "[Chief nurse]", "[Chief nurse, chief  NURSE]"])
def test_one_role_alone_needs_no_sheet(tmp_path: Path, roles: str) -> None:
    folder = strategy(tmp_path, files(scoring=f"{SCORING}session: {{roles: {roles}}}\n"))

    assert ["Matrix", "How to fill it in"] == opened(matrix(folder)).sheetnames


def test_rows_that_nobody_filled_in_change_nothing(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(scoring=ROLES))

    fresh, resaved = taken(folder, matrix(folder)), taken(folder, edited(matrix(folder), put("Matrix")))

    assert [((), ()), ((), ())] == [(one.files, one.remarks) for one in (fresh, resaved)]


def test_the_matrix_shows_one_session_until_somebody_scores_then_the_mean(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(scoring=ROLES))
    book = opened(matrix(folder))
    before = [Sheets(book).value("Matrix", cell) for cell in ("G7", "H7", "J7")]

    put("Scorers", D7=6, D8=9, B11="Letters without paper", C11="Governor", D11=3, E7="none")(book)

    assert [8, 3, 70] == before
    assert [6, 3, 60] == [Sheets(book).value("Matrix", cell) for cell in ("G7", "H7", "J7")]


def test_a_scorer_may_be_added_by_the_title(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(initiatives=SEVERAL))
    new = {"B10": "telephones", "C10": "Patient governor", "D10": 9}

    outcome = taken(folder, edited(matrix(folder), put("Scorers", **new)))

    assert "    - by: Patient governor\n      scores: {patient: 9}\n" in outcome.files[0].after
    assert "title: Telephones\n" in outcome.files[0].after


def test_a_title_changed_among_the_scorers_is_no_new_title(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(initiatives=SEVERAL))

    outcome = taken(folder, edited(matrix(folder), put_all({"Matrix": {"B7": "New"}, "Scorers": {"B7": "Other"}})))

    assert ["title"] == [one.field for one in outcome.changes]
    assert "title: New\n" in outcome.files[0].after


def test_a_new_idea_and_those_who_score_it_become_one_record(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(scoring=ROLES))
    cells = {
        "Matrix": {"B9": "Robots", "I9": 4},
        "Scorers": {"B11": "Robots", "C11": "Chief nurse", "D11": 3, "B12": "robots", "C12": "Porter", "E12": 1},
    }

    outcome = taken(folder, edited(matrix(folder), put_all(cells)), Wishes(add=True))

    assert outcome.files[0].after.endswith(
        "- id: robots\n  title: Robots\n  status: proposed\n  effort: 4\n  scores:\n"
        "    - by: Chief nurse\n      scores: {patient: 3}\n    - by: Porter\n      scores: {staff: 1}\n"
    )
    assert outcome.is_whole


def test_a_new_idea_is_scored_in_one_way_only(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(scoring=ROLES))
    cells = {"Matrix": {"B9": "Robots", "G9": 4}, "Scorers": {"B11": "Robots", "C11": "Chief nurse", "D11": 3}}

    outcome = taken(folder, edited(matrix(folder), put_all(cells)), Wishes(add=True))

    assert [("not taken", "sheet 'Matrix', row 9"), ("not taken", "sheet 'Scorers', row 11")] == [
        one[:2] for one in said(outcome)
    ]
    assert () == outcome.files


def test_rows_that_a_filter_hides_from_a_scorer_are_no_fault(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(scoring=ROLES, initiatives="- {id: a, title: A}\n"))

    def change(book: Any) -> None:
        book["Scorers"]["D7"] = 6
        book["Scorers"].row_dimensions[8].hidden = True

    outcome = taken(folder, edited(matrix(folder), change))

    assert ([], True) == (said(outcome), outcome.is_whole)


def test_a_hidden_row_with_points_is_one(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(scoring=ROLES, initiatives="- {id: a, title: A}\n"))

    def change(book: Any) -> None:
        book["Scorers"]["D7"] = 6
        book["Scorers"].row_dimensions[7].hidden = True

    outcome = taken(folder, edited(matrix(folder), change))

    assert [("not taken", "sheet 'Scorers', row 7")] == [one[:2] for one in said(outcome)]


def test_scorers_who_say_something_else_besides_do_not_undo_each_other(tmp_path: Path) -> None:
    layout = "columns: {Id: id, Who: by, P: scores.patient, Owner: owner}\n"
    content = sheet([("Id", "Who", "P", "Owner"), ("a", "Nurse", 7, "One"), ("a", "Doctor", 6, "Two")])

    outcome = taken(folder_with(tmp_path, layout, initiatives="- {id: a, title: A}\n"), content)

    why = "says 'Two' for 'owner', and another row 'One'; let both say the same"
    assert [("not taken", "sheet 'List', row 3", why)] == said(outcome)
    assert "- {id: a, title: A, owner: One, scores: [{by: Nurse, scores: {patient: 7}}]}\n" == outcome.files[0].after


def test_scorers_of_a_new_record_who_say_different_things_are_told(tmp_path: Path) -> None:
    layout = "columns: {Name: title, Who: by, P: scores.patient, Owner: owner}\n"
    content = sheet([("Name", "Who", "P", "Owner"), ("A", "Nurse", 7, "One"), ("A", "Doctor", 6, "Two")])

    outcome = taken(folder_with(tmp_path, layout), content, Wishes(add=True))

    why = "rows of one new record differ in owner; let them say the same"
    assert [("not taken", "sheet 'List', rows 2–3", why)] == said(outcome)
