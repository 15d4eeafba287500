"""Where numbered dots stand in a picture of one scale against another; the template draws them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from digistrat.publish.charts import Label
from digistrat.wording import rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# The drawing in its own units, y growing downwards; the frame, and how far inside it the middles of dots may stand.
# The two bands that this leaves above and below hold the names of the four parts.
WIDTH, HEIGHT = 320, 284
LEFT, RIGHT, TOP, BOTTOM = 40, 318, 22, 246
BAND = 20
RADIUS = 4  # of a dot
_INSIDE, _DOWN = 11, BAND + RADIUS + 2
_STEP = 6  # between the places that are tried for a number that has none beside its dot
_TALL, _DIGIT, _MARK = 12, 7, 4  # the height of a number, the width of a digit and of a comma, a blank or a dash
_GAP = 2  # between a dot and its number
MOST = 30  # dots with a number, for which there is always room; of more none has one
_NAME_IN = 6  # from the frame to a name in it
_BELOW, _NAME_BELOW, _ABOVE = 16, 33, -8  # from the frame to the foot of a label
_BESIDE = 6  # from the frame to a label at its side
_HALF = 4  # of a digit's height
_CLOSE, _LETTER = 14, 8  # two labels nearer to each other would touch; the width of a digit or a letter


class Scale(NamedTuple):
    """A scale from 0 to its end, by name, and the line that cuts it."""

    name: str
    end: Fraction
    cut: Fraction


class Box(NamedTuple):
    """Some room in the picture: its middle, and how wide and tall it is."""

    x: int
    y: int
    width: int
    height: int

    def touches(self, other: Box) -> bool:
        """Tell whether two share any room."""
        return (
            2 * abs(self.x - other.x) < self.width + other.width
            and 2 * abs(self.y - other.y) < self.height + other.height
        )


class Mark(NamedTuple):
    """A dot at its own place, with the numbers of all that stands there, and the middle of those."""

    x: str
    y: str
    number: str  # empty where there are too many
    beside: tuple[str, str] = ("", "")
    is_far: bool = False  # whether the number had to stand so far away that a line joins it


@dataclass(frozen=True, slots=True)
class Scatter:
    """Dots in a frame that two lines cut in four; `title` says what it shows to those who do not see it."""

    title: str
    marks: tuple[Mark, ...]
    cut: tuple[str, str]
    parts: tuple[Label, ...]
    labels: tuple[Label, ...]
    width: int = WIDTH
    height: int = HEIGHT
    frame: tuple[int, int, int, int] = (LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP)


def scatter(
    title: str, points: Sequence[tuple[Fraction, Fraction]], x: Scale, y: Scale, corners: tuple[str, str, str, str]
) -> Scatter:
    """Lay out points, each as x and y, numbered from 1 in their order; the same points in a row share one dot.

    `corners` names the four parts: left and right above, left and right below.
    """
    cut = _across(x.cut, x), _up(y.cut, y)
    places = [(_across(one, x), _up(other, y)) for one, other in points]
    if len(places) <= MOST:
        marks = tuple(_numbered(places, cut))
    else:
        marks = tuple(Mark(rounded(a), rounded(b), "") for a, b in places)
    labels = (*_on_x(x, cut[0]), *_on_y(y, cut[1]))
    return Scatter(title, marks, (rounded(cut[0]), rounded(cut[1])), tuple(_corners(corners)), labels)


def _across(value: Fraction, scale: Scale) -> Fraction:
    return LEFT + _INSIDE + (RIGHT - LEFT - 2 * _INSIDE) * value / scale.end


def _up(value: Fraction, scale: Scale) -> Fraction:
    return BOTTOM - _DOWN - (BOTTOM - TOP - 2 * _DOWN) * value / scale.end


_Place = tuple[Fraction, Fraction]


def _numbered(places: Sequence[_Place], cut: _Place) -> Iterator[Mark]:
    """Give every dot its number, where that touches no dot and no other number."""
    size = 2 * RADIUS
    dots = [(text, place, Box(round(place[0]), round(place[1]), size, size)) for text, place in _together(places)]
    taken = [dot for _, _, dot in dots]
    near: dict[str, Box] = {}
    for text, _, dot in dots:  # first all that have room beside their dots, so that no other takes it from them
        if box := _free(_around(dot, text), dot, cut, taken):
            taken.append(box)
            near[text] = box
    for text, (x, y), dot in dots:
        box = near.get(text) or _free(_anywhere(text), dot, cut, taken) or dot
        if text not in near:
            taken.append(box)
        yield Mark(rounded(x), rounded(y), text, (str(box.x), str(box.y)), text not in near)


def _together(places: Sequence[_Place]) -> Iterator[tuple[str, _Place]]:
    """Give each place with the numbers of those in a row that share it."""
    for place, some in groupby(enumerate(places, 1), key=itemgetter(1)):
        yield _run([number for number, _ in some]), place


def _run(numbers: list[int]) -> str:
    """Write numbers in a row: `5`, `5, 6`, `5–7`."""
    first, last = numbers[0], numbers[-1]
    if first == last:
        return str(first)
    return f"{first}, {last}" if len(numbers) == 2 else f"{first}–{last}"  # noqa: PLR2004


def _free(boxes: Iterable[Box], dot: Box, cut: _Place, taken: list[Box]) -> Box | None:
    """Choose room for a number: where nothing is, on its dot's side of the lines if it can be, then the nearest."""
    lines = (Box(round(cut[0]), 0, 1, 2 * HEIGHT), Box(0, round(cut[1]), 2 * WIDTH, 1))

    def cost(box: Box) -> tuple[bool, int]:
        is_across = (box.x > cut[0]) != (dot.x > cut[0]) or (box.y > cut[1]) != (dot.y > cut[1])
        return is_across or any(map(box.touches, lines)), (box.x - dot.x) ** 2 + (box.y - dot.y) ** 2

    found = (box for box in sorted(boxes, key=cost) if _is_inside(box) and not any(map(box.touches, taken)))
    return next(found, None)


