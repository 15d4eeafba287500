"""Rows of no record, where new ones are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.exchange.taking import Wishes
from tests.exchange.sheets import HEAD, comma, folder_with, remarks, rows, sheet, taken, whys

if TYPE_CHECKING:
    from pathlib import Path


def test_new_rows_become_records_at_the_end(tmp_path: Path) -> None:
    outcome = taken(
        folder_with(tmp_path),
        rows((None, "Robots that sort the post", 2, 1), ("drones", "Drones", None, None)),
        Wishes(add=True),
    )

    assert (
        outcome.files[0].before
        + (
            "- id: robots-that-sort-the-post\n  title: Robots that sort the post\n  status: proposed\n"
            "  scores: {patient: 2, staff: 1}\n"
            "- id: drones\n  title: Drones\n  status: proposed\n"
        )
        == outcome.files[0].after
    )
    assert outcome.is_whole


def test_a_change_and_a_new_record_share_a_file(tmp_path: Path) -> None:
    outcome = taken(folder_with(tmp_path), rows(("letters", None, 9, 3), (None, "Robots", 2, 1)), Wishes(add=True))

    assert "scores: {patient: 9, staff: 3}   # agreed in May\n" in outcome.files[0].after
    assert outcome.files[0].after.endswith("scores: {patient: 2, staff: 1}\n")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        pytest.param(("", "!!!", 1, 1), "no id can be made of '!!!'; write one into a column for 'id'", id="no letters"),
        pytest.param(
            ("", "Phones", 1, 1), "'phones' is the id of another one; write another into a column for 'id'",
            id="an id that is taken",
        ),
        pytest.param(
            ("", "A \x0b B", 1, 1), "a vertical tab (U+000B) stands in a text", id="a character that no file has",
        ),
    ],
)  # fmt: skip
def test_a_new_row_that_cannot_be_a_record_is_said(tmp_path: Path, row: tuple[object, ...], why: str) -> None:
    text = ",".join(HEAD) + "\n" + ",".join(map(str, row)) + ",\n"

    outcome = taken(folder_with(tmp_path), comma(text), Wishes(add=True))

    assert [why] == whys(outcome)


def test_two_new_rows_of_one_name_are_one_too_many(tmp_path: Path) -> None:
    outcome = taken(folder_with(tmp_path), rows((None, "Robots", 2, 1), (None, "robots", 1, 1)), Wishes(add=True))

    assert 2 == len(remarks(outcome))
    assert () == outcome.files


def test_two_new_rows_of_one_id_are_told(tmp_path: Path) -> None:
    outcome = taken(folder_with(tmp_path), rows((None, "Robots!", 2, 1), (None, "Robots?", 1, 1)), Wishes(add=True))

    assert ["'robots' is the id of another one; write another into a column for 'id'"] == whys(outcome)


def test_where_records_have_files_a_new_one_has_its_own(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, initiatives=None, initiatives__a="title: One\n")
    (folder / "initiatives.yaml").unlink(missing_ok=True)

    outcome = taken(folder, rows((None, "Robots", 2, 1)), Wishes(add=True))

    assert {"initiatives/robots.yaml"} == outcome.new_files
    assert "id: robots\ntitle: Robots\nstatus: proposed\nscores: {patient: 2, staff: 1}\n" == outcome.files[0].after


def test_the_first_of_all_begins_the_file(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "collection: principles\ncolumns: {Name: title, Means: means}\n")

    outcome = taken(folder, sheet([("Name", "Means"), ("Open first", "We publish")]), Wishes(add=True))

    assert ("principles.yaml", "") == outcome.files[0][:2]
    assert "- id: open-first\n  title: Open first\n  means: We publish\n" == outcome.files[0].after


def test_nested_fields_and_scorers_are_written_as_maps(tmp_path: Path) -> None:
    layout = """\
columns: {Name: title, Who: by, P: scores.patient, Capital: cost.capital, Funding: cost.funding, Money: cost}
constants: {level: place}
"""
    outcome = taken(
        folder_with(tmp_path, layout.replace(", Money: cost}", "}")),
        sheet([("Name", "Who", "P", "Capital", "Funding"), ("Robots", "Nurse", 3, "£2m", "new")]),
        Wishes(add=True),
    )

    assert outcome.files[0].after.endswith(
        "- id: robots\n  title: Robots\n  status: proposed\n  level: place\n  cost: {capital: £2m, funding: new}\n"
        "  scores:\n    - by: Nurse\n      scores: {patient: 3}\n"
    )


def test_a_decision_and_its_reason_make_one_choice(tmp_path: Path) -> None:
    layout = "columns: {Name: title, Decision: choice, Reason: choice.reason}\n"

    outcome = taken(
        folder_with(tmp_path, layout),
        sheet([("Name", "Decision", "Reason"), ("Robots", "later", "No money")]),
        Wishes(add=True),
    )

    assert outcome.files[0].after.endswith("  choice: {decision: later, reason: No money}\n")


@pytest.mark.parametrize(
    ("fields", "above", "below"),
    [
        pytest.param("X: title.x", "title", "title.x", id="below the title"),
        pytest.param("X: id.x", "id", "id.x", id="below the id"),
        pytest.param("X: cost, Y: cost.capital", "cost", "cost.capital", id="a text, then a map"),
        pytest.param("Y: cost.capital, X: cost", "cost", "cost.capital", id="a map, then a text"),
    ],
)
def test_a_cell_that_has_no_place_in_a_new_record_is_not_dropped(
    tmp_path: Path, fields: str, above: str, below: str
) -> None:
    folder = folder_with(tmp_path, f"columns: {{Name: title, {fields}}}\n")

    outcome = taken(folder, comma("Name,X,Y\nRobots,one,two\n"), Wishes(add=True))

    said = f"a text for {above!r} and one for {below!r} cannot stand together"
    assert ([said], ()) == (whys(outcome), outcome.files)
