"""The head of our own matrix, changed by hand: nothing in it is believed without a look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from digistrat.errors import DigistratError
from digistrat.exchange.taking import Wishes
from tests.exchange.sheets import LAYOUT, comma, edited, files, folder_with, matrix, put, said, strategy, taken

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("cell", "value", "message", "hint"),
    [
        pytest.param("A2", "wieghted", "sheet 'Matrix', A2: 'wieghted' is no method", "did you mean 'weighted'?", id="a method that is none"),
        pytest.param("A2", "zzz", "sheet 'Matrix', A2: 'zzz' is no method", "write weighted, value-effort, rice,", id="nothing like one"),
        pytest.param("A2", None, "sheet 'Matrix', A2: no method stands there", "write weighted,", id="no method"),
        pytest.param("G3", "scores.patient.whi", "sheet 'Matrix': 'scores.patient.whi' is neither points nor a reason", "'scores.CRITERION'", id="a reason misspelt"),
        pytest.param("G3", "scores.", "sheet 'Matrix': 'scores.' is neither points nor a reason", "'scores.CRITERION'", id="points for nothing"),
        pytest.param("L3", "scores.patent.why", "sheet 'Matrix': there is no criterion 'patent'", "did you mean 'patient'?", id="a reason for no criterion"),
        pytest.param("G3", "total.x", "sheet 'Matrix': initiatives have no field 'total.x'", "did you mean 'total'?", id="below a total"),
        pytest.param("G3", "=A1", "sheet 'Matrix', G3: the name of a field holds a formula", "copy the line", id="a formula for a field"),
        pytest.param("G4", "fifty", "sheet 'Matrix', G4: the weight holds 'fifty' where a number belongs", "write a number", id="a word for a weight"),
        pytest.param("G4", -1, "sheet 'Matrix', G4: the weight is -1", "write a number from 0 up", id="a weight below 0"),
        pytest.param("G5", 0, "sheet 'Matrix', G5: the maximum is 0", "write a number above 0", id="no maximum"),
        pytest.param("G5", "=1+1", "sheet 'Matrix', G5: the maximum holds a formula that nobody has worked out", "open the file", id="a formula for a maximum"),
    ],
)  # fmt: skip
def test_a_head_that_makes_no_sense_is_refused(
    tmp_path: Path, cell: str, value: object, message: str, hint: str
) -> None:
    folder = strategy(tmp_path)
    content = edited(matrix(folder), put("Matrix", **{cell: value}))

    with pytest.raises(DigistratError) as refused:
        taken(folder, content, Wishes(weights=True))

    assert refused.value.message.startswith(message)
    assert hint in refused.value.hint


def test_a_head_without_names_of_fields_is_not_an_empty_file(tmp_path: Path) -> None:
    folder = strategy(tmp_path)

    def change(book: Any) -> None:
        for cell in book["Matrix"][3]:
            cell.value = None

    with pytest.raises(DigistratError, match="row 3 no longer says which column is 'id' or 'title'"):
        taken(folder, edited(matrix(folder), change))


def test_a_matrix_saved_as_csv_is_named_so(tmp_path: Path) -> None:
    with pytest.raises(DigistratError, match=r"^the matrix, A2: no method stands there"):
        taken(strategy(tmp_path), comma("digistrat matrix 1\n\nid,title\n"))


def test_another_method_than_the_strategys_is_said(tmp_path: Path) -> None:
    folder = strategy(tmp_path)
    content = matrix(folder)
    (folder / "scoring.yaml").write_text(
        str(files()["scoring.yaml"]).replace("weighted", "value-effort"), encoding="utf-8"
    )

    outcome = taken(folder, content)

    why = "its totals are checked by the method that it names, weighted; scoring.yaml has value-effort"
    assert [("note", "sheet 'Matrix'", why)] == said(outcome)


def test_a_weight_that_is_cleared_is_the_strategys_own(tmp_path: Path) -> None:
    folder = strategy(tmp_path)

    outcome = taken(folder, edited(matrix(folder), put("Matrix", G4=None)))

    assert ([], ()) == (said(outcome), outcome.files)


def test_a_column_that_lost_its_field_is_said(tmp_path: Path) -> None:
    folder = strategy(tmp_path)

    outcome = taken(folder, edited(matrix(folder), put("Matrix", G3=None, G7=9, Q6="Mine", R6="Empty", Q7="x")))

    why = "no field is named above this column, so it is not taken"
    assert [
        ("note", "sheet 'Matrix', column G (Benefit to patients)", why),
        ("note", "sheet 'Matrix', column Q (Mine)", why),
    ] == said(outcome)
    assert () == outcome.files


def test_a_weight_in_somebody_elses_file_is_looked_at_too(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, LAYOUT + "weight_row: 1\nheading_row: 2\n")

    with pytest.raises(DigistratError, match=r"^C1: the weight holds 'much' where a number belongs"):
        taken(folder, comma("w,,much,50,\nId,Project,Patients,Staff,Total\nletters,,9,3,\n"), Wishes(using="theirs"))
