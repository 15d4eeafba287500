"""The ranking by every method: what it says of each, what it could not rank and why, in every format."""

from __future__ import annotations

import csv
import io
import json
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from digistrat.answers import Answers
from digistrat.figures.methods import DECLARED
from digistrat.model.load import load_folder
from digistrat.score.formats import FORMATS
from digistrat.score.instead import scored_by
from digistrat.score.ranking import score_of
from digistrat.score.table import per_weight, row
from tests.strategies import AS_OF, EXAMPLE, write

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.score.ranking import Entry, Ranking

RICE = """\
- {id: one, title: One, scores: {impact: 3}, reach: 450, confidence: 100, effort: 2}
- {id: two, title: Two, scores: {impact: 0.25}, reach: 2000, confidence: 80, effort: 4}
- {id: no-effort, title: No effort, scores: {impact: 2}, reach: 800, confidence: 50}
- {id: nothing, title: Nothing}
- {id: zero, title: Zero effort, scores: {impact: 2}, reach: 800, confidence: 50, effort: 0}
- {id: odd, title: Odd, scores: {impact: 2}, reach: -5, confidence: 120, effort: 1}
- {id: under, title: Under, scores: {impact: 2}, reach: 5, confidence: -1, effort: 1}
- {id: sure, title: Sure, must_do: true, scores: {impact: 1}, reach: 10, confidence: 50}
"""
ICE = "- {id: a, title: A, scores: {impact: 9, confidence: 9, ease: 1}}\n- {id: b, title: B, scores: {impact: 6, confidence: 6, ease: 6}}\n"
VALUE = """\
- {id: a, title: A, scores: {patient: 4}, effort: 8}
- {id: b, title: B, scores: {patient: 3}, effort: 4}
- {id: c, title: C, scores: {patient: 5}}
"""
WITH_EFFORT = "method: value-effort\ncriteria: {id: patient, title: Patients, weight: 100, max: 5}\n"


def ranking_of(folder: Path, method: str = "") -> Ranking:
    strategy = load_folder(folder, AS_OF)
    return Answers(scored_by(strategy, method) if method else strategy).ranking


def made(folder: Path, scoring: str | None, initiatives: str) -> Path:
    return write(folder, {"scoring.yaml": scoring, "initiatives.yaml": initiatives})


def by_id(ranking: Ranking) -> dict[str, Entry]:
    return {entry.initiative.id: entry for entry in ranking.entries}


def data_of(ranking: Ranking) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(FORMATS["json"](ranking))
    return data


def test_a_ranking_by_a_preset_says_what_it_could_not_rank_and_why(tmp_path: Path) -> None:
    data = data_of(ranking_of(made(tmp_path, "method: rice\n", RICE)))

    said = {one["id"]: (one["rank"], one["score"], one["missing"], one["why"]) for one in data["initiatives"]}
    assert {
        "one": (1, 675, [], ""),
        "two": (2, 100, [], ""),
        "no-effort": (None, None, ["effort"], "not scored on effort"),
        "nothing": (
            None,
            None,
            ["impact", "reach", "confidence", "effort"],
            "not scored on impact, reach, confidence and effort",
        ),
        "zero": (None, None, [], "nothing can be divided by an effort of 0"),
        "odd": (
            None,
            None,
            [],
            "a reach of -5 is less than nobody; a confidence of 120 is not from 0 to 100 per cent",
        ),
        "under": (None, None, [], "a confidence of -1 is not from 0 to 100 per cent"),
    } == said


def test_a_preset_has_no_weights_and_no_value_and_its_parts_are_the_numbers_given(tmp_path: Path) -> None:
    data = data_of(ranking_of(made(tmp_path, "method: rice\n", RICE)))

    names = ("reach", "impact", "confidence", "effort")
    assert [{"id": name, "weight": None, "max": None} for name in names] == data["criteria"]
    assert ("rice", "reach × impact × confidence ÷ effort") == (data["method"], data["formula"])
    two = data["initiatives"][1]
    assert {"reach": 2000, "impact": 0.25, "confidence": 80, "effort": 4} == two["parts"]
    assert (None, 4) == (two["value"], two["effort"])


def test_of_work_that_is_decided_nobody_asks_for_a_score(tmp_path: Path) -> None:
    ranking = ranking_of(made(tmp_path, "method: rice\n", RICE))

    assert ["effort"] == data_of(ranking)["decided"][0]["missing"]
    assert "| Sure |  |  |  |  |  |  |" in FORMATS["markdown"](ranking)


