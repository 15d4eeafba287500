"""Several scorers: how they count, how far apart they are, and whether they agree."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from tests.score.agreement.scorers import THREE_SCORERS, TWO_CRITERIA, agreed, both

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.score.agreement import Agreement


@pytest.fixture
def three(tmp_path: Path) -> Agreement:
    return agreed(tmp_path, THREE_SCORERS)


def test_a_scorer_is_the_same_however_the_name_is_spaced_and_cased(three: Agreement) -> None:
    assert ("Chief nurse", "Director of finance", "Head of IT") == three.scorers


def test_the_score_is_the_mean_of_those_who_scored_the_cell(three: Agreement) -> None:
    scores = {entry.initiative.id: entry.score for entry in three.ranking.running}

    assert Fraction(60 * 17, 30) + Fraction(40 * 12, 15) == scores["wi-fi"]
    assert Fraction(36 + 32) == scores["voice"]


def test_a_cell_is_spread_by_a_share_of_its_scale(three: Agreement) -> None:
    spreads = {(cell.entry.initiative.id, cell.column.id): cell.spread for cell in three.cells}

    assert {
        ("voice", "patient"): Fraction(0),
        ("wi-fi", "patient"): Fraction(6, 10),
        ("wi-fi", "staff"): Fraction(2, 5),
        ("letters", "patient"): Fraction(1, 10),
        ("letters", "staff"): Fraction(1, 5),
    } == spreads


def test_each_pair_has_the_cell_on_which_it_differs_most_and_the_furthest_comes_first(three: Agreement) -> None:
    found = [
        (pair.between, pair.cell.entry.initiative.id, pair.cell.column.id, pair.points, pair.apart)
        for pair in three.pairs
    ]

    nurse, finance, technology = three.scorers
    expected: object = [
        ((nurse, finance), "wi-fi", "patient", (8, 2), Fraction(6, 10)),
        ((finance, technology), "wi-fi", "patient", (2, 7), Fraction(5, 10)),
        ((nurse, technology), "wi-fi", "staff", (4, 5), Fraction(1, 5)),
    ]
    assert expected == found


def test_w_compares_only_what_all_scored_on_everything(three: Agreement) -> None:
    # By their own totals the nurse and the technologist put Wi-Fi first, finance the letters: rank sums 5 and 4 of 3 judges.
    assert ["wi-fi", "letters"] == [entry.initiative.id for entry in three.compared]
    assert Fraction(1, 9) == three.kendall_w


def test_the_scorers_totals_are_those_of_the_method(tmp_path: Path) -> None:
    by_value = agreed(tmp_path / "value", THREE_SCORERS).kendall_w

    by_ratio = agreed(tmp_path / "ratio", THREE_SCORERS, f"method: value-effort\n{TWO_CRITERIA}").kendall_w

    assert (Fraction(1, 9), Fraction(1)) == (by_value, by_ratio)


def test_the_sentences_say_who_how_far_and_what_to_do(three: Agreement) -> None:
    expected = """\
