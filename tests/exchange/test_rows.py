"""Somebody's file: which rows are taken, which are not, and what is said of those."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from digistrat.exchange.taking import Wishes
from tests.exchange.sheets import HEAD, INITIATIVES, LAYOUT, comma, folder_with, rows, said, sheet, taken, whys

if TYPE_CHECKING:
    from pathlib import Path


def test_a_list_that_fits_one_layout_needs_no_name(tmp_path: Path) -> None:
    folder = folder_with(tmp_path)

    outcome = taken(folder, rows(("letters", None, 9, 3, None)))

    assert ["theirs"] == [one.name for one in outcome.layouts]
    assert [("initiatives/letters", "scores.patient", 8, 9)] == [(one[0], *one[2:]) for one in outcome.changes]


@pytest.mark.parametrize(
    ("row", "place", "why"),
    [
        pytest.param(
            ("leters", None, 1, 1), "row 2, column A (Id)",
            "there is no 'leters' in initiatives; did you mean 'letters'?", id="an unknown id",
        ),
        pytest.param(
            ("other", None, 1, 1), "row 2, column A (Id)",
            "there is no 'other' in initiatives; write its title, too", id="an unknown id without a title",
        ),
        pytest.param(
            ("letter-x", "letters  WITHOUT paper", 1, 1), "row 2, column A (Id)",
            "there is no 'letter-x', and 'letters  WITHOUT paper' is the title of 'letters'; write that id",
            id="an unknown id with a known title",
        ),
        pytest.param(
            (None, "Robots", 1, 1), "row 2, column B (Project)",
            "there is no 'Robots' in initiatives; --add makes a new one of it", id="an unknown title",
        ),
        pytest.param((None, None, 1, 1), "row 2, column A (Id)", "has no id and no title", id="no name"),
        pytest.param(
            ("letters", None, "eight", 1), "row 2, column C (Patients)",
            "holds 'eight' where a number belongs; write a number", id="text for a number",
        ),
        pytest.param(
            ("letters", None, "7,5", 1), "row 2, column C (Patients)",
            "holds '7,5' where a number belongs; write a number, or 'decimal: comma' into the layout", id="a comma",
        ),
        pytest.param(
            ("letters", None, "=1+1", 1), "row 2, column C (Patients)",
            "holds a formula that nobody has worked out; open the file in a spreadsheet, and save it", id="a formula",
        ),
        pytest.param(
            ("=A1", None, 1, 1), "row 2, column A (Id)",
            "holds a formula that nobody has worked out; open the file in a spreadsheet, and save it",
            id="a formula for an id",
        ),
        pytest.param(
            ("letters", None, "1" * 20, 1), "row 2, column C (Patients)",
            "holds '11111111111111111111', a number of more than 17 digits; round it", id="a number of far too many digits",
        ),
        pytest.param(
            ("letters", None, "1" * 16, 1), "row 2",
            "scores.patient: a number of more than 15 digits", id="a number of too many digits",
        ),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_taken_is_said_with_its_place(
    tmp_path: Path, row: tuple[object, ...], place: str, why: str
) -> None:
    outcome = taken(folder_with(tmp_path), rows(row, ("phones", None, 5, 4)))

    assert [("not taken", f"sheet 'List', {place}", why)] == said(outcome)
    assert [("initiatives/phones", 5)] == [(one.record, one.new) for one in outcome.changes]
    assert not outcome.is_whole


def test_rows_about_the_same_record_are_not_guessed_between(tmp_path: Path) -> None:
    outcome = taken(folder_with(tmp_path), rows(("letters", None, 1, 1), (None, "letters without paper", 2, 2)))

    assert [
        ("not taken", "sheet 'List', row 2", "'letters' stands in row 3, too; keep one of them"),
        ("not taken", "sheet 'List', row 3", "'letters' stands in row 2, too; keep one of them"),
    ] == said(outcome)


def test_a_title_of_several_needs_an_id(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, initiatives="- {id: a, title: Same}\n- {id: b, title: same}\n")

    outcome = taken(folder, rows((None, "SAME", 1, 1)))

    assert ["'SAME' is the title of several; write the id: a or b"] == whys(outcome)


def test_an_old_id_still_finds_its_record(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, initiatives="- {id: a, was: old-a, title: One}\n")

    outcome = taken(folder, rows(("old-a", None, 1, 1)))

    assert "- {id: a, was: old-a, title: One, scores: {patient: 1, staff: 1}}\n" == outcome.files[0].after


def test_hidden_rows_and_merged_cells_are_not_taken(tmp_path: Path) -> None:
    def change(there: Any) -> None:
        there.row_dimensions[2].hidden = True
        there.merge_cells("C3:C4")
        there.merge_cells("C5:D5")

    more = "- {id: a, title: One}\n- {id: b, title: Two}\n- {id: c, title: Three}\n- {id: d, title: Four}\n"
    content = sheet([HEAD, ("a", None, 1, 1), ("b", None, 1, 1), ("c", None, 1, 1), ("d", None, 1, 1)], change)
    outcome = taken(folder_with(tmp_path, initiatives=more), content)

    merged = "is merged with others; split them, and fill in each"
    assert [
        ("not taken", "sheet 'List', row 2", "is hidden, perhaps by a filter; show it, or delete it"),
        ("not taken", "sheet 'List', row 3, column C (Patients)", merged),
        ("not taken", "sheet 'List', row 4, column C (Patients)", merged),
        ("not taken", "sheet 'List', row 5, column D (Staff)", merged),
    ] == said(outcome)


def test_empty_rows_are_said_in_one_line_and_are_no_fault(tmp_path: Path) -> None:
    outcome = taken(
        folder_with(tmp_path), rows((), (), ("letters", None, 9, 3), (None, None, None, "=C5", "=C5"), ("phones",))
    )

    assert ("left out", "sheet 'List', rows 2–3 and 5", "empty") == said(outcome)[0]
    assert outcome.is_whole


def test_a_layout_leaves_rows_out(tmp_path: Path) -> None:
    layout = LAYOUT + "skip_rows: 2\nskip: [Average, Total]\n"

    outcome = taken(folder_with(tmp_path, layout), rows(("notes",), ("letters", None, 9, 3), ("TOTAL of all", None, 9)))

    assert [
        ("left out", "sheet 'List', row 2", "the layout leaves this row out"),
        ("left out", "sheet 'List', row 4", "the layout leaves out rows that begin with 'Total'"),
    ] == said(outcome)
    assert outcome.is_whole


def test_a_decimal_comma_and_other_scales_are_understood(tmp_path: Path) -> None:
    layout = """\
