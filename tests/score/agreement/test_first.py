"""Which initiative to talk about first, and on which basis."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from tests.score.agreement.scorers import THREE_SCORERS, TWO_CRITERIA, agreed, both

if TYPE_CHECKING:
    from pathlib import Path


def test_first_is_where_two_totals_are_furthest_apart(tmp_path: Path) -> None:
    first = agreed(tmp_path, THREE_SCORERS).first

    # By their own points: the nurse 80, finance 36, the technologist 82; on the letters 46, 54 and 40.
    assert first
    assert ("totals", "wi-fi", "patient") == (first.basis, first.entry.initiative.id, first.cell.column.id)
    assert (("Director of finance", "Head of IT"), Fraction(36), Fraction(82)) == (first.between, first.low, first.high)


def test_the_named_cell_is_what_brings_the_two_totals_together_most(tmp_path: Path) -> None:
    both_scored = both("{patient: 2, staff: 3}", "{patient: 7, staff: 5}")
    as_it_is, agreed_on_patients, agreed_on_staff = (
        agreed(tmp_path / str(place), both_scored.replace("patient: 7, staff: 5", points)).first
        for place, points in enumerate(("patient: 7, staff: 5", "patient: 2, staff: 5", "patient: 7, staff: 3"))
    )

    assert as_it_is
    assert agreed_on_patients
    assert agreed_on_staff
    gaps = [one.high - one.low for one in (as_it_is, agreed_on_patients, agreed_on_staff)]
    assert ("patient", [Fraction(46), Fraction(16), Fraction(30)]) == (as_it_is.cell.column.id, gaps)


DISPUTED = """\
- id: app
  title: App
  scores: [{by: Finance, scores: {patient: 4, staff: 5}}, {by: Nurse, scores: {patient: 8, staff: 2}}, {by: Trade union, scores: {patient: 6, staff: 4}}]
- {id: calm, title: Calm, scores: [{by: Finance, scores: {patient: 5, staff: 3}}, {by: Nurse, scores: {patient: 6, staff: 3}}]}
"""


def test_no_total_is_said_that_nobody_gave(tmp_path: Path) -> None:
    said = agreed(tmp_path, DISPUTED).sentences[-1]

    # Finance 24 + 40, the nurse 48 + 16, the union 36 + 32: everyone's lowest cells would make 40, their highest 88.
    assert said == (
        'Talk about "Calm" first: of those who scored it on every criterion, the lowest weighted score is 54 (Finance) '
        'and the highest 60 (Nurse), and on no other are they further apart. "Benefit to patients" does most of it (5 and 6).'
    )


def test_where_nobody_scored_everything_the_cell_that_moves_the_score_most_is_talked_about(tmp_path: Path) -> None:
    initiatives = both("{patient: 4, staff: 2}", "{patient: 8}") + both("{patient: 4}", "{patient: 5, staff: 1}", "b")

    found = agreed(tmp_path, initiatives)

    assert found.first
    assert ("cell", "a", "patient", Fraction(40), Fraction(64)) == (
        found.first.basis,
        found.first.entry.initiative.id,
        found.first.cell.column.id,
        found.first.low,
        found.first.high,
    )
    assert found.sentences[-1] == (
        'Talk about "A" first: no other single disagreement moves a score further. With the 4 that Nurse gave for '
        '"Benefit to patients" its weighted score is 40, with the 8 from Finance 64.'
    )


def test_equal_totals_of_unequal_points_are_talked_about_by_the_cell(tmp_path: Path) -> None:
    found = agreed(tmp_path, both("{patient: 4, staff: 5}", "{patient: 8, staff: 2}")).first

    assert found
    assert ("cell", "patient", Fraction(52), Fraction(76)) == (found.basis, found.cell.column.id, found.low, found.high)


def test_of_two_with_the_same_gap_the_first_in_the_ranking_is_talked_about(tmp_path: Path) -> None:
    initiatives = both("{patient: 1, staff: 1}", "{patient: 3, staff: 1}") + both(
        "{patient: 5, staff: 1}", "{patient: 7, staff: 1}", "b"
    )

    found = agreed(tmp_path, initiatives).first

    assert found
    assert "b" == found.entry.initiative.id


def test_a_product_names_the_number_that_pulls_the_score_down_furthest(tmp_path: Path) -> None:
    one, other = "{impact: 0, confidence: 4, ease: 5}", "{impact: 2, confidence: 5, ease: 5}"

    found = agreed(tmp_path, both(one, other), "method: ice-product\n").first

    assert found
    assert ("impact", Fraction(0), Fraction(50)) == (found.cell.column.id, found.low, found.high)


def test_two_scores_that_differ_little_do_not_read_the_same(tmp_path: Path) -> None:
    initiatives = both("{patient: 4, staff: 2}", "{patient: 4.001, staff: 2}").replace(
        "title: A", "title: A, effort: 90"
    )

    said = agreed(tmp_path, initiatives, f"method: value-effort\n{TWO_CRITERIA}").sentences[-1]

    assert "the lowest value-effort score is 0.444 (Nurse) and the highest 0.445 (Finance)" in said
    assert said.endswith("(4 and 4.001).")
