"""`digistrat score`: by which method, how it reads in a terminal, and how it ends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

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
    assert "weighted points" not in done.stdout
    assert "not scored on value, urgency and risk-reduction" in one_line(done.stdout)


def test_it_says_what_could_not_be_ranked(digistrat: Digistrat, rice: Path) -> None:
    done = digistrat("score", rice, *AS_OF)

    assert done.exit_code == 0
    assert "1 initiative without all scores: what is not known is not zero\n" in done.stderr
    assert "1 initiative with a number that RICE cannot use: its note says which\n" in done.stderr


@pytest.mark.parametrize("method", DECLARED)
def test_every_method_can_be_asked_for(method: str, digistrat: Digistrat) -> None:
    done = digistrat("score", EXAMPLE, *AS_OF, "--method", method, "--format", "json")

    data = json.loads(done.stdout)
    is_ranked = any(one["rank"] for one in data["initiatives"])
    assert (0 if is_ranked else 1, method) == (done.exit_code, data["method"])
    assert DECLARED[method].is_weighted == is_ranked


@pytest.mark.parametrize("format", ["table", "json", "csv", "markdown"])
def test_where_nobody_in_the_running_could_be_ranked_the_answer_is_no(
    format: str, digistrat: Digistrat, rice: Path
) -> None:
    done = digistrat("score", rice, *AS_OF, "--method", "wsjf", "--format", format)

    assert 1 == done.exit_code
    assert "Letters without paper" in done.stdout
    assert done.stderr.endswith(
        "nothing is ranked: no initiative in the running has a WSJF score; each note says why\n"
    )


def test_a_workbook_to_fill_in_is_written_where_nothing_could_be_ranked(
    digistrat: Digistrat, rice: Path, tmp_path: Path
) -> None:
    done = digistrat("score", rice, *AS_OF, "--method", "wsjf", "--format", "xlsx", "-o", tmp_path / "matrix.xlsx")

    assert (1, True) == (done.exit_code, (tmp_path / "matrix.xlsx").is_file())


def test_where_nobody_is_in_the_running_nobody_is_missed(digistrat: Digistrat, tmp_path: Path) -> None:
    folder = write(tmp_path, {"initiatives.yaml": "- {id: a, title: A, must_do: true}\n"})

    assert (0, "") == digistrat("score", folder, *AS_OF)[::2]


@pytest.mark.parametrize(
    ("files", "top"),
    [
        pytest.param({"initiatives.yaml": "- {id: a, title: A}\n"}, 3, id="no scores"),
        pytest.param({"initiatives.yaml": "- {id: a, title: A, scores: {patient: 9}}\n"}, 3, id="a scoring error"),
        pytest.param({"scoring.yaml": None}, 3, id="no criteria"),
        pytest.param(
            {"scoring.yaml": "top: 0\ncriteria: [{id: patient, weight: 100, max: 5}]\n"},
            0,
            id="no place is asked about",
        ),
    ],
)
def test_robustness_has_the_same_keys_where_nothing_is_ranked(
    files: dict[str, Any], top: int, digistrat: Digistrat, tmp_path: Path
) -> None:
    full = json.loads(digistrat("score", EXAMPLE, *AS_OF, "--format", "json").stdout)["robustness"]

    found = json.loads(
        digistrat("score", write(tmp_path, files), *AS_OF, "--format", "json").stdout,
    )["robustness"]

    assert {"top": top, "sentences": [], "flips": [], "acceptability": {}, "level": [], "dominance": []} == found
    assert list(full) == list(found)


def test_a_confidence_that_looks_like_a_share_is_taken_as_it_stands_and_said(digistrat: Digistrat, rice: Path) -> None:
    shares = (
        RICE.replace("confidence: 100", "confidence: 1")
        .replace("confidence: 80", "confidence: 0.8")
        .replace("effort: 4", "effort: 4, must_do: true")
        .replace("confidence: 50}", "confidence: 1.01, effort: 1}")
    )
    (rice / "initiatives.yaml").write_text(shares, encoding="utf-8")

    done = digistrat("score", rice, *AS_OF, "--format", "json")
    table = one_line(digistrat("score", rice, *AS_OF).stdout)

    said = "a confidence of 0.8 is read as 0.8 per cent; for 80 per cent write 80"
    data = json.loads(done.stdout)
    assert (4, [said]) == (data["decided"][0]["score"], data["decided"][0]["doubts"])
    assert {"one": 1, "three": 0, "four": 0} == {one["id"]: len(one["doubts"]) for one in data["initiatives"]}
    assert f"'two': {said}\n'one': a confidence of 1 is read as 1 per cent; for 100 per cent write 100\n" in done.stderr
    assert said.partition(" is read")[0] in table


def test_of_many_such_confidences_only_the_number_is_said(digistrat: Digistrat, rice: Path) -> None:
    (rice / "initiatives.yaml").write_text(
        "".join(
            f"- {{id: i{n}, title: I{n}, scores: {{impact: 1}}, reach: 9, confidence: 0.5, effort: 1}}\n"
            for n in range(7)
        ),
        encoding="utf-8",
    )

    said = digistrat("score", rice, *AS_OF).stderr

    assert 5 == said.count("is read as 0.5 per cent")
    assert said.endswith("and 2 more with such a confidence: each note says it\n")


def test_no_other_method_asks_what_a_confidence_means(digistrat: Digistrat, rice: Path) -> None:
    (rice / "initiatives.yaml").write_text(RICE.replace("confidence: 80", "confidence: 0.8"), encoding="utf-8")

    assert "per cent" not in digistrat("score", rice, *AS_OF, "--method", "ice").stderr


@pytest.mark.parametrize(
    ("width", "bar"),
    [
        pytest.param("59", 0, id="no room for a note beside the title"),
        pytest.param("70", 0, id="titles would be folded"),
        pytest.param("80", 9, id="room for short ones"),
        pytest.param("99", 18, id="room for long ones, but not for criteria"),
        pytest.param("140", 18, id="room for long ones"),
    ],
)
def test_bars_are_drawn_where_there_is_room(
    width: str, bar: int, digistrat: Digistrat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)

    lines = digistrat("score", EXAMPLE, *AS_OF).stdout.splitlines()

    (cardiology,) = [line for line in lines if line.startswith("1=  Cardiology")]
    (later,) = [line for line in lines if line.startswith("  Heart checks at home")]
    assert bar == cardiology.count("█")
    assert later.count("█") in {round(bar * 7 / 9), 7}
    assert any(line.startswith("1=  Network/infrastructure  ") for line in lines)


@pytest.mark.parametrize(("width", "is_said"), [("99", False), ("100", True)])
def test_the_figures_below_the_criteria_are_said_to_be_weighted(
    width: str, digistrat: Digistrat, monkeypatch: pytest.MonkeyPatch, *, is_said: bool
) -> None:
    monkeypatch.setenv("COLUMNS", width)

    text = digistrat("score", EXAMPLE, *AS_OF).stdout

    assert is_said == ("by weighted score, out of 100; under each criterion its weighted points\n" in text)


@pytest.mark.parametrize("width", range(40, 110, 5))
def test_a_name_is_not_broken_at_its_hyphen(
    width: int, digistrat: Digistrat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    title = "Fast Wi-Fi and more Wi-Fi for each ward with Wi-Fi that is slow Wi-Fi"
    folder = write(tmp_path, {"initiatives.yaml": f"- {{id: a, title: {title}, scores: {{patient: 4}}}}\n"})

    text = digistrat("score", folder, *AS_OF).stdout

    assert title.count("Wi-Fi") == text.count("Wi-Fi")


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
