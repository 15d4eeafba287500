"""Value against effort: what gives much for little, what is worth a great effort, and what is worth neither."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple

from digistrat.figures.scores import standing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.strategy import Strategy

Part = Literal["quick-win", "big-bet", "fill-in", "hard-to-justify"]
PARTS: tuple[Part, ...] = ("quick-win", "big-bet", "fill-in", "hard-to-justify")
Lacking = Literal["value", "effort", "both"]
_HIGHEST = Fraction(100)  # that a weighted sum can reach where no score lies above its maximum


class Cut(NamedTuple):
    """The line between little and much; a default where scoring.yaml's `quadrant` does not say where it lies."""

    at: Fraction
    is_default: bool


class Dot(NamedTuple):
    """An initiative by its value, out of 100, and its effort, in the organisation's own unit."""

    initiative: Initiative
    value: Fraction
    effort: Fraction
    part: Part


class Apart(NamedTuple):
    """An initiative that has no place, and what nobody has said of it."""

    initiative: Initiative
    lacks: Lacking


@dataclass(frozen=True, slots=True)
class Quadrant:
    """Initiatives by value and effort, the highest value first, then the least effort, then by id."""

    dots: tuple[Dot, ...]
    apart: tuple[Apart, ...]  # in the order written
    value: Cut
    effort: Cut
    greatest_effort: Fraction  # above 0: effort.max, or what lies beyond it

    @property
    def greatest_value(self) -> Fraction:
        """Give 100, or more where a score lies above its maximum."""
        return max(_HIGHEST, *(dot.value for dot in self.dots))

    def of(self, part: Part) -> tuple[Dot, ...]:
        """Give what lies in one of the four parts."""
        return tuple(dot for dot in self.dots if dot.part == part)


def quadrant(strategy: Strategy, values: Mapping[str, Fraction]) -> Quadrant | None:
    """Set the value of what is in the running or decided already against its effort; None where nothing has both.

    `values` are weighted sums by id, out of 100. On its line a value is much and an effort little.
    """
    asked = [one for one in strategy.initiatives.values() if standing(strategy, one) in {"in the running", "decided"}]
    placed = [one for one in asked if _lacking(one, values) is None]
    if not placed:
        return None
    efforts = [Fraction(one.effort or 0) for one in placed]
    value, effort, greatest = _value_line(strategy), _effort_line(strategy, efforts), _greatest(strategy, efforts)
    dots = [
        Dot(one, much, spent, _part(is_much_value=much >= value.at, is_little_effort=spent <= effort.at))
        for one, much, spent in zip(placed, (values[one.id] for one in placed), efforts, strict=True)
    ]
    dots.sort(key=lambda dot: (-dot.value, dot.effort, dot.initiative.id))
    apart = tuple(Apart(one, lacks) for one in asked if (lacks := _lacking(one, values)))
    return Quadrant(tuple(dots), apart, value, effort, greatest)


def _lacking(initiative: Initiative, values: Mapping[str, Fraction]) -> Lacking | None:
    """Say what it lacks; an effort below nothing is none."""
    has_effort = initiative.effort is not None and initiative.effort >= 0
    if initiative.id in values:
        return None if has_effort else "effort"
    return "value" if has_effort else "both"


def _value_line(strategy: Strategy) -> Cut:
    """Take what scoring.yaml declares, else the half of 100."""
    lines = strategy.scoring.quadrant if strategy.scoring else None
    declared = lines.value if lines else None
    return Cut(_HIGHEST / 2 if declared is None else Fraction(declared), is_default=declared is None)


def _effort_line(strategy: Strategy, efforts: list[Fraction]) -> Cut:
    """Take what scoring.yaml declares, else the half of `effort.max`, else of the greatest effort there is."""
    lines = strategy.scoring.quadrant if strategy.scoring else None
    declared = lines.effort if lines else None
    half = (_declared_most(strategy) or max(efforts)) / 2
    return Cut(half if declared is None else Fraction(declared), is_default=declared is None)


def _greatest(strategy: Strategy, efforts: list[Fraction]) -> Fraction:
    """Give the end of the scale of effort, which holds every effort and the line."""
    line = _effort_line(strategy, efforts).at
    return max(_declared_most(strategy) or Fraction(0), *efforts, line) or Fraction(1)


def _declared_most(strategy: Strategy) -> Fraction | None:
    declared = strategy.scoring.effort.max if strategy.scoring and strategy.scoring.effort else None
    return Fraction(declared) if declared is not None and declared > 0 else None


def _part(*, is_much_value: bool, is_little_effort: bool) -> Part:
    if is_much_value:
        return "quick-win" if is_little_effort else "big-bet"
    return "fill-in" if is_little_effort else "hard-to-justify"
