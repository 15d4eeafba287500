"""Out, changed, and back: only what was changed changes, and not a character beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from digistrat.errors import DigistratError
from digistrat.exchange.reading import read_book
from digistrat.exchange.taking import Wishes
from tests.exchange.sheets import comma, edited, files, lines, matrix, put, said, strategy, taken
from tests.strategies import EXAMPLE

if TYPE_CHECKING:
    from pathlib import Path


def test_what_nobody_changed_changes_nothing(tmp_path: Path) -> None:
    folder = strategy(tmp_path)

    outcome = taken(folder, matrix(folder))

    assert ((), ()) == (outcome.files, outcome.remarks)


def test_the_whole_example_comes_back_as_it_is() -> None:
    outcome = taken(EXAMPLE, matrix(EXAMPLE))

    assert ((), (), True) == (outcome.files, outcome.remarks, outcome.is_whole)


def test_changed_points_change_their_numbers_alone(tmp_path: Path) -> None:
    folder = strategy(tmp_path)

    # Row 7 is the first, by rank: letters; columns G and H are its points.
    outcome = taken(folder, edited(matrix(folder), put("Matrix", G7=9, H8=2.5)))

    assert [
        (
            "  scores: {patient: 8, staff: 3}   # agreed in May\n",
            "  scores: {patient: 9, staff: 3}   # agreed in May\n",
        ),
        ("    staff: 4\n", "    staff: 2.5\n"),
    ] == lines(outcome)
    assert [("scores.patient", 8, 9), ("scores.staff", 4, 2.5)] == [one[2:] for one in outcome.changes]


def test_a_reason_makes_a_plain_number_one_with_a_reason(tmp_path: Path) -> None:
    folder = strategy(tmp_path)

    outcome = taken(folder, edited(matrix(folder), put("Matrix", L7="Asked in June", L8="Hardly any call gets lost")))

    assert [
        (
            "  scores: {patient: 8, staff: 3}   # agreed in May\n",
            "  scores: {patient: {score: 8, why: Asked in June}, staff: 3}   # agreed in May\n",
        ),
        (
            "    patient: {score: 4, why: Fewer calls get lost}\n",
            "    patient: {score: 4, why: Hardly any call gets lost}\n",
        ),
    ] == lines(outcome)


def test_other_fields_come_back_in_the_form_they_have(tmp_path: Path) -> None:
    initiatives = (
        "- {id: a, title: One, choice: {decision: will, reason: Because}}\n- {id: b, title: Two, choice: later}\n"
    )
    folder = strategy(tmp_path, files(initiatives=initiatives))

    cells = {"F7": "later", "F8": "will", "I8": 4, "D7": "idea", "B7": "Number one"}
    outcome = taken(folder, edited(matrix(folder), put("Matrix", **cells)))

    assert (
        "- {id: a, title: Number one, choice: {decision: will, reason: Because}, status: idea}\n"
        "- {id: b, title: Two, choice: will, effort: 4}\n"
    ).replace("decision: will", "decision: later") == outcome.files[0].after


def test_a_first_score_of_a_record_without_any_is_written_whole(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(initiatives="- {id: a, title: One}\n- id: b\n  title: Two\n  scores:\n"))

    outcome = taken(folder, edited(matrix(folder), put("Matrix", G7=1, H7=2, G8=3, M8="Why not")))

    assert (
        "- {id: a, title: One, scores: {patient: 1, staff: 2}}\n"
        "- id: b\n  title: Two\n  scores:\n    patient: 3\n    staff: {why: Why not}\n"
    ) == outcome.files[0].after


def test_a_cleared_cell_takes_no_score_away(tmp_path: Path) -> None:
    folder = strategy(tmp_path)

    outcome = taken(folder, edited(matrix(folder), put("Matrix", G7=None)))

    assert [("note", "sheet 'Matrix', row 7", "has nothing for 'patient'; what the strategy has stays")] == said(
        outcome
    )
    assert ((), True) == (outcome.files, outcome.is_whole)


def test_points_above_the_maximum_are_taken_and_lint_will_say_so(tmp_path: Path) -> None:
    folder = strategy(tmp_path)

    outcome = taken(folder, edited(matrix(folder), put("Matrix", H7=6)))

    assert ["score-above-maximum"] == [finding.rule for finding in outcome.findings]
    assert 1 == len(outcome.files)


def test_sorted_rows_moved_columns_and_rows_above_the_head_do_not_matter(tmp_path: Path) -> None:
    folder = strategy(tmp_path)

    def change(book: Any) -> None:
        sheet = book["Matrix"]
        sheet["G7"] = 9
        sheet.insert_cols(1)
        sheet.insert_rows(1, 2)
        sheet.move_range("B9:P9", rows=20)

    outcome = taken(folder, edited(matrix(folder), change))

    assert [("initiatives/letters", "scores.patient", 9)] == [(one[0], one[2], one[4]) for one in outcome.changes]


def test_the_files_weights_are_said_and_taken_only_when_asked(tmp_path: Path) -> None:
    folder = strategy(tmp_path)
    content = edited(matrix(folder), put("Matrix", G4=60, H4=40, H5=4))

    quiet, asked = taken(folder, content), taken(folder, content, Wishes(weights=True))

    assert 3 == len([one for one in quiet.remarks if one.kind == "note" and "scoring.yaml has" in one.said])
    assert ((), ()) == (quiet.files, asked.remarks)
    assert ("", "scoring.yaml", "criteria.patient.weight", 50, 60) == asked.changes[0]
    assert [
        ("  - {id: patient, title: Benefit to patients, weight: 50, max: 10}\n",
         "  - {id: patient, title: Benefit to patients, weight: 60, max: 10}\n"),
        ("  - {id: staff, title: Benefit to staff, weight: 50, max: 5}\n",
         "  - {id: staff, title: Benefit to staff, weight: 40, max: 4}\n"),
    ] == lines(asked, "scoring.yaml")  # fmt: skip


@pytest.mark.parametrize(
    "text", ["a\\u202eb", "tab\\there", "x" * 40_000], ids=["a control character", "a tab", "longer than a cell"]
)
def test_what_a_cell_cannot_hold_is_no_change(tmp_path: Path, text: str) -> None:
    initiatives = f'- id: a\n  title: One\n  scores: {{patient: {{score: 4, why: "{text}"}}, staff: 3}}\n'
    folder = strategy(tmp_path, files(initiatives=initiatives))

    outcome = taken(folder, matrix(folder))

    assert ((), ()) == (outcome.files, outcome.remarks)


def test_records_in_files_of_their_own_are_changed_there(tmp_path: Path) -> None:
    folder = strategy(
        tmp_path, files(initiatives=None, initiatives__a="# mine\ntitle: One\nscores: {patient: 4, staff: 3}\n")
    )
    (folder / "initiatives.yaml").unlink(missing_ok=True)

    outcome = taken(folder, edited(matrix(folder), put("Matrix", G7=5)))

    assert [("scores: {patient: 4, staff: 3}\n", "scores: {patient: 5, staff: 3}\n")] == lines(
        outcome, "initiatives/a.yaml"
    )


def test_a_list_in_brackets_is_changed_too(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(initiatives="[{id: a, title: One, scores: {patient: 4}}, {id: b, title: Two}]\n"))

    outcome = taken(folder, edited(matrix(folder), put("Matrix", G7=5)))

    assert "[{id: a, title: One, scores: {patient: 5}}, {id: b, title: Two}]\n" == outcome.files[0].after


def test_a_weight_that_scoring_could_not_be_read_with_is_refused(tmp_path: Path) -> None:
    layout = "weight_row: 2\ncolumns: {Id: id, P: scores.patient}\n"
    folder = strategy(tmp_path, files(exchange__theirs=layout))
    content = comma("Id,P\n,0.3333333333333333\nletters,9\n")

    with pytest.raises(
        DigistratError, match=r"weight of 'patient' is 0\.3333333333333333, a number of more than 15"
    ) as refused:
        taken(folder, content, Wishes(weights=True))

    assert "round it in the file" == refused.value.hint
    assert [9] == [one.new for one in taken(folder, content).changes]


def test_windows_line_ends_stay(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(initiatives=str(files()["initiatives.yaml"]).replace("\n", "\r\n")))

    outcome = taken(folder, edited(matrix(folder), put("Matrix", G7=9)))

    assert [("scores.patient", 9)] == [(one[2], one[4]) for one in outcome.changes]
    assert outcome.files[0].before.replace("patient: 8", "patient: 9") == outcome.files[0].after


def test_a_formula_without_a_result_is_told_from_one_that_gives_nothing(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(initiatives="- {id: a, title: One}\n"))

    fresh, resaved = read_book(matrix(folder)), read_book(edited(matrix(folder), put("Matrix")))

    assert ["", "holds a formula that nobody has worked out; open the file in a spreadsheet, and save it"] == [
        book.grids[0].cell(7, 10).problem for book in (fresh, resaved)
    ]
