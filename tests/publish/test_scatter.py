"""A picture of dots: each at its own place, no number on another or on a dot, no label on a label."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest

from digistrat.publish.scatter import BAND, BOTTOM, LEFT, MOST, RIGHT, TOP, Mark, Scale, Scatter, scatter


def drawn(
    points: list[tuple[int, int]], cut: tuple[Fraction | int, Fraction | int] = (5, 50), end: int = 10
) -> Scatter:
    """Draw points of x from 0 to an end and y to 100."""
    x, y = Scale("Effort", Fraction(end), Fraction(cut[0])), Scale("Value", Fraction(100), Fraction(cut[1]))
    exact = [(Fraction(one), Fraction(other)) for one, other in points]
    return scatter("A finding", exact, x, y, ("Quick wins", "Big bets", "Fill-ins", "Hard to justify"))


def box(mark: Mark) -> tuple[float, float, float, float]:
    """Give the room of a mark's number, as left, right, top and bottom."""
    width = sum(7 if letter.isdigit() else 4 for letter in mark.number)
    x, y = map(float, mark.beside)
    return x - width / 2, x + width / 2, y - 6, y + 6


def overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def test_dots_stand_where_their_numbers_are() -> None:
    marks = drawn([(0, 0), (10, 100), (5, 50), (1, 99)]).marks

    assert [("51", "220"), ("307", "48"), ("179", "134"), ("76.6", "49.7")] == [(mark.x, mark.y) for mark in marks]
    assert ["1", "2", "3", "4"] == [mark.number for mark in marks]


def test_what_falls_together_shares_one_dot() -> None:
    marks = drawn([(2, 80), (2, 80), (5, 75), (5, 70), (5, 70), (5, 70)]).marks

    assert ["1, 2", "3", "4\N{EN DASH}6"] == [mark.number for mark in marks]


def test_dots_near_each_other_stay_where_they_are_and_keep_their_numbers_apart() -> None:
    one, other = drawn([(5, 80), (5, 79)]).marks

    assert ("179", "82.4") == (one.x, one.y)
    assert ("179", "84.1") == (other.x, other.y)
    assert not overlap(box(one), box(other))


def test_a_number_stands_on_its_dots_side_of_the_lines() -> None:
    (mark,) = drawn([(5, 50)]).marks

    _, right, _, bottom = box(mark)
    assert right < float(mark.x)
    assert bottom < float(mark.y)
    assert not mark.is_far


def test_a_number_without_room_beside_its_dot_is_joined_with_it() -> None:
    marks = drawn([(50 + number, 50) for number in range(MOST)], (50, 50), 100).marks

    assert [mark for mark in marks if mark.is_far]
    assert not marks[0].is_far


@pytest.mark.parametrize("seed", range(8))
def test_no_number_touches_another_or_a_dot_or_the_frame(seed: int) -> None:
    random = Random(seed)  # noqa: S311  (nothing secret)
    spread = random.choice([1, 3, 10])
    points = [(random.randint(0, spread), random.randint(10 - spread, 10) * 10) for _ in range(MOST)]

    marks = drawn(points).marks

    dots = [(float(one.x) - 3, float(one.x) + 3, float(one.y) - 3, float(one.y) + 3) for one in marks]
    for place, mark in enumerate(marks):
        left, right, top, bottom = found = box(mark)
        assert left > LEFT
        assert right < RIGHT
        assert TOP + BAND <= top
        assert bottom <= BOTTOM - BAND
        assert not [one for one in dots if overlap(found, one)]
        assert not [one for one in marks[:place] if overlap(found, box(one))]


def test_more_dots_than_can_be_numbered_have_no_numbers() -> None:
    marks = drawn([(3, 70)] * (MOST + 1)).marks

    assert {Mark("127.8", "99.6", "")} == set(marks)
    assert MOST + 1 == len(marks)


@pytest.mark.parametrize("end", [1, 10, 1000, 123_456])
@pytest.mark.parametrize("across", [0, Fraction(1, 20), Fraction(1, 2), Fraction(9, 10), Fraction(19, 20), 1])
@pytest.mark.parametrize("up", [0, 3, 8, Fraction(125, 2), 95, 100])
def test_labels_keep_apart_and_inside(end: int, across: Fraction, up: int) -> None:
    found = drawn([(1, 1)], (across * end, up), end)
    boxes = []
    for label in (*found.labels, *found.parts):
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


def test_the_names_of_the_parts_stand_in_the_frame_where_no_dot_can() -> None:
    found = drawn([(0, 0), (10, 100)])

    assert ["Quick wins", "Big bets", "Fill-ins", "Hard to justify"] == [label.text for label in found.parts]
    for label in found.parts:
        assert TOP < float(label.y) < BOTTOM
        assert LEFT < float(label.x) < RIGHT
        assert all(not float(label.y) - 12 < float(mark.y) < float(label.y) + 4 for mark in found.marks)
