"""The matrix on a screen and on paper: what stays in view, what is printed, and what stands out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.exchange.formulas import Sheets
from tests.exchange.sheets import ROLES, files, matrix, opened, strategy
from tests.strategies import EXAMPLE

if TYPE_CHECKING:
    from pathlib import Path


def test_heads_stay_in_view_and_on_every_printed_page() -> None:
    sheet = opened(matrix(EXAMPLE))["Matrix"]

    assert "C7" == sheet.freeze_panes
    assert ("landscape", "9") == (sheet.page_setup.orientation, str(sheet.page_setup.paperSize))
    assert "$6:$6" == sheet.print_title_rows


@pytest.mark.parametrize(("name", "last"), [("Matrix", "K"), ("Scorers", "E")])
def test_reasons_are_not_printed_and_all_else_fits_the_width(tmp_path: Path, name: str, last: str) -> None:
    sheet = opened(matrix(strategy(tmp_path, files(scoring=ROLES))))[name]

    assert f"'{name}'!$A$1:${last}${sheet.max_row}" == sheet.print_area
    assert (True, 1, 0) == (
        sheet.sheet_properties.pageSetUpPr.fitToPage,
        sheet.page_setup.fitToWidth,
        sheet.page_setup.fitToHeight,
    )


def test_every_cell_to_be_filled_in_has_lines(tmp_path: Path) -> None:
    sheet = opened(matrix(strategy(tmp_path)))["Matrix"]

    sides = {getattr(cell.border, side).style for row in sheet["A4:M28"] for cell in row for side in ("left", "bottom")}
    assert {"thin"} == sides


def test_a_heading_of_long_words_is_as_high_as_it_wraps(tmp_path: Path) -> None:
    scoring = str(files()["scoring.yaml"]).replace("Benefit to patients", "Organisational improvement for everybody")

    sheet = opened(matrix(strategy(tmp_path, files(scoring=scoring))))["Matrix"]

    assert 75 == sheet.row_dimensions[6].height


@pytest.mark.parametrize(("weight", "total"), [(50, 100), (40, 90)])
def test_the_weights_are_added_up(tmp_path: Path, weight: int, total: int) -> None:
    scoring = str(files()["scoring.yaml"]).replace("weight: 50, max: 10", f"weight: {weight}, max: 10")
    content = matrix(strategy(tmp_path, files(scoring=scoring)))

    book, shown = opened(content), opened(content, data_only=True)

    cell = book["Matrix"]["J4"]
    assert ("=SUM(G4,H4)", 'General" of 100"') == (cell.value, cell.number_format)
    assert (total, total) == (Sheets(book).value("Matrix", "J4"), shown["Matrix"]["J4"].value)
    rule = book["Matrix"].conditional_formatting["J4"][0]
    assert ("notEqual", ["100"]) == (rule.operator, rule.formula)


def test_a_method_without_weights_has_none_to_add_up(tmp_path: Path) -> None:
    sheet = opened(matrix(strategy(tmp_path, {"scoring.yaml": "method: ice\n"})))["Matrix"]

    assert {None} == {cell.value for cell in sheet[4]} - {"Weight"}