def test_value_for_effort_keeps_the_value_beside_the_score(tmp_path: Path) -> None:
    entries = by_id(ranking_of(made(tmp_path, WITH_EFFORT, VALUE)))

    found = {id: (one.rank, one.score, one.value, one.effort) for id, one in entries.items()}
    expected: object = {"a": (2, 10, 80, 8), "b": (1, 15, 60, 4), "c": (None, None, 100, None)}
    assert expected == found
    assert {"patient": 100} == entries["c"].parts


def test_the_value_of_a_weighted_ranking_is_its_score() -> None:
    entries = ranking_of(EXAMPLE).entries

    assert [entry.score for entry in entries] == [entry.value for entry in entries]


@pytest.mark.parametrize(
    ("method", "scores"),
    [("ice", [Fraction(19, 3), 6]), ("ice-mean", [Fraction(19, 3), 6]), ("ice-product", [216, 81])],
)
def test_ice_is_the_mean_unless_the_product_is_named(tmp_path: Path, method: str, scores: list[Fraction]) -> None:
    ranking = ranking_of(made(tmp_path, f"method: {method}\n", ICE))

    assert scores == [entry.score for entry in ranking.running]
    data = data_of(ranking)
    assert (method, "mean" in data["formula"]) == (data["method"], method != "ice-product")


def test_the_csv_has_value_and_effort_where_the_score_is_their_ratio(tmp_path: Path) -> None:
    text = FORMATS["csv"](ranking_of(made(tmp_path, WITH_EFFORT, VALUE)))

    rows = list(csv.DictReader(io.StringIO(text)))
    assert ["rank", "id", "title", "standing", "score", "value", "effort", "score on patient", "note"] == list(rows[0])
    assert ["15", "60", "4", "60", ""] == [*rows[0].values()][4:]
    assert ["", "100", "", "100", "not scored on effort"] == [*rows[2].values()][4:]


def test_the_csv_of_a_preset_has_its_numbers_as_they_were_given(tmp_path: Path) -> None:
    rows = list(csv.reader(io.StringIO(FORMATS["csv"](ranking_of(made(tmp_path, "method: rice\n", RICE))))))

    assert ["score", "reach", "impact", "confidence", "effort", "note"] == rows[0][4:]
    assert ["100", "2000", "0.25", "80", "4", ""] == rows[3][4:]


def test_markdown_names_the_method_and_has_no_weights_where_there_are_none(tmp_path: Path) -> None:
    text = FORMATS["markdown"](ranking_of(made(tmp_path, "method: rice\n", RICE)))

    assert "## Ranking by RICE score, not out of 100: reach × impact × confidence ÷ effort\n" in text
    assert "| Rank | Initiative | Score | Reach | Impact | Confidence | Effort | Note |" in text


def test_markdown_says_what_the_numbers_mean(tmp_path: Path) -> None:
    scores = "[{by: Nurse <b>, scores: {patient: 2}}, {by: Finance, scores: {patient: 5}}]"

    text = FORMATS["markdown"](ranking_of(made(tmp_path, WITH_EFFORT, f"- {{id: a, title: A, scores: {scores}}}\n")))

    assert "## Do the scorers agree?\n\n- Scored by Nurse \\<b\\> and Finance;" in text


def test_scores_that_differ_do_not_read_alike(tmp_path: Path) -> None:
    close = "- {id: a, title: A, scores: {patient: 4.99}, effort: 7}\n- {id: b, title: B, scores: {patient: 5}, effort: 7}\n"

    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"](ranking_of(made(tmp_path, WITH_EFFORT, close))))))

    assert ["14.29", "14.26"] == [row["score"] for row in rows]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("method", DECLARED)
def test_every_format_writes_every_method(method: str, format: str, tmp_path: Path) -> None:
    scores = ", ".join(f"{name}: 4" for name in DECLARED[method].criteria or ["patient"])
    given = f"- {{id: a, title: First of all, reach: 5, confidence: 50, effort: 3, scores: {{{scores}}}}}\n"

    ranking = ranking_of(made(tmp_path, WITH_EFFORT.replace("value-effort", method), given))

    assert [1] == [entry.rank for entry in ranking.running]
    assert "First of all" in FORMATS[format](ranking)


