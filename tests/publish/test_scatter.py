"""A picture of dots: each where its numbers are, none on another, no label on a label."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest

from digistrat.publish.scatter import BOTTOM, LEFT, MOST, RIGHT, TOP, Scale, Scatter, scatter

RADIUS = 9  # of a dot in the template


def drawn(
    points: list[tuple[int, int]], cut: tuple[Fraction | int, Fraction | int] = (5, 50), end: int = 10
) -> Scatter:
    """Draw points of x from 0 to an end and y to 100."""
    x, y = Scale("Effort", Fraction(end), Fraction(cut[0])), Scale("Value", Fraction(100), Fraction(cut[1]))
    exact = [(Fraction(one), Fraction(other)) for one, other in points]
    return scatter("A finding", exact, x, y, ("Quick wins", "Big bets", "Fill-ins", "Hard to justify"))


def test_dots_stand_where_their_numbers_are() -> None:
    marks = drawn([(0, 0), (10, 100), (5, 50)]).marks

    assert [("51", "227", "1", None), ("307", "53", "2", None), ("179", "140", "3", None)] == list(marks)


def test_a_dot_that_had_to_move_is_joined_with_its_place() -> None:
    first, second = drawn([(2, 80), (2, 80)]).marks

    assert first.true is None
    assert (first.x, first.y) == second.true


def test_it_stays_on_its_side_of_the_lines_while_there_is_room() -> None:
    found = drawn([(5, 50)] * 12)

    across, up = map(float, found.cut)
    assert all(float(mark.x) <= across and float(mark.y) <= up for mark in found.marks)


def test_where_there_is_no_room_it_crosses_a_line_rather_than_hide() -> None:
    found = drawn([(0, 100)] * 4, cut=(0, 100))

    assert 4 == len({(mark.x, mark.y) for mark in found.marks})


@pytest.mark.parametrize("seed", range(8))
def test_no_dot_touches_another_or_the_frame(seed: int) -> None:
    random = Random(seed)  # noqa: S311  (nothing secret)
    spread = random.choice([1, 3, 10])
    points = [(random.randint(0, spread), random.randint(10 - spread, 10) * 10) for _ in range(MOST)]

    places = [(int(mark.x), int(mark.y)) for mark in drawn(points).marks]

    assert MOST == len(places)
    for place, (x, y) in enumerate(places):
        assert LEFT + RADIUS <= x <= RIGHT - RADIUS
        assert TOP + RADIUS <= y <= BOTTOM - RADIUS
        assert all((x - a) ** 2 + (y - b) ** 2 >= (2 * RADIUS) ** 2 for a, b in places[:place])


def test_more_dots_than_can_be_numbered_stand_where_they_are() -> None:
    marks = drawn([(3, 70)] * (MOST + 1)).marks

    assert {("128", "105", "", None)} == set(marks)
    assert MOST + 1 == len(marks)


@pytest.mark.parametrize("end", [1, 10, 1000, 123_456])
@pytest.mark.parametrize("across", [0, Fraction(1, 20), Fraction(1, 2), Fraction(9, 10), Fraction(19, 20), 1])
@pytest.mark.parametrize("up", [0, 3, 8, Fraction(125, 2), 95, 100])
def test_labels_keep_apart_and_inside(end: int, across: Fraction, up: int) -> None:
    found = drawn([(1, 1)], (across * end, up), end)
    boxes = []
    for label in found.labels:
        width, x, y = 8 * len(label.text), float(label.x), float(label.y)
        left = {"start": x, "middle": x - width / 2, "end": x - width}[label.anchor]
        boxes.append((left, left + width, y - 10, y + 2))

    for place, (left, right, top, bottom) in enumerate(boxes):
        assert left >= 0
        assert right <= found.width
        assert top >= 0
        assert bottom <= found.height
        beside = [one for one in boxes[:place] if left < one[1] and one[0] < right]
        assert not [one for one in beside if top < one[3] and one[2] < bottom]


@pytest.mark.parametrize(
    ("cut", "expected"),
    [
        pytest.param((5, 50), ["0", "5", "10", "0", "100", "50"], id="between"),
        pytest.param((0, 97), ["0", "10", "0", "97"], id="at the start, and near the end"),
        pytest.param((10, 3), ["0", "10", "100", "3"], id="at the end, and near the start"),
    ],
)
def test_the_lines_are_always_labelled_and_an_end_gives_way(cut: tuple[int, int], expected: list[str]) -> None:
    assert expected == [label.text for label in drawn([(1, 1)], cut).labels if label.text.isdigit()]
