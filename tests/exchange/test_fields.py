"""What a row says, written into its record: each field in the form it has there, each scorer in their own entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.exchange.sheets import comma, folder_with, lines, remarks, rows, sheet, taken

if TYPE_CHECKING:
    from pathlib import Path


def test_constants_fill_only_what_a_record_does_not_say(tmp_path: Path) -> None:
    layout = "columns: {Id: id, Owner: owner}\nconstants: {portfolio: improve, status: proposed, by: nobody}\n"
    folder = folder_with(tmp_path, layout, initiatives="- {id: a, title: One, status: delivered}\n")

    outcome = taken(folder, sheet([("Id", "Owner"), ("a", "Chief nurse")]))

    assert (
        "- {id: a, title: One, status: delivered, owner: Chief nurse, portfolio: improve}\n" == outcome.files[0].after
    )


@pytest.mark.parametrize(
    ("written", "cell", "result"),
    [
        pytest.param("[one, two]", "one; two", None, id="the same list"),
        pytest.param("[one, two]", "two, three", "tags: [two, three]", id="another list"),
        pytest.param("one", "two", "tags: two", id="one word"),
    ],
)
def test_a_list_is_one_cell(tmp_path: Path, written: str, cell: str, result: str | None) -> None:
    folder = folder_with(
        tmp_path, "columns: {Id: id, Tags: tags}\n", initiatives=f"- id: a\n  title: One\n  tags: {written}\n"
    )

    outcome = taken(folder, sheet([("Id", "Tags"), ("a", cell)]))

    assert ([] if result is None else [f"  {result}\n"]) == [
        after for one in outcome.files for _, after in [lines(outcome)[0]]
    ]


@pytest.mark.parametrize(
    ("layout", "written", "why"),
    [
        pytest.param(
            "{Id: id, X: owner}", "owner: {role: Nurse}",
            "'owner' is written as a map; name one of its keys, such as 'owner.role'", id="a map",
        ),
        pytest.param(
            "{Id: id, X: updates}", "updates: [{note: x}]", "'updates' is a list of maps; change it by hand", id="a list",
        ),
        pytest.param(
            "{Id: id, X: scores.patient}", "scores: [{by: A, scores: {patient: 4}}]",
            "several people scored it; write each one's points on the sheet 'Scorers'", id="scores of several",
        ),
        pytest.param(
            "{Id: id, By: by, X: scores.patient}", "scores: {patient: 4}",
            "it was scored in one session; name the roles that score in scoring.yaml first, under 'session: roles'", id="scores of one session",
        ),
        pytest.param(
            "{Id: id, None: by, X: scores.patient}", "scores: [{by: A, scores: {patient: 4}}]",
            "does not say who scored", id="nobody who scored",
        ),
        pytest.param(
            "{Id: id, X: scores.patient}", "scores: [{by: A}]",
            "several people scored it; say whose points these are, in a column for 'by'", id="scores of several to come",
        ),
        pytest.param(
            "{Id: id, X: scores.patient}", "status: unheard-of",
            "'a' cannot be read in the strategy; `digistrat lint` says why", id="a record that is faulty",
        ),
        pytest.param(
            "{Id: id, X: title.x}", "owner: Nurse", "'title' is written as a text, and has no 'x'; change it by hand", id="below a text",
        ),
        pytest.param(
            "{Id: id, X: tags.x}", "tags: [one]", "'tags' is written as a list, and has no 'x'; change it by hand", id="below a list",
        ),
        pytest.param("{Id: id, X: status}", "owner: Nurse", "status: ", id="a word that the field does not take"),
        pytest.param("{Id: id, X: start}", "owner: Nurse", "start: ", id="a date that is none"),
    ],
)  # fmt: skip
def test_what_has_no_place_in_the_record_is_said(tmp_path: Path, layout: str, written: str, why: str) -> None:
    folder = folder_with(tmp_path, f"columns: {layout}\n", initiatives=f"- id: a\n  title: One\n  {written}\n")

    outcome = taken(folder, sheet([("Id", "X", "By", "None"), ("a", 3, "B", None)]))

    assert ["not taken"] == [one.kind for one in remarks(outcome)]
    assert outcome.remarks[0].said.startswith(why)
    assert () == outcome.files


def test_an_empty_entry_of_a_scorer_is_filled(tmp_path: Path) -> None:
    initiatives = "- id: a\n  title: One\n  scores:\n    - by: Nurse\n    - by: Doctor\n      scores: {patient: 1}\n"
    folder = folder_with(
        tmp_path, "columns: {Id: id, P: scores.patient}\nconstants: {by: nurse}\n", initiatives=initiatives
    )

    outcome = taken(folder, sheet([("Id", "P"), ("a", 7)]))

    assert "    - by: Nurse\n      scores: {patient: 7}\n    - by: Doctor\n" in outcome.files[0].after


def test_a_first_scorer_begins_the_list(tmp_path: Path) -> None:
    layout = "columns: {Id: id, Who: by, P: scores.patient}\n"
    folder = folder_with(tmp_path, layout, initiatives="- id: a\n  title: One\n- id: b\n  title: Two\n")

    outcome = taken(folder, sheet([("Id", "Who", "P"), ("a", "Nurse", 7), ("b", "Nurse", 7), ("b", "Doctor", 7)]))

    assert "- id: a\n  title: One\n  scores:\n    - by: Nurse\n      scores: {patient: 7}\n" in outcome.files[0].after


def test_the_same_scorer_twice_is_not_guessed_between(tmp_path: Path) -> None:
    layout = "columns: {Id: id, Who: by, P: scores.patient}\n"

    outcome = taken(
        folder_with(tmp_path, layout), sheet([("Id", "Who", "P"), ("letters", "Nurse", 7), ("letters", "nurse", 6)])
    )

    assert "'letters' scored by 'Nurse' stands in row 3, too; keep one of them" == outcome.remarks[0].said


def test_an_error_for_a_scorer_is_not_taken(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "columns: {Id: id, Who: by, P: scores.patient}\n")

    outcome = taken(folder, sheet([("Id", "Who", "P"), ("letters", "=A1", 7)]))

    assert ["sheet 'List', row 2, column B (Who)"] == [one.place for one in remarks(outcome)]


def test_a_title_by_which_a_record_is_found_is_not_changed(tmp_path: Path) -> None:
    outcome = taken(folder_with(tmp_path), rows((None, "LETTERS without paper", 9, 3)))

    assert ["scores.patient"] == [one.field for one in outcome.changes]


def test_a_reason_alone_keeps_the_points(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "columns: {Id: id, Why: scores.patient.why}\n")

    outcome = taken(folder, comma("Id,Why\nletters,Asked in June\n"))

    assert "  scores: {patient: {score: 8, why: Asked in June}, staff: 3}   # agreed in May\n" == lines(outcome)[0][1]


def test_a_change_is_numbers_and_maps_for_programs(tmp_path: Path) -> None:
    initiatives = "- {id: a, title: One, tags: [x]}\n- {id: b, title: Two, effort: 2.50, scores: {patient: 8}}\n"
    layout = (
        "columns: {Id: id, P: scores.patient, Why: scores.patient.why, Tags: tags, Effort: effort, Summary: summary}\n"
    )

    outcome = taken(
        folder_with(tmp_path, layout, initiatives=initiatives),
        comma("Id,P,Why,Tags,Effort,Summary\na,8,,y,,7\nb,9,Asked,,3,\n"),
    )

    assert [
        ("tags", ["x"], ["y"]),
        ("summary", None, "7"),
        ("scores", None, {"patient": 8}),
        ("effort", 2.5, 3),
        ("scores.patient", 8, {"score": 9, "why": "Asked"}),
    ] == [one[2:] for one in outcome.changes]
