"""The weighted sum: the published matrix comes out, and nothing moves that should not."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digistrat.answers import Answers
from digistrat.model.load import load_folder
from digistrat.score.formats import FORMATS
from digistrat.score.methods import weighted
from digistrat.score.table import Column, Row
from tests.strategies import AS_OF, EXAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from digistrat.score.ranking import Ranking

# Source: the investment matrix of Calderdale and Huddersfield NHS Foundation Trust, digital strategy 2020-25.
COLUMNS = [
    Column("patient", "Patients", Fraction(50), Fraction(10)),
    Column("staff", "Staff", Fraction(25), Fraction(5)),
    Column("financial", "Money", Fraction(25), Fraction(5)),
]
PUBLISHED = {
    "voice-recognition": ((8, 4, 2), 70),
    "e-consent": ((8, 3, 3), 70),
    "emis-cerner-interface": ((8, 4, 3), 75),
    "wi-fi": ((8, 4, 3), 75),
    "closed-loop": ((10, 5, 3), 90),
    "cardiology": ((9, 6, 3), 90),
    "network": ((7, 7, 4), 90),
    "agile-working": ((6, 5, 5), 80),
}


def row(*points: int | Fraction) -> Row:
    return Row("one", dict(zip(("patient", "staff", "financial"), map(Fraction, points), strict=False)), None)


def ranking_of(folder: Path) -> Ranking:
    return Answers(load_folder(folder, AS_OF)).ranking


@pytest.mark.parametrize(("points", "total"), PUBLISHED.values(), ids=PUBLISHED)
def test_the_published_totals_come_out_exactly(points: tuple[int, ...], total: int) -> None:
    result = weighted.score(COLUMNS, row(*points))

    assert result is not None
    assert total == result.score == sum(result.parts.values())


def test_the_example_is_the_published_matrix() -> None:
    ranking = ranking_of(EXAMPLE)

    assert {name: total for name, (_, total) in PUBLISHED.items()} == {
        entry.initiative.id: entry.score for entry in ranking.running
    }
    assert ["scan4safety"] == [entry.initiative.id for entry in ranking.decided]
    assert [1, 1, 1, 4, 5, 5, 7, 7] == [entry.rank for entry in ranking.running]
    assert [True, True, True, False, True, True, True, True] == [entry.tied for entry in ranking.running]
    ignored = {entry.initiative.id: [one.rule for one in entry.ignored] for entry in ranking.running if entry.ignored}
    assert {"cardiology": ["score-above-maximum"], "network": ["score-above-maximum"]} == ignored


def test_what_is_not_known_is_not_zero() -> None:
    assert weighted.score(COLUMNS, row(8, 4)) is None
    assert weighted.score([], row(8, 4, 2)) is None
    assert weighted.score([Column("patient", "", Fraction(100), Fraction(0))], row(8)) is None


points = st.tuples(*(st.fractions(0, most) for most in (10, 5, 5)))


@given(points, points)
def test_more_points_never_score_less(one: tuple[Fraction, ...], other: tuple[Fraction, ...]) -> None:
    low, high = (weighted.score(COLUMNS, row(*map(pick, one, other))) for pick in (min, max))

    assert low
    assert high
    assert 0 <= low.score <= high.score <= 100


@given(points, st.fractions(min_value=Fraction(1, 100), max_value=100))
def test_the_unit_of_a_scale_does_not_matter(one: tuple[Fraction, ...], factor: Fraction) -> None:
    stretched = [Column(column.id, "", column.weight, column.max * factor) for column in COLUMNS]

    plain, scaled = weighted.score(COLUMNS, row(*one)), weighted.score(stretched, row(*(p * factor for p in one)))

    assert plain
    assert scaled
    assert plain.score == scaled.score


INITIATIVES = """\
- {id: b, title: B, choice: will, scores: {patient: 3}}
- {id: a, title: A, choice: will, scores: {patient: 3}}
- {id: c, title: C, choice: will, scores: {patient: 5}}
- {id: unscored, title: D, choice: will}
- {id: sure, title: E, must_do: true, scores: {patient: 1}}
- {id: done, title: F, status: delivered, scores: {patient: 5}}
- {id: no, title: G, choice: {decision: will-not, reason: x}, scores: {patient: 2}}
- {id: stopped, title: H, status: stopped}
"""


def test_ties_are_ties_and_only_those_in_the_running_have_ranks(strategy_folder: Callable[..., Path]) -> None:
    ranking = ranking_of(strategy_folder(initiatives=INITIATIVES))

    running = [(entry.initiative.id, entry.rank, entry.tied) for entry in ranking.running]
    assert [("c", 1, False), ("a", 2, True), ("b", 2, True), ("unscored", None, False)] == running
    assert [("sure", None)] == [(entry.initiative.id, entry.rank) for entry in ranking.decided]
    after = [(entry.initiative.id, entry.standing) for entry in ranking.after]
    assert [("done", "delivered"), ("no", "will not"), ("stopped", "stopped")] == after


def test_adding_an_idea_moves_nobody(strategy_folder: Callable[..., Path], tmp_path: Path) -> None:
    before = ranking_of(strategy_folder(initiatives=INITIATIVES))
    (tmp_path / "strategy" / "initiatives.yaml").write_text(
        INITIATIVES + "- {id: new, title: New, status: idea, scores: {patient: 4}}\n", encoding="utf-8"
    )
    after = ranking_of(tmp_path / "strategy")

    scores = {entry.initiative.id: entry.score for entry in after.running}
    assert {entry.initiative.id: entry.score for entry in before.running}.items() <= scores.items()


def test_several_scorers_count_by_their_mean(strategy_folder: Callable[..., Path]) -> None:
    ranking = ranking_of(
        strategy_folder(
            initiatives="- {id: a, title: A, choice: will, scores: [{by: Nurse, scores: {patient: 2}}, "
            "{by: Doctor, scores: {patient: 5}}]}\n"
        )
    )

    assert [Fraction(70)] == [entry.score for entry in ranking.running]


@pytest.mark.parametrize(
    ("initiatives", "scoring", "rule"),
    [
        ("- {id: a, title: A, choice: will, scores: {patient: 6}}", None, "score-above-maximum"),
        ("- {id: a, title: A, choice: will, scores: {patient: five}}", None, "wrong-type"),
        ("- {id: a, title: A, choice: will, scores: {patients: 5}}", None, "unknown-criterion"),
        (None, "criteria: {id: patient, weight: 90, max: 5}", "weights-not-100"),
        (None, "criteria: {id: patient, weight: 100}", "missing-key"),
        (None, "criteria: [{id: patient, weight: 100, max: ten}]", "wrong-type"),
        ("- {id: a: b}", None, "invalid-yaml"),
    ],
)
def test_a_scoring_error_stops_the_ranking(
    initiatives: str | None, scoring: str | None, rule: str, strategy_folder: Callable[..., Path]
) -> None:
    given_files = {name: text for name, text in (("initiatives", initiatives), ("scoring", scoring)) if text}
    ranking = ranking_of(strategy_folder(**given_files))

    assert ranking.is_stopped
    assert [rule] == [finding.rule for finding in ranking.errors]
    data = json.loads(FORMATS["json"](ranking))
    assert [rule] == [finding["rule"] for finding in data["findings"]]
    assert data["initiatives"] == []


def test_another_error_leaves_out_the_record_and_says_so(strategy_folder: Callable[..., Path]) -> None:
    ranking = ranking_of(
        strategy_folder(
            initiatives="- {id: a, title: A, choice: will, scores: {patient: 4}}\n"
            "- {id: b, title: B, choice: will, start: soon, scores: {patient: 5}}\n"
        )
    )

    assert ["a"] == [entry.initiative.id for entry in ranking.running]
    assert ["bad-date"] == [finding.rule for finding in ranking.left_out]
    assert not ranking.is_stopped