decimal: comma
columns:
  - {heading: Project, field: title}
  - {heading: Patients, field: scores.patient, out_of: 5}
  - {heading: Staff, field: scores.staff.score}
  - {heading: Reach, field: reach}
  - {heading: Sure, field: confidence, out_of: 1}
"""
    text = "Project;Patients;Staff;Reach;Sure\nLetters without paper;3,5;4;1.200;0,8\n"

    outcome = taken(folder_with(tmp_path, layout), comma(text))

    assert {"scores.patient": 7, "scores.staff": 4, "reach": 1200, "confidence": 80} == {
        one.field: one.new for one in outcome.changes
    }


def test_per_cent_counts_as_it_is_shown(tmp_path: Path) -> None:
    def change(there: Any) -> None:
        there["B2"].number_format = "0%"

    folder = folder_with(tmp_path, "columns: {Id: id, Sure: confidence}\n")
    outcome = taken(folder, sheet([("Id", "Sure"), ("letters", 0.8)], change))

    assert [("confidence", 80)] == [(one.field, one.new) for one in outcome.changes]


def test_a_character_that_no_file_has_is_not_taken(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "columns: {Id: id, Why: scores.patient.why}\n")

    outcome = taken(folder, comma("Id,Why\nletters,one\x0btwo\nphones,Fewer\n"))

    assert [("not taken", "row 2", "a vertical tab (U+000B) stands in a text")] == said(outcome)
    assert ["phones"] == [one.record.partition("/")[2] for one in outcome.changes]


def test_another_collection_is_taken_too(tmp_path: Path) -> None:
    layout = "collection: risks\ncolumns: {Risk: title, Impact: impact, Seen: next_review}\n"
    folder = folder_with(tmp_path, layout)
    outcome = taken(
        folder,
        sheet([("Risk", "Impact", "Seen"), ("New risk", 4, datetime(2027, 1, 5))]),  # noqa: DTZ001
        Wishes(add=True),
    )

    assert outcome.files[0].after.endswith(
        "- id: new-risk\n  title: New risk\n  impact: 4\n  next_review: 2027-01-05\n"
    )


@pytest.mark.parametrize(
    ("more", "why"),
    [
        pytest.param("", "no row is about 'phones', which is in the running", id="one"),
        pytest.param(
            "- {id: a, title: A}\n- {id: late, title: Late, choice: later}\n- {id: gone, title: Gone, status: stopped}\n",
            "no row is about 'phones' and 'a', which are in the running", id="two, and others that are not in it",
        ),
        pytest.param(
            "".join(f"- {{id: a{number}, title: A {number}}}\n" for number in range(11)),
            "no row is about 'phones', 'a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8' and 2 more,"
            " which are in the running", id="many",
        ),
    ],
)  # fmt: skip
def test_who_is_in_the_running_and_not_in_the_file_is_named(tmp_path: Path, more: str, why: str) -> None:
    folder = folder_with(tmp_path, initiatives=INITIATIVES + more)

    outcome = taken(folder, rows(("letters", None, 9, 3)))

    assert [("note", "", why)] == [(one.kind, one.place, one.said) for one in outcome.remarks]
    assert outcome.is_whole


def test_a_row_that_is_not_taken_is_a_row_all_the_same(tmp_path: Path) -> None:
    def change(there: Any) -> None:
        there.row_dimensions[2].hidden = True

    outcome = taken(folder_with(tmp_path), sheet([HEAD, ("letters", None, 9, 3), ("phones", None, "x", 4)], change))

    assert [(2,), (3,)] == [one.rows for one in outcome.remarks]


def test_a_file_without_points_need_not_name_everybody(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "columns: {Id: id, Effort: effort}\n")

    assert () == taken(folder, sheet([("Id", "Effort"), ("letters", 3)])).remarks


def test_new_records_that_have_a_name_for_a_title_are_told_apart(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "collection: services\ncolumns: {Service: name}\n")

    outcome = taken(folder, sheet([("Service",), ("First",), ("Second",)]), Wishes(add=True))

    assert ["First", "Second"] == [one.new for one in outcome.changes]
