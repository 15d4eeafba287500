"""A scorer who is probably another one, misspelt, is named; somebody else is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.score.agreement.scorers import agreed

if TYPE_CHECKING:
    from pathlib import Path


def misspelt(name: str, rows: int = 4) -> str:
    """Make initiatives that the chief nurse and finance scored, but for the last, on which one name is another."""
    names = ["Chief nurse"] * (rows - 1) + [name]
    return "".join(
        f"- {{id: i{n}, title: I{n}, scores: [{{by: {who}, scores: {{patient: {n}, staff: 2}}}},"
        f" {{by: Finance, scores: {{patient: {n}, staff: 1}}}}]}}\n"
        for n, who in enumerate(names)
    )


def test_a_scorer_who_is_probably_misspelt_is_named_and_so_is_what_it_takes_away(tmp_path: Path) -> None:
    found = agreed(tmp_path, misspelt("Cheif nurse"))

    assert ([["Cheif nurse", "Chief nurse"]], None) == (found.as_data()["alike"], found.kendall_w)
    assert (
        "Cheif nurse scored only 1 initiative, Chief nurse 3 others: if they are the same, spell them alike.",
        "Kendall's W, which says whether they put things in the same order, is not known: it takes two initiatives that all of them scored on every criterion, and there is none; Cheif nurse scored only 1 of 4 so.",
    ) == found.sentences[1:3]


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        pytest.param("Medical director", 4, id="another name"),
        pytest.param("Cheif nurse", 2, id="as many under either name"),
        pytest.param("Chief nurse 2", 4, id="another number"),
        pytest.param(f"Chief nurse{'e' * 90}", 4, id="too long to compare"),
    ],
)
def test_a_name_that_may_well_be_somebody_else_is_left_alone(name: str, rows: int, tmp_path: Path) -> None:
    assert () == agreed(tmp_path, misspelt(name, rows)).alike


def test_who_scored_beside_the_other_is_somebody_else(tmp_path: Path) -> None:
    beside = misspelt("Chief nurse").replace(
        "[{by: Chief nurse", "[{by: Cheif nurse, scores: {patient: 1}}, {by: Chief nurse", 1
    )

    assert () == agreed(tmp_path, beside).alike


def test_more_names_than_a_reader_waits_for_are_not_compared(tmp_path: Path) -> None:
    crowd = ", ".join(f"{{by: Person {n:03}, scores: {{patient: 1}}}}" for n in range(99))

    found = agreed(tmp_path, f"- {{id: crowd, title: Crowd, scores: [{crowd}]}}\n" + misspelt("Cheif nurse"))

    assert (102, ()) == (len(found.scorers), found.alike)