Scored by Chief nurse, Director of finance and Head of IT; where several scored, their mean counts.
They put the 2 initiatives that all of them scored in quite different orders: Kendall's W is 0.11, where 1 is the same \
order and 0 none.
Furthest apart are Chief nurse and Director of finance, on "Wi-Fi on every ward": 8 and 2 for "Benefit to patients".
Talk about "Wi-Fi on every ward" first: of those who scored it on every criterion, the lowest weighted score is 36 \
(Director of finance) and the highest 82 (Head of IT), and on no other are they further apart. "Benefit to patients" \
does most of it (2 and 7)."""
    assert expected == "\n".join(three.sentences)


def test_its_data_has_the_fixed_names(three: Agreement) -> None:
    data = three.as_data()

    assert ["kendall_w", "scorers", "alike", "compared", "pairs", "cells", "first", "sentences"] == list(data)
    assert {
        "between": ["Chief nurse", "Director of finance"],
        "initiative": "wi-fi",
        "criterion": "patient",
        "points": [8, 2],
        "apart": 0.6,
    } == data["pairs"][0]
    assert {"initiative": "voice", "criterion": "patient", "points": {"Chief nurse": 6, "Director of finance": 6}, "spread": 0} == data["cells"][0]  # fmt: skip
    assert {
        "initiative": "wi-fi",
        "basis": "totals",
        "from": 36,
        "to": 82,
        "criterion": "patient",
        "between": ["Director of finance", "Head of IT"],
    } == data["first"]


@pytest.mark.parametrize(
    "scores",
    ["{patient: 4, staff: 2}", "[{by: Chief nurse, scores: {patient: 4, staff: 2}}]"],
    ids=["one session", "one scorer"],
)
def test_where_fewer_than_two_scored_nothing_is_said_with_the_same_keys(scores: str, tmp_path: Path) -> None:
    found = agreed(tmp_path, f"- {{id: a, title: A, scores: {scores}}}\n")

    data: dict[str, Any] = found.as_data()
    del data["scorers"]
    assert {
        "kendall_w": None,
        "alike": [],
        "compared": [],
        "pairs": [],
        "cells": [],
        "first": None,
        "sentences": [],
    } == data


@pytest.mark.parametrize(
    ("initiatives", "said"),
    [
        (both("{patient: 4}", "{staff: 2}"), "is not known: no two of them scored the same initiative on the same criterion."),
        (both("{patient: 4}", "{patient: 4}"), "Nobody gave other points than anybody else."),
        (both("{patient: 4}", "{patient: 5}"), "that all of them scored on every criterion, and there is none. Furthest"),
        (both("{patient: 4, staff: 2}", "{patient: 4, staff: 2}"), "Kendall's W, which says whether they put things in the same order, is not known: it takes two initiatives that all of them scored on every criterion, and there is one. Nobody"),
        (
            both("{patient: 4, staff: 2}", "{patient: 4}") + both("{patient: 4, staff: 2}", "{staff: 2}", "b"),
            "and there is none; Finance scored only 0 of 2 so.",
        ),
        (
            both("{patient: 4, staff: 2}", "{patient: 6, staff: 2}")
            + both("{patient: 4, staff: 2}", "{patient: 6, staff: 2}", "b"),
            "None of them puts any of the 2 initiatives that all scored above another: there is no Kendall's W.",
        ),
        (
            both("{patient: 4, staff: 2}", "{patient: 6, staff: 2}")
            + both("{patient: 5, staff: 2}", "{patient: 7, staff: 2}", "b"),
            "in the same order: Kendall's W is 1,",
        ),
        (
            "".join(both(f"{{patient: {n}, staff: 2}}", f"{{patient: {m}, staff: 2}}", id)
                    for n, m, id in ((1, 1, "a"), (2, 3, "b"), (3, 2, "c"))),
            "in much the same order: Kendall's W is 0.75,",
        ),
        (
            "".join(both(f"{{patient: {n}, staff: 2}}", f"{{patient: {m}, staff: 2}}", id)
                    for n, m, id in ((1, 3, "a"), (2, 2, "b"), (3, 1, "c"), (4, 4, "d"))),
            "in partly the same order: Kendall's W is 0.6,",
        ),
    ],
)  # fmt: skip
def test_a_sentence_for_each_case(initiatives: str, said: str, tmp_path: Path) -> None:
    assert said in " ".join(agreed(tmp_path, initiatives).sentences)


def test_almost_the_same_order_never_reads_as_the_same(tmp_path: Path) -> None:
    points = [(n, n) for n in range(30)]
    points[:2] = [(0, 1), (1, 0)]
    initiatives = "".join(
        both(f"{{patient: {n}, staff: 2}}", f"{{patient: {m}, staff: 2}}", f"i{number:02}")
        for number, (n, m) in enumerate(points)
    )

    found = agreed(tmp_path, initiatives, f"method: weighted\n{TWO_CRITERIA.replace('max: 10', 'max: 30')}")

    assert found.kendall_w
    assert round(float(found.kendall_w), 2) == 1 > found.kendall_w
    assert "much the same order: Kendall's W is 0.99," in found.sentences[1]


def test_many_scorers_are_counted_and_compared_at_the_ends_of_each_cell(tmp_path: Path) -> None:
    entries = ", ".join(f"{{by: Ward {n}, scores: {{patient: {n % 10}, staff: 2}}}}" for n in range(15))

    found = agreed(tmp_path, f"- {{id: a, title: A, scores: [{entries}]}}\n")

    assert found.sentences[0].startswith("Scored by 15 people or groups;")
    assert [("Ward 0", "Ward 9")] == [pair.between for pair in found.pairs]


def test_a_name_that_stands_twice_is_one_scorer(tmp_path: Path) -> None:
    scores = (
        "[{by: Nurse, scores: {patient: 2}}, {by: Nurse, scores: {patient: 6}}, {by: Finance, scores: {patient: 5}}]"
    )

    found = agreed(tmp_path, f"- {{id: a, title: A, scores: {scores}}}\n")

    assert [(Fraction(4), Fraction(5))] == [pair.points for pair in found.pairs]


RICE = """\
- {id: a, title: A, reach: 100, confidence: 50, effort: 2, scores: [{by: Nurse, scores: {impact: 3}}, {by: Finance, scores: {impact: 1}}]}
- {id: b, title: B, reach: 200, confidence: 50, effort: 2, scores: [{by: Nurse, scores: {impact: 2}}, {by: Finance, scores: {impact: 2}}]}
- {id: c, title: C, reach: 200, confidence: 150, effort: 2, scores: [{by: Nurse, scores: {impact: 3}}, {by: Finance, scores: {impact: 1}}]}
"""


def test_a_preset_is_spread_by_the_most_that_anybody_gave(tmp_path: Path) -> None:
    found = agreed(tmp_path, RICE, "method: rice\n")

    assert [0, Fraction(2, 3), Fraction(2, 3)] == [cell.spread for cell in found.cells]
    assert ["impact"] * 3 == [cell.column.id for cell in found.cells]


def test_what_has_an_impossible_number_is_neither_compared_nor_first(tmp_path: Path) -> None:
    found = agreed(tmp_path, RICE, "method: rice\n")

    assert ["b", "a"] == [entry.initiative.id for entry in found.compared]
    assert found.first
    assert ("a", Fraction(25), Fraction(75)) == (found.first.entry.initiative.id, found.first.low, found.first.high)


def test_points_that_are_all_zero_are_not_apart(tmp_path: Path) -> None:
    found = agreed(tmp_path, RICE.replace("impact: 3", "impact: 0").replace("impact: 1", "impact: 0").replace("impact: 2", "impact: 0"), "method: rice\n")  # fmt: skip

    assert {Fraction(0)} == {cell.spread for cell in found.cells}
    assert found.first is None


def test_a_criterion_that_weighs_nothing_is_nothing_to_talk_about(tmp_path: Path) -> None:
    scoring = TWO_CRITERIA.replace("weight: 60", "weight: 0").replace("weight: 40", "weight: 100")

    found = agreed(tmp_path, both("{patient: 1, staff: 2}", "{patient: 9, staff: 2}"), f"method: weighted\n{scoring}")

    assert "Furthest apart are Nurse and Finance" in found.sentences[-1]


def test_points_for_criteria_of_another_method_make_no_scorer(tmp_path: Path) -> None:
    scoring = f"method: rice\n{TWO_CRITERIA}"

    found = agreed(tmp_path, THREE_SCORERS, scoring)

    assert ((), ()) == (found.scorers, found.sentences)


def test_what_all_scored_and_has_no_score_is_why_w_is_missing(tmp_path: Path) -> None:
    found = agreed(tmp_path, both("{patient: 4, staff: 2}", "{patient: 5, staff: 2}") * 1
                   + both("{patient: 4, staff: 2}", "{patient: 5, staff: 2}", "b"), f"method: value-effort\n{TWO_CRITERIA}")  # fmt: skip

    assert found.kendall_w is None
    assert found.sentences[1].endswith(": 2 of the 2 initiatives that all scored on every criterion have no score.")


def test_of_many_who_scored_too_few_only_their_number_is_said(tmp_path: Path) -> None:
    some = ", ".join(f"{{by: Ward {n}, scores: {{patient: {n}}}}}" for n in range(7))
    initiatives = f"- {{id: a, title: A, scores: [{{by: Matron, scores: {{patient: 1, staff: 1}}}}, {some}]}}\n"

    said = agreed(tmp_path, initiatives).sentences[1]

    assert said.endswith("and there is none; 7 of them scored only 0 of 1 so.")