def _around(dot: Box, text: str) -> Iterator[Box]:
    """Give the eight places round a dot, the right one first."""
    width = _width(text)
    across, down = RADIUS + _GAP + width // 2, RADIUS + _GAP + _TALL // 2
    for x, y in ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1)):
        yield Box(dot.x + x * across, dot.y + y * down, width, _TALL)


def _anywhere(text: str) -> Iterator[Box]:
    width = _width(text)
    return (Box(x, y, width, _TALL) for x in range(LEFT, RIGHT, _STEP) for y in range(TOP, BOTTOM, _STEP))


def _width(text: str) -> int:
    return sum(_DIGIT if letter.isdigit() else _MARK for letter in text)


def _is_inside(box: Box) -> bool:
    across, down = abs(2 * box.x - LEFT - RIGHT), abs(2 * box.y - TOP - BOTTOM)
    return across + box.width < RIGHT - LEFT and down + box.height <= BOTTOM - TOP - 2 * BAND


def _corners(names: tuple[str, str, str, str]) -> Iterator[Label]:
    heights = (TOP + BAND - _NAME_IN, TOP + BAND - _NAME_IN, BOTTOM - _NAME_IN, BOTTOM - _NAME_IN)
    for place, (name, y) in enumerate(zip(names, heights, strict=True)):
        left, right = str(LEFT + _NAME_IN), str(RIGHT - _NAME_IN)
        yield Label(right, str(y), name, "end") if place % 2 else Label(left, str(y), name, "start")


def _on_x(scale: Scale, cut: Fraction) -> Iterator[Label]:
    """Give the numbers below the frame; an end too near to the line goes without."""
    line, end, y = rounded(scale.cut, grouped=True), rounded(scale.end, grouped=True), str(BOTTOM + _BELOW)
    half = _LETTER * len(line) // 2
    middle = min(cut, Fraction(RIGHT - half))
    if middle - half > LEFT + _INSIDE + _LETTER:
        yield Label(str(LEFT + _INSIDE), y, "0", "middle")
    yield Label(rounded(middle), y, line, "middle")
    if middle + half + _LETTER < RIGHT - _LETTER * len(end):
        yield Label(str(RIGHT), y, end, "end")
    yield Label(str(RIGHT), str(BOTTOM + _NAME_BELOW), scale.name, "end")


def _on_y(scale: Scale, cut: Fraction) -> Iterator[Label]:
    """Give the numbers left of the frame; an end too near to the line goes without."""
    low, high = _up(scale.end * 0, scale), _up(scale.end, scale)
    ends = ((low, "0"), (high, rounded(scale.end)))
    for y, text in (*(one for one in ends if abs(one[0] - cut) >= _CLOSE), (cut, rounded(scale.cut))):
        yield Label(str(LEFT - _BESIDE), rounded(y + _HALF), text, "end")
    yield Label("0", str(TOP + _ABOVE), scale.name, "start")
