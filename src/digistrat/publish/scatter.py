"""Where numbered dots stand in a picture of one scale against another; the template draws them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from digistrat.publish.charts import Label
from digistrat.wording import rounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# The drawing in its own units, y growing downwards; the frame, and inside it where the middles of dots may stand.
WIDTH, HEIGHT = 320, 292
LEFT, RIGHT, TOP, BOTTOM = 40, 318, 42, 238
_INSIDE = 11  # from the frame, so that no dot touches it
_APART = 20  # from one dot's middle to the next, so that no two touch
_STEP = 6  # between the places that are tried for a dot whose own place is taken
MOST = 30  # dots with a number, for which there is always room; of more, each is small and has none
_ABOVE, _BELOW, _SCALE, _NAME = -7, 16, 33, 50  # from the frame to the foot of a label
_BESIDE = 6  # from the frame to a label at its side
_HALF = 4  # of a digit's height
_CLOSE, _LETTER = 14, 8  # two labels nearer to each other would touch; the width of a digit or a letter


class Scale(NamedTuple):
    """A scale from 0 to its end, by name, and the line that cuts it."""

    name: str
    end: Fraction
    cut: Fraction


class Mark(NamedTuple):
    """A dot, moved aside where another stands; `true` is its own place then."""

    x: str
    y: str
    number: str  # empty where there are too many
    true: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Scatter:
    """Dots in a frame that two lines cut in four; `title` says what it shows to those who do not see it."""

    title: str
    marks: tuple[Mark, ...]
    cut: tuple[str, str]
    labels: tuple[Label, ...]
    width: int = WIDTH
    height: int = HEIGHT
    frame: tuple[int, int, int, int] = (LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP)


def scatter(
    title: str, points: Sequence[tuple[Fraction, Fraction]], x: Scale, y: Scale, corners: tuple[str, str, str, str]
) -> Scatter:
    """Lay out points, each as x and y, numbered from 1 in their order.

    `corners` names the four parts: left and right above, left and right below.
    """
    cut = _across(x.cut, x), _up(y.cut, y)
    places = [(round(_across(one, x)), round(_up(other, y))) for one, other in points]
    marks = _numbered(places, cut) if len(places) <= MOST else (Mark(str(a), str(b), "", None) for a, b in places)
    labels = (*_corners(corners), *_on_x(x, cut[0]), *_on_y(y, cut[1]))
    return Scatter(title, tuple(marks), (rounded(cut[0]), rounded(cut[1])), labels)


def _across(value: Fraction, scale: Scale) -> Fraction:
    return LEFT + _INSIDE + (RIGHT - LEFT - 2 * _INSIDE) * value / scale.end


def _up(value: Fraction, scale: Scale) -> Fraction:
    return BOTTOM - _INSIDE - (BOTTOM - TOP - 2 * _INSIDE) * value / scale.end


def _numbered(places: Sequence[tuple[int, int]], cut: tuple[Fraction, Fraction]) -> Iterator[Mark]:
    taken: list[tuple[int, int]] = []
    for number, true in enumerate(places, 1):
        x, y = place = _free(true, cut, taken)
        taken.append(place)
        yield Mark(str(x), str(y), str(number), None if place == true else (str(true[0]), str(true[1])))


def _free(true: tuple[int, int], cut: tuple[Fraction, Fraction], taken: list[tuple[int, int]]) -> tuple[int, int]:
    """Give the nearest place where a dot touches no other, on its own side of both lines while there is one."""

    def is_free(place: tuple[int, int]) -> bool:
        return all((place[0] - x) ** 2 + (place[1] - y) ** 2 >= _APART**2 for x, y in taken)

    def cost(place: tuple[int, int]) -> tuple[bool, int, int, int]:
        (x, y), (own_x, own_y) = place, true
        is_across = (x > cut[0]) != (own_x > cut[0]) or (y > cut[1]) != (own_y > cut[1])
        return is_across, (x - own_x) ** 2 + (y - own_y) ** 2, y, x

    if is_free(true):
        return true
    across = range(LEFT + _INSIDE, RIGHT - _INSIDE + 1, _STEP)
    down = range(TOP + _INSIDE, BOTTOM - _INSIDE + 1, _STEP)
    return next(filter(is_free, sorted(((x, y) for x in across for y in down), key=cost)))


def _corners(names: tuple[str, str, str, str]) -> Iterator[Label]:
    heights = (TOP + _ABOVE, TOP + _ABOVE, BOTTOM + _BELOW, BOTTOM + _BELOW)
    for place, (name, y) in enumerate(zip(names, heights, strict=True)):
        yield Label(str(RIGHT), str(y), name, "end") if place % 2 else Label(str(LEFT), str(y), name, "start")


def _on_x(scale: Scale, cut: Fraction) -> Iterator[Label]:
    """Give the numbers below the frame; an end too near to the line goes without."""
    line, end, y = rounded(scale.cut, grouped=True), rounded(scale.end, grouped=True), str(BOTTOM + _SCALE)
    half = _LETTER * len(line) // 2
    middle = min(cut, Fraction(RIGHT - half))
    if middle - half > LEFT + _INSIDE + _LETTER:
        yield Label(str(LEFT + _INSIDE), y, "0", "middle")
    yield Label(rounded(middle), y, line, "middle")
    if middle + half + _LETTER < RIGHT - _LETTER * len(end):
        yield Label(str(RIGHT), y, end, "end")
    yield Label(str(RIGHT), str(BOTTOM + _NAME), scale.name, "end")


def _on_y(scale: Scale, cut: Fraction) -> Iterator[Label]:
    """Give the numbers left of the frame; an end too near to the line goes without."""
    low, high = _up(scale.end * 0, scale), _up(scale.end, scale)
    ends = ((low, "0"), (high, rounded(scale.end)))
    for y, text in (*(one for one in ends if abs(one[0] - cut) >= _CLOSE), (cut, rounded(scale.cut))):
        yield Label(str(LEFT - _BESIDE), rounded(y + _HALF), text, "end")
    yield Label("0", str(TOP + _ABOVE - _CLOSE - _BESIDE), scale.name, "start")