def test_a_misspelt_criterion_that_is_ignored_still_says_why_there_is_no_score(tmp_path: Path) -> None:
    initiatives = (
        "- id: a\n  title: A\n  scores:\n    patiemt: 4  # digistrat: ignore[unknown-criterion] we know\n  effort: 1\n"
    )

    entry = by_id(ranking_of(made(tmp_path, WITH_EFFORT, initiatives)))["a"]

    assert ("patient",) == entry.missing


def test_another_method_for_one_run_is_as_if_the_file_named_it(tmp_path: Path) -> None:
    folder = made(tmp_path / "own", WITH_EFFORT.replace("value-effort", "weighted"), VALUE)
    other = made(tmp_path / "other", WITH_EFFORT, VALUE)

    assert data_of(ranking_of(other)) == data_of(ranking_of(folder, "value-effort"))


def test_a_preset_needs_no_scoring_file(tmp_path: Path) -> None:
    ranking = ranking_of(made(tmp_path, None, RICE), "rice")

    assert ["one", "two"] == [entry.initiative.id for entry in ranking.running if entry.rank]
    assert not ranking.is_stopped


def test_what_the_own_method_is_scored_on_stays_known_by_another(tmp_path: Path) -> None:
    folder = made(
        tmp_path, WITH_EFFORT.replace("value-effort", "rice"), RICE + "- {id: x, title: X, scores: {patient: 4}}\n"
    )

    ranking = ranking_of(folder, "weighted")

    assert [("x", Fraction(80))] == [(one.initiative.id, one.score or 0) for one in ranking.running if one.rank]


def test_a_score_that_no_method_knows_stops_either(tmp_path: Path) -> None:
    ranking = ranking_of(made(tmp_path, None, "- {id: a, title: A, scores: {impakt: 4}}\n"), "rice")

    assert ["unknown-criterion"] == [finding.rule for finding in ranking.errors]
    assert data_of(ranking)["initiatives"] == []


WSJF = "- {id: a, title: A, scores: {value: 8, urgency: 5, risk-reduction: 13}, effort: 5}\n- {id: b, title: B}\n"


@pytest.mark.parametrize(
    ("method", "initiatives"),
    [("weighted", VALUE), ("value-effort", VALUE), ("rice", RICE), ("ice", ICE), ("ice-product", ICE), ("wsjf", WSJF)],
)
def test_the_score_of_one_is_the_score_that_the_ranking_gives_it(method: str, initiatives: str, tmp_path: Path) -> None:
    strategy = scored_by(load_folder(made(tmp_path, WITH_EFFORT, initiatives), AS_OF), method)

    found = {id: score_of(strategy, one) for id, one in strategy.initiatives.items()}

    assert {id: one.result for id, one in by_id(Answers(strategy).ranking).items()} == found
    assert any(found.values())


def test_without_a_scoring_file_nothing_has_a_score(tmp_path: Path) -> None:
    strategy = load_folder(made(tmp_path, None, VALUE), AS_OF)

    assert [None] * 3 == [score_of(strategy, one) for one in strategy.initiatives.values()]


def test_a_weighted_score_is_the_weights_times_their_numbers(tmp_path: Path) -> None:
    criteria = "criteria: [{id: patient, weight: 60, max: 5}, {id: staff, weight: 40, max: 10}]\n"
    initiatives = "- {id: a, title: A, effort: 8, scores: {patient: 4, staff: 3}}\n"
    folder = made(tmp_path, criteria, initiatives)

    ranking, ratio = ranking_of(folder), ranking_of(folder, "value-effort")

    numbers = [per_weight(one.how, one.columns, row(one.how, one.running[0].initiative)) for one in (ranking, ratio)]
    assert [(Fraction(4, 5), Fraction(3, 10)), (Fraction(1, 10), Fraction(3, 80))] == numbers
    assert [60, Fraction(60, 8)] == [ranking.running[0].score, ratio.running[0].score]


def test_a_bar_is_full_at_the_best_possible_or_at_the_biggest_shown(tmp_path: Path) -> None:
    folder = made(tmp_path, WITH_EFFORT, VALUE)

    weighted, ratio = ranking_of(folder, "weighted"), ranking_of(folder)

    assert (Fraction(100), Fraction(15), Fraction(10)) == (
        weighted.full_bar(weighted.running),
        ratio.full_bar(ratio.running),
        ratio.full_bar(ratio.running[1:]),
    )
    assert 0 == ratio.full_bar(())
