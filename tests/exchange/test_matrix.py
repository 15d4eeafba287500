"""The workbook: does it add up as `digistrat score` does, and stay what it was written as?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from digistrat.answers import Answers
from digistrat.errors import DigistratError
from digistrat.exchange.grid import digits
from digistrat.exchange.matrix import workbook
from digistrat.exchange.reading import read_book
from digistrat.model.load import load_folder
from tests.exchange.formulas import Sheets
from tests.exchange.sheets import files, matrix, opened, parts_of
from tests.strategies import AS_OF, EXAMPLE, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HEAD = "  outcome: Somebody waits less\n  owner: Medical director\n  outcomes: less-waiting\n"
_WEIGHTED = """\
criteria:
  - {id: a, title: First, weight: 50, max: 10}
  - {id: b, title: Second, weight: 30, max: 5}
  - {id: c, title: Third, weight: 20, max: 7}
"""


def records(*fields: str) -> str:
    return "".join(f"- id: i{n}\n  title: Idea {n}\n{_HEAD}  {one}\n" for n, one in enumerate(fields, 1))


CASES = {
    "weighted": (
        _WEIGHTED,
        records(
            "scores: {a: 3, b: 4, c: 5}",
            "scores: {a: 3, b: 4}",
            "scores: {a: 3, b: 4, c: 5}",
            "scores: {a: 9, b: 1, c: 2}",
        ),
    ),
    "several scorers": (
        _WEIGHTED,
        records(
            "scores: {a: 3, b: 4, c: 5}",
            "scores: [{by: Nurse, scores: {a: 1, b: 2, c: {score: 3, why: Why not}}}, {by: Doctor, scores: {a: 2, b: 4, c: 7}}]",
            "scores: [{by: Nurse, scores: {a: 1}}]",
        ),
    ),
    "value-effort": (
        _WEIGHTED,
        records(
            "scores: {a: 3, b: 4, c: 5}\n  effort: 7",
            "scores: {a: 3, b: 4, c: 1}\n  effort: 3",
            "scores: {a: 3, b: 4, c: 1}",
        ),
    ),
    "rice": (
        "",
        records(
            "scores: {impact: 2}\n  effort: 7\n  reach: 1200\n  confidence: 80",
            "scores: {impact: 0.5}\n  effort: 3\n  reach: 900\n  confidence: 50",
            "scores: {impact: 3}\n  effort: 3",
        ),
    ),
    "ice": ("", records("scores: {impact: 2, confidence: 3, ease: 5}", "scores: {impact: 2, confidence: 3, ease: 6}")),
    "ice-mean": ("", records("scores: {impact: 2, confidence: 3, ease: 5}")),
    "ice-product": (
        "",
        records("scores: {impact: 2, confidence: 3, ease: 5}", "scores: {impact: 9, confidence: 1, ease: 1}"),
    ),
    "wsjf": (
        "",
        records(
            "scores: {value: 8, urgency: 3, risk-reduction: 5}\n  effort: 3",
            "scores: {value: 8, urgency: 3, risk-reduction: 5}\n  effort: 8",
            "scores: {value: 8, urgency: 3}\n  effort: 8",
        ),
    ),
}


def answers_of(folder: Path, name: str) -> Answers:
    method = "weighted" if name == "several scorers" else name
    criteria, initiatives = CASES[name]
    write(folder, {"scoring.yaml": f"method: {method}\n{criteria}", "initiatives.yaml": initiatives})
    return Answers(load_folder(folder, AS_OF))


def columns(sheet: Any, row: int = 3) -> dict[str, str]:
    return {cell.value: cell.column_letter for cell in sheet[row] if cell.value}


def rows_of(sheet: Any) -> Iterator[tuple[str, int]]:
    for row in range(7, sheet.max_row + 1):
        if sheet.cell(row, 1).value:
            yield sheet.cell(row, 1).value, row


@pytest.mark.parametrize("name", CASES)
def test_totals_and_ranks_are_live_and_come_to_what_score_says(tmp_path: Path, name: str) -> None:
    answers = answers_of(tmp_path, name)

    book = opened(workbook(answers.strategy, answers.ranking))

    sheet, sheets = book["Matrix"], Sheets(book)
    total, rank = columns(sheet)["total"], columns(sheet, 6)["Rank"]
    entries = {entry.initiative.id: entry for entry in answers.ranking.entries}
    assert len(entries) == len(list(rows_of(sheet)))
    for id, row in rows_of(sheet):
        score, place = entries[id].score, entries[id].rank
        assert ("" if score is None else pytest.approx(float(score))) == sheets.value("Matrix", f"{total}{row}")
        assert ("" if place is None else place) == sheets.value("Matrix", f"{rank}{row}")


@pytest.mark.parametrize("name", CASES)
def test_a_viewer_that_works_nothing_out_sees_the_same(tmp_path: Path, name: str) -> None:
    answers = answers_of(tmp_path, name)

    content = workbook(answers.strategy, answers.ranking)

    shown, live = opened(content, data_only=True)["Matrix"], Sheets(opened(content))
    for row in shown.iter_rows(min_row=7):
        for cell in row:
            expected = live.value("Matrix", cell.coordinate)
            assert (pytest.approx(expected) if isinstance(expected, float) else expected or None) == cell.value


def test_a_changed_number_changes_the_total_and_the_ranks(tmp_path: Path) -> None:
    answers = answers_of(tmp_path, "weighted")
    book = opened(workbook(answers.strategy, answers.ranking))
    sheet = book["Matrix"]
    names = columns(sheet)
    by_id = dict(rows_of(sheet))

    sheet[f"{names['scores.c']}{by_id['i2']}"] = 7

    sheets, rank = Sheets(book), columns(sheet, 6)["Rank"]
    assert 15 + 24 + 20 == sheets.value("Matrix", f"{names['total']}{by_id['i2']}")
    assert [1, 2, 3, 3] == [sheets.value("Matrix", f"{rank}{by_id[id]}") for id in ("i2", "i4", "i1", "i3")]


def test_a_new_idea_in_a_spare_row_is_ranked_too(tmp_path: Path) -> None:
    answers = answers_of(tmp_path, "ice")
    book = opened(workbook(answers.strategy, answers.ranking))
    sheet = book["Matrix"]
    names = columns(sheet)

    for name in ("impact", "confidence", "ease"):
        sheet[f"{names['scores.' + name]}9"] = 9

    assert 1 == Sheets(book).value("Matrix", f"{columns(sheet, 6)['Rank']}9")


def test_the_same_strategy_gives_the_same_bytes(tmp_path: Path) -> None:
    answers = answers_of(tmp_path, "several scorers")

    one, other = (workbook(answers.strategy, answers.ranking) for _ in range(2))

    assert one == other
    assert b"20" not in parts_of(one)["docProps/core.xml"].split(b"<dc:title>")[1]  # no year


def test_text_is_text_whatever_it_begins_with(tmp_path: Path) -> None:
    scores = "  scores: {patient: {score: 4, why: '=HYPERLINK(\"x\")'}}\n"
    initiatives = (
        f"- id: letters\n  title: '=1+1'\n  owner: a\n{scores}- id: b\n  title: +44 800\n  owner: \"a\\u202eb\"\n"
    )
    folder = write(tmp_path, {"initiatives.yaml": initiatives})

    book = opened(matrix(folder))

    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    texts = {cell.value: cell.data_type for cell in cells if isinstance(cell.value, str)}
    assert ["s", "s", "s"] == [texts["=1+1"], texts['=HYPERLINK("x")'], texts["+44 800"]]
    assert all(cell.quotePrefix for cell in cells if cell.value in {"=1+1", "+44 800"})


def test_what_may_be_written_is_said_at_the_cell() -> None:
    sheet = opened(matrix(EXAMPLE))["Matrix"]

    names = columns(sheet)
    rules = {str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation}
    patient, status = rules[f"{names['scores.patient']}7"], rules[f"{names['status']}7"]
    assert ("decimal", "0", f"{names['scores.patient']}$5") == (patient.type, patient.formula1, patient.formula2)
    assert "0: Patients would not notice; 5: Some" in patient.prompt
    assert '"idea,proposed,in-progress,delivered,stopped"' == status.formula1
    assert {"portfolio", "choice"} <= {name for name, letter in names.items() if f"{letter}7" in rules}
    assert all(len(rule.prompt or "") <= 255 and len(rule.promptTitle or "") <= 32 for rule in rules.values())


def test_the_second_sheet_says_what_points_mean() -> None:
    sheet = opened(matrix(EXAMPLE))["How to fill it in"]

    rows = [tuple(cell.value for cell in row) for row in sheet.iter_rows()]
    assert ("Benefit to staff", 0, "Staff would not notice, or it adds to their work") in rows


def test_without_scales_there_is_no_table_of_them(tmp_path: Path) -> None:
    folder = write(tmp_path, {})

    sheet = opened(matrix(folder))["How to fill it in"]

    assert 7 == sheet.max_row


def test_every_scorer_has_a_row_of_their_own(tmp_path: Path) -> None:
    answers = answers_of(tmp_path, "several scorers")

    book = read_book(workbook(answers.strategy, answers.ranking))

    rows = [[cell.text for cell in cells] for cells in book.grids[1].rows.values()]
    assert ["i2", "Idea 2", "Nurse", "1", "2", "3", "", "", "Why not"] in rows
    assert ["i2", "Idea 2", "Doctor", "2", "4", "7"] in rows


def test_a_ranking_that_scoring_errors_stop_is_still_a_matrix(tmp_path: Path) -> None:
    initiatives = files()["initiatives.yaml"]
    folder = write(tmp_path, files(initiatives=str(initiatives).replace("patient: 8", "patient: 80")))

    sheet = opened(matrix(folder))["Matrix"]

    assert ["letters", "phones"] == [id for id, _ in rows_of(sheet)]


def test_without_criteria_there_is_no_matrix(tmp_path: Path) -> None:
    folder = write(tmp_path, {"scoring.yaml": None})
    (folder / "scoring.yaml").unlink(missing_ok=True)

    with pytest.raises(DigistratError, match="no criteria"):
        matrix(folder)


@pytest.mark.parametrize(("number", "text"), [("70", "70"), ("7.50", "7.5"), ("0.0", "0"), ("1E+3", "1000")])
def test_numbers_are_written_in_plain_digits(number: str, text: str) -> None:
    from decimal import Decimal  # noqa: PLC0415

    assert text == digits(Decimal(number))
