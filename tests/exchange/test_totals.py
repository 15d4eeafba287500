"""A total that does not match its scores is caught, by the file's own weights and maxima; one that was rounded is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.exchange.sheets import comma, edited, files, matrix, put, remarks, said, sheet, strategy, taken, whys
from tests.strategies import EXAMPLE

if TYPE_CHECKING:
    from pathlib import Path

PUBLISHED = EXAMPLE.parent / "published-matrix.csv"
LAYOUT = "columns: {Id: id, P: scores.patient, S: scores.staff, Total: total}\n"
RICE = (
    "columns: {Idea: title, Reach: reach, Impact: scores.impact, Confidence: confidence, Effort: effort, RICE: total}\n"
)
RICE_HEAD = "Idea,Reach,Impact,Confidence,Effort,RICE\n"


def totals(tmp_path: Path, text: str, layout: str = LAYOUT, **more: object) -> list[str]:
    folder = strategy(tmp_path, files(exchange__theirs=layout, **more))
    return whys(taken(folder, comma(text)))


def test_the_published_matrix_agrees_with_the_example() -> None:
    outcome = taken(EXAMPLE, PUBLISHED.read_bytes())

    assert (["published-matrix"], (), ()) == ([one.name for one in outcome.layouts], outcome.files, outcome.remarks)
    assert 8 == sum(cell.text.isdigit() for cells in outcome.layouts[0].grid.rows.values() for cell in cells[7:])


@pytest.mark.parametrize("row", range(4, 12))
def test_every_misprinted_total_of_the_published_matrix_is_caught(row: int) -> None:
    lines = PUBLISHED.read_text(encoding="utf-8").splitlines(keepends=True)
    before, _, total = lines[row - 1].rstrip("\n").rpartition(",")
    lines[row - 1] = f"{before},{int(total) - 5}\n"

    outcome = taken(EXAMPLE, "".join(lines).encode())

    assert [("wrong total", f"row {row}, column H (Total (%))")] == [one[:2] for one in said(outcome)]
    assert f"states a total of {int(total) - 5}, and its scores make {total} (" in outcome.remarks[0].said
    assert ((), True) == (outcome.files, outcome.is_refused)


def test_one_wrong_total_keeps_everything_from_being_taken(tmp_path: Path) -> None:
    text = "Id,P,S,Total\nletters,9,3,75\nphones,4,4,61\n"

    folder = strategy(tmp_path, files(exchange__theirs=LAYOUT))
    outcome = taken(folder, comma(text))

    assert ["states a total of 61, and its scores make 60 (patient 20 + staff 40)"] == whys(outcome)
    assert ((), ()) == (outcome.files, outcome.changes)


@pytest.mark.parametrize(
    ("patient", "total"),
    [
        pytest.param("8", "9" * 400, id="a total"),
        pytest.param("9" * 5000, "60", id="points"),
        pytest.param("0." + "0" * 400 + "1", "60", id="points next to nothing"),
    ],
)
def test_a_number_without_end_is_not_taken(tmp_path: Path, patient: str, total: str) -> None:
    found = totals(tmp_path, f"Id,P,S,Total\nletters,{patient},3,{total}\n")

    assert [True] == [said.endswith("…', a number of more than 17 digits; round it") for said in found]


def test_what_rounding_left_of_a_total_is_no_number_without_end(tmp_path: Path) -> None:
    assert [] == totals(tmp_path, f"Id,P,S,Total\nletters,0,0,0.{'0' * 16}555111512312578\n")


def test_a_total_of_seventeen_digits_is_checked(tmp_path: Path) -> None:
    assert [] == totals(tmp_path, "Id,P,S,Total\nletters,8,3,70.000000000000014\n")


@pytest.mark.parametrize(
    ("total", "is_right"),
    [
        pytest.param("61.6667", True, id="four decimals"),
        pytest.param("61.7", True, id="one decimal"),
        pytest.param("61.6", False, id="cut off instead of rounded"),
        pytest.param("62", True, id="none"),
        pytest.param("61", False, id="rounded down"),
        pytest.param("62%", True, id="in per cent"),
        pytest.param("", True, id="no total"),
        pytest.param("n/a", False, id="no number"),
    ],
)
def test_a_total_may_be_rounded_as_it_is_shown(tmp_path: Path, total: str, *, is_right: bool) -> None:
    scoring = "criteria:\n  - {id: patient, weight: 70, max: 6}\n  - {id: staff, weight: 30, max: 9}\n"

    found = totals(tmp_path, f"Id,P,S,Total\nletters,5,1,{total}\n", scoring=scoring)

    assert is_right == (not found)


@pytest.mark.parametrize(
    ("value", "number_format", "is_right"),
    [
        (0.55, "0%", True),
        (0.5501, "0.00%", False),
        (55.04, "0.0", True),
        (55.04, "General", False),
        (55.4, '0 "points"', True),
        (55, "@", True),
    ],
)
def test_a_workbooks_total_counts_as_it_is_shown(
    tmp_path: Path, value: float, number_format: str, *, is_right: bool
) -> None:
    def change(there: Any) -> None:
        there["D2"].number_format = number_format

    folder = strategy(tmp_path, files(exchange__theirs=LAYOUT))
    outcome = taken(folder, sheet([("Id", "P", "S", "Total"), ("letters", 7, 2, value)], change))

    assert is_right == (not remarks(outcome))


@pytest.mark.parametrize(
    ("row", "why"),
    [
        pytest.param("letters,9,,45", "states a total of 45, and has no number for 'staff'; what is not known is not zero", id="half"),
        pytest.param("letters,8,3,0", "states a total of 0, and its scores make 70 (patient 40 + staff 30)", id="a zero"),
        pytest.param("letters,,,0", "has nothing for 'patient' and 'staff'; what the strategy has stays", id="a formula's zero"),
    ],
)  # fmt: skip
def test_a_total_of_missing_scores_is_none(tmp_path: Path, row: str, why: str) -> None:
    assert [why] == totals(tmp_path, f"Id,P,S,Total\n{row}\n")


@pytest.mark.parametrize(
    ("layout", "total", "is_right"),
    [
        pytest.param("Total: total", "60", True, id="ours"),
        pytest.param("weighed", "43.75", True, id="the file's own weights and maxima"),
        pytest.param("weighed", "60", False, id="ours, where the file has its own"),
        pytest.param("out of 20", "12", True, id="out of another number"),
        pytest.param("out of 20", "13", False, id="out of another number, and wrong"),
    ],
)
def test_totals_are_held_against_the_files_own_weights(
    tmp_path: Path, layout: str, total: str, *, is_right: bool
) -> None:
    own = "weight: 75, max: 16}, {heading: S, field: scores.staff, weight: 25, max: 4}, {heading: Total, field: total}"
    columns = {
        "Total: total": "{Id: id, P: scores.patient, S: scores.staff, Total: total}",
        "weighed": f"[{{heading: Id, field: id}}, {{heading: P, field: scores.patient, {own}]",
        "out of 20": "[{heading: Id, field: id}, {heading: P, field: scores.patient}, {heading: S, field: scores.staff},"
        " {heading: Total, field: total, out_of: 20}]",
    }

    found = totals(tmp_path, f"Id,P,S,Total\nphones,4,4,{total}\n", f"columns: {columns[layout]}\n")

    wrong = [one for one in found if one.startswith("states")]
    assert is_right == (not wrong)


def test_weights_and_maxima_may_stand_in_rows_of_the_file(tmp_path: Path) -> None:
    layout = LAYOUT + "weight_row: 1\nmax_row: 2\nheading_row: 3\n"

    found = totals(tmp_path, 'weight,"75","25",\nmost,16,4,\nId,P,S,Total\nphones,4,4,43.75\n', layout)

    assert ["75", "16", "25", "4"] == [one.split(" of ")[1].split(",")[0] for one in found if "gives" in one]
    assert not [one for one in found if one.startswith("states")]


def test_points_out_of_another_maximum_make_the_same_total(tmp_path: Path) -> None:
    layout = (
        "columns: [{heading: Id, field: id}, {heading: P, field: scores.patient, out_of: 100},"
        " {heading: S, field: scores.staff, out_of: 100}, {heading: Total, field: total}]\n"
    )
    folder = strategy(tmp_path, files(exchange__theirs=layout))

    outcome = taken(folder, comma("Id,P,S,Total\nphones,50,60,55\n"))

    assert [("scores.patient", 5), ("scores.staff", 3)] == [(one.field, one.new) for one in outcome.changes]
    assert [] == remarks(outcome)


def test_without_weights_totals_are_not_checked_and_that_is_said(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(exchange__theirs=LAYOUT, scoring=None))
    (folder / "scoring.yaml").unlink(missing_ok=True)

    outcome = taken(folder, comma("Id,P,S,Total\nphones,4,4,1\n"))

    why = "totals are not checked: no weight or maximum is known for patient and staff; write it into the layout"
    assert [why] == whys(outcome)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        pytest.param("Phones,500,3,100,2,750", [], id="right"),
        pytest.param('Phones,"1,900",0.5,80%,3,253.3', [], id="right, with a comma between thousands"),
        pytest.param("Phones,500,3,100,2,570", ["states a total of 570, and its scores make 750"], id="misprinted"),
        pytest.param(
            "Phones,500,3,100,0,750",
            ["states a total of 750, and has an effort that nothing can be divided by"],
            id="no effort",
        ),
        pytest.param(
            "Phones,500,3,,2,750",
            ["states a total of 750, and has no number for 'confidence'; what is not known is not zero"],
            id="not sure how sure",
        ),
    ],
)
def test_rice_totals_are_checked(tmp_path: Path, row: str, why: list[str]) -> None:
    initiatives = "- {id: phones, title: Phones, confidence: 10}\n"

    found = totals(tmp_path, f"{RICE_HEAD}{row}\n", RICE, scoring="method: rice\n", initiatives=initiatives)

    assert why == found


def test_what_the_file_has_no_column_for_is_the_strategys_own(tmp_path: Path) -> None:
    layout = "columns: {Idea: title, Value: scores.value, Urgency: scores.urgency, WSJF: total}\n"
    initiatives = "- {id: a, title: A, effort: 2, scores: {value: 1, risk-reduction: 5}}\n"
    text = "Idea,Value,Urgency,WSJF\nA,8,3,8\n"

    assert [] == totals(tmp_path, text, layout, scoring="method: wsjf\n", initiatives=initiatives)


def test_value_for_effort_is_checked_with_the_effort_of_the_file(tmp_path: Path) -> None:
    layout = "columns: {Id: id, P: scores.patient, S: scores.staff, E: effort, Total: total}\n"
    scoring = str(files()["scoring.yaml"]).replace("weighted", "value-effort")

    found = totals(tmp_path, "Id,P,S,E,Total\nphones,4,4,6,10\nletters,8,3,7,11\n", layout, scoring=scoring)

    assert ["states a total of 11, and its scores make 10"] == found


def test_a_typed_over_total_of_our_own_matrix_is_caught(tmp_path: Path) -> None:
    folder = strategy(tmp_path)

    def change(book: Any) -> None:
        book["Matrix"]["J7"] = 71

    outcome = taken(folder, edited(matrix(folder), change))

    assert [
        (
            "wrong total",
            "sheet 'Matrix', row 7, column J (Total (weighted))",
            "states a total of 71, and its scores make 70 (patient 40 + staff 30)",
        )
    ] == said(outcome)


@pytest.mark.parametrize("total", ["n/a", "tbc", "-"])
def test_a_total_that_is_no_number_is_said_in_its_own_words(tmp_path: Path, total: str) -> None:
    folder = strategy(tmp_path, files(exchange__theirs=LAYOUT))

    outcome = taken(folder, comma(f"Id,P,S,Total\nletters,9,3,{total}\nphones,5,4,\n"))

    why = f"has {total!r} for a total, which is no number; write it, or leave it empty"
    assert [("not taken", "row 2, column D (Total)", why)] == said(outcome)
    assert ["initiatives/phones"] == [one.record for one in outcome.changes]


def test_a_merged_total_is_none_either(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(exchange__theirs=LAYOUT))
    rows = [("Id", "P", "S", "Total"), ("letters", 9, 3, 75), ("phones", 4, 4, None)]

    outcome = taken(folder, sheet(rows, lambda there: there.merge_cells("D2:D3")))

    assert ["row 2", "row 3"] == [one.place.split(", ")[1] for one in remarks(outcome)]


@pytest.mark.parametrize(
    ("columns", "row", "why"),
    [
        pytest.param(
            "{heading: P, field: scores.patient}", "72,3,72",
            "states a total of 72, and its scores make 390 (patient 360 + staff 30); 'patient' has 72 of at most 10:"
            " if the file counts out of another number, write it into exchange/theirs.yaml as 'out_of'",
            id="another scale",
        ),
        pytest.param(
            "{heading: P, field: scores.patient}", "72,6,72",
            "states a total of 72, and its scores make 420 (patient 360 + staff 60); 'patient' has 72 of at most 10 and"
            " 'staff' has 6 of at most 5: if the file counts out of another number, write it into exchange/theirs.yaml"
            " as 'out_of'",
            id="two columns",
        ),
        pytest.param(
            "{heading: P, field: scores.patient, out_of: 50}", "72,3,72",
            "states a total of 72, and its scores make 102 (patient 72 + staff 30); 'patient' has 72 of at most 50",
            id="a scale that is named",
        ),
    ],
)  # fmt: skip
def test_points_above_the_maximum_are_named_as_the_cause(tmp_path: Path, columns: str, row: str, why: str) -> None:
    rest = "{heading: S, field: scores.staff}, {heading: Total, field: total}"
    layout = f"columns: [{{heading: Id, field: id}}, {columns}, {rest}]\n"

    assert [why] == totals(tmp_path, f"Id,P,S,Total\nletters,{row}\n", layout)


def test_points_above_the_maximum_in_our_own_matrix_have_one_scale(tmp_path: Path) -> None:
    folder = strategy(tmp_path)

    outcome = taken(folder, edited(matrix(folder), put("Matrix", G7=72, J7=70)))

    why = "states a total of 70, and its scores make 390 (patient 360 + staff 30); 'patient' has 72 of at most 10"
    assert [why] == whys(outcome)
