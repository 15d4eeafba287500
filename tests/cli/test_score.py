"""`digistrat score`: by which method, how it reads in a terminal, and how it ends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from digistrat.figures.methods import DECLARED
from digistrat.wording import one_line
from tests.strategies import EXAMPLE, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

    Digistrat = Callable[..., Done]

AS_OF = ("--as-of", "2026-11-21")
RICE = """\
- {id: one, title: Letters without paper, scores: {impact: 3}, reach: 450, confidence: 100, effort: 2}
- {id: two, title: Wi-Fi on every ward, scores: {impact: 1}, reach: 2000, confidence: 80, effort: 4}
- {id: three, title: Voice recognition, scores: {impact: 2}, reach: 800, confidence: 50}
- {id: four, title: Closed loop, scores: {impact: 2}, reach: 800, confidence: 50, effort: 0}
"""


@pytest.fixture
def rice(tmp_path: Path) -> Path:
    return write(tmp_path / "rice", {"scoring.yaml": "method: rice\n", "initiatives.yaml": RICE})


@pytest.fixture
def several(tmp_path: Path) -> Path:
    initiatives = """\
- {id: a, title: A, scores: [{by: Nurse, scores: {patient: 4}}, {by: Finance, scores: {patient: 2}}]}
- {id: b, title: B, scores: [{by: Nurse, scores: {patient: 3}}, {by: Finance, scores: {patient: 3}}]}
"""
    return write(tmp_path / "several", {"initiatives.yaml": initiatives})


def test_the_table_names_the_method_and_its_scale(digistrat: Digistrat, rice: Path) -> None:
    own, usual = (digistrat("score", folder, *AS_OF).stdout for folder in (rice, EXAMPLE))

    assert "Ranking by RICE score, not out of 100: reach × impact × confidence ÷ effort\n" in own
    assert "Ranking by weighted score, out of 100\n" in usual


def test_bars_scale_to_the_biggest_score_where_nothing_is_the_best(
    digistrat: Digistrat, rice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")

    lines = digistrat("score", rice, *AS_OF).stdout.splitlines()

    bars = {line[3:24].strip(): line.count("█") for line in lines if line.startswith(("1", "2"))}
    assert {"Letters without paper": 20, "Wi-Fi on every ward": 12} == bars


def test_a_ranking_without_any_score_has_no_bars(
    digistrat: Digistrat, rice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")

    done = digistrat("score", rice, *AS_OF, "--method", "wsjf")

    assert "█" not in done.stdout
    assert "not scored on value, urgency and risk-reduction" in one_line(done.stdout)


def test_it_says_what_could_not_be_ranked(digistrat: Digistrat, rice: Path) -> None:
    done = digistrat("score", rice, *AS_OF)

    assert done.exit_code == 0
    assert "1 initiative without all scores: what is not known is not zero\n" in done.stderr
    assert "1 initiative with a number that RICE cannot use: its note says which\n" in done.stderr


@pytest.mark.parametrize("method", DECLARED)
def test_every_method_can_be_asked_for(method: str, digistrat: Digistrat) -> None:
    done = digistrat("score", EXAMPLE, *AS_OF, "--method", method, "--format", "json")

    assert (0, method) == (done.exit_code, json.loads(done.stdout)["method"])


def test_a_method_that_is_none_is_a_wrong_call(digistrat: Digistrat) -> None:
    done = digistrat("score", EXAMPLE, *AS_OF, "--method", "icee")

    assert done.exit_code == 2
    assert "did you mean 'ice'?" in done.stderr


def test_weights_need_criteria(digistrat: Digistrat, tmp_path: Path) -> None:
    folder = write(tmp_path, {"scoring.yaml": None, "initiatives.yaml": RICE})

    done = digistrat("score", folder, *AS_OF, "--method", "value-effort")

    assert done.exit_code == 1
    assert "there are no criteria" in done.stderr


def test_under_the_table_stands_whether_the_scorers_agree(digistrat: Digistrat, several: Path) -> None:
    text = digistrat("score", several, *AS_OF).stdout

    assert "\nDo the scorers agree?\nScored by Nurse and Finance; where several scored, their mean counts.\n" in text
    assert text.index("Ranking by") < text.index("Do the scorers agree?") < text.index("How sure are the first places?")


def test_the_data_has_agreement_and_robustness(digistrat: Digistrat, several: Path) -> None:
    data = json.loads(digistrat("score", several, *AS_OF, "--format", "json").stdout)

    assert {"top", "sentences", "flips", "acceptability"} <= set(data["robustness"])
    assert {"kendall_w", "pairs"} <= set(data["agreement"])
    assert (0, ["Nurse", "Finance"]) == (data["agreement"]["kendall_w"], data["agreement"]["pairs"][0]["between"])


@pytest.mark.parametrize("width", ["1", "40", "59"])
def test_a_narrow_terminal_has_notes_under_the_titles(
    width: str, digistrat: Digistrat, rice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)

    text = digistrat("score", rice, *AS_OF).stdout

    assert max(len(line) for line in text.splitlines()) <= max(int(width), 40)
    assert "   Voice recognition\n   (not scored on effort)\n" in text
    assert "(nothing can be divided by an effort of 0)" in one_line(text)


def test_the_name_of_a_scorer_is_no_markup(digistrat: Digistrat, tmp_path: Path) -> None:
    scores = '[{by: "[bold]Blue", scores: {patient: 4}}, {by: "[/]", scores: {patient: 2}}]'
    folder = write(tmp_path, {"initiatives.yaml": f"- {{id: a, title: A, scores: {scores}}}\n"})

    assert "Scored by [bold]Blue and [/];" in digistrat("score", folder, *AS_OF).stdout
