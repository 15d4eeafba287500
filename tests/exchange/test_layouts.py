"""Layouts of other people's files: which one is meant, and what is said where it does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook

from digistrat.errors import DigistratError, UsageError
from digistrat.exchange.taking import Wishes
from tests.exchange.sheets import comma, edited, files, matrix, saved, sheet, strategy, taken

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Id,Project,P\nletters,Letters,9\n"


@pytest.mark.parametrize(
    ("layout", "text", "message", "hint"),
    [
        pytest.param("columns: {Id: id, Pe: scores.patient}", TEXT, "no heading 'Pe' in row 1", "look at", id="no heading"),
        pytest.param("columns: {Id: id, Projct: title}", TEXT, "no heading 'Projct' in row 1", "did you mean 'Project'?", id="a slip"),
        pytest.param("columns: {Id: id, P: scors.patient}", TEXT, "initiatives have no field 'scors.patient'", "'scores'", id="no field"),
        pytest.param("columns: {Id: id, P: scores.patent}", TEXT, "there is no criterion 'patent'", "'patient'", id="no criterion"),
        pytest.param("columns: {Id: id, P: scores.zzz}", TEXT, "no criterion 'zzz'", "patient and staff", id="nothing like one"),
        pytest.param("columns: {Id: id, Project: id}", TEXT, "two columns fill 'id'", "leave one", id="one field twice"),
        pytest.param("columns: {Id: id, P: total}", "Id,P,P\n", "'P' stands in columns B and C of row 1", "'column: B'", id="one heading twice"),
        pytest.param("columns: [{heading: P, column: a, field: id}]", TEXT, "no 'P' in column A of row 1; 'Id' stands there", "look at", id="another column"),
        pytest.param("columns: [{heading: P, column: Z, field: id}]", TEXT, "no 'P' in column Z of row 1; nothing stands there", "look at", id="no such column"),
        pytest.param("columns: [{column: A1, field: id}]", TEXT, "'A1' is no column", "its letter", id="a cell"),
        pytest.param("columns: [{column: ABCD, field: id}]", TEXT, "'ABCD' is no column", "its letter", id="too far right"),
        pytest.param("title: Empty", TEXT, "names no columns", "heading by heading", id="no columns"),
        pytest.param("collection: initatives\ncolumns: {Id: id}", TEXT, "no collection 'initatives'", "'initiatives'", id="no collection"),
        pytest.param("collection: zzz\ncolumns: {Id: id}", TEXT, "no collection 'zzz'", "principles", id="nothing like one"),
    ],
)  # fmt: skip
def test_a_layout_that_does_not_fit_says_where(tmp_path: Path, layout: str, text: str, message: str, hint: str) -> None:
    folder = strategy(tmp_path, files(exchange__theirs=layout + "\n"))

    with pytest.raises(DigistratError) as refused:
        taken(folder, comma(text), Wishes(using="theirs"))

    assert message in refused.value.message
    assert hint in refused.value.hint


@pytest.mark.parametrize(
    ("names", "using", "message", "hint"),
    [
        pytest.param((), "", "its layout is not known", "write exchange/NAME.yaml", id="none"),
        pytest.param(("a",), "b", "there is no exchange/b.yaml", "there is a", id="another name"),
        pytest.param((), "b", "there is no exchange/b.yaml", "write exchange/NAME.yaml", id="a name without any"),
        pytest.param(("finance",), "finanse", "there is no exchange/finanse.yaml", "'finance'", id="a slip"),
        pytest.param(("a", "b"), "", "its layout is not known", "--using: a or b", id="two that fit"),
        pytest.param(("other",), "", "its layout is not known", "--using: other", id="one that does not fit"),
    ],
)
def test_where_no_one_layout_is_meant_somebody_has_to_say(
    tmp_path: Path, names: tuple[str, ...], using: str, message: str, hint: str
) -> None:
    layouts = {f"exchange__{name}": f"columns: {{{'Nothing' if name == 'other' else 'Id'}: id}}\n" for name in names}
    folder = strategy(tmp_path, files(**layouts))

    with pytest.raises(UsageError) as refused:
        taken(folder, comma(TEXT), Wishes(using=using))

    assert message in refused.value.message
    assert hint in refused.value.hint


@pytest.mark.parametrize(
    ("layout", "message", "hint"),
    [
        pytest.param("columns: {Id: id, Projct: title}", "no heading 'Projct' in row 1", "did you mean 'Project'?", id="a slip"),
        pytest.param("sheet: Other\ncolumns: {Id: id}", "the file has no sheet 'Other'", "there is 'List'", id="another sheet"),
    ],
)  # fmt: skip
def test_the_only_layout_that_nearly_fits_says_where_it_does_not(
    tmp_path: Path, layout: str, message: str, hint: str
) -> None:
    folder = strategy(tmp_path, files(exchange__theirs=layout + "\n"))

    with pytest.raises(DigistratError) as refused:
        taken(folder, sheet([("Id", "Project", "P"), ("letters", "Letters", 9)]))

    assert message in refused.value.message
    assert hint in refused.value.hint


def test_of_several_layouts_that_nearly_fit_none_is_guessed_at(tmp_path: Path) -> None:
    nearly = "columns: {Id: id, Projct: title}\n"
    folder = strategy(tmp_path, files(exchange__a=nearly, exchange__b=nearly))

    with pytest.raises(UsageError, match="its layout is not known"):
        taken(folder, comma(TEXT))


@pytest.mark.parametrize(
    ("layout", "message", "hint"),
    [
        pytest.param("{columns: {Id: id}, skip: ['']}", "begins with the empty word", "leave it out", id="an empty word"),
        pytest.param("{columns: [{column: ß, field: id}]}", "'ß' is no column", "such as D", id="a letter that becomes two"),
        pytest.param("{columns: [{column: A1, field: id}]}", "'A1' is no column", "such as D", id="a cell"),
        pytest.param("{columns: {Id: id, P: cost..capital}}", "'cost..capital' has a key without a name", "one dot", id="two dots"),
        pytest.param("{columns: {Id: id, P: cost.}}", "'cost.' has a key without a name", "one dot", id="a dot at the end"),
    ],
)  # fmt: skip
def test_a_layout_that_says_nothing_sure_is_refused(tmp_path: Path, layout: str, message: str, hint: str) -> None:
    folder = strategy(tmp_path, files(exchange__theirs=layout + "\n"))

    with pytest.raises(DigistratError) as refused:
        taken(folder, comma("Id,P\nletters,9\n"), Wishes("theirs"))

    assert message in refused.value.message
    assert hint in refused.value.hint


@pytest.mark.parametrize("out_of", ["0.00000000000001", "5"])
def test_points_on_a_scale_that_makes_them_endless_are_not_taken(tmp_path: Path, out_of: str) -> None:
    layout = f"columns: [{{heading: Id, field: id}}, {{heading: P, field: scores.patient, out_of: {out_of}}}]\n"
    folder = strategy(tmp_path, files(exchange__theirs=layout))

    outcome = taken(folder, comma("Id,P\nletters,999999999999999\n"))

    assert ["not taken"] == [one.kind for one in outcome.remarks if one.rows]


def test_the_layout_whose_headings_are_there_is_the_one(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(exchange__a="columns: {Nothing: id}\n", exchange__b="columns: {ID: id}\n"))

    assert ["b"] == [one.name for one in taken(folder, comma(TEXT)).layouts]


def test_headings_may_stand_lower_and_on_another_sheet(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Id", "nothing else"])
    there = book.create_sheet("Projects 2026")
    for row in (["A list"], [], ["Project", None, "Benefit  to\npatients"], ["Letters without paper", None, 9]):
        there.append(row)
    there.merge_cells("A1:C1")
    there.merge_cells("C3:D3")
    layout = "columns: {project: title, Benefit to patients: scores.patient}\n"

    outcome = taken(strategy(tmp_path, files(exchange__theirs=layout)), saved(book))

    assert [("initiatives/letters", 9)] == [(one.record, one.new) for one in outcome.changes]


def test_a_sheet_may_be_named_even_a_hidden_one(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Id", "P"])
    there = book.create_sheet("Kept")
    there.sheet_state = "hidden"
    there.append(["Id", "P"])
    there.append(["letters", 9])
    layout = "sheet: kept\ncolumns: {Id: id, P: scores.patient}\n"

    outcome = taken(strategy(tmp_path, files(exchange__theirs=layout)), saved(book))

    assert [9] == [one.new for one in outcome.changes]


@pytest.mark.parametrize(("name", "hint"), [("Lists", "did you mean 'List'?"), ("Projects", "there is 'List'")])
def test_a_sheet_that_is_not_there_is_said(tmp_path: Path, name: str, hint: str) -> None:
    folder = strategy(tmp_path, files(exchange__theirs=f"sheet: {name}\ncolumns: {{Id: id}}\n"))

    with pytest.raises(DigistratError, match=f"no sheet '{name}'") as refused:
        taken(folder, sheet([("Id",), ("letters",)]), Wishes(using="theirs"))

    assert hint == refused.value.hint


def test_a_csv_file_has_no_sheets_to_name(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(exchange__theirs="sheet: List\ncolumns: {Id: id, P: scores.patient}\n"))

    assert [9] == [one.new for one in taken(folder, comma(TEXT)).changes]


def test_letters_alone_need_no_headings(tmp_path: Path) -> None:
    layout = "columns: [{column: A, field: id}, {column: c, field: scores.patient}]\n"

    outcome = taken(strategy(tmp_path, files(exchange__theirs=layout)), comma("letters,,9\n"))

    assert [9] == [one.new for one in outcome.changes]


def test_a_workbook_without_a_cell_holds_nothing(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(exchange__theirs="columns: {Id: id}\n"))

    with pytest.raises(DigistratError, match="holds nothing"):
        taken(folder, saved(Workbook()), Wishes(using="theirs"))


def test_our_matrix_may_be_read_by_a_layout_of_ones_own(tmp_path: Path) -> None:
    folder = strategy(tmp_path, files(exchange__theirs="columns: {Id: id, Effort: effort}\n"))

    def change(book: Any) -> None:
        book["Matrix"]["I7"] = 5

    outcome = taken(folder, edited(matrix(folder), change), Wishes(using="theirs"))

    assert [("effort", 5)] == [(one.field, one.new) for one in outcome.changes]


def test_a_matrix_of_a_criterion_that_is_gone_is_not_guessed_at(tmp_path: Path) -> None:
    folder = strategy(tmp_path)
    content = matrix(folder)
    (folder / "scoring.yaml").write_text(
        str(files()["scoring.yaml"]).replace("id: staff", "id: teams"), encoding="utf-8"
    )

    with pytest.raises(DigistratError, match="there is no criterion 'staff'"):
        taken(folder, content)


def test_a_strategy_of_a_newer_format_is_left_alone(tmp_path: Path) -> None:
    folder = strategy(tmp_path)
    content = matrix(folder)
    manifest = (folder / "strategy.yaml").read_text(encoding="utf-8")
    (folder / "strategy.yaml").write_text(manifest.replace("format: 1", "format: 9"), encoding="utf-8")

    with pytest.raises(DigistratError, match="newer than this digistrat"):
        taken(folder, content)
