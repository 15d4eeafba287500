"""Where the lines, dots and labels of a chart stand; the template draws them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from digistrat.wording import rounded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

# The drawing in its own units, y growing downwards; the first and last readings stand at the sides.
WIDTH, HEIGHT = 360, 150
_LEFT, _RIGHT, _TOP, _BOTTOM = 8, 352, 34, 108
_ABOVE, _BELOW = -9, 19  # from a dot or a line to the foot of its label
_FOOT = HEIGHT - 6  # of the dates


@dataclass(frozen=True, slots=True)
class Label:
    """A text, and what of it stands at its place: its beginning, its middle or its end."""

    x: str
    y: str
    text: str
    anchor: Literal["start", "middle", "end"] = "start"


@dataclass(frozen=True, slots=True)
class Chart:
    """A line through readings; `title` says what it shows to those who do not see it."""

    title: str
    dots: tuple[tuple[str, str], ...]
    target: str  # how high it lies; empty where there is none
    labels: tuple[Label, ...]
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def points(self) -> str:
        """Give the line's points as SVG wants them."""
        return " ".join(f"{x},{y}" for x, y in self.dots)


@dataclass(frozen=True, slots=True)
class Point:
    """A reading: its day, its number, and how both are written."""

    day: date
    value: Decimal
    said: str
    date: str


def line_chart(title: str, points: Sequence[Point], target: tuple[Decimal, str] | None) -> Chart:
    """Lay out readings on different days, at least two of them, oldest first, and a target with its label.

    A label never stands between its dot and the target, where the line may run.
    """
    values = [point.value for point in points] + ([target[0]] if target else [])
    low, high = min(values), max(values)
    dots = [(_x(point.day, points), _y(point.value, low, high)) for point in points]
    level = _y(target[0], low, high) if target else None
    labels = [
        Label(_said(_LEFT), _said(_beside(dots[0][1], level)), points[0].said),
        Label(_said(_RIGHT), _said(_beside(dots[-1][1], level)), points[-1].said, "end"),
        Label(_said(_LEFT), _said(_FOOT), points[0].date),
        Label(_said(_RIGHT), _said(_FOOT), points[-1].date, "end"),
    ]
    if target and level is not None:
        away = _ABOVE if level < dots[0][1] else _BELOW
        labels.append(Label(_said(_LEFT), _said(level + away), target[1]))
    written = tuple((_said(x), _said(y)) for x, y in dots)
    return Chart(title, written, "" if level is None else _said(level), tuple(labels))


def _x(day: date, points: Sequence[Point]) -> Fraction:
    first, last = points[0].day, points[-1].day
    return _LEFT + (_RIGHT - _LEFT) * Fraction((day - first).days, (last - first).days)


def _y(value: Decimal, low: Decimal, high: Decimal) -> Fraction:
    """Give the height of a value, half-way up where there is only one."""
    share = (Fraction(value) - Fraction(low)) / (Fraction(high) - Fraction(low)) if high > low else Fraction(1, 2)
    return _BOTTOM - (_BOTTOM - _TOP) * share


def _beside(dot: Fraction, level: Fraction | None) -> Fraction:
    return dot + (_ABOVE if level is None or level >= dot else _BELOW)


def _said(place: Fraction | int) -> str:
    return rounded(Fraction(place))
