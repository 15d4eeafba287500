"""Value against effort: four parts, with a rule for what lies on a line, and nothing lost that has no place."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from digistrat.figures.quadrant import Quadrant, quadrant
from digistrat.model.load import load_folder
from tests.strategies import AS_OF, lint, write

if TYPE_CHECKING:
    from pathlib import Path

WEIGHTED = "criteria: {id: patient, weight: 100, max: 5}\n"


def of(folder: Path, efforts: dict[str, str], values: dict[str, float], scoring: str = "") -> Quadrant | None:
    """Set values against efforts, each by id; an effort may go on with other keys."""
    lines = "".join(f"- {{id: {id}, title: T, effort: {effort}}}\n" for id, effort in efforts.items())
    files = {"initiatives.yaml": lines, "scoring.yaml": WEIGHTED + scoring}
    strategy = load_folder(write(folder, files), AS_OF)
    return quadrant(strategy, {id: Fraction(value) for id, value in values.items()})


def lines(found: Quadrant | None) -> list[object]:
    """Give where the lines lie, that of value first, and whether nobody has said so."""
    return [*(tuple(line) for line in (found.value, found.effort))] if found else []


def parts(found: Quadrant | None) -> dict[str, str]:
    return {dot.initiative.id: dot.part for dot in found.dots} if found else {}


@pytest.mark.parametrize(
    ("value", "effort", "part"),
    [
        (80, 2, "quick-win"),
        (60, 5, "quick-win"),
        (80, 8, "big-bet"),
        (60, 5.1, "big-bet"),
        (59.5, 5, "fill-in"),
        (59.5, 5.1, "hard-to-justify"),
    ],
)
def test_on_its_line_a_value_is_much_and_an_effort_little(
    value: float, effort: float, part: str, tmp_path: Path
) -> None:
    found = of(tmp_path, {"a": str(effort)}, {"a": value}, "quadrant: {value: 60, effort: 5}\n")

    assert {"a": part} == parts(found)
    assert [(60, False), (5, False)] == lines(found)


@pytest.mark.parametrize(
    ("scoring", "value", "effort", "greatest"),
    [
        pytest.param("", (50, True), (4, True), 8, id="half of the greatest effort"),
        pytest.param("effort: {max: 20}\n", (50, True), (10, True), 20, id="half of the most that can be given"),
        pytest.param("effort: {max: 5}\n", (50, True), (Fraction(5, 2), True), 8, id="an effort beyond its most"),
        pytest.param("effort: {max: -5}\n", (50, True), (4, True), 8, id="a most that is none"),
        pytest.param("quadrant: {effort: 30}\n", (50, True), (30, False), 30, id="a line beyond all efforts"),
        pytest.param("quadrant: {value: 0}\n", (0, False), (4, True), 8, id="a line at nothing"),
    ],
)
def test_lines_that_nobody_declares_lie_half_way(
    scoring: str, value: tuple[int, bool], effort: tuple[int, bool], greatest: int, tmp_path: Path
) -> None:
    found = of(tmp_path, {"a": "8", "b": "2"}, {"a": 10, "b": 90}, scoring)

    assert [value, effort] == lines(found)
    assert found
    assert greatest == found.greatest_effort


def test_what_has_no_value_or_no_effort_is_listed_apart(tmp_path: Path) -> None:
    efforts = {
        "a": "null",
        "b": "3",
        "c": "null",
        "d": "-1",
        "e": "1",
        "f": "1, status: delivered",
        "g": "1, choice: later",
    }

    found = of(tmp_path, efforts, {"a": 10, "d": 20, "e": 30, "f": 99, "g": 99})

    assert found
    assert ["e"] == [dot.initiative.id for dot in found.dots]
    assert [("a", "effort"), ("b", "value"), ("c", "both"), ("d", "effort")] == [
        (one.initiative.id, one.lacks) for one in found.apart
    ]


def test_the_highest_value_comes_first_then_the_least_effort_then_the_id(tmp_path: Path) -> None:
    found = of(tmp_path, {"d": "1", "c": "2", "b": "2", "a": "9"}, {"d": 40, "c": 70, "b": 70, "a": 70})

    assert ["b", "c", "a", "d"] == list(parts(found))
    assert found
    assert ["b", "c"] == [dot.initiative.id for dot in found.of("quick-win")]


def test_work_without_any_effort_takes_little_of_it(tmp_path: Path) -> None:
    found = of(tmp_path, {"a": "0"}, {"a": 10})

    assert {"a": "fill-in"} == parts(found)
    assert found
    assert 1 == found.greatest_effort


def test_a_value_above_100_makes_the_scale_longer(tmp_path: Path) -> None:
    found = of(tmp_path, {"a": "1", "b": "1"}, {"a": 120, "b": 10})

    assert found
    assert 120 == found.greatest_value


def test_nothing_with_both_gives_no_picture(tmp_path: Path) -> None:
    assert of(tmp_path, {"a": "1", "b": "null"}, {"b": 50}) is None


def test_a_strategy_without_scoring_has_the_lines_half_way(tmp_path: Path) -> None:
    folder = write(tmp_path, {"initiatives.yaml": "- {id: a, title: A, effort: 4}\n"})

    found = quadrant(load_folder(folder, AS_OF), {"a": Fraction(50)})

    assert [(50, True), (2, True)] == lines(found)


def test_a_line_below_nothing_is_told(tmp_path: Path) -> None:
    folder = write(tmp_path, {"scoring.yaml": f"{WEIGHTED}quadrant: {{value: -1, efort: 2}}\n"})

    found = [(one.rule, one.field) for one in lint(folder).findings if one.file == "scoring.yaml"]

    assert [("bad-value", "quadrant.value"), ("unknown-key", "quadrant.efort")] == found
